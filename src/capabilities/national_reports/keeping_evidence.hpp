// SPDX-License-Identifier: Apache-2.0
#pragma once
// Evidence as it comes in and as it is found again.

#include "capabilities/national_reports/evidence.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "storage/files.hpp"

#include <optional>
#include <vector>

namespace poa::national_reports {

/// The kind by the bytes. Refuses (bad_input) "national_reports.evidence_empty",
/// "national_reports.evidence_kind" and, of a document or a workbook that carries a program,
/// "national_reports.evidence_program".
[[nodiscard]] Result<const EvidenceKind*> kind_of_evidence(std::string_view bytes);

/// Adds a problem "national_reports.no_such_evidence" (sha256) for each file of the answer that neither was
/// there before (`base`) nor was ever attached to this report: whoever knows a digest has not got its file.
void check_files(storage::Session& session, Id<NationalReport> report, const Answer& base,
                 const Answer& answer, std::string_view field, Refusal& problems);

/// Takes those files out of the answer; returns their digests.
[[nodiscard]] std::vector<Sha256> without_unknown_files(storage::Session& session, Id<NationalReport> report,
                                                        const Answer& base, Answer& answer);

/// A file of a report for who fills it in: attached to it, or named by an answer that was filled in from an
/// earlier report, also where a later version of the answer names it no more.
[[nodiscard]] std::optional<AnswerFile> evidence_of(storage::Session& session, Id<NationalReport> report,
                                                    const Sha256& digest);
/// A file of a State's releases for a year, where this reader may see an answer that names it.
[[nodiscard]] std::optional<AnswerFile> evidence_released(storage::Session& session,
                                                          const identity::Reader& reader,
                                                          std::string_view state, std::int64_t year,
                                                          const Sha256& digest);

} // namespace poa::national_reports
