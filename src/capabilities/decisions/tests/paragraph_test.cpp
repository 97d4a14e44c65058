// SPDX-License-Identifier: Apache-2.0
// Paragraphs, their keys and their places.
#include "capabilities/decisions/paragraph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace poa::decisions {
namespace {

using testing::ElementsAre;

TEST(Paragraphs, AreWhatEmptyLinesDivide) {
    EXPECT_THAT(cut_paragraphs("One\r\n\r\n\r\n  Two  parts\nsecond line \n \t\nThree\n"),
                ElementsAre("One", "Two parts\nsecond line", "Three"));
    EXPECT_TRUE(cut_paragraphs(" \n\n").empty());
    EXPECT_EQ(plain_paragraph(" e\xCC\x81tat\xC2\xA0 un \n\n deux"), "état un\ndeux");
}

TEST(Paragraphs, KeysAreReadAsTheyAreWritten) {
    EXPECT_EQ(number_in_key(key_of(7)), 7);
    for (const std::string_view wrong : {"", "p", "p0", "p07", "q7", "p7x", "p-7", "p99999999999", "7"})
        EXPECT_FALSE(number_in_key(wrong)) << wrong;
}

TEST(Places, StandBetweenTheirNeighbours) {
    struct Row {
        std::string_view low, high;
    };
    for (const Row& row : {Row{"", ""},
                           {"a", "b"},
                           {"a", "a1"},
                           {"", "1"},
                           {"", "01"},
                           {"z", ""},
                           {"zz", ""},
                           {"a", "a01"},
                           {"hzz", "i"}}) {
        const std::string place = place_between(row.low, row.high);
        EXPECT_LT(row.low, place);
        EXPECT_TRUE(row.high.empty() || place < row.high) << place;
        EXPECT_NE(place.back(), '0') << "nothing could stand before it";
    }
}

// Whatever is put in where, the order is that of the places, and they stay short.
TEST(Places, HoldAnyOrderOfPuttingIn) {
    EXPECT_TRUE(rc::check([] {
        std::vector<std::string> places = spread_places(*rc::gen::inRange<std::size_t>(0, 50));
        for (int times = *rc::gen::inRange(1, 200); times > 0; --times) {
            const auto at = *rc::gen::inRange<std::size_t>(0, places.size() + 1);
            const std::string place = place_between(at == 0 ? std::string_view() : places[at - 1],
                                                    at == places.size() ? std::string_view() : places[at]);
            places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), place);
        }
        RC_ASSERT(std::ranges::is_sorted(places));
        RC_ASSERT(std::ranges::adjacent_find(places) == places.end());
    }));
    std::string last;
    for (int number = 0; number < 1000; ++number) last = place_between(last, "");
    EXPECT_LE(last.size(), 40U) << "a text that grows at its end";
}

TEST(Places, ManyAreSpread) {
    const std::vector<std::string> places = spread_places(5000);
    EXPECT_TRUE(std::ranges::is_sorted(places));
    EXPECT_EQ(std::ranges::adjacent_find(places), places.end());
    EXPECT_LE(places.back().size(), 3U);
}

} // namespace
} // namespace poa::decisions
