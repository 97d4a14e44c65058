// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"
#include "capabilities/national_reports/keeping_evidence.hpp"

namespace poa::national_reports {

struct AttachEvidence {
    Id<NationalReport> report;
    std::string question;
    std::string seen; ///< digits; empty: 0; revision of the answer the file is added to
    Upload file;
};
[[nodiscard]] const Input<AttachEvidence>& input_of(Of<AttachEvidence>);

/// Adds a file to the answer of a question of kind file. Its bytes are kept in `files` under their digest and
/// are never opened. The answer is kept as save_answers keeps it: what somebody else attached meanwhile
/// stays, and this stands beside it. Records "national_reports.attach_evidence" (question, kept, sha256) for
/// the own delegation where anything changed. Refuses as act_on_report and kind_of_evidence; (not_found)
/// "national_reports.no_such_question"; (bad_input) "national_reports.not_of_this_kind" (member); (rule)
/// "national_reports.evidence_too_much" (max): with it the report's files would be too large together;
/// "national_reports.too_many_files" (max).
[[nodiscard]] Result<KeptAnswer> attach_evidence(ledger::Work& work, const identity::Actor& actor,
                                                 const AttachEvidence& request, storage::FileStore& files);

} // namespace poa::national_reports
