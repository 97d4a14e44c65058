// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/locating.hpp"

#include <gtest/gtest.h>

namespace poa::views::test {
namespace {

TEST(Quotes, AreFoundInTheirPassage) {
    const QuoteFinder finder({{"p1", "The “port’s” lamps – all of them – burn.  Locks hold."},
                              {"p2", "Further, the lamps burn. In winter, the lamps burn longer."},
                              {"p3", "- Should a lock of the gate fail, a lock of the gate is bought."}});
    struct Row {
        const char *quote, *locator;
        std::size_t times;
        const char* found; ///< passage and the words there; empty: it cannot be told where
    };
    const Row rows[] = {
        {"The \"port's\" lamps", "", 1, "p1 The “port’s” lamps"},
        {"lamps - all of them - burn", "", 1, "p1 lamps – all of them – burn"},
        {"burn. Locks hold", "", 1, "p1 burn.  Locks hold"},
        {"no such words", "", 0, ""},
        {"", "", 0, ""},
        {"lamps burn", "", 2, ""},
        {"lamps burn", "In winter, the lamps …", 2, "p2 lamps burn"},
        {"lamps burn", "Further, the", 2, "p2 lamps burn"},
        {"lamps burn", "In summer", 2, ""},
        {"the", "Further, the", 6, "p2 the"},
        {"lamps", "The \"port's\"", 3, "p1 lamps"},
        {"lock", "- Should a lock", 2, "p3 lock"},
        {"gate", "- Should a lock", 2, ""}, // twice in that sentence
        {"a lock of the gate", "- Should a lock of the gate fail …", 2, "p3 a lock of the gate"},
    };
    for (const Row& row : rows) {
        const auto found = finder.find(row.quote, row.locator);
        EXPECT_EQ(found.times, row.times) << row.quote;
        std::string words;
        if (found.place) {
            const PassageText& passage = finder.passages()[found.place->passage];
            words = passage.anchor + " " +
                    passage.text.substr(found.place->begin, found.place->end - found.place->begin);
        }
        EXPECT_EQ(words, row.found) << row.quote << " | " << row.locator;
    }
    const auto winter = finder.find("lamps burn", "In winter");
    const auto further = finder.find("lamps burn", "Further");
    EXPECT_GT(winter.place->begin, further.place->begin);
}

} // namespace
} // namespace poa::views::test
