// SPDX-License-Identifier: Apache-2.0
#pragma once
// Documents as they are kept, and who may see them.

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "capabilities/documents/importing/passage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::documents {

struct DocumentRow;   ///< tag of Id
struct VersionRow;    ///< tag of Id
struct ComparisonRow; ///< tag of Id

using DocumentId = Id<DocumentRow>;
using VersionId = Id<VersionRow>;
using ComparisonId = Id<ComparisonRow>;

/// Who acts, as far as this capability needs to know.
struct By {
    std::string on_behalf; ///< "secretariat", "operator", "state:CAN" ...
    std::int64_t person = 0;
    bool may_import = false;
};

/// Where a passage is: its version and its place in it. Kept as one number so that a version's passages lie
/// together.
struct PassageKey {
    std::int64_t number = 0;
    static constexpr std::int64_t ordinals = 1'048'576;
    [[nodiscard]] static PassageKey of(VersionId version, std::size_t ordinal) {
        return {version.number * ordinals + static_cast<std::int64_t>(ordinal)};
    }
    [[nodiscard]] VersionId version() const { return VersionId{number / ordinals}; }
    [[nodiscard]] std::int64_t ordinal() const { return number % ordinals; }
    auto operator<=>(const PassageKey&) const = default;
};

struct Document {
    DocumentId id;
    std::string slug;
    std::string symbol; ///< empty: none
    std::string title;
    std::string kind;
    std::optional<Day> day;
    std::string session, agenda_item, distribution;
    std::vector<Language> original_languages;
    std::string submitted_by, submitted_by_name;
    std::optional<DocumentId> part_of;
    Audience audience = Audience::own_delegation;
    Instant created_at, changed_at;
    std::optional<Instant> withdrawn_at;
    std::int64_t revision = 0;

    /// "A/78/76", or the title where it has no symbol.
    [[nodiscard]] const std::string& cited_as() const { return symbol.empty() ? title : symbol; }
};

enum class Translation { original, official, unofficial };
[[nodiscard]] std::string_view name_of(Translation translation);
[[nodiscard]] std::optional<Translation> parse_translation(std::string_view name);

struct Version {
    VersionId id;
    DocumentId document;
    Language language = Language::english;
    std::int64_t number = 0; ///< 1, 2 ... within document and language
    bool is_current = false;
    Translation translation = Translation::original;
    std::string translator; ///< who, where it is no original
    std::string title;
    Sha256 source_digest;
    std::string source_file_name, source_media_type;
    Instant imported_at;
    std::string imported_by;
    std::int64_t passages = 0;
};

struct StoredPassage {
    PassageKey key;
    Passage passage;
};

struct StoredReply {
    VersionId version;
    std::string anchor, name, state;
    std::optional<Language> language;
    std::optional<Day> day;
    PassageKey first, last;
};

/// "A/78/76, Egypt, para. 17".
[[nodiscard]] std::string citation_of(const Document& document, const Passage& passage);

} // namespace poa::documents
