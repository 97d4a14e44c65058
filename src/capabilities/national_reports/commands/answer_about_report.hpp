// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/store_asked.hpp"

namespace poa::national_reports {

struct AnswerAboutReport {
    Id<AskedQuestion> asked;
    std::string words;
};
[[nodiscard]] const Input<AnswerAboutReport>& input_of(Of<AnswerAboutReport>);

/// The reporting State answers what was asked about its report, once. Records
/// "national_reports.answer_about_report" (state, year, survey, question) for those who may read the answer
/// it is about, as far as an audience says so; the words are sealed. Refuses as the permission table;
/// (not_found) "national_reports.no_such_asked": also where the release does not stand any more;
/// (not_permitted) "national_reports.asked_of_others"; (conflict) "national_reports.answered_already";
/// "identity.appointment_over".
[[nodiscard]] Result<AskedQuestion> answer_about_report(ledger::Work& work, const identity::Actor& actor,
                                                        const AnswerAboutReport& request);

} // namespace poa::national_reports
