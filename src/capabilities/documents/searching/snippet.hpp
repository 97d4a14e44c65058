// SPDX-License-Identifier: Apache-2.0
#pragma once
// The part of a passage that shows why it was found.

#include "capabilities/documents/searching/search_query.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace poa::documents {

inline constexpr std::size_t snippet_characters_max = 280;

struct Snippet {
    std::string text; ///< whole words of the passage
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        hits; ///< bytes [begin, end) in `text`, in order, apart
    bool cut_before = false;
    bool cut_after = false;
};

/// The window with the most different terms of `query`, and of these the earliest. Without any hit: the
/// beginning.
[[nodiscard]] Snippet make_snippet(std::string_view text, Language language, const SearchQuery& query);

} // namespace poa::documents
