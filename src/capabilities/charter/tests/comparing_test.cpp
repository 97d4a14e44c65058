// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/comparing.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

Charter charter(std::string_view id, std::string_view sections) {
    auto file = read_charter("charter: " + std::string(id) +
                             "\ntitle: {en: T}\nkind: own\nbased_on: agreed-2025\n" + std::string(sections));
    EXPECT_TRUE(file.has_value());
    return *Presets::shipped().assemble(*file);
}

const ComparedClause& row(const std::vector<ComparedClause>& all, std::size_t clause) {
    return all.at(clause);
}

using Places = std::vector<std::size_t>;

TEST(Comparing, SaysWhoSaysAcceptsAndInherits) {
    const Charter a = charter("a", "review:\n  every_years: [4, 4]\n");
    const Charter b = charter("b", "review:\n  every_years: [4, 6]\n");
    const Charter c = charter("c", "");
    const std::vector<const Charter*> all{&a, &b, &c};
    const auto rows = compare(all);
    const ComparedClause& years = row(rows, clause::review::every_years.index);
    ASSERT_EQ(years.values.size(), 3u);
    EXPECT_EQ(text_of(years.values[0].value), "4");
    EXPECT_EQ(years.values[0].say, Places{0});
    EXPECT_EQ(years.values[0].accept, Places{1}) << "four lies within four to six";
    EXPECT_EQ(text_of(years.values[2].value), "5");
    EXPECT_EQ(years.values[2].inherit, Places{2});
    EXPECT_EQ(years.silent, Places{2});
    EXPECT_FALSE(years.is_shared());
    ASSERT_NE(years.nearest(), nullptr);
    EXPECT_EQ(text_of(years.nearest()->value), "4");
    EXPECT_TRUE(row(rows, clause::plenary::days.index).is_shared());
}

// Silence counts for nothing, nor what was chosen so that a charter runs; a tie is nobody's, whatever the
// order.
TEST(Comparing, WhatNoPaperSaysIsNoCommonGround) {
    const Charter one = charter("one", "plenary:\n  days: 3\n"),
                  other = charter("other", "plenary:\n  days: 4\n");
    const Charter silent = charter("silent", "");
    for (const auto& order : {std::vector<const Charter*>{&one, &other, &silent},
                              std::vector<const Charter*>{&silent, &other, &one}})
        EXPECT_EQ(row(compare(order), clause::plenary::days.index).nearest(), nullptr);
    auto assumed = read_charter("charter: assumed\ntitle: {en: T}\nkind: proposal\nbased_on: agreed-2025\n"
                                "plenary:\n  days: {value: 9, basis: assumed}\n");
    ASSERT_TRUE(assumed.has_value());
    const Charter runs = *Presets::shipped().assemble(*assumed);
    const std::vector<const Charter*> pair{&runs, &silent};
    const auto rows = compare(pair);
    const ComparedClause& days = row(rows, clause::plenary::days.index);
    EXPECT_EQ(days.nearest(), nullptr);
    EXPECT_EQ(days.values[0].chosen, Places{0});
    EXPECT_EQ(days.silent, (Places{0, 1}));
}

TEST(Comparing, AnAlternativeThatIsNamedIsAccepted) {
    const Charter either = charter("either", "plenary:\n  every_months: 12\n  also_accepted_months: 24\n");
    const Charter biennial = charter("biennial", "plenary:\n  every_months: 24\n");
    const std::vector<const Charter*> all{&either, &biennial};
    const auto rows = compare(all);
    const ComparedClause& months = row(rows, clause::plenary::every_months.index);
    EXPECT_EQ(text_of(months.nearest()->value), "24") << "one says it, the other accepts it";
}

TEST(Comparing, AsksTheViewsInTheirOwnWords) {
    const ClauseSpec& months = spec_of(clause::plenary::every_months);
    EXPECT_EQ(answer_for(months, std::int64_t{12}), "annual");
    EXPECT_EQ(answer_for(months, std::int64_t{18}), std::nullopt);
    EXPECT_EQ(answer_for(spec_of(clause::review::every_years), Span{4, 6}), "4 to 6");
    EXPECT_EQ(answer_for(spec_of(clause::accreditation::contested), DecisionRule{RuleForm::vote}), "yes");
    EXPECT_EQ(answer_for(spec_of(clause::plenary::days), std::int64_t{5}), std::nullopt)
        << "nobody was asked";
}

TEST(Comparing, TheMostVoicedValueIsTheOneMostViewsCanLiveWith) {
    const Charter annual = charter("annual", "plenary:\n  every_months: 12\n");
    const Charter biennial = charter("biennial", "plenary:\n  every_months: 24\n");
    const std::vector<const Charter*> all{&biennial, &annual};
    const auto rows = compare(all);
    const auto voiced = most_voiced(
        row(rows, clause::plenary::every_months.index), [](std::string_view, std::string_view answer) {
            return std::optional<Voices>(answer == "annual" ? Voices{{"AAA", "BBB"}, {"CCC"}}
                                                            : Voices{{"CCC"}, {}});
        });
    ASSERT_TRUE(voiced.has_value());
    EXPECT_EQ(voiced->value, 1u);
    EXPECT_EQ(voiced->voices.can_live_with, (std::vector<std::string>{"AAA", "BBB"}));
    EXPECT_FALSE(most_voiced(row(rows, clause::plenary::days.index), [](auto, auto) {
                     return std::optional<Voices>(Voices{});
                 }).has_value());
}

} // namespace
} // namespace poa::charter
