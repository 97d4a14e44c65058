// SPDX-License-Identifier: Apache-2.0
// What a State may do about a question, moment by moment, and what comes out.
#include "capabilities/decisions/question.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using charter::Outcome;

const Instant noon = parse_instant("2027-03-01T12:00:00Z").value();

Question question(Asked asked, std::int64_t hours = 0) {
    Question made;
    made.id = Id<Question>{1};
    made.asked = asked;
    made.applied.clause = "8.1";
    made.members = 193;
    made.put = noon;
    if (hours > 0) made.closes = noon.plus_seconds(hours * 3600);
    return made;
}
Question ended(Question made, Instant at, Outcome outcome) {
    made.ended = at;
    made.outcome = outcome;
    return made;
}
Objection objection(Instant at, std::optional<Instant> withdrawn = {}) {
    return Objection{"AAA", "", at, withdrawn};
}
template <class R> std::string said(const R& result) {
    if (result) return "yes";
    std::string codes;
    for (const Reason& reason : result.error().reasons) codes += (codes.empty() ? "" : " ") + reason.code;
    return codes;
}

// DEC-01, DEC-10: the moment, the State and what it did before decide; each with its own reason.
TEST(Objecting, MomentByMoment) {
    const Question silence = question(Asked::silence, 72);
    const Question consensus = question(Asked::consensus);
    const Instant end = *silence.closes;
    const Objection stands = objection(noon), taken_back = objection(noon, noon.plus_seconds(60));
    struct Case {
        const char* what;
        Question of;
        bool entitled;
        const Objection* own;
        Instant now;
        const char* expected;
    };
    const Case cases[] = {
        {"while it lasts", silence, true, nullptr, noon.plus_seconds(1), "yes"},
        {"in the last second", silence, true, nullptr, end.plus_seconds(-1), "yes"},
        {"in the last microsecond", silence, true, nullptr, Instant{end.microseconds - 1}, "yes"},
        {"when it has closed", silence, true, nullptr, end, "decisions.too_late"},
        {"one second late", silence, true, nullptr, end.plus_seconds(1), "decisions.too_late"},
        {"twice", silence, true, &stands, noon.plus_seconds(2), "decisions.objected_already"},
        {"again after withdrawing", silence, true, &taken_back, noon.plus_seconds(99), "yes"},
        {"by who is not entitled", silence, false, nullptr, noon, "decisions.not_entitled"},
        {"a clock that went back", silence, true, nullptr, noon.plus_seconds(-3600), "yes"},
        {"to consensus", consensus, true, nullptr, noon.plus_seconds(86'400), "yes"},
        {"to a vote", question(Asked::vote), true, nullptr, noon, "decisions.not_by_objection"},
        {"when it was decided", ended(consensus, noon, Outcome::adopted_by_consensus), true, nullptr, noon,
         "decisions.question_over"},
        {"late and not entitled", silence, false, nullptr, end, "decisions.too_late decisions.not_entitled"},
    };
    for (const Case& one : cases)
        EXPECT_EQ(said(may_object(one.of, one.entitled, one.own, "", one.now)), one.expected) << one.what;
}

TEST(Objecting, SaysTheClauseAndTheMoment) {
    const Question silence = question(Asked::silence, 72);
    auto late = may_object(silence, true, nullptr, "", silence.closes->plus_seconds(1));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reasons.front().clause, "8.1");
    EXPECT_EQ(late.error().reasons.front().facts.front().second, "2027-03-04T12:00:00Z");
}

TEST(Objecting, GivesGroundsWhereTheCharterAsksForThem) {
    Question window = question(Asked::non_objection, 24);
    window.applied.grounds = Grounds::mandatory;
    EXPECT_EQ(said(may_object(window, true, nullptr, "", noon)), "decisions.grounds_needed");
    EXPECT_EQ(said(may_object(window, true, nullptr, "Its mandate.", noon)), "yes");
    window.applied.grounds = Grounds::voluntary;
    EXPECT_EQ(said(may_object(window, true, nullptr, "", noon)), "yes");
}

TEST(Objecting, IsTakenBackWhileTheQuestionIsOpen) {
    const Question silence = question(Asked::silence, 72);
    const Objection stands = objection(noon), gone = objection(noon, noon);
    EXPECT_EQ(said(may_withdraw_objection(silence, &stands, noon)), "yes");
    EXPECT_EQ(said(may_withdraw_objection(silence, &stands, *silence.closes)), "decisions.too_late");
    EXPECT_EQ(said(may_withdraw_objection(silence, &gone, noon)), "decisions.no_objection");
    EXPECT_EQ(said(may_withdraw_objection(silence, nullptr, noon)), "decisions.no_objection");
}

TEST(Voting, OnceAState) {
    const Question vote = question(Asked::vote);
    const Vote cast{"AAA", Voice::yes, noon, {}, {}};
    EXPECT_EQ(said(may_vote(vote, true, nullptr, noon)), "yes");
    EXPECT_EQ(said(may_vote(vote, true, &cast, noon)), "decisions.voted_already");
    EXPECT_EQ(said(may_vote(vote, false, nullptr, noon)), "decisions.not_entitled");
    EXPECT_EQ(said(may_vote(question(Asked::consensus), true, nullptr, noon)), "decisions.not_a_vote");
    EXPECT_EQ(said(may_vote(ended(vote, noon, Outcome::rejected), true, nullptr, noon)),
              "decisions.question_over");
}

TEST(Voting, IsCorrectedWithinTheHoursOfTheCharter) {
    Question vote = question(Asked::vote);
    vote.applied.correction_hours = 2;
    const Vote cast{"AAA", Voice::yes, noon, {}, {}};
    EXPECT_EQ(said(may_correct(vote, &cast, noon)), "yes");
    EXPECT_EQ(said(may_correct(vote, nullptr, noon)), "decisions.not_voted");
    const Question over = ended(vote, noon, Outcome::rejected);
    EXPECT_EQ(said(may_correct(over, &cast, noon.plus_seconds(7199))), "yes");
    EXPECT_EQ(said(may_correct(over, &cast, noon.plus_seconds(7200))), "decisions.correction_over");
}

TEST(Voting, ACorrectionCountsOnlyWhileTheVoteIsOpen) {
    Question vote = question(Asked::vote);
    const Vote before{"AAA", Voice::yes, noon, Voice::no, noon.plus_seconds(5)};
    EXPECT_EQ(tally_of(vote, {}, std::vector{before}).against, 1);
    EXPECT_EQ(tally_of(ended(vote, noon.plus_seconds(9), Outcome::rejected), {}, std::vector{before}).against,
              1);
    const auto after =
        tally_of(ended(vote, noon.plus_seconds(3), Outcome::rejected), {}, std::vector{before});
    EXPECT_EQ(after.against, 0);
    EXPECT_EQ(after.in_favour, 1);
}

TEST(Closing, NotBeforeTheEnd) {
    const Question silence = question(Asked::silence, 1);
    EXPECT_EQ(said(may_close(silence, 0, silence.closes->plus_seconds(-1))), "decisions.not_yet");
    EXPECT_EQ(said(may_close(silence, 0, *silence.closes)), "yes");
    EXPECT_EQ(said(may_close(question(Asked::consensus), 0, noon)), "yes");
    EXPECT_EQ(said(may_close(ended(silence, noon, Outcome::blocked), 0, noon)), "decisions.question_over");
}

TEST(Extending, OnlyForwardAndInTime) {
    const Question silence = question(Asked::silence, 1);
    const Instant end = *silence.closes;
    EXPECT_EQ(said(may_extend(silence, end.plus_seconds(1), noon)), "yes");
    EXPECT_EQ(said(may_extend(silence, end, noon)), "decisions.not_longer");
    EXPECT_EQ(said(may_extend(silence, end.plus_seconds(60), end)), "decisions.too_late");
    EXPECT_EQ(said(may_extend(question(Asked::consensus), end, noon)), "decisions.no_end");
}

// DEC-01, DEC-12: one State one voice; an objection that stands blocks, one withdrawn does not.
TEST(Outcomes, AreWhatTheRuleMakesOfWhatWasHeard) {
    const Objection stands = objection(noon), gone = objection(noon, noon);
    auto outcome = [&](Asked asked, std::vector<Objection> objections) {
        const Question of = question(asked, 1);
        return outcome_of(of, tally_of(of, objections, {}));
    };
    EXPECT_EQ(outcome(Asked::consensus, {}), Outcome::adopted_by_consensus);
    EXPECT_EQ(outcome(Asked::consensus, {gone}), Outcome::adopted_by_consensus);
    EXPECT_EQ(outcome(Asked::consensus, {gone, stands}), Outcome::blocked);
    EXPECT_EQ(outcome(Asked::silence, {}), Outcome::adopted_by_silence);
    EXPECT_EQ(outcome(Asked::silence, {stands}), Outcome::blocked);
    EXPECT_EQ(outcome(Asked::non_objection, {}), Outcome::adopted_without_objection);
    EXPECT_EQ(outcome(Asked::non_objection, {stands}), Outcome::blocked);
}

// DEC-08
TEST(Outcomes, OfVotesFollowMajorityBaseAndQuorum) {
    using charter::Majority;
    using charter::MajorityBase;
    auto outcome = [](Majority majority, MajorityBase base, int quorum, int yes, int no, int abstain) {
        Question vote = question(Asked::vote);
        vote.applied.rule = {charter::RuleForm::consensus_then_vote, majority, base, quorum, 0};
        charter::Tally tally{193, yes, no, abstain, 0};
        return charter::name_of(outcome_of(vote, tally));
    };
    const auto voting = MajorityBase::present_and_voting, all = MajorityBase::membership;
    EXPECT_EQ(outcome(Majority::simple, voting, 0, 2, 1, 100), "adopted_by_vote");
    EXPECT_EQ(outcome(Majority::simple, voting, 0, 1, 1, 0), "rejected");
    EXPECT_EQ(outcome(Majority::two_thirds, voting, 0, 2, 1, 0), "adopted_by_vote");
    EXPECT_EQ(outcome(Majority::two_thirds, voting, 0, 199 / 2 - 3, 97, 0), "rejected");
    EXPECT_EQ(outcome(Majority::simple, all, 0, 96, 0, 0), "rejected");
    EXPECT_EQ(outcome(Majority::simple, all, 0, 97, 0, 0), "adopted_by_vote");
    EXPECT_EQ(outcome(Majority::simple, voting, 50, 90, 0, 6), "no_quorum");
    EXPECT_EQ(outcome(Majority::simple, voting, 50, 90, 0, 7), "adopted_by_vote");
    EXPECT_EQ(outcome(Majority::simple, voting, 0, 0, 0, 0), "rejected");
}

// Who learns which State objected.
TEST(Disclosure, ByTheCharter) {
    struct Case {
        Disclosure disclosure;
        const char* shown; ///< to public, Member State, Chair
    };
    for (const Case& one : {Case{Disclosure::nobody, "nnn"}, Case{Disclosure::chair, "nny"},
                            Case{Disclosure::any_state, "nyy"}, Case{Disclosure::everyone, "yyy"}}) {
        RuleApplied applied;
        applied.disclosure = one.disclosure;
        std::string shown;
        for (Viewer viewer : {Viewer::public_, Viewer::member_state, Viewer::chair})
            shown += shows_objectors(applied, viewer) ? 'y' : 'n';
        EXPECT_EQ(shown, one.shown) << name_of(one.disclosure);
    }
}

} // namespace
} // namespace poa::decisions
