// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where a list item belongs: under which paragraph, inside which other item.

#include "capabilities/documents/importing/enumerator.hpp"

#include <string>
#include <vector>

namespace poa::documents {

/// What a list hangs from: the paragraph or heading before it.
struct ListBase {
    std::string anchor; ///< with the reply's, e.g. "egy/para-8"
    std::string label;  ///< "Egypt, para. 8"
};

struct PlacedItem {
    std::string anchor; ///< wanted: "egy/para-8/a"
    std::string label;  ///< "Egypt, para. 8 (a)"
    std::string number; ///< as printed; empty for a bullet
    int level = 1;
};

class ListNesting {
  public:
    /// A heading or a numbered paragraph: all lists are closed.
    void start_at(ListBase base);
    /// An unnumbered paragraph: what follows may go on with the open list ("(b)" after a paragraph that
    /// interrupts item (a)), or begin a list of this paragraph.
    void interrupt_at(ListBase base);
    [[nodiscard]] PlacedItem place(const Enumerator& enumerator, int indent,
                                   bool item_before_ends_with_colon);
    [[nodiscard]] bool is_open() const { return !open_.empty(); }

  private:
    struct Open {
        Enumerator::Kind kind;
        int place;
        int indent;
        std::string anchor;
        std::string label;
    };
    [[nodiscard]] Enumerator::Kind kind_of(const Enumerator& enumerator) const;
    void close_for(Enumerator::Kind kind, int place, int indent, bool colon);
    [[nodiscard]] bool goes_on(Enumerator::Kind kind, int place) const;

    ListBase base_;
    std::vector<Open> open_;
    bool interrupted_ = false;
    ListBase interrupting_;
};

} // namespace poa::documents
