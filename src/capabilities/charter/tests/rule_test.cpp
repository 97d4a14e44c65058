// SPDX-License-Identifier: Apache-2.0
// DEC-01 DEC-02 DEC-04 DEC-05 DEC-06: what each rule makes of what was heard.
#include "capabilities/charter/rule.hpp"

#include <gtest/gtest.h>

#include <string>

namespace poa::charter {
namespace {

constexpr DecisionRule consensus{RuleForm::consensus};
constexpr DecisionRule silence{.form = RuleForm::silence, .hours = 72};
constexpr DecisionRule no_objection{RuleForm::non_objection};
constexpr DecisionRule simple{RuleForm::vote, Majority::simple, MajorityBase::present_and_voting};
constexpr DecisionRule two_thirds{RuleForm::vote, Majority::two_thirds, MajorityBase::present_and_voting};
constexpr DecisionRule of_all{RuleForm::vote, Majority::simple, MajorityBase::membership};
constexpr DecisionRule half_present{.form = RuleForm::vote, .quorum_percent = 50};
constexpr DecisionRule last_resort{RuleForm::consensus_then_vote, Majority::two_thirds,
                                   MajorityBase::present_and_voting};

struct Case {
    const char* what;
    DecisionRule rule;
    Tally tally; // members, in favour, against, abstaining, objections
    Outcome outcome;
};

class WrittenRules : public testing::TestWithParam<Case> {};

TEST_P(WrittenRules, DecideAsWritten) {
    EXPECT_EQ(name_of(decide(GetParam().rule, GetParam().tally)), name_of(GetParam().outcome))
        << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    , WrittenRules,
    testing::Values(
        Case{"nobody objects", consensus, {193, 0, 0, 0, 0}, Outcome::adopted_by_consensus},
        Case{"one of 193 objects", consensus, {193, 192, 1, 0, 1}, Outcome::blocked},
        Case{"against without objecting formally",
             consensus,
             {193, 0, 20, 0, 0},
             Outcome::adopted_by_consensus},
        Case{"nobody breaks silence", silence, {193, 0, 0, 0, 0}, Outcome::adopted_by_silence},
        Case{"one breaks silence", silence, {193, 0, 0, 0, 1}, Outcome::blocked},
        Case{"no objection", no_objection, {193, 0, 0, 0, 0}, Outcome::adopted_without_objection},
        Case{"one objection", no_objection, {193, 0, 0, 0, 1}, Outcome::blocked},
        Case{"more for than against", simple, {193, 60, 59, 70, 0}, Outcome::adopted_by_vote},
        Case{"as many for as against", simple, {193, 60, 60, 70, 0}, Outcome::rejected},
        Case{"nobody votes", simple, {193, 0, 0, 193, 0}, Outcome::rejected},
        Case{"exactly two thirds", two_thirds, {193, 80, 40, 0, 0}, Outcome::adopted_by_vote},
        Case{"one short of two thirds", two_thirds, {193, 79, 41, 0, 0}, Outcome::rejected},
        Case{"half of all members is not more than half", of_all, {192, 96, 0, 0, 0}, Outcome::rejected},
        Case{"more than half of all members", of_all, {192, 97, 95, 0, 0}, Outcome::adopted_by_vote},
        Case{"abstentions count as present", half_present, {100, 20, 10, 20, 0}, Outcome::adopted_by_vote},
        Case{"fewer than the quorum", half_present, {100, 30, 10, 9, 0}, Outcome::no_quorum},
        Case{"consensus reached: no vote", last_resort, {193, 0, 190, 0, 0}, Outcome::adopted_by_consensus},
        Case{"consensus failed: two thirds", last_resort, {193, 120, 60, 13, 1}, Outcome::adopted_by_vote},
        Case{"consensus failed: no two thirds", last_resort, {193, 119, 60, 13, 1}, Outcome::rejected}));

TEST(Rules, RefuseATallyThatCountsSomebodyTwice) {
    EXPECT_THROW(static_cast<void>(decide(simple, {10, 6, 6, 0, 0})), std::logic_error);
    EXPECT_THROW(static_cast<void>(decide(consensus, {10, 0, 0, 0, 11})), std::logic_error);
}

} // namespace
} // namespace poa::charter
