// SPDX-License-Identifier: Apache-2.0
#include "app/reports_printing.hpp"

#include "app/refusing.hpp"
#include "base/require.hpp"
#include "capabilities/national_reports/module.hpp"

#include <iostream>

namespace poa::app {
namespace {

struct Words {
    Words() {
        national_reports::add_survey_sentences(routes);
        national_reports::add_report_sentences(routes);
        national_reports::add_form_sentences(routes);
    }
    web::Routes routes;
};

} // namespace

const web::Sentences& report_sentences() {
    static const Words words;
    return words.routes.sentences();
}

int print_file_refusal(const std::string& file, const Refusal& refusal) {
    std::cerr << file << ":\n";
    print_reasons(refusal, report_sentences(), "  ");
    return 1;
}

void print_left(const std::vector<national_reports::Unread>& unread) {
    const web::Wording& in = web::Wording::in(web::Language::en);
    for (const national_reports::Unread& left : unread)
        std::cout << "  " << left.question << (left.place.empty() ? "" : " (" + left.place + ")") << ": "
                  << report_sentences().say(left.why, in) << "\n";
}

} // namespace poa::app
