// SPDX-License-Identifier: Apache-2.0
#pragma once
// Lines that begin with a number, a letter or a bullet where no blank line tells that something begins.

#include "capabilities/documents/importing/enumerator.hpp"

#include <string>
#include <vector>

namespace poa::documents {

/// The numbers that came last, one for each indent: "2." inside "17." leaves 18 as the next outside.
class NumberRows {
  public:
    void take(int number, int indent);
    void clear() { rows_.clear(); }
    /// The next number of an open row; a first one deeper than `item_indent` opens a row.
    [[nodiscard]] bool is_next(int number, int indent, int item_indent) const;
    /// The number that came last; 0 before any.
    [[nodiscard]] int last() const { return rows_.empty() ? 0 : rows_.back().number; }

  private:
    struct Row {
        int indent;
        int number;
    };
    std::vector<Row> rows_;
};

/// Whether a line with a number begins a paragraph, although text stands right before it: what follows the
/// number begins big, and the number goes on from `last`, or is the first, or a greater one after a sentence.
[[nodiscard]] bool begins_numbered_line(std::string_view text_before, const Enumerator& enumerator,
                                        std::string_view line, int last);

/// "1.<tab>Text": its only tab follows the enumerator, so it is no row of a table.
[[nodiscard]] bool is_tab_after_enumerator(std::string_view line);

/// An enumerator as printed, without the bullet a converter put before it: "- (a) " gives "(a) ".
[[nodiscard]] std::string printed_part(std::string_view mark);

} // namespace poa::documents
