// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/counting.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports {
namespace {

const CountRules yes_or_no{5, false, false, {"yes", "no"}};
const Sharing at_home{Audience::own_delegation, {}, true};
const Sharing to_states{Audience::member_states, {}, true};
const Sharing to_all{Audience::everyone, {}, false};

AnswerEvent says(std::string state, std::string value, Sharing sharing, std::string group = "east") {
    return {Instant{0}, std::move(state), std::move(group), true, {std::move(value)}, std::move(sharing)};
}
AnswerEvent withdraws(std::string state) {
    return {Instant{0}, std::move(state), "east", false, {}, at_home};
}

AnswerCounter counter_of(std::initializer_list<AnswerEvent> events, CountRules rules = yes_or_no) {
    AnswerCounter counter(std::move(rules));
    for (const AnswerEvent& event : events) counter.take(event);
    return counter;
}
const auto public_sees = [](const AnswerEvent& event) {
    return event.sharing.audience == Audience::everyone;
};
const auto states_see = [](const AnswerEvent& event) {
    return event.sharing.audience >= Audience::member_states;
};
std::int64_t count_of(const GroupCount& group, std::string_view value) {
    for (const ValueCount& one : group.values)
        if (one.value == value) return one.count();
    return -1;
}

const std::initializer_list<AnswerEvent> five_at_home{says("AAA", "yes", at_home),
                                                      says("BBB", "yes", at_home), says("CCC", "no", at_home),
                                                      says("DDD", "no", at_home), says("EEE", "no", at_home)};

TEST(Counting, FourHiddenAnswersAreNotCountedFiveAre) {
    AnswerCounter counter(yes_or_no);
    int taken = 0;
    for (const AnswerEvent& event : five_at_home) {
        counter.take(event);
        const auto group = counter.counted_for(public_sees).at(0);
        EXPECT_EQ(group.answered, ++taken < 5 ? 0 : 5);
        EXPECT_EQ(group.uncounted, taken < 5 ? taken : 0);
    }
    const auto group = counter.counted_for(public_sees).at(0);
    EXPECT_EQ(count_of(group, "yes"), 2);
    EXPECT_EQ(count_of(group, "no"), 3);
    EXPECT_TRUE(group.values.at(0).states.empty()) << "nobody is named";
}

TEST(Counting, WhatIsSeenCountsOpenlyBesideBatches) {
    AnswerCounter counter = counter_of(five_at_home);
    counter.take(says("FFF", "yes", to_all));
    counter.take(says("GGG", "yes", to_states));
    EXPECT_EQ(count_of(counter.counted_for(public_sees).at(0), "yes"), 3);
    const auto for_states = counter.counted_for(states_see).at(0);
    EXPECT_EQ(count_of(for_states, "yes"), 4);
    EXPECT_EQ(for_states.values.at(0).states, (std::vector<std::string>{"FFF", "GGG"}));
}

TEST(Counting, LayersAndGroupsAreNotPutTogetherToMakeFive) {
    const auto counter = counter_of({says("AAA", "yes", at_home), says("BBB", "yes", at_home),
                                     says("CCC", "no", at_home), says("DDD", "no", to_states),
                                     says("EEE", "no", to_states), says("FFF", "no", at_home, "west")});
    EXPECT_TRUE(counter.batches().empty());
    EXPECT_EQ(world_of(counter.counted_for(public_sees)).uncounted, 6);
}

TEST(Counting, ABatchInWhichOneAnswerStandsAloneShowsNothing) {
    for (const char* last : {"yes", "no"}) {
        const auto counter =
            counter_of({says("AAA", "yes", at_home), says("BBB", "yes", at_home), says("CCC", "yes", at_home),
                        says("DDD", "yes", at_home), says("EEE", last, at_home)});
        ASSERT_EQ(counter.batches().size(), 1U);
        EXPECT_FALSE(counter.batches().at(0).is_shown());
        EXPECT_EQ(counter.counted_for(public_sees).at(0).uncounted, 5);
    }
}

TEST(Counting, ARevisionDoesNotChangeWhatWasCounted) {
    AnswerCounter counter = counter_of(five_at_home);
    counter.take(says("AAA", "no", at_home));
    EXPECT_EQ(count_of(counter.counted_for(public_sees).at(0), "yes"), 2);
    for (const char* other : {"FFF", "GGG", "HHH", "III"}) counter.take(says(other, "no", at_home));
    EXPECT_EQ(counter.batches().size(), 1U) << "four new ones and a revision make no batch";
}

TEST(Counting, BeforeTheBatchClosesTheNewestAnswerIsTheOneCounted) {
    AnswerCounter counter =
        counter_of({says("AAA", "no", at_home), says("AAA", "yes", at_home), says("BBB", "yes", at_home),
                    says("CCC", "no", at_home), says("DDD", "no", at_home)});
    EXPECT_TRUE(counter.batches().empty()) << "four States, not five";
    counter.take(says("EEE", "no", at_home));
    EXPECT_EQ(count_of(counter.counted_for(public_sees).at(0), "yes"), 2);
}

// It is the State that decides, and it may decide anew.
TEST(Counting, WhoWithdrawsTakesTheWholeBatchWithIt) {
    AnswerCounter counter = counter_of(five_at_home);
    counter.take(withdraws("AAA"));
    EXPECT_TRUE(counter.batches().at(0).fallen);
    const auto group = counter.counted_for(public_sees).at(0);
    EXPECT_EQ(group.answered, 0);
    EXPECT_EQ(group.uncounted, 4);
    for (const char* other : {"FFF", "GGG", "HHH", "III"}) counter.take(says(other, "yes", at_home));
    EXPECT_EQ(counter.batches().size(), 1U) << "the four left are not counted again in another company";
}

TEST(Counting, WhoOpensItsAnswerLaterIsNotCountedTwice) {
    AnswerCounter counter = counter_of(five_at_home);
    counter.take(says("AAA", "yes", to_all));
    const auto group = counter.counted_for(public_sees).at(0);
    EXPECT_EQ(group.answered, 5);
    EXPECT_EQ(count_of(group, "yes"), 2);
}

TEST(Counting, WhoSeesTheWholeLayerSeesAnswersAndNoBatch) {
    const auto counter = counter_of({says("AAA", "yes", to_states), says("BBB", "yes", to_states),
                                     says("CCC", "no", to_states), says("DDD", "no", to_states),
                                     says("EEE", "no", to_states)});
    EXPECT_EQ(counter.counted_for(states_see).at(0).values.at(0).states,
              (std::vector<std::string>{"AAA", "BBB"}));
    const auto in_public = counter.counted_for(public_sees).at(0);
    EXPECT_EQ(in_public.values.at(0).hidden, 2);
    EXPECT_TRUE(in_public.values.at(0).states.empty());
}

TEST(Counting, WhoDoesNotLetItBeCountedIsNot) {
    const Sharing not_counted{Audience::own_delegation, {}, false};
    AnswerCounter counter = counter_of({says("AAA", "yes", not_counted)});
    for (const AnswerEvent& event : five_at_home)
        if (event.state != "AAA") counter.take(event);
    EXPECT_TRUE(counter.batches().empty());
}

TEST(Counting, AConditionalQuestionCountsOnlyWhereItIsSeen) {
    const auto counter = counter_of(five_at_home, {5, false, true, {"yes", "no"}});
    EXPECT_TRUE(counter.batches().empty()) << "that five were asked would tell what they answered before";
}

TEST(Counting, OfSeveralOptionsEachIsToldOrNotForItself) {
    const CountRules rules{5, true, false, {"law", "team", "plan"}};
    AnswerCounter counter(rules);
    const std::vector<std::vector<std::string>> chosen{
        {"law", "team"}, {"law", "team"}, {"law"}, {"law"}, {"law"}};
    for (std::size_t i = 0; i < chosen.size(); ++i)
        counter.take(
            {Instant{0}, std::string(3, static_cast<char>('A' + i)), "east", true, chosen[i], at_home});
    const auto group = counter.counted_for(public_sees).at(0);
    EXPECT_EQ(group.values.at(1).count(), 2);
    EXPECT_TRUE(group.values.at(1).is_whole);
    EXPECT_FALSE(group.values.at(0).is_whole) << "all chose it";
    EXPECT_FALSE(group.values.at(2).is_whole) << "nobody did: told no more than that all did";
    EXPECT_EQ(group.values.at(0).count(), 0);
}

TEST(Counting, FurtherAnswersAreToldAsANumberFromFiveOn) {
    EXPECT_EQ(told_uncounted(4), std::nullopt);
    EXPECT_EQ(told_uncounted(5), 5);
}

// REP_33: differences between levels, over all States and none by name.
TEST(Counting, DispersionIsHowFarTwoStatesAreApart_REP_33) {
    EXPECT_EQ(levels_apart({1, 0, 0}), std::nullopt);
    EXPECT_DOUBLE_EQ(*levels_apart({4, 0, 0}), 0);
    EXPECT_DOUBLE_EQ(*levels_apart({1, 0, 1}), 2);
    EXPECT_DOUBLE_EQ(*levels_apart({1, 1, 1}), 4.0 / 3);
}

} // namespace
} // namespace poa::national_reports
