// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/evidence.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::size_t name_characters_max = 120;

constexpr EvidenceKind kinds[] = {
    {"application/pdf", "pdf", "PDF"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "DOCX"},
    {"application/vnd.oasis.opendocument.text", "odt", "ODT"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "XLSX"},
    {"image/png", "png", "PNG"},
    {"image/jpeg", "jpg", "JPEG"},
    {"text/plain", "txt", "TXT"},
};

/// U+200B..U+200F, U+202A..U+202E, U+2060..U+206F and U+FEFF: they are not seen, and turn the rest of a name
/// around.
bool is_unseen(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    if (byte(0) == 0xEF) return byte(1) == 0xBB && byte(2) == 0xBF;
    if (byte(0) != 0xE2) return false;
    if (byte(1) == 0x80) return (byte(2) >= 0x8B && byte(2) <= 0x8F) || (byte(2) >= 0xAA && byte(2) <= 0xAE);
    return byte(1) == 0x81 && byte(2) >= 0xA0 && byte(2) <= 0xAF;
}

/// What a disk or a shell could take amiss.
bool is_awkward(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
           std::string_view("\"*/:<>?\\|").find(c) != std::string_view::npos;
}

std::string without_awkward_signs(std::string_view name) {
    std::string kept;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (is_unseen(name, i))
            i += 2;
        else
            kept += is_awkward(name[i]) ? ' ' : name[i];
    }
    return std::string(trim(kept));
}

} // namespace

std::span<const EvidenceKind> evidence_kinds() {
    return kinds;
}

const EvidenceKind* find_evidence_kind(std::string_view content_type) {
    const auto* found = std::ranges::find(kinds, content_type, &EvidenceKind::content_type);
    return found == std::end(kinds) ? nullptr : found;
}

const EvidenceKind* kind_by_signature(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return find_evidence_kind("application/pdf");
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return find_evidence_kind("image/png");
    if (bytes.starts_with("\xFF\xD8\xFF")) return find_evidence_kind("image/jpeg");
    return nullptr;
}

bool is_plain_evidence(std::string_view bytes) {
    if (!is_plain_text(bytes)) return false;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes = trim(bytes);
    return !bytes.empty() && bytes.front() != '<' && !bytes.starts_with("#!");
}

std::string evidence_name(std::string_view sent, const EvidenceKind& kind) {
    const std::size_t slash = sent.find_last_of("/\\");
    if (slash != std::string_view::npos) sent.remove_prefix(slash + 1);
    std::string name = is_utf8(sent) ? without_awkward_signs(nfc(sent)) : std::string();
    if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
    name = trim(first_characters(name, name_characters_max));
    while (name.starts_with('.')) name.erase(0, 1);
    return (name.empty() ? "file" : name) + "." + std::string(kind.ending);
}

std::string header_name(const AnswerFile& file) {
    const EvidenceKind* kind = find_evidence_kind(file.content_type);
    const std::string stem = slug(file.name.substr(0, file.name.rfind('.')));
    return (stem.empty() ? "file" : stem) + "." + std::string(kind != nullptr ? kind->ending : "bin");
}

const AnswerFile* find_file(const Answer& answer, const Sha256& digest) {
    const auto found = std::ranges::find(answer.files, digest, &AnswerFile::digest);
    return found == answer.files.end() ? nullptr : &*found;
}

} // namespace poa::national_reports
