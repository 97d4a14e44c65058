// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/language.hpp"

#include "base/text.hpp"

namespace poa::members {

std::optional<Language> parse_language(std::string_view tag) {
    const std::string_view first = tag.substr(0, tag.find_first_of("-_"));
    for (const Language language : official_languages)
        if (same_ignoring_case(first, code_of(language))) return language;
    return std::nullopt;
}

Language language_or_english(std::string_view tag) {
    return parse_language(tag).value_or(Language::en);
}

std::array<Language, 6> fallback_chain(Language language) {
    std::array<Language, 6> chain{};
    std::size_t count = 0;
    const auto add = [&](Language next) {
        for (std::size_t i = 0; i < count; ++i)
            if (chain[i] == next) return;
        chain[count++] = next;
    };
    add(language);
    add(Language::en);
    for (const Language next : official_languages) add(next);
    return chain;
}

} // namespace poa::members
