// SPDX-License-Identifier: Apache-2.0
#include "app/refusing.hpp"

#include <iostream>

namespace poa::app {
namespace {

/// " (line=3, bytes=2000000)": what the sentence leaves out.
std::string facts_untold(const Reason& reason, const web::Sentences& sentences) {
    std::string untold;
    auto known = sentences.all().find(reason.code);
    const std::string_view pattern = known == sentences.all().end() ? std::string_view() : known->second;
    for (const auto& [name, value] : reason.facts)
        if (!value.empty() && pattern.find("{" + name + "}") == std::string_view::npos)
            untold += (untold.empty() ? " (" : ", ") + name + "=" + value;
    return untold.empty() ? untold : untold + ")";
}

} // namespace

void print_reasons(const Refusal& refusal, const web::Sentences& sentences, std::string_view before) {
    const web::Wording& english = web::Wording::in(web::Language::en);
    for (const Reason& reason : refusal.reasons) {
        std::string sentence = sentences.say(reason, english);
        // A mistake in a file has its place as field; some sentences name the place themselves.
        const bool names_place = reason.field.empty() || sentence.find(reason.field) != std::string::npos;
        std::cerr << before << (names_place ? "" : reason.field + ": ") << sentence
                  << facts_untold(reason, sentences) << "\n";
    }
}

} // namespace poa::app
