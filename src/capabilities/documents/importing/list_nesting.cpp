// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/list_nesting.hpp"

#include <algorithm>

namespace poa::documents {
namespace {

using Kind = Enumerator::Kind;

constexpr std::size_t depth_max = 12; // deeper items are kept beside the twelfth

/// The sign of the level in labels: "(a)", "bullet 2".
std::string label_of(Kind kind, const std::string& number, int place) {
    if (kind == Kind::bullet) return ", bullet " + std::to_string(place);
    return " (" + number + ")";
}

} // namespace

void ListNesting::start_at(ListBase base) {
    base_ = std::move(base);
    open_.clear();
    interrupted_ = false;
}

void ListNesting::interrupt_at(ListBase base) {
    if (open_.empty()) return start_at(std::move(base));
    interrupted_ = true;
    interrupting_ = std::move(base);
}

/// "(i)" is a letter after "(h)", else Roman; the same for "(v)" after "(u)" and "(x)" after "(w)", and for
/// the big ones.
Kind ListNesting::kind_of(const Enumerator& enumerator) const {
    bool big = enumerator.kind == Kind::big_roman;
    if ((enumerator.kind != Kind::roman && !big) || !enumerator.may_be_letter) return enumerator.kind;
    Kind letter = big ? Kind::big_letter : Kind::letter;
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
        if (open->kind == enumerator.kind && open->place + 1 == ordinal_of_roman(enumerator.number))
            return enumerator.kind;
        if (open->kind == letter && open->place + 1 == ordinal_of_letter(enumerator.number)) return letter;
    }
    return enumerator.kind;
}

bool ListNesting::goes_on(Kind kind, int place) const {
    return std::any_of(open_.begin(), open_.end(), [&](const Open& open) {
        return kind != Kind::bullet && open.kind == kind && open.place + 1 == place;
    });
}

void ListNesting::close_for(Kind kind, int place, int indent, bool colon) {
    if (interrupted_ && !goes_on(kind, place)) start_at(std::move(interrupting_));
    interrupted_ = false;
    if (kind == Kind::bullet) {
        while (!open_.empty() && open_.back().kind == Kind::bullet && open_.back().indent > indent)
            open_.pop_back();
        // Bullets after "(a) ...:" belong to it; after a finished "(a) ..." they are the paragraph's.
        if (!open_.empty() && open_.back().kind != Kind::bullet && !colon && indent <= open_.back().indent)
            open_.clear();
        return;
    }
    auto same =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.kind == kind; });
    if (same != open_.rend()) {
        open_.erase(same.base(), open_.end());
        return;
    }
    // A row that stands further out is not of the inner list.
    while (!open_.empty() && open_.back().indent > indent + 1) open_.pop_back();
    if (!open_.empty() && open_.back().kind == Kind::bullet && open_.back().indent >= indent) open_.clear();
}

PlacedItem ListNesting::place(const Enumerator& enumerator, int indent, bool item_before_ends_with_colon) {
    Kind kind = kind_of(enumerator);
    bool by_letter = kind == Kind::letter || kind == Kind::big_letter;
    int printed = by_letter ? ordinal_of_letter(enumerator.number) : ordinal_of(enumerator);
    close_for(kind, printed, indent, item_before_ends_with_colon);
    bool sibling =
        !open_.empty() && open_.back().kind == kind &&
        (kind != Kind::bullet || std::abs(open_.back().indent - indent) <= 1 || open_.size() >= depth_max);
    int place = kind == Kind::bullet ? (sibling ? open_.back().place + 1 : 1) : printed;
    int kept_indent = sibling ? open_.back().indent : indent;
    if (sibling || open_.size() >= depth_max) open_.pop_back();
    const std::string& anchor = open_.empty() ? base_.anchor : open_.back().anchor;
    const std::string& label = open_.empty() ? base_.label : open_.back().label;
    std::string step = kind == Kind::bullet ? "b" + std::to_string(place) : enumerator.number;
    PlacedItem item{anchor + "/" + step, label + label_of(kind, enumerator.number, place),
                    kind == Kind::bullet ? std::string() : enumerator.number,
                    static_cast<int>(open_.size()) + 1};
    open_.push_back({kind, place, kept_indent, item.anchor, item.label});
    return item;
}

} // namespace poa::documents
