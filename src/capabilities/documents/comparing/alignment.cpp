// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/comparing/alignment.hpp"

#include "capabilities/documents/comparing/word_diff.hpp"
#include "capabilities/documents/searching/stems.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace poa::documents {
namespace {

constexpr std::size_t weighed_passages_max = 400;

struct Words {
    std::vector<int> sorted;
    std::string plain; ///< words joined by one space
};

class WordBook {
  public:
    Words read(std::string_view text) {
        Words words;
        for (const WordSpan& span : cut_words(text)) {
            std::string word = fold_case(text.substr(span.begin, span.word_end - span.begin));
            words.plain += text.substr(span.begin, span.word_end - span.begin);
            words.plain += ' ';
            words.sorted.push_back(
                known_.try_emplace(std::move(word), static_cast<int>(known_.size())).first->second);
        }
        std::sort(words.sorted.begin(), words.sorted.end());
        return words;
    }

  private:
    std::unordered_map<std::string, int> known_;
};

double overlap(const Words& a, const Words& b) {
    if (a.sorted.empty() || b.sorted.empty()) return 0;
    std::size_t i = 0, j = 0, common = 0;
    while (i < a.sorted.size() && j < b.sorted.size()) {
        if (a.sorted[i] == b.sorted[j])
            ++common, ++i, ++j;
        else
            ++(a.sorted[i] < b.sorted[j] ? i : j);
    }
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.sorted.size() + b.sorted.size());
}

class Aligner {
  public:
    Aligner(const std::vector<std::string_view>& left, const std::vector<std::string_view>& right) {
        WordBook book;
        for (std::string_view text : left) left_.push_back(book.read(text));
        for (std::string_view text : right) right_.push_back(book.read(text));
    }

    std::vector<AlignedPair> run() {
        align(0, left_.size(), 0, right_.size());
        return std::move(pairs_);
    }

  private:
    void align(std::size_t l0, std::size_t l1, std::size_t r0, std::size_t r1) {
        if (l1 - l0 <= weighed_passages_max && r1 - r0 <= weighed_passages_max) return weigh(l0, l1, r0, r1);
        // Passages equal in both, and once in each, cut long texts into short ones.
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t r = r0; r < r1; ++r) {
            auto [found, fresh] = places.try_emplace(right_[r].plain, r);
            if (!fresh) found->second = r1;
        }
        std::size_t l_done = l0, r_done = r0;
        for (std::size_t l = l0; l < l1; ++l) {
            auto found = places.find(left_[l].plain);
            if (found == places.end() || found->second >= r1 || found->second < r_done) continue;
            piecewise(l_done, l, r_done, found->second);
            pairs_.push_back({l, found->second, 1, true});
            l_done = l + 1;
            r_done = found->second + 1;
        }
        piecewise(l_done, l1, r_done, r1);
    }

    /// What no equal passage cuts is cut by length, so that the work stays bounded.
    void piecewise(std::size_t l0, std::size_t l1, std::size_t r0, std::size_t r1) {
        while (l1 - l0 > weighed_passages_max || r1 - r0 > weighed_passages_max) {
            std::size_t l = std::min(l0 + weighed_passages_max, l1),
                        r = std::min(r0 + weighed_passages_max, r1);
            weigh(l0, l, r0, r);
            l0 = l;
            r0 = r;
        }
        weigh(l0, l1, r0, r1);
    }

    /// The pairing in order with the greatest sum of overlaps (Needleman and Wunsch, 1970).
    void weigh(std::size_t l0, std::size_t l1, std::size_t r0, std::size_t r1) {
        std::size_t n = l1 - l0, m = r1 - r0;
        std::vector<float> best((n + 1) * (m + 1), 0), same(n * m, 0);
        auto at = [&](std::size_t i, std::size_t j) -> float& { return best[i * (m + 1) + j]; };
        for (std::size_t i = n; i-- > 0;)
            for (std::size_t j = m; j-- > 0;) {
                auto share = static_cast<float>(overlap(left_[l0 + i], right_[r0 + j]));
                same[i * m + j] = share;
                float taken =
                    share >= static_cast<float>(same_passage_overlap_min) ? share + at(i + 1, j + 1) : 0;
                at(i, j) = std::max({taken, at(i + 1, j), at(i, j + 1)});
            }
        std::size_t i = 0, j = 0;
        while (i < n || j < m) {
            bool pair = i < n && j < m && same[i * m + j] >= static_cast<float>(same_passage_overlap_min) &&
                        at(i, j) == same[i * m + j] + at(i + 1, j + 1);
            if (pair) {
                add_pair(l0 + i++, r0 + j++);
            } else if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1))) {
                pairs_.push_back({l0 + i++, std::nullopt, 0, false});
            } else {
                pairs_.push_back({std::nullopt, r0 + j++, 0, false});
            }
        }
    }

    void add_pair(std::size_t l, std::size_t r) {
        pairs_.push_back({l, r, overlap(left_[l], right_[r]), left_[l].plain == right_[r].plain});
    }

    std::vector<Words> left_, right_;
    std::vector<AlignedPair> pairs_;
};

} // namespace

std::vector<AlignedPair> align_passages(const std::vector<std::string_view>& left,
                                        const std::vector<std::string_view>& right) {
    return Aligner(left, right).run();
}

} // namespace poa::documents
