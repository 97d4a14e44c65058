// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/comparing/word_diff.hpp"

#include "base/text.hpp"
#include "capabilities/documents/searching/stems.hpp"

#include <algorithm>
#include <unordered_map>

namespace poa::documents {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string plain_signs(std::string_view word) {
    std::string out = fold_case(word);
    for (auto [from, to] : {std::pair<std::string_view, std::string_view>{"“", "\""},
                            {"”", "\""},
                            {"‘", "'"},
                            {"–", "-"},
                            {"—", "-"}})
        if (out.find(from) != std::string::npos) out = replace_all(std::move(out), from, to);
    return out;
}

/// Equal words get equal numbers.
class WordNumbers {
  public:
    explicit WordNumbers(bool exact) : exact_(exact) {}
    std::vector<int> number(std::string_view text, const std::vector<WordSpan>& words) {
        std::vector<int> numbers;
        numbers.reserve(words.size());
        for (const WordSpan& word : words) {
            std::string_view plain = text.substr(word.begin, word.word_end - word.begin);
            std::string key = exact_ ? std::string(plain) : plain_signs(plain);
            numbers.push_back(
                known_.try_emplace(std::move(key), static_cast<int>(known_.size())).first->second);
        }
        return numbers;
    }

  private:
    bool exact_;
    std::unordered_map<std::string, int> known_;
};

struct Pair {
    int left;
    int right;
};

/// Equal words, in order, of the shortest edit script; nothing where it is longer than the limit.
std::optional<std::vector<Pair>> myers(const std::vector<int>& a, const std::vector<int>& b) {
    const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
    const int most = std::min(n + m, differing_words_max);
    std::vector<std::vector<int>> trace; // furthest reach by diagonal, for each number of differences
    std::vector<int> reach(2 * static_cast<std::size_t>(most) + 3, 0);
    auto at = [&](std::vector<int>& v, int k) -> int& { return v[static_cast<std::size_t>(k + most + 1)]; };
    int d = 0;
    bool done = false;
    for (; d <= most && !done; ++d) {
        for (int k = -d; k <= d && !done; k += 2) {
            bool down = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1));
            int x = down ? at(reach, k + 1) : at(reach, k - 1) + 1, y = x - k;
            while (x < n && y < m && x >= 0 && y >= 0 &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)])
                ++x, ++y;
            at(reach, k) = x;
            done = x >= n && y >= m;
        }
        // Only the diagonals in reach are kept, so that memory grows with the differences, not with their
        // square limit.
        trace.emplace_back(reach.begin() + (most + 1 - d), reach.begin() + (most + 2 + d));
    }
    if (!done) return std::nullopt;
    std::vector<Pair> pairs;
    int x = n, y = m;
    for (int step = d - 1; step > 0; --step) {
        const std::vector<int>& before = trace[static_cast<std::size_t>(step - 1)];
        auto reached = [&](int k) { return before[static_cast<std::size_t>(k + step - 1)]; };
        int k = x - y;
        bool down = k == -step || (k != step && reached(k - 1) < reached(k + 1));
        int previous_k = down ? k + 1 : k - 1;
        int previous_x = reached(previous_k), previous_y = previous_x - previous_k;
        while (x > previous_x && y > previous_y) pairs.push_back({--x, --y});
        x = previous_x;
        y = previous_y;
    }
    while (x > 0 && y > 0) pairs.push_back({--x, --y});
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

class RunBuilder {
  public:
    void add(DiffRun::Kind kind, const WordSpan* left, const WordSpan* right) {
        if (runs.empty() || runs.back().kind != kind)
            runs.push_back({kind, left_done, left_done, right_done, right_done});
        if (left) runs.back().left_end = left_done = left->end;
        if (right) runs.back().right_end = right_done = right->end;
    }
    std::vector<DiffRun> runs;
    std::uint32_t left_done = 0, right_done = 0;
};

} // namespace

std::vector<WordSpan> cut_words(std::string_view text) {
    std::vector<WordSpan> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_space(text[end])) ++end; // white space before the first word
        while (end < text.size() && !is_space(text[end])) ++end;
        std::size_t word_end = end;
        while (end < text.size() && is_space(text[end])) ++end;
        words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                         static_cast<std::uint32_t>(word_end)});
        at = end;
    }
    return words;
}

std::vector<DiffRun> diff_words(std::string_view left, std::string_view right, bool exact) {
    std::vector<WordSpan> left_words = cut_words(left), right_words = cut_words(right);
    WordNumbers numbers(exact);
    std::vector<int> a = numbers.number(left, left_words), b = numbers.number(right, right_words);
    auto pairs = myers(a, b);
    RunBuilder builder;
    std::size_t i = 0, j = 0;
    auto differ_up_to = [&](std::size_t to_left, std::size_t to_right) {
        while (i < to_left) builder.add(DiffRun::Kind::left_only, &left_words[i++], nullptr);
        while (j < to_right) builder.add(DiffRun::Kind::right_only, nullptr, &right_words[j++]);
    };
    if (pairs)
        for (const Pair& pair : *pairs) {
            differ_up_to(static_cast<std::size_t>(pair.left), static_cast<std::size_t>(pair.right));
            builder.add(DiffRun::Kind::equal, &left_words[i++], &right_words[j++]);
        }
    differ_up_to(left_words.size(), right_words.size());
    return std::move(builder.runs);
}

double word_overlap(std::string_view left, std::string_view right) {
    std::unordered_map<std::string, int> counts;
    std::vector<WordSpan> left_words = cut_words(left), right_words = cut_words(right);
    if (left_words.empty() || right_words.empty()) return 0;
    for (const WordSpan& word : left_words)
        ++counts[plain_signs(left.substr(word.begin, word.word_end - word.begin))];
    std::size_t common = 0;
    for (const WordSpan& word : right_words)
        if (auto found = counts.find(plain_signs(right.substr(word.begin, word.word_end - word.begin)));
            found != counts.end() && found->second-- > 0)
            ++common;
    return 2.0 * static_cast<double>(common) / static_cast<double>(left_words.size() + right_words.size());
}

} // namespace poa::documents
