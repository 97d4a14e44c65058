// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/charter_text.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

Charter read_back(const std::string& text) {
    auto file = read_charter(text);
    EXPECT_TRUE(file.has_value()) << (file ? ""
                                           : file.error().reasons.front().code + " " +
                                                 file.error().reasons.front().field);
    auto whole = assemble(*file, [](std::string_view) { return nullptr; });
    EXPECT_TRUE(whole.has_value());
    return *whole;
}

TEST(CharterText, WritesEveryClauseOfEveryShippedCharterAndReadsItBack) {
    for (const Charter* one : Presets::shipped().all()) {
        const Charter again = read_back(write_charter(*one));
        EXPECT_EQ(again.head().titles, one->head().titles) << one->id();
        EXPECT_EQ(again.head().of, one->head().of) << one->id();
        EXPECT_EQ(again.head().about, one->head().about) << one->id();
        EXPECT_EQ(again.head().based_on, "") << one->id() << ": it stands alone";
        for (const ClauseSpec& clause : clauses()) {
            EXPECT_EQ(again.entry(clause.index).value, one->entry(clause.index).value)
                << one->id() << clause.path;
            EXPECT_EQ(again.entry(clause.index).provenance.passage,
                      one->entry(clause.index).provenance.passage);
            EXPECT_EQ(again.entry(clause.index).provenance.basis, one->entry(clause.index).provenance.basis);
            EXPECT_EQ(again.entry(clause.index).provenance.words, one->entry(clause.index).provenance.words);
            EXPECT_FALSE(again.is_inherited(clause.index));
        }
        EXPECT_EQ(write_charter(again), write_charter(read_back(write_charter(again)))) << "and it stays";
    }
}

TEST(CharterText, KeepsTextsThatLookLikeSomethingElse) {
    const Charter odd = Presets::shipped().agreed().with(clause::mechanism::name.index,
                                                         std::string("true: \"12\" # *x\n- &a"), "test");
    EXPECT_EQ(read_back(write_charter(odd))[clause::mechanism::name], "true: \"12\" # *x\n- &a");
}

} // namespace
} // namespace poa::charter
