// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where in a text a quoted phrase stands. Compared leniently where printers differ: kinds of quotation marks,
// dashes and white space.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// A passage to look in.
struct PassageText {
    std::string anchor;
    std::string text;
};

struct QuotePlace {
    std::size_t passage = 0;        ///< place among the passages
    std::size_t begin = 0, end = 0; ///< bytes of its text
    bool operator==(const QuotePlace&) const = default;
};

/// A paper made ready for looking phrases up: O(text) once.
class QuoteFinder {
  public:
    explicit QuoteFinder(std::vector<PassageText> passages);
    [[nodiscard]] const std::vector<PassageText>& passages() const { return passages_; }

    struct Found {
        std::optional<QuotePlace> place; ///< empty: nowhere, or it cannot be told where
        std::size_t times = 0;           ///< how often the phrase stands in the paper
    };
    /// The place of the phrase. Where it stands more than once, the one in `locator`, or the only one in the
    /// sentence that begins as `locator` does (an ellipsis at its end is passed over); without a place where
    /// that does not decide.
    [[nodiscard]] Found find(std::string_view quote, std::string_view locator) const;

  private:
    struct Folded {
        std::string text;
        std::vector<std::size_t> origin; ///< by byte of `text`: byte of the passage; one more for the end
    };
    static Folded fold(std::string_view text);
    std::vector<PassageText> passages_;
    std::vector<Folded> folded_;
};

} // namespace poa::views
