// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_evidence.hpp"

#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/queries_reports.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";

std::unexpected<Refusal> bad(const char* code) {
    return refuse(Refusal::Kind::bad_input, code);
}

/// Macros: a part of that name in what Microsoft's programs write, a folder in what LibreOffice writes.
bool holds_program(const std::vector<documents::PackageEntry>& entries) {
    return std::ranges::any_of(entries, [](const documents::PackageEntry& entry) {
        const std::string name = ascii_lower(entry.name);
        return name.ends_with("vbaproject.bin") || name.starts_with("basic/") ||
               name.starts_with("scripts/") || name.find("activex") != std::string::npos;
    });
}

const EvidenceKind* kind_of_package(const std::vector<documents::PackageEntry>& entries) {
    const auto has = [&](std::string_view name) { return documents::find_entry(entries, name) != nullptr; };
    if (has("word/document.xml"))
        return find_evidence_kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    if (has("xl/workbook.xml"))
        return find_evidence_kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    const auto* type = documents::find_entry(entries, "mimetype");
    if (type != nullptr && documents::unpack(*type, 200) == odt) return find_evidence_kind(odt);
    return nullptr;
}

} // namespace

Result<const EvidenceKind*> kind_of_evidence(std::string_view bytes) {
    if (bytes.empty()) return bad("national_reports.evidence_empty");
    if (const EvidenceKind* kind = kind_by_signature(bytes)) return kind;
    if (bytes.starts_with("PK\x03\x04")) {
        const auto entries = documents::read_package(bytes);
        const EvidenceKind* kind = entries ? kind_of_package(*entries) : nullptr;
        if (kind == nullptr) return bad("national_reports.evidence_kind");
        if (holds_program(*entries)) return bad("national_reports.evidence_program");
        return kind;
    }
    if (is_plain_evidence(bytes)) return find_evidence_kind("text/plain");
    return bad("national_reports.evidence_kind");
}

void check_files(storage::Session& session, Id<NationalReport> report, const Answer& base,
                 const Answer& answer, std::string_view field, Refusal& problems) {
    for (const AnswerFile& file : answer.files) {
        const AnswerFile* before = find_file(base, file.digest);
        if (before != nullptr && *before == file) continue;
        const auto kept = store::evidence(session, report, file.digest);
        // What the answer says of a file is what it is.
        if (!kept || kept->bytes != file.bytes || kept->content_type != file.content_type)
            problems.add_field(std::string(field), "national_reports.no_such_evidence",
                               {{"sha256", file.digest.hex()}});
    }
}

std::vector<Sha256> without_unknown_files(storage::Session& session, Id<NationalReport> report,
                                          const Answer& base, Answer& answer) {
    std::vector<Sha256> unknown;
    std::erase_if(answer.files, [&](const AnswerFile& file) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        Answer alone;
        alone.files = {file};
        check_files(session, report, base, alone, {}, problems);
        if (!problems.reasons.empty()) unknown.push_back(file.digest);
        return !problems.reasons.empty();
    });
    return unknown;
}

std::optional<AnswerFile> evidence_of(storage::Session& session, Id<NationalReport> report,
                                      const Sha256& digest) {
    if (auto kept = store::evidence(session, report, digest)) return kept;
    for (const auto& [question, held] : store::answers(session, report)) {
        if (const AnswerFile* file = find_file(held.answer, digest)) return *file;
        if (held.revision < 2) continue; // it never had another text
        for (const AnswerVersion& version : store::versions(session, report, question))
            if (const AnswerFile* file = find_file(version.answer, digest)) return *file;
    }
    return std::nullopt;
}

std::optional<AnswerFile> evidence_released(storage::Session& session, const identity::Reader& reader,
                                            std::string_view state, std::int64_t year, const Sha256& digest) {
    for (const ReadableRelease& release : releases_for(session, reader, state, year))
        for (const ReleasedAnswer& answer : release.answers)
            if (const AnswerFile* file = find_file(answer.answer, digest)) return *file;
    return std::nullopt;
}

} // namespace poa::national_reports
