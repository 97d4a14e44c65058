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
};
[[nodiscard]] const Input<SettleAnswer>& input_of(Of<SettleAnswer>);

/// A person chooses among an answer and the texts that stand beside it; what is not chosen stays in the
/// answer's history. Records "national_reports.settle_answer" (question, version). Refuses as act_on_report;
/// (not_found) "national_reports.nothing_beside", "national_reports.no_such_version"; (conflict)
/// "national_reports.answer_changed" (question); and what check_answer says of a text of another survey.
[[nodiscard]] Result<KeptReport> settle_answer(ledger::Work& work, const identity::Actor& actor,
                                               const SettleAnswer& request);

} // namespace poa::national_reports
