// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/comparing/sketch.hpp"

#include "capabilities/documents/comparing/word_diff.hpp"
#include "capabilities/documents/searching/stems.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace poa::documents {
namespace {

constexpr std::size_t shingle_words = 3;

std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

/// splitmix64: one good mixing function, many by its seed.
std::uint64_t mix(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// The word without the signs around it.
std::string_view bare(std::string_view word) {
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
    return word;
}

} // namespace

Shingles shingles_of(const std::vector<std::string_view>& passages) {
    Shingles shingles;
    for (std::string_view text : passages) {
        std::vector<std::uint64_t> words;
        for (const WordSpan& span : cut_words(text)) {
            std::string word = fold_case(bare(text.substr(span.begin, span.word_end - span.begin)));
            if (!word.empty()) words.push_back(hash_text(word));
        }
        for (std::size_t i = 0; i + shingle_words <= words.size(); ++i)
            shingles.push_back(mix(words[i] ^ mix(words[i + 1] ^ mix(words[i + 2]))));
    }
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

double containment(const Shingles& a, const Shingles& b) {
    if (a.empty() || b.empty()) return 0;
    std::size_t i = 0, j = 0, common = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j])
            ++common, ++i, ++j;
        else
            ++(a[i] < b[j] ? i : j);
    }
    return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

std::array<std::int64_t, sketch_keys> sketch_of(const Shingles& shingles) {
    std::array<std::int64_t, sketch_keys> keys{};
    for (std::size_t key = 0; key < sketch_keys; ++key) {
        std::uint64_t first = std::numeric_limits<std::uint64_t>::max(), second = first;
        for (std::uint64_t shingle : shingles) {
            first = std::min(first, mix(shingle ^ mix(2 * key + 1)));
            second = std::min(second, mix(shingle ^ mix(2 * key + 2)));
        }
        keys[key] = static_cast<std::int64_t>(mix(first ^ mix(second ^ key)) >> 1);
    }
    return keys;
}

} // namespace poa::documents
