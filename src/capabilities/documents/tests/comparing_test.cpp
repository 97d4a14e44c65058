// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/comparing/alignment.hpp"
#include "capabilities/documents/comparing/text_units.hpp"
#include "capabilities/documents/comparing/word_diff.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poa::documents::test {
namespace {

/// The runs cover both texts, and what is called equal is.
void expect_sound(std::string_view left, std::string_view right) {
    std::string l, r;
    for (const DiffRun& run : diff_words(left, right)) {
        std::string_view a = left.substr(run.left_begin, run.left_end - run.left_begin),
                         b = right.substr(run.right_begin, run.right_end - run.right_begin);
        l += a;
        r += b;
        EXPECT_TRUE(run.kind != DiffRun::Kind::left_only || b.empty());
        EXPECT_TRUE(run.kind != DiffRun::Kind::right_only || a.empty());
    }
    EXPECT_EQ(l, left);
    EXPECT_EQ(r, right);
}

std::size_t words_that_differ(std::string_view left, std::string_view right) {
    std::size_t count = 0;
    for (const DiffRun& run : diff_words(left, right)) {
        if (run.kind == DiffRun::Kind::equal) continue;
        count += cut_words(left.substr(run.left_begin, run.left_end - run.left_begin)).size();
        count += cut_words(right.substr(run.right_begin, run.right_end - run.right_begin)).size();
    }
    return count;
}

TEST(WordDiff, FindsTheShortestScript) {
    EXPECT_EQ(words_that_differ("the PoA could help", "the programme of action could help"), 4U);
    EXPECT_EQ(words_that_differ("a b c a b b a", "c b a b a c"), 5U); // Myers' own example
    EXPECT_EQ(words_that_differ("same words", "same words"), 0U);
    EXPECT_EQ(words_that_differ("", "two words"), 2U);
    EXPECT_EQ(words_that_differ("", ""), 0U);
}

/// The length of the shortest script by the quadratic table, to hold the quick way against.
std::size_t slow_distance(const std::vector<int>& a, const std::vector<int>& b) {
    std::vector<std::vector<std::size_t>> t(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0)
                t[i][j] = i + j;
            else if (a[i - 1] == b[j - 1])
                t[i][j] = t[i - 1][j - 1];
            else
                t[i][j] = 1 + std::min(t[i - 1][j], t[i][j - 1]);
        }
    return t[a.size()][b.size()];
}

TEST(WordDiff, IsSoundAndShortestOnRandomTexts) {
    std::mt19937 random(42);
    for (int round = 0; round < 400; ++round) {
        std::vector<int> a(random() % 30), b(random() % 30);
        std::string left, right;
        for (int& word : a)
            left += static_cast<char>('a' + (word = static_cast<int>(random() % 4))), left += ' ';
        for (int& word : b)
            right += static_cast<char>('a' + (word = static_cast<int>(random() % 4))), right += ' ';
        expect_sound(left, right);
        EXPECT_EQ(words_that_differ(left, right), slow_distance(a, b)) << left << "| " << right;
    }
}

TEST(WordDiff, GivesUpInBoundedTime) {
    std::string left, right;
    for (int i = 0; i < 60'000; ++i)
        left += "l" + std::to_string(i) + " ", right += "r" + std::to_string(i) + " ";
    auto begin = std::chrono::steady_clock::now();
    expect_sound(left, right);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(Alignment, PairsPassagesInOrder) {
    auto pairs = align_passages({"one two three four", "a new passage of its own", "five six seven eight"},
                                {"one two three four", "five six seven nine", "a very last thing indeed"});
    ASSERT_EQ(pairs.size(), 4U);
    EXPECT_TRUE(pairs[0].equal);
    EXPECT_FALSE(pairs[1].right);
    EXPECT_EQ(pairs[2].left, 2U);
    EXPECT_EQ(pairs[2].right, 1U);
    EXPECT_FALSE(pairs[2].equal);
    EXPECT_FALSE(pairs[3].left);
}

TEST(Alignment, CoversLongTextsToo) {
    std::vector<std::string> texts;
    for (int i = 0; i < 3'000; ++i) texts.push_back("passage number " + std::to_string(i) + " of many");
    std::vector<std::string_view> left(texts.begin(), texts.end()), right(texts.begin() + 100, texts.end());
    auto begin = std::chrono::steady_clock::now();
    auto pairs = align_passages(left, right);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    std::size_t equal = 0;
    for (const AlignedPair& pair : pairs) equal += pair.equal;
    EXPECT_EQ(equal, 2'900U);
}

TEST(Repetitions, OnlyTheStatesOwnPapersRepeatReplies) {
    std::vector<TextUnit> replies = text_units_of(report());
    EXPECT_EQ(replies.size(), 37U);
    for (auto [file, state] : {std::pair{"canada.txt", "can"},
                               {"new-zealand.txt", "nzl"},
                               {"cyberpeace-institute.txt", ""},
                               {"multistakeholder-paper.txt", ""}}) {
        std::vector<TextUnit> paper = text_units_of(parse_seed(file));
        ASSERT_EQ(paper.size(), 1U);
        std::string repeated;
        for (const TextUnit& reply : replies)
            if (containment(paper[0].shingles, reply.shingles) >= repeats_min) repeated += reply.anchor;
        EXPECT_EQ(repeated, state) << file;
    }
}

TEST(Repetitions, ShareAKeyOfTheSketch) {
    std::vector<TextUnit> replies = text_units_of(report());
    TextUnit canada = text_units_of(parse_seed("canada.txt")).front();
    for (const TextUnit& reply : replies) {
        std::size_t shared = 0;
        for (std::size_t i = 0; i < sketch_keys; ++i) shared += reply.sketch[i] == canada.sketch[i];
        if (reply.anchor == "can") {
            EXPECT_GT(shared, 3U);
        } else {
            EXPECT_EQ(shared, 0U) << reply.anchor;
        }
    }
}

} // namespace
} // namespace poa::documents::test
