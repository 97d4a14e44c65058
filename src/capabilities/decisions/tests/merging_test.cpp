// SPDX-License-Identifier: Apache-2.0
// Two changes of one wording: what is brought together, and what is not.
#include "capabilities/decisions/merging.hpp"
#include "capabilities/decisions/paragraph.hpp"
#include "capabilities/decisions/wording.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace poa::decisions {
namespace {

/// The text, or where both changed it: base|ours|theirs.
std::string told(const Merged& merged) {
    if (merged.is_clean()) return merged.text;
    std::string all;
    for (const Collision& one : merged.collisions)
        all += fmt::format("<{}|{}|{}>", one.base, one.ours, one.theirs);
    return all;
}

TEST(MergingWords, BringsTogetherWhatDoesNotTouch) {
    struct Row {
        std::string_view what, base, ours, theirs, merged;
    };
    constexpr std::string_view base = "States should share what they know of threats every year";
    for (const Row& row : {
             Row{"nobody changed", base, base, base, base},
             {"one changed", base, base, "States shall share what they know of threats every year",
              "States shall share what they know of threats every year"},
             {"both, far from each other", base, "States shall share what they know of threats every year",
              "States should share what they know of threats every month",
              "States shall share what they know of threats every month"},
             {"a word more and a word less", base,
              "All States should share what they know of threats every year",
              "States should share what they know of threats",
              "All States should share what they know of threats"},
             {"the same change twice is one", base, "States shall share what they know of threats every year",
              "States shall share what they know of threats every year",
              "States shall share what they know of threats every year"},
             {"at both ends", "a b c", "x a b c", "a b c y", "x a b c y"},
             {"two words for one", base, "States will not share what they know of threats every year",
              "States should share all they know of threats every year",
              "States will not share all they know of threats every year"},
             {"all gone, nothing changed", "a b", "", "a b", ""},
             {"into nothing", "", "", "a b", "a b"},
             {"line breaks stay", "first\nsecond part\nthird", "first\nsecond half\nthird",
              "the first\nsecond part\nthird", "the first\nsecond half\nthird"},
             {"signs without blanks", "各国应分享信息", "各国须分享信息", "各国应分享所有信息",
              "各国须分享所有信息"},
             {"Arabic", "على الدول أن تتبادل المعلومات سنويا", "ينبغي للدول أن تتبادل المعلومات سنويا",
              "على الدول أن تتبادل المعلومات شهريا", "ينبغي للدول أن تتبادل المعلومات شهريا"},
         }) {
        EXPECT_EQ(told(merge_words(row.base, row.ours, row.theirs)), row.merged) << row.what;
        EXPECT_EQ(told(merge_words(row.base, row.theirs, row.ours)), row.merged) << row.what << ", turned";
    }
}

TEST(MergingWords, ShowsBothWordingsWhereTheyTouch) {
    struct Row {
        std::string_view what, base, ours, theirs, told;
    };
    for (const Row& row : {
             Row{"the same word", "States should act", "States shall act", "States may act",
                 "<should|shall|may>"},
             {"words beside each other", "States should act", "States shall act", "States should react",
              "<should act|shall act|should react>"},
             {"one deletes what the other changes", "States should act now", "States act now",
              "States must act now", "<should||must>"},
             {"both put in at one place", "a b", "a x b", "a y b", "<|x|y>"},
             {"two places, one of them clean", "a b c d e f g", "A b c d e f G", "a b C d e f g2",
              "<g|G|g2>"},
             {"one sign", "各国应分享", "各国须分享", "各国可分享", "<应|须|可>"},
         })
        EXPECT_EQ(told(merge_words(row.base, row.ours, row.theirs)), row.told) << row.what;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

struct Edit {
    std::size_t at, length;
    std::vector<std::string> words;
};
std::vector<std::string> with(std::vector<std::string> words, const Edit& edit) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(edit.at);
    const auto at = words.erase(begin, begin + static_cast<std::ptrdiff_t>(edit.length));
    words.insert(at, edit.words.begin(), edit.words.end());
    return words;
}

// Any two changes with an unchanged word between them are both there afterwards, in either order.
TEST(MergingWords, ChangesThatDoNotTouchAreBothKeptInEitherOrder) {
    EXPECT_TRUE(rc::check([] {
        std::vector<std::string> base;
        for (int number = *rc::gen::inRange(5, 40); number > 0; --number)
            base.push_back(fmt::format("w{}", number));
        const std::size_t middle = *rc::gen::inRange<std::size_t>(1, base.size() - 1);
        // Words [begin, middle) and (middle, end): the word in the middle stays.
        const auto edit = [](std::size_t from, std::size_t to, char sign) {
            Edit made{*rc::gen::inRange(from, to + 1), 0, {}};
            made.length = *rc::gen::inRange<std::size_t>(0, to - made.at + 1);
            const int least = made.length == 0 ? 1 : 0;
            for (int number = *rc::gen::inRange(least, 4); number > 0; --number)
                made.words.push_back(fmt::format("{}{}", sign, number));
            return made;
        };
        const Edit first = edit(0, middle, 'x');
        const Edit second = edit(middle + 1, base.size(), 'y');
        const std::string all = joined(with(with(base, second), first));
        const std::string one = joined(with(base, first)), other = joined(with(base, second));
        const Merged merged = merge_words(joined(base), one, other);
        RC_ASSERT(merged.is_clean());
        RC_ASSERT(merged.text == all);
        RC_ASSERT(merge_words(joined(base), other, one).text == all);
    }));
}

// Whatever the three texts are: nobody's change is lost without being told, and the order does not matter.
TEST(MergingWords, OneSideUnchangedGivesTheOtherAndOrderDoesNotMatter) {
    EXPECT_TRUE(rc::check([] {
        const auto words = [] {
            return joined(*rc::gen::container<std::vector<std::string>>(
                rc::gen::element<std::string>("a", "b", "c", "d", "全", "[x]")));
        };
        const std::string base = plain_paragraph(words()), one = plain_paragraph(words()),
                          other = plain_paragraph(words());
        RC_ASSERT(merge_words(base, one, base).text == one);
        RC_ASSERT(merge_words(base, base, one).text == one);
        RC_ASSERT(merge_words(base, one, one).is_clean());
        const Merged merged = merge_words(base, one, other), turned = merge_words(base, other, one);
        RC_ASSERT(merged.is_clean() == turned.is_clean());
        if (merged.is_clean()) RC_ASSERT(merged.text == turned.text);
    }));
}

TEST(Wording, IsPutTogetherAsItWasCut) {
    for (const std::string_view text :
         {"a b  c", "各国，应 act 分享。", "one\ntwo", "国a国", "", "日本語 text"}) {
        const std::string plain = plain_paragraph(text);
        const std::vector<Word> words = words_of(plain);
        EXPECT_EQ(text_of(words, 0, words.size()), plain);
    }
}

} // namespace
} // namespace poa::decisions
