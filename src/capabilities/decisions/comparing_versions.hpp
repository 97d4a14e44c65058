// SPDX-License-Identifier: Apache-2.0
#pragma once
// Two versions of a text: paragraph by paragraph, as their keys have it, and word by word.

#include "capabilities/decisions/marking.hpp"
#include "capabilities/decisions/paragraph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

struct ComparedRun {
    enum class Kind : std::uint8_t { same, removed, added };
    Kind kind = Kind::same;
    std::string text;
    std::string gap; ///< white space to the next run
    bool operator==(const ComparedRun&) const = default;
};
struct ComparedParagraph {
    enum class Kind : std::uint8_t { same, changed, added, removed };
    Kind kind = Kind::same;
    std::string key;
    std::size_t number_before = 0, number_after = 0; ///< from 1; 0: it does not stand in that version
    bool moved = false;                              ///< among those that both versions have
    bool agreed_before = false, agreed_after = false;
    std::vector<ComparedRun> runs;
};
[[nodiscard]] std::string_view name_of(ComparedParagraph::Kind kind);

/// In the order of `after`; what it has no more is put in behind what it stood behind. As few paragraphs as
/// possible count as moved.
[[nodiscard]] std::vector<ComparedParagraph> compare_texts(const Text& before, const Text& after);
/// The differences of two wordings.
[[nodiscard]] std::vector<ComparedRun> compare_wordings(std::string_view before, std::string_view after);

/// The text alone: numbered, references as numbers, an empty line between paragraphs. `removed`: as `shown`.
[[nodiscard]] std::string clean_copy(const Text& text, std::string_view removed);
/// What changed, as official texts print it: new words **bold**, old ones ~~struck~~. References as numbers
/// of the newer version.
[[nodiscard]] std::string marked_up_copy(const std::vector<ComparedParagraph>& compared, const Text& after,
                                         std::string_view removed);

} // namespace poa::decisions
