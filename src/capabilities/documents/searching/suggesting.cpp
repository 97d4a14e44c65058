// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/suggesting.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace poa::documents {
namespace {

constexpr int32_t letters_min = 4, letters_max = 24, beginning = 7;
constexpr int32_t long_word = 7;

icu::UnicodeString wide(std::string_view word) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
}

/// FNV-1a over UTF-16 units; its only use is look-up, and a wrong neighbour is thrown out by its distance.
std::int64_t number_of(const icu::UnicodeString& text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (int32_t i = 0; i < text.length(); ++i) hash = (hash ^ text[i]) * 1099511628211ULL;
    return static_cast<std::int64_t>(hash >> 1);
}

void add_deletions(const icu::UnicodeString& text, int deletions, int32_t from,
                   std::vector<std::int64_t>& out) {
    out.push_back(number_of(text));
    if (deletions == 0 || text.length() <= 2) return;
    for (int32_t i = from; i < text.length(); ++i) {
        icu::UnicodeString shorter(text);
        shorter.remove(i, 1);
        add_deletions(shorter, deletions - 1, i, out);
    }
}

} // namespace

bool is_vocabulary_word(std::string_view word) {
    if (word.size() > 4 * static_cast<std::size_t>(letters_max)) return false;
    icu::UnicodeString text = wide(word);
    if (text.length() < letters_min || text.length() > letters_max) return false;
    for (int32_t i = 0; i < text.length(); ++i) {
        UErrorCode status = U_ZERO_ERROR;
        if (!u_isalpha(text[i]) || uscript_getScript(text[i], &status) == USCRIPT_HAN) return false;
    }
    return true;
}

int distance_allowed(std::string_view word) {
    return wide(word).length() < long_word ? 1 : 2;
}

std::vector<std::int64_t> shapes_of(std::string_view word) {
    icu::UnicodeString text = wide(word);
    int deletions = text.length() < long_word - 1 ? 1 : 2;
    text.truncate(beginning);
    std::vector<std::int64_t> shapes;
    add_deletions(text, deletions, 0, shapes);
    std::sort(shapes.begin(), shapes.end());
    shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
    return shapes;
}

int edit_distance(std::string_view a, std::string_view b, int most) {
    icu::UnicodeString left = wide(a), right = wide(b);
    int32_t n = left.length(), m = right.length();
    if (std::abs(n - m) > most || n > 64 || m > 64) return most + 1;
    std::vector<std::vector<int>> cost(static_cast<std::size_t>(n) + 1,
                                       std::vector<int>(static_cast<std::size_t>(m) + 1));
    auto at = [&](int32_t i, int32_t j) -> int& {
        return cost[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    };
    for (int32_t i = 0; i <= n; ++i) at(i, 0) = i;
    for (int32_t j = 0; j <= m; ++j) at(0, j) = j;
    for (int32_t i = 1; i <= n; ++i)
        for (int32_t j = 1; j <= m; ++j) {
            int change = left[i - 1] == right[j - 1] ? 0 : 1;
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    return std::min(at(n, m), most + 1);
}

} // namespace poa::documents
