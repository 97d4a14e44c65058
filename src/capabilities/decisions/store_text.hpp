// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: texts and their versions, translations.

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/paragraph.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions::store {

/// What is known of a text as a whole.
struct KeptText {
    std::string language;
    std::int64_t newest = 0; ///< version
    std::int64_t last_key = 0;
    std::int64_t last_amendment = 0;
    std::int64_t revision = 0; ///< of a draft
};
[[nodiscard]] std::optional<KeptText> text_head(storage::Session& session, Id<Proposal> proposal);

/// Why there is a version.
struct Version {
    std::int64_t version = 0;
    std::string cause;     ///< "begun", "amended", "compiled", "reworded", "moved", "marked", "undone"
    std::string paragraph; ///< key; empty: none or several
    std::optional<std::int64_t> amendment; ///< number
    std::optional<std::int64_t> restored;  ///< version
    Instant made;
    std::int64_t made_by = 0; ///< person; 0: it came with the proposal
};

/// Version 1. Needs: a proposal without a text.
void begin_text(storage::Session& session, Id<Proposal> proposal, std::string_view language, const Text& text,
                Instant now);
/// Version 1 of a draft, anew.
void replace_draft(storage::Session& session, Id<Proposal> proposal, std::string_view language,
                   const Text& text, Instant now);
/// The next version: rows of what changed, and nothing of what did not. `text` is sorted by place.
/// `version.version` must be one above the newest. Numbers of new keys must come from `next_key`.
void add_version(storage::Session& session, Id<Proposal> proposal, const Version& version, const Text& before,
                 const Text& text);
/// A key that no paragraph of the proposal ever had.
[[nodiscard]] std::string next_key(storage::Session& session, Id<Proposal> proposal);

[[nodiscard]] Text current_text(storage::Session& session, Id<Proposal> proposal);
[[nodiscard]] Text text_at(storage::Session& session, Id<Proposal> proposal, std::int64_t version);
/// Its text in that version; nothing where it does not stand in it.
[[nodiscard]] std::optional<std::string> wording_at(storage::Session& session, Id<Proposal> proposal,
                                                    std::string_view key, std::int64_t version);
/// The place that a paragraph has or last had; empty where there never was one of that key.
[[nodiscard]] std::string last_place(storage::Session& session, Id<Proposal> proposal, std::string_view key);

[[nodiscard]] std::optional<Version> version(storage::Session& session, Id<Proposal> proposal,
                                             std::int64_t number);
/// Newest first, below `before` (0: from the newest), at most `count`.
[[nodiscard]] std::vector<Version> versions(storage::Session& session, Id<Proposal> proposal,
                                            std::int64_t before, int count);

struct Translation {
    std::string key;
    std::string language;
    std::int64_t version = 0; ///< of the text it was made of
    Sha256 wording;           ///< of that paragraph
    std::string text;
    Instant made;
};
/// Takes the place of the one before it.
void add_translation(storage::Session& session, Id<Proposal> proposal, const Translation& translation,
                     std::int64_t person);
/// The newest of each paragraph, in one language.
[[nodiscard]] std::vector<Translation> translations(storage::Session& session, Id<Proposal> proposal,
                                                    std::string_view language);
/// In all languages.
[[nodiscard]] std::vector<Translation> translations(storage::Session& session, Id<Proposal> proposal);

} // namespace poa::decisions::store
