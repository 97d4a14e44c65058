// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct SettleAnswer {
    Id<NationalReport> report;
    std::string question;
    std::int64_t version = 0; ///< the text that shall be the answer; 0: it stays as it is
    std::int64_t seen = 0;    ///< revision of the answer as the sender saw it
    InputValues answers;      ///< as read_answer has them: a text written out of both; of no other question
};
[[nodiscard]] const Input<SettleAnswer>& input_of(Of<SettleAnswer>);

/// A person chooses among an answer and the texts that stand beside it, or writes a new one, which begins
/// with the version named; what is not chosen stays in the answer's history. Records
/// "national_reports.settle_answer" (question, version, written: yes or no). Refuses as act_on_report;
/// (not_found) "national_reports.nothing_beside", "national_reports.no_such_version"; (conflict)
/// "national_reports.answer_changed" (question); and what read_answer says of what was written and
/// check_answer of a text of another survey; (bad_input) "national_reports.another_question" (question).
[[nodiscard]] Result<KeptReport> settle_answer(ledger::Work& work, const identity::Actor& actor,
                                               const SettleAnswer& request);

} // namespace poa::national_reports
