// SPDX-License-Identifier: Apache-2.0
#pragma once
// Levels of headings. A converter's heading marks are often wrong where the printed numbering is right, so
// the marks are believed only when they agree with the numbering.

#include "capabilities/documents/importing/blocks.hpp"

namespace poa::documents {

/// Whether headings with the same style of numbering have the same number of heading marks.
[[nodiscard]] bool are_heading_marks_consistent(const std::vector<Block>& blocks);

struct OpenHeading {
    int rank = 0;
    std::string anchor;
    bool numbered = false;
};

/// The headings that are open at a place, outermost first.
class HeadingStack {
  public:
    explicit HeadingStack(bool marks_consistent) : marks_consistent_(marks_consistent) {}

    /// Closes what a heading like `block` closes. Its level is then `open().size() + 1` above the base.
    void close_for(const Block& block, const std::optional<Enumerator>& enumerator);
    void push(const Block& block, const std::optional<Enumerator>& enumerator, std::string anchor);
    void clear() { open_.clear(); }
    [[nodiscard]] const std::vector<OpenHeading>& open() const { return open_; }

  private:
    [[nodiscard]] int rank_of(const Block& block, const std::optional<Enumerator>& enumerator) const;
    bool marks_consistent_;
    std::vector<OpenHeading> open_;
};

} // namespace poa::documents
