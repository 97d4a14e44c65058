// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/word_count.hpp"

#include <gtest/gtest.h>

namespace poa::views::test {
namespace {

TEST(WordCounts, AreOfWordsAndNumbersInAnyLanguage) {
    struct Row {
        const char* text;
        int least, most; ///< a dictionary may part Chinese in more than one way
    };
    const Row rows[] = {
        {"", 0, 0},
        {"...", 0, 0},
        {"Lamps burn.", 2, 2},
        {"Lamps, 12 lamps, burn: all night.", 6, 6},
        {"La lampe n’est pas l’étoile", 5, 7},
        {"Лампы горят всю ночь", 4, 4},
        {"المصابيح تضيء طوال الليل", 4, 4},
        {"灯整夜亮着", 2, 5},
    };
    for (const Row& row : rows) {
        EXPECT_GE(count_words(row.text), row.least) << row.text;
        EXPECT_LE(count_words(row.text), row.most) << row.text;
    }
}

} // namespace
} // namespace poa::views::test
