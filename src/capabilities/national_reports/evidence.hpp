// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file as evidence in an answer: how large, of what kind, under what name. Pure.

#include "capabilities/national_reports/answer.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace poa::national_reports {

/// Of one file: a scanned law of a few hundred pages is in; what is larger belongs on the record as a
/// document, and its symbol into the answer.
inline constexpr std::size_t evidence_bytes_max = std::size_t{10} << 20;
/// Of all files of a report, each counted once however many answers name it: 193 reports a year stay below
/// 20 GB.
inline constexpr std::int64_t evidence_report_bytes_max = std::int64_t{100} << 20;

/// A kind of file that may be evidence. Files are given out and never opened here, so that a kind is chosen
/// for what delegations can open without risk: none of them holds a program.
struct EvidenceKind {
    std::string_view content_type;
    std::string_view ending; ///< of a file's name: "pdf"
    std::string_view title;  ///< "PDF"
};
[[nodiscard]] std::span<const EvidenceKind> evidence_kinds();
[[nodiscard]] const EvidenceKind* find_evidence_kind(std::string_view content_type);

/// By the bytes alone, whatever the name says: PDF, PNG, JPEG. Null for anything else; packages are
/// keeping_evidence.hpp's business.
[[nodiscard]] const EvidenceKind* kind_by_signature(std::string_view bytes);
/// UTF-8 without control characters that does not begin as markup or a script.
[[nodiscard]] bool is_plain_evidence(std::string_view bytes);

/// "C:\papers\Our law (1).PDF" as "Our law (1).pdf": no path, no sign that would make a name look like
/// another, at most 120 characters, with the ending of its kind. "file.pdf" where nothing is left.
[[nodiscard]] std::string evidence_name(std::string_view sent, const EvidenceKind& kind);
/// The same for a header: letters and digits of ASCII, hyphens and one dot.
[[nodiscard]] std::string header_name(const AnswerFile& file);

/// The file among those of the answer; null where it is not there.
[[nodiscard]] const AnswerFile* find_file(const Answer& answer, const Sha256& digest);

} // namespace poa::national_reports
