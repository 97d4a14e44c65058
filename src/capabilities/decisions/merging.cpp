// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/merging.hpp"

#include "capabilities/decisions/wording.hpp"

#include <algorithm>
#include <span>

namespace poa::decisions {
namespace {

/// One of the two changes, read from the front.
class Side {
  public:
    explicit Side(WordDifference difference) : difference_(std::move(difference)) {}
    [[nodiscard]] const std::vector<Word>& words() const { return difference_.right; }
    [[nodiscard]] bool has_hunk() const { return next_ < difference_.hunks.size(); }
    [[nodiscard]] const Hunk& hunk() const { return difference_.hunks[next_]; }
    /// Word of this side for a word of the base that stands between hunks.
    [[nodiscard]] std::size_t place_of(std::size_t base_word) const { return base_word + ahead_ - behind_; }
    void pass() {
        const Hunk& passed = hunk();
        ahead_ += passed.other_end - passed.other_begin;
        behind_ += passed.end - passed.begin;
        ++next_;
    }

  private:
    WordDifference difference_;
    std::size_t next_ = 0, ahead_ = 0, behind_ = 0;
};

/// What stands after a word that neither changed: a change of line breaks counts as well.
std::string gap_of(const Word& base, const Word& ours, const Word& theirs) {
    const bool ours_changed = !ours.gap.empty() && ours.gap != base.gap;
    const bool theirs_changed = !theirs.gap.empty() && theirs.gap != base.gap;
    if (ours_changed && theirs_changed) return std::min(ours.gap, theirs.gap);
    if (ours_changed) return ours.gap;
    return theirs_changed ? theirs.gap : base.gap;
}

class Merging {
  public:
    Merging(std::string_view base, std::string_view ours, std::string_view theirs)
        : base_(words_of(base)), ours_(difference(base, ours)), theirs_(difference(base, theirs)) {}

    Merged merged() {
        while (ours_.has_hunk() || theirs_.has_hunk()) next_region();
        copy_up_to(base_.size());
        made_.text = text_of(words_, 0, words_.size());
        return std::move(made_);
    }

  private:
    void copy_up_to(std::size_t end) {
        for (; at_ < end; ++at_) {
            const Word& ours = ours_.words()[ours_.place_of(at_)];
            const Word& theirs = theirs_.words()[theirs_.place_of(at_)];
            words_.push_back({base_[at_].word, gap_of(base_[at_], ours, theirs)});
        }
    }
    void next_region() {
        const bool from_ours =
            ours_.has_hunk() && (!theirs_.has_hunk() || ours_.hunk().begin <= theirs_.hunk().begin);
        const std::size_t begin = (from_ours ? ours_ : theirs_).hunk().begin;
        copy_up_to(begin);
        const std::size_t ours_begin = ours_.place_of(begin), theirs_begin = theirs_.place_of(begin);
        std::size_t end = begin;
        bool by_ours = false, by_theirs = false;
        while (true) {
            if (ours_.has_hunk() && ours_.hunk().begin <= end)
                take(ours_, end, by_ours);
            else if (theirs_.has_hunk() && theirs_.hunk().begin <= end)
                take(theirs_, end, by_theirs);
            else
                break;
        }
        settle(begin, end, {ours_begin, ours_.place_of(end)}, {theirs_begin, theirs_.place_of(end)},
               by_ours && by_theirs, by_ours);
        at_ = end;
    }
    static void take(Side& side, std::size_t& end, bool& changed) {
        end = std::max(end, side.hunk().end);
        side.pass();
        changed = true;
    }
    struct Range {
        std::size_t begin, end;
    };
    void settle(std::size_t begin, std::size_t end, Range ours, Range theirs, bool both, bool by_ours) {
        if (both) {
            const std::string our_words = text_of(ours_.words(), ours.begin, ours.end);
            const std::string their_words = text_of(theirs_.words(), theirs.begin, theirs.end);
            if (our_words != their_words)
                made_.collisions.push_back({text_of(base_, begin, end), our_words, their_words});
        }
        const Side& side = by_ours ? ours_ : theirs_;
        const Range range = by_ours ? ours : theirs;
        for (std::size_t at = range.begin; at < range.end; ++at) words_.push_back(side.words()[at]);
        // The last word of one text has nothing behind it that the other's might have.
        if (both && ours.begin < ours.end && theirs.begin < theirs.end)
            words_.back().gap =
                std::max(ours_.words()[ours.end - 1].gap, theirs_.words()[theirs.end - 1].gap);
    }

    std::vector<Word> base_;
    Side ours_, theirs_;
    std::size_t at_ = 0;
    std::vector<Word> words_;
    Merged made_;
};

} // namespace

Merged merge_words(std::string_view base, std::string_view ours, std::string_view theirs) {
    return Merging(base, ours, theirs).merged();
}

} // namespace poa::decisions
