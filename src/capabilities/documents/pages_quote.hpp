// SPDX-License-Identifier: Apache-2.0
#pragma once
// Words of a passage that somebody quotes, found in its text.

#include <cstddef>
#include <optional>
#include <string_view>

namespace poa::documents {

/// Bytes [begin, end) of a text.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

/// The first place where `text` holds `quote`. Any white space is as good as any other, and typographic
/// quotation marks and apostrophes are as good as " and '; nothing else may differ. Nothing where the text
/// does not hold it, or `quote` is empty. Both must be well-formed UTF-8.
[[nodiscard]] std::optional<Stretch> find_quote(std::string_view text, std::string_view quote);

} // namespace poa::documents
