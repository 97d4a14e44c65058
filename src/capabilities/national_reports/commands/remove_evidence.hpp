// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"

namespace poa::national_reports {

struct RemoveEvidence {
    Id<NationalReport> report;
    std::string question;
    std::string seen; ///< digits; empty: 0; revision of the answer the file is taken out of
    std::string sha256;
};
[[nodiscard]] const Input<RemoveEvidence>& input_of(Of<RemoveEvidence>);

/// Takes a file out of an answer; the answer's history and releases that stand keep it. Kept as save_answers
/// keeps an answer. Records "national_reports.remove_evidence" (question, kept, sha256) for the own
/// delegation where anything changed. Refuses as act_on_report; (not_found)
/// "national_reports.no_such_question", "national_reports.no_such_evidence" (sha256): the answer, as it was
/// seen, names no such file.
[[nodiscard]] Result<KeptAnswer> remove_evidence(ledger::Work& work, const identity::Actor& actor,
                                                 const RemoveEvidence& request);

} // namespace poa::national_reports
