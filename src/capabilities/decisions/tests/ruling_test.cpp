// SPDX-License-Identifier: Apache-2.0
// Points of order: the Chair rules, any State may appeal, and a majority of those present and voting
// overrules (rules 71 and 113 of the General Assembly).
#include "capabilities/decisions/ruling.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Hall;
using test::said;

class Rulings : public testing::TestWithParam<Engine> {
  protected:
    Result<Ruling> rule(const Actor& actor, const char* state = "KEN") {
        return hall.work([&](ledger::Work& unit) {
            return rule_on_point_of_order(
                unit, actor, hall.mechanism(),
                {proposal.id, state, "Whether the item is open.", "The item is open.", "Rule 71"});
        });
    }
    Result<Question> appeal(const Actor& actor, Id<Ruling> ruling) {
        return hall.work([&](ledger::Work& unit) {
            return appeal_ruling(unit, actor, hall.mechanism(),
                                 {proposal.id, ruling, "The item was closed yesterday.", true});
        });
    }
    std::string standing() {
        return hall.read([&](storage::Session& session) {
            const auto rulings = store::rulings_of(session, proposal.id);
            std::optional<Question> vote;
            if (rulings.back().question) vote = store::question(session, *rulings.back().question);
            return std::string(standing_of(vote ? &*vote : nullptr));
        });
    }
    Hall hall{GetParam()};
    Actor kenya = hall.delegate("KEN"), france = hall.delegate("FRA"), chile = hall.delegate("CHL");
    Proposal proposal = hall.tabled();
};
INSTANTIATE_TEST_SUITE_P(Both, Rulings, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Rulings, AMajorityOfThoseVotingOverrulesTheChair) {
    const Question main = *hall.put(proposal);
    auto ruling = rule(hall.chair);
    ASSERT_EQ(said(ruling), "done");
    EXPECT_NE(hall.newest_leaf().find("decisions.rule_on_point_of_order"), std::string::npos);
    EXPECT_NE(hall.newest_leaf().find("Rule 71"), std::string::npos);
    EXPECT_EQ(standing(), "stands");
    auto vote = appeal(kenya, ruling->id);
    ASSERT_EQ(said(vote), "done");
    EXPECT_NE(hall.newest_leaf().find("decisions.appeal_ruling"), std::string::npos);
    EXPECT_EQ(standing(), "appealed");
    EXPECT_EQ(vote->members, 193);
    EXPECT_EQ(said(hall.close(main)), "decisions.appeal_open") << "the appeal comes first";
    EXPECT_EQ(said(rule(hall.chair)), "decisions.appeal_open");
    EXPECT_EQ(hall.object(france, main), "done") << "States may still object";
    EXPECT_EQ(hall.vote(kenya, *vote, "yes"), "done");
    EXPECT_EQ(hall.vote(kenya, *vote, "no"), "decisions.voted_already");
    EXPECT_EQ(hall.vote(france, *vote, "yes"), "done");
    EXPECT_EQ(hall.vote(chile, *vote, "no"), "done");
    EXPECT_EQ(hall.object(chile, *vote), "decisions.not_by_objection");
    ASSERT_EQ(said(hall.close(*vote)), "done");
    EXPECT_NE(hall.newest_leaf().find("overruled"), std::string::npos);
    EXPECT_EQ(standing(), "overruled");
    EXPECT_EQ(hall.now(proposal.id).stage, Stage::before_the_body) << "the proposal is where it was";
    EXPECT_EQ(hall.close(main)->outcome, charter::Outcome::blocked);
}

TEST_P(Rulings, StandUnlessOverruled) {
    struct Case {
        const char* what;
        std::vector<const char*> voices;
    };
    for (const Case& one : {Case{"nobody votes", {}}, Case{"a tie", {"yes", "no"}},
                            Case{"abstentions are no votes", {"abstain", "abstain"}}}) {
        const Id<Ruling> ruling = rule(hall.chair)->id;
        const Question vote = *appeal(kenya, ruling);
        const Actor voters[] = {france, chile};
        for (std::size_t i = 0; i < one.voices.size(); ++i)
            EXPECT_EQ(hall.vote(voters[i], vote, one.voices[i]), "done");
        ASSERT_EQ(said(hall.close(vote)), "done") << one.what;
        EXPECT_EQ(standing(), "stands") << one.what;
        EXPECT_EQ(said(appeal(chile, ruling)), "decisions.appealed_already") << "once";
    }
}

TEST_P(Rulings, WhoMayAndWhen) {
    EXPECT_EQ(said(rule(kenya)), "identity.not_permitted");
    EXPECT_EQ(said(rule(hall.chair, "QQQ")), "decisions.no_member_state:state");
    EXPECT_EQ(said(appeal(kenya, Id<Ruling>{4711})), "decisions.no_such_ruling");
    const Id<Ruling> first = rule(hall.chair)->id, second = rule(hall.chair)->id;
    EXPECT_EQ(said(appeal(kenya, first)), "decisions.ruling_not_newest");
    EXPECT_EQ(said(appeal(hall.delegate("VAT"), second)), "decisions.not_entitled") << "an observer State";
    EXPECT_EQ(said(appeal(hall.chair, second)), "identity.not_permitted");
    const Question main = *hall.put(proposal);
    ASSERT_EQ(said(hall.close(main)), "done");
    EXPECT_EQ(said(appeal(kenya, second)), "decisions.proposal_is_over");
    EXPECT_EQ(said(rule(hall.chair)), "decisions.proposal_is_over");
}

TEST_P(Rulings, AnAppealIsNotTakenBackAndNothingElseIsPut) {
    const Question vote = *appeal(kenya, rule(hall.chair)->id);
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return take_back_question(unit, hall.chair, {proposal.id, vote.id, "No."});
              })),
              "decisions.appeal_is_voted_on");
    EXPECT_EQ(said(hall.put(proposal)), "decisions.appeal_open");
    ASSERT_EQ(said(hall.close(vote)), "done");
    EXPECT_EQ(said(hall.put(proposal)), "done");
}

// A ruling and the end in two requests would leave nobody time to appeal.
TEST_P(Rulings, ARulingBeginsTheTimeToSpeakAnew) {
    Hall slow(GetParam(),
              charter::Presets::shipped().agreed().with(charter::clause::decisions::at_meetings.index, false,
                                                        "test"),
              true);
    const Proposal tabled = slow.tabled();
    const Question question = *slow.put(tabled);
    slow.clock.advance_seconds(15 * 60);
    ASSERT_EQ(said(slow.work([&](ledger::Work& unit) {
                  return rule_on_point_of_order(unit, slow.chair, slow.mechanism(),
                                                {tabled.id, "KEN", "A point.", "A ruling.", "8.1"});
              })),
              "done");
    EXPECT_EQ(said(slow.close(question)), "decisions.too_soon");
    slow.clock.advance_seconds(15 * 60);
    EXPECT_EQ(said(slow.close(question)), "done");
}

} // namespace
} // namespace poa::decisions
