// SPDX-License-Identifier: Apache-2.0
// Time to speak: a question is put when the body meets, and stays open long enough for the smallest
// delegation (clauses 8.12 and 8.13).
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Hall;
using test::said;
namespace clause = charter::clause;

const charter::Charter& agreed() {
    return charter::Presets::shipped().agreed();
}

template <class R> std::string clause_of(const R& refused) {
    return refused ? std::string("done") : refused.error().reasons.front().clause;
}

TEST(FairTime, ConsensusAndVotesStayOpenForALeastTime) {
    const Instant noon = parse_instant("2027-03-01T12:00:00Z").value();
    Question question;
    question.applied.clause = "8.1";
    question.applied.least_minutes = 15;
    question.members = 193;
    question.put = noon;
    struct Case {
        const char* what;
        Asked asked;
        std::int64_t spoken;
        std::int64_t seconds;
        const char* expected;
    };
    const Case cases[] = {
        {"in the same minute", Asked::consensus, 0, 0, "decisions.too_soon"},
        {"in the last second", Asked::consensus, 0, 899, "decisions.too_soon"},
        {"when the time is over", Asked::consensus, 0, 900, "done"},
        {"a clock that went back", Asked::consensus, 0, -3600, "decisions.too_soon"},
        {"a vote", Asked::vote, 192, 899, "decisions.too_soon"},
        {"a vote that all have cast", Asked::vote, 193, 1, "done"},
        {"an objection alone", Asked::consensus, 1, 1, "decisions.too_soon"},
    };
    for (const Case& one : cases) {
        question.asked = one.asked;
        auto may = may_close(question, one.spoken, noon.plus_seconds(one.seconds));
        EXPECT_EQ(said(may), one.expected) << one.what;
        if (!may) {
            EXPECT_EQ(clause_of(may), "8.12") << one.what;
        }
    }
    EXPECT_EQ(parse_rule_applied(text_of(question.applied)), question.applied);
    std::string older = text_of(question.applied);
    older.replace(older.find(",\"least_minutes\":15"), 19, "");
    ASSERT_TRUE(parse_rule_applied(older)) << "a question of before the clause";
    EXPECT_EQ(parse_rule_applied(older)->least_minutes, 0);
}

TEST(FairTime, ABodyMeetsOnTheDaysOfItsCalendar) {
    const auto plenary = next_meeting(agreed(), "plenary", Day::parse("2026-12-01").value());
    ASSERT_TRUE(plenary);
    EXPECT_TRUE(meeting_days(agreed(), "plenary", *plenary).on_day);
    const MeetingDays before = meeting_days(agreed(), "plenary", Day{plenary->days - 1});
    EXPECT_FALSE(before.on_day);
    EXPECT_TRUE(before.has_any);
    EXPECT_EQ(before.next, plenary);
    EXPECT_FALSE(meeting_days(agreed(), "founding_conference", *plenary).has_any);
    EXPECT_FALSE(meeting_days(agreed(), "group:invented", *plenary).has_any);
}

class InTheRoom : public testing::TestWithParam<Engine> {
  protected:
    /// The first day of the plenary the proposal was tabled for.
    void go_to_meeting(const Proposal& proposal) {
        hall.clock.set(
            Instant{static_cast<std::int64_t>(proposal.meeting->days) * 86'400'000'000}.plus_seconds(15 *
                                                                                                     3600));
    }
    Hall hall{GetParam(), agreed(), true};
};
INSTANTIATE_TEST_SUITE_P(Both, InTheRoom, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

// DEC-03: at plenaries, and not between two requests of the Chair.
TEST_P(InTheRoom, DEC_03_ConsensusIsSoughtAtTheMeetingWithTimeToSpeak) {
    const Proposal proposal = hall.tabled();
    const auto journal = hall.journal_size();
    auto early = hall.put(proposal);
    EXPECT_EQ(said(early), "decisions.not_at_meeting");
    EXPECT_EQ(clause_of(early), "8.13");
    EXPECT_EQ(early.error().reasons.front().facts.front().second, proposal.meeting->iso());
    EXPECT_EQ(hall.journal_size(), journal);
    go_to_meeting(proposal);
    const Question question = *hall.put(proposal);
    auto closed = hall.close(question);
    EXPECT_EQ(said(closed), "decisions.too_soon");
    EXPECT_EQ(clause_of(closed), "8.12");
    EXPECT_EQ(hall.object(hall.delegate("KEN"), question), "done") << "there is time for it";
    EXPECT_EQ(said(hall.close(question)), "decisions.too_soon") << "and time to withdraw it";
    hall.clock.advance_seconds(15 * 60);
    EXPECT_EQ(hall.close(question)->outcome, charter::Outcome::blocked);
}

TEST_P(InTheRoom, SilenceIsKeptBetweenMeetings) {
    Hall silent(GetParam(),
                agreed().with(clause::decisions::substantive.index,
                              charter::DecisionRule{.form = charter::RuleForm::silence, .hours = 72}, "test"),
                true);
    auto put = silent.put(silent.tabled());
    ASSERT_EQ(said(put), "done");
    EXPECT_EQ(put->asked, Asked::silence);
}

} // namespace
} // namespace poa::decisions
