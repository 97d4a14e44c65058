// SPDX-License-Identifier: Apache-2.0
#pragma once
// What marks a text carries: square brackets around what is not agreed, references to paragraphs ("{p7}"),
// and what is still open.

#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/declaring.hpp"
#include "capabilities/decisions/paragraph.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace poa::decisions {

/// Every "[" has its "]" behind it.
[[nodiscard]] bool has_balanced_brackets(std::string_view text);
/// Bracketed wordings that do not stand within others; a bracket without its fellow counts as one.
[[nodiscard]] std::int64_t open_brackets(std::string_view text);

/// Keys a text refers to, in order, as often as it does: "see {p7}" refers to p7.
[[nodiscard]] std::vector<std::string> references_in(std::string_view text);
/// Number of each paragraph, from 1, by key.
using Numbering = std::unordered_map<std::string, std::size_t>;
[[nodiscard]] Numbering numbering_of(const Text& text);

/// A piece of a paragraph as it is shown.
struct Piece {
    enum class Kind : std::uint8_t { words, reference, removed };
    Kind kind = Kind::words;
    std::string text;       ///< of words; of the others the key
    std::size_t number = 0; ///< of a reference: where the paragraph stands now
    bool operator==(const Piece&) const = default;
};
/// The words shown for a reference to a paragraph that is gone (source string).
[[nodiscard]] std::string_view removed_words();
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text, const Numbering& numbering);
/// The same as one text. `removed`: `removed_words()`, translated.
[[nodiscard]] std::string shown(std::string_view text, const Numbering& numbering, std::string_view removed);

/// What still stands in the way of putting a text that becomes an outcome (A/78/76, Cuba: what does not meet
/// with consensus is not included).
struct OpenPoint {
    enum class Kind : std::uint8_t { bracket, amendment, objection };
    Kind kind = Kind::bracket;
    std::string paragraph; ///< key; empty: the whole text
    std::int64_t count = 1;
    bool operator==(const OpenPoint&) const = default;
};
/// In the order of the text, brackets before amendments before objections; first what is on the whole text or
/// beside a paragraph that is gone. `amendments`: the open ones; `positions`: those that stand. Objections to
/// paragraphs that are gone count no more.
[[nodiscard]] std::vector<OpenPoint> open_points_of(const Text& text, std::span<const Amendment> amendments,
                                                    std::span<const Position> positions);

/// The text with a paragraph marked as agreed ad referendum, or not. Refuses (not_found)
/// "decisions.no_such_paragraph"; (rule), all at once, "decisions.brackets_remain",
/// "decisions.amendments_open", "decisions.objections_stand", each with count; "decisions.no_change".
[[nodiscard]] Result<Text> marked(const Text& text, std::string_view key, bool agreed,
                                  std::span<const Amendment> amendments, std::span<const Position> positions);

} // namespace poa::decisions
