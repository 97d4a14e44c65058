// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"

namespace poa::national_reports {

struct SaveAnswers {
    Id<NationalReport> report;
    std::string seen;    ///< "strategy:3 laws:0": what the answers were made of
    InputValues answers; ///< as read_answer has them
    std::string section; ///< where the page goes on; means nothing to the command
};
[[nodiscard]] const Input<SaveAnswers>& input_of(Of<SaveAnswers>);

struct SavedAnswers {
    KeptReport report; ///< after it
    std::vector<KeptAnswer> answers;
};
/// Keeps one answer or many. Never refused for being late: what somebody else saved meanwhile is merged, and
/// where both changed the same thing the later text stands beside. From a form every question named in `seen`
/// was shown. Takes a report that is before its approver back, and begins a revision of a released one
/// (report_steps). Records "national_reports.save_answers" (saved, merged, beside, questions) for the own
/// delegation where anything changed. Refuses as act_on_report; (bad_input) "national_reports.seen_shape",
/// "national_reports.no_such_question" (question), and every problem of every answer together.
[[nodiscard]] Result<SavedAnswers> save_answers(ledger::Work& work, const identity::Actor& actor,
                                                const SaveAnswers& request);

} // namespace poa::national_reports
