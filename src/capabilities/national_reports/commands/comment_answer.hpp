// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct CommentAnswer {
    Id<NationalReport> report;
    std::string question;
    std::string text;
};
[[nodiscard]] const Input<CommentAnswer>& input_of(Of<CommentAnswer>);

/// A remark beside an answer, for those who fill in the report; never released. Records
/// "national_reports.comment_answer" (question, comment). Refuses as act_on_report; (not_found)
/// "national_reports.no_such_question" (question).
[[nodiscard]] Result<KeptReport> comment_answer(ledger::Work& work, const identity::Actor& actor,
                                                const CommentAnswer& request);

} // namespace poa::national_reports
