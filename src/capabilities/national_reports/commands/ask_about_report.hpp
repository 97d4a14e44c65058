// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/store_asked.hpp"

namespace poa::national_reports {

struct AskAboutReport {
    std::string state; ///< ISO3, of the reporting State
    std::int64_t year = 0;
    std::string question; ///< of the survey: the issue
    std::string words, outcome;
};
[[nodiscard]] const Input<AskAboutReport>& input_of(Of<AskAboutReport>);

/// A State asks another, in writing, about an answer that it may read in the release that stands. There is
/// no question about a State as such: each is about one issue and says what is expected (A/78/76: debates
/// that keep to issues). Records "national_reports.ask_about_report" (state, year, survey, question, outcome)
/// for those who may read the answer, as far as an audience says so; the words are sealed. Refuses as the
/// permission table; (not_found) "national_reports.no_such_released_answer"; (rule)
/// "national_reports.own_report"; "identity.appointment_over".
[[nodiscard]] Result<AskedQuestion> ask_about_report(ledger::Work& work, const identity::Actor& actor,
                                                     const AskAboutReport& request);

} // namespace poa::national_reports
