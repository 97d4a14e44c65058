// SPDX-License-Identifier: Apache-2.0
#pragma once
// A rolling text: open amendments taken into the text as brackets and alternatives, for the next reading.
//   one change of some words        States [should] [XXA: shall] act.
//   one new wording altogether, or several
//                                   [Alt 1: as it stands] [Alt 2 (XXA): as proposed] [Alt 3: by nobody named]
//   a deletion                      [Alt 1: as it stands] [Alt 2 (XXA): —]
//   a new paragraph                 [XXA: the wording]
// A paragraph that consists of alternatives gets further ones. Moves stay open: no bracket says where.

#include "capabilities/decisions/amending.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

struct Compiled {
    Text text;
    std::vector<std::int64_t> taken;     ///< numbers of the amendments that are in it now
    std::vector<std::string> paragraphs; ///< keys that it changed or made
};
/// What it needs to know beside the text.
struct CompilingNeeds {
    std::function<std::string(std::string_view key)> place_of; ///< that a paragraph has or last had
    std::function<std::string()> new_key;
};
/// `amendments`: the open ones in the order they were made, those to amendments among them. Attributed ones
/// are named only where `attribution`.
[[nodiscard]] Compiled compile(const Text& text, std::span<const Amendment> amendments, bool attribution,
                               const CompilingNeeds& needs);

/// One of the alternatives that a whole paragraph consists of.
struct Alternative {
    std::string by;   ///< "XXA"; empty: nobody is named
    std::string text; ///< "—": no such paragraph
    bool operator==(const Alternative&) const = default;
};
/// Empty where the paragraph is anything else.
[[nodiscard]] std::vector<Alternative> alternatives_of(std::string_view paragraph);
[[nodiscard]] std::string paragraph_of(std::span<const Alternative> alternatives);

} // namespace poa::decisions
