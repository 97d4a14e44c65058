// SPDX-License-Identifier: Apache-2.0
#pragma once
// A negotiated text as a reader may see it, ready for pages. An unattributed amendment names its State to
// that State and the Chair; a position is shown to whom it was told, to its State and the Chair; counts are
// of what the reader sees.

#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/comparing_versions.hpp"
#include "capabilities/decisions/declaring.hpp"
#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/store_text.hpp"
#include "capabilities/identity/identity.hpp"
#include "storage/database.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

struct ShownAmendment {
    Amendment amendment;               ///< `by` is empty where the reader is not told
    bool own = false;                  ///< of a State the reader acts for
    bool on_older_wording = false;     ///< the paragraph, or the amendment it amends, reads otherwise now
    std::vector<Collision> collisions; ///< that accepting it as it is would meet
    std::vector<ComparedRun> runs;     ///< of a new wording: against what it was made of
    std::vector<ShownAmendment> amendments; ///< to this one
};
struct ShownPosition {
    Position position;
    bool own = false;
    bool on_older_wording = false; ///< it stands all the same until its State says otherwise
};
struct ShownParagraph {
    Paragraph paragraph;
    std::size_t number = 0; ///< from 1
    std::vector<Piece> pieces;
    std::int64_t brackets = 0;
    std::vector<ShownAmendment> amendments; ///< open ones
    PositionCounts counts;
    std::vector<ShownPosition> positions; ///< by State's code
};
struct ShownText {
    store::KeptText head;
    std::vector<ShownParagraph> paragraphs;
    std::vector<ShownAmendment> beside_removed; ///< new paragraphs asked for beside one that is gone
    PositionCounts counts;                      ///< on the whole text
    std::vector<ShownPosition> positions;
};
/// The newest version. Needs: a proposal the reader may see. Nothing where it has no text. In O(what it
/// shows), however many versions there are.
[[nodiscard]] std::optional<ShownText> load_text(storage::Session& session, Id<Proposal> proposal,
                                                 const identity::Reader& reader);

/// Open points as far as the reader may know of them: objections told to the Chair alone are not among them
/// for others.
[[nodiscard]] std::vector<OpenPoint> open_points_for(storage::Session& session, Id<Proposal> proposal,
                                                     const identity::Reader& reader);

/// Amendments of all stages, newest first, below `before` (0: from the newest), at most `count`.
[[nodiscard]] std::vector<ShownAmendment> load_amendments(storage::Session& session, Id<Proposal> proposal,
                                                          const identity::Reader& reader, std::int64_t before,
                                                          int count);

struct ShownVersion {
    store::Version version;
    Text text;
    Numbering numbering;
};
[[nodiscard]] std::optional<ShownVersion> load_version(storage::Session& session, Id<Proposal> proposal,
                                                       std::int64_t version);

struct ShownComparison {
    store::Version before, after;
    Text text; ///< of the newer, for references
    std::vector<ComparedParagraph> paragraphs;
};
/// Nothing where one of them never was.
[[nodiscard]] std::optional<ShownComparison> load_comparison(storage::Session& session, Id<Proposal> proposal,
                                                             std::int64_t before, std::int64_t after);

enum class TranslationState : std::uint8_t { authentic, current, out_of_date, missing };
[[nodiscard]] std::string_view name_of(TranslationState state);
[[nodiscard]] std::string_view title_of(TranslationState state); ///< source string

/// A paragraph in one language.
struct ShownTranslation {
    std::string language;
    TranslationState state = TranslationState::missing;
    std::int64_t version = 0; ///< it was made of; 0: missing, or authentic
    std::string text;         ///< empty: missing
    std::vector<Piece> pieces;
};
struct SideBySide {
    std::string key;
    std::size_t number = 0;
    std::vector<ShownTranslation> languages; ///< in the order asked for
};
/// The newest version in these languages ("fr"), side by side.
[[nodiscard]] std::vector<SideBySide> load_languages(storage::Session& session, Id<Proposal> proposal,
                                                     std::span<const std::string> languages);

} // namespace poa::decisions
