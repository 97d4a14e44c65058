// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/heading_levels.hpp"

namespace poa::documents {

bool are_heading_marks_consistent(const std::vector<Block>& blocks) {
    std::map<Enumerator::Kind, int> seen;
    bool any = false;
    for (const Block& block : blocks) {
        if (block.kind != Block::Kind::heading || block.hash_level == 0) continue;
        any = true;
        auto enumerator = read_heading_enumerator(block.source);
        if (!enumerator || enumerator->number.find('.') != std::string::npos) continue;
        auto [found, fresh] = seen.try_emplace(enumerator->kind, block.hash_level);
        if (!fresh && found->second != block.hash_level) return false;
    }
    return any;
}

int HeadingStack::rank_of(const Block& block, const std::optional<Enumerator>& enumerator) const {
    if (marks_consistent_)
        return block.hash_level > 0 ? block.hash_level : block.emphasis == Block::Emphasis::italic ? 8 : 7;
    if (!enumerator) return block.emphasis == Block::Emphasis::italic ? 60 : 30;
    switch (enumerator->kind) {
    case Enumerator::Kind::big_roman:
        return 0;
    case Enumerator::Kind::big_letter:
        return 10;
    case Enumerator::Kind::number:
        return 20 + static_cast<int>(std::count(enumerator->number.begin(), enumerator->number.end(), '.'));
    case Enumerator::Kind::letter:
        return 40;
    case Enumerator::Kind::roman:
        return enumerator->may_be_letter && enumerator->number != "i" ? 40 : 50;
    case Enumerator::Kind::bullet:
        return 30;
    }
    return 30;
}

void HeadingStack::close_for(const Block& block, const std::optional<Enumerator>& enumerator) {
    int rank = rank_of(block, enumerator);
    while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
}

void HeadingStack::push(const Block& block, const std::optional<Enumerator>& enumerator, std::string anchor) {
    open_.push_back({rank_of(block, enumerator), std::move(anchor), enumerator.has_value()});
}

} // namespace poa::documents
