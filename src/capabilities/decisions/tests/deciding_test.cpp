// SPDX-License-Identifier: Apache-2.0
// The way from a draft to a decision through the commands, on both databases, with what the journal says.
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Body;
using test::Hall;
using test::Role;
using test::said;

class Deciding : public testing::TestWithParam<Engine> {
  protected:
    Hall hall{GetParam()};
    Actor france = hall.delegate("FRA"), kenya = hall.delegate("KEN"), chile = hall.delegate("CHL");
};
INSTANTIATE_TEST_SUITE_P(Both, Deciding, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

// DEC-03, DEC-19: a draft, tabled, put, adopted by consensus; each act with its entry.
TEST_P(Deciding, ByConsensus) {
    auto drafted = hall.draft(hall.author, Hall::statement());
    ASSERT_EQ(said(drafted), "done");
    EXPECT_NE(hall.newest_leaf().find("restricted"), std::string::npos) << "a draft is its author's";
    auto tabled = hall.table(hall.author, *drafted);
    ASSERT_EQ(said(tabled), "done");
    EXPECT_EQ(tabled->symbol, "POA/2026/L.1");
    EXPECT_NE(hall.newest_leaf().find("decisions.table_proposal"), std::string::npos);
    auto put = hall.put(*tabled);
    ASSERT_EQ(said(put), "done");
    EXPECT_EQ(put->asked, Asked::consensus);
    EXPECT_EQ(put->members, 193);
    EXPECT_EQ(put->charter_version, 1);
    EXPECT_NE(hall.newest_leaf().find("\"clause\":\"8.1\""), std::string::npos);
    auto closed = hall.close(*put);
    ASSERT_EQ(said(closed), "done");
    EXPECT_EQ(closed->outcome, charter::Outcome::adopted_by_consensus);
    EXPECT_NE(hall.newest_leaf().find("adopted_by_consensus"), std::string::npos);
    const Proposal decision = hall.now(tabled->id);
    EXPECT_EQ(decision.stage, Stage::adopted);
    EXPECT_EQ(decision.decision_symbol, "POA/2026/1");
    hall.read([&](storage::Session& session) { EXPECT_TRUE(store::effect_of(session, decision.id)); });
}

TEST_P(Deciding, EveryBodyThatAnEffectNamesMayBeDraftedFor) {
    DraftProposal request = Hall::statement("Shorter plenaries");
    request.effect = "charter.amend";
    request.effect_fields.set("base_version", "1");
    request.effect_fields.set("clauses", "plenary.days = 3");
    for (const char* body : {"plenary", "review_conference"}) {
        request.body = body;
        EXPECT_EQ(said(hall.draft(hall.author, request)), "done") << body;
    }
    request.body = "group:capacity";
    EXPECT_EQ(said(hall.draft(hall.author, request)), "decisions.not_for_that_body:body");
}

// DEC-01, DEC-12: the smallest delegation's objection stops it; nobody's is worth more.
TEST_P(Deciding, OneObjectionBlocks) {
    const Proposal proposal = hall.tabled();
    const Question question = *hall.put(proposal);
    EXPECT_EQ(hall.object(kenya, question, "The second paragraph."), "done");
    EXPECT_NE(hall.newest_leaf().find("decisions.lodge_objection"), std::string::npos);
    auto closed = hall.close(question);
    ASSERT_EQ(said(closed), "done");
    EXPECT_EQ(closed->outcome, charter::Outcome::blocked);
    EXPECT_EQ(hall.now(proposal.id).stage, Stage::blocked);
    EXPECT_TRUE(hall.now(proposal.id).decision_symbol.empty());
    hall.read([&](storage::Session& session) { EXPECT_FALSE(store::effect_of(session, proposal.id)); });
}

TEST_P(Deciding, AnObjectionThatIsWithdrawnDoesNot) {
    const Question question = *hall.put(hall.tabled());
    EXPECT_EQ(hall.object(kenya, question), "done");
    EXPECT_EQ(hall.withdraw(kenya, question), "done");
    EXPECT_EQ(hall.close(question)->outcome, charter::Outcome::adopted_by_consensus);
}

// The same State twice, two people of one delegation: one voice, and nothing is counted twice.
TEST_P(Deciding, AStateHasOneVoice) {
    const Actor other = hall.head("KEN");
    const Question question = *hall.put(hall.tabled());
    EXPECT_EQ(hall.object(kenya, question), "done");
    const auto before = hall.journal_size();
    EXPECT_EQ(hall.object(kenya, question), "decisions.objected_already");
    EXPECT_EQ(hall.object(other, question), "decisions.objected_already");
    EXPECT_EQ(hall.journal_size(), before);
    EXPECT_EQ(hall.withdraw(other, question), "done") << "for the State, whoever of it lodged it";
    EXPECT_EQ(hall.close(question)->tally.objections, 0);
}

TEST_P(Deciding, TwoOfOneDelegationWhoVoteDifferently) {
    const Actor other = hall.delegate("KEN"), head = hall.head("KEN");
    const Proposal proposal = hall.tabled(Hall::procedure());
    const Question first = *hall.put(proposal);
    ASSERT_EQ(hall.object(chile, first), "done");
    ASSERT_EQ(said(hall.close(first)), "done");
    const Question vote = *hall.put(hall.now(proposal.id), "vote", true);
    EXPECT_EQ(hall.vote(kenya, vote, "yes"), "done");
    EXPECT_EQ(hall.vote(other, vote, "no"), "decisions.voted_already");
    auto correct = [&](const Actor& actor, const char* voice) {
        return said(hall.work([&](ledger::Work& unit) {
            return correct_vote(unit, actor, {vote.proposal, vote.id, voice});
        }));
    };
    EXPECT_EQ(correct(other, "no"), "identity.not_permitted");
    EXPECT_EQ(correct(head, "no"), "done");
    EXPECT_EQ(correct(head, "abstain"), "decisions.corrected_already");
    const Actor paris = hall.head("FRA"), santiago = hall.head("CHL");
    ASSERT_EQ(hall.vote(paris, vote, "yes"), "done");
    ASSERT_EQ(hall.vote(santiago, vote, "yes"), "done");
    EXPECT_EQ(hall.close(vote)->tally.against, 1);
    hall.clock.advance_seconds(3599);
    EXPECT_EQ(correct(paris, "no"), "done") << "beside the record";
    hall.read([&](storage::Session& session) {
        const Question kept = store::question(session, vote.id).value();
        EXPECT_EQ(kept.tally.against, 1);
        EXPECT_EQ(tally_of(kept, {}, store::votes_of(session, vote.id)).against, 1) << "counted again";
    });
    hall.clock.advance_seconds(1);
    EXPECT_EQ(correct(santiago, "no"), "decisions.correction_over");
}

// DEC-10, STK-38: who is no Member State, or acts for none, has no voice.
TEST_P(Deciding, OnlyMemberStatesDecide) {
    const Question question = *hall.put(hall.tabled());
    EXPECT_EQ(hall.object(hall.delegate("VAT"), question), "decisions.not_entitled") << "an observer State";
    EXPECT_EQ(hall.object(hall.appoint(Role::representative, Body::organisation("some-union")), question),
              "identity.not_permitted");
    EXPECT_EQ(hall.object(hall.appoint(Role::secretariat, Body::secretariat()), question),
              "identity.not_permitted");
    EXPECT_EQ(hall.object(hall.chair, question), "identity.not_permitted");
    EXPECT_EQ(hall.object(Actor::operator_(), question), "identity.not_permitted");
    EXPECT_EQ(hall.object(Actor::visitor(), question), "identity.not_signed_in");
}

TEST_P(Deciding, AnAppointmentThatEndedMeanwhileBindsNobody) {
    const Question question = *hall.put(hall.tabled());
    hall.end_appointments(kenya);
    const auto before = hall.journal_size();
    EXPECT_EQ(hall.object(kenya, question), "identity.appointment_over");
    EXPECT_EQ(hall.journal_size(), before);
}

TEST_P(Deciding, AVoteFollowsOnlyWhereTheRuleHasOneAndConsensusFailed) {
    const Proposal substance = hall.tabled();
    EXPECT_EQ(said(hall.put(substance, "vote")), "decisions.no_vote_by_rule");
    const Proposal procedure = hall.tabled(Hall::procedure());
    EXPECT_EQ(said(hall.put(procedure, "vote")), "decisions.vote_not_yet");
    const Question first = *hall.put(procedure);
    ASSERT_EQ(hall.object(kenya, first), "done");
    ASSERT_EQ(said(hall.close(first)), "done");
    EXPECT_EQ(said(hall.put(hall.now(procedure.id))), "decisions.already_failed");
    ASSERT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return resume_discussion(unit, hall.chair, {procedure.id, "Once more."});
              })),
              "done");
    EXPECT_EQ(said(hall.put(hall.now(procedure.id), "vote")), "decisions.vote_not_yet")
        << "consensus is tried on what is put, not on what was discussed before";
    const Question again = *hall.put(hall.now(procedure.id));
    ASSERT_EQ(hall.object(kenya, again), "done");
    ASSERT_EQ(said(hall.close(again)), "done");
    const Question vote = *hall.put(hall.now(procedure.id), "vote", true);
    EXPECT_EQ(hall.vote(france, vote, "yes"), "done");
    EXPECT_NE(hall.newest_leaf().find("\"voice\":\"yes\""), std::string::npos) << "a roll-call is public";
    EXPECT_EQ(hall.vote(kenya, vote, "no"), "done");
    EXPECT_EQ(hall.vote(chile, vote, "yes"), "done");
    auto closed = hall.close(vote);
    EXPECT_EQ(closed->outcome, charter::Outcome::adopted_by_vote);
    EXPECT_EQ(closed->tally.in_favour, 2);
    EXPECT_EQ(hall.now(procedure.id).stage, Stage::adopted);
}

TEST_P(Deciding, WithoutRollCallNobodyReadsWhoVotedWhat) {
    const Proposal procedure = hall.tabled(Hall::procedure());
    const Question first = *hall.put(procedure);
    ASSERT_EQ(hall.object(kenya, first), "done");
    ASSERT_EQ(said(hall.close(first)), "done");
    const Question vote = *hall.put(hall.now(procedure.id), "vote");
    ASSERT_EQ(hall.vote(france, vote, "no"), "done");
    EXPECT_EQ(hall.newest_leaf().find("\"no\""), std::string::npos);
    EXPECT_NE(hall.newest_leaf().find("restricted"), std::string::npos);
}

// DEC-18: opposed positions go to mediation, and come back before the decision.
TEST(Mediation, SetsABlockedProposalAsideUntilItHasEnded) {
    const std::size_t clause = charter::clause::contacts::mediation.index;
    const charter::Charter& agreed = charter::Presets::shipped().agreed();
    for (const bool knows : {true, false}) {
        Hall hall(Engine::sqlite,
                  agreed.with(clause, std::string(knows ? "mediation_support" : "none"), "test"));
        const Proposal proposal = hall.tabled();
        const Question question = *hall.put(proposal);
        ASSERT_EQ(hall.object(hall.delegate("KEN"), question), "done");
        ASSERT_EQ(said(hall.close(question)), "done");
        auto defer = [&](const char* resumes) {
            return said(hall.work([&](ledger::Work& unit) {
                return defer_to_mediation(unit, hall.chair, hall.mechanism(),
                                          {proposal.id, Day::parse(resumes), "Two States of other regions"});
            }));
        };
        if (!knows) {
            EXPECT_EQ(defer("2027-01-15"), "decisions.no_mediation");
            continue;
        }
        EXPECT_EQ(defer("2026-12-01"), "decisions.resumes_in_the_past:resumes");
        EXPECT_EQ(defer("2027-01-15"), "done");
        EXPECT_EQ(hall.now(proposal.id).stage, Stage::in_mediation);
        EXPECT_EQ(said(hall.put(hall.now(proposal.id))), "decisions.not_in_this_stage");
        EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                      return resume_discussion(unit, hall.chair, {proposal.id, "Mediation has ended."});
                  })),
                  "done");
        EXPECT_EQ(said(hall.put(hall.now(proposal.id))), "done");
    }
}

// DEC-07: a report with an objection against it is not adopted, and is not among what is agreed.
TEST_P(Deciding, AReportWithAnObjectionIsNoOutcome) {
    DraftProposal request = Hall::statement("Report of the plenary");
    request.effect = "outcome.adopt";
    request.effect_fields.set("key", std::string("report-2026"));
    request.effect_fields.set("form", std::string("report"));
    auto agreed_reports = [&] {
        return hall.read([&](storage::Session& session) {
            return agreed_on(session, AgreedKind::outcome, Day::of(hall.clock.now())).size();
        });
    };
    const Proposal proposal = hall.tabled(request);
    const Question first = *hall.put(proposal);
    ASSERT_EQ(hall.object(kenya, first), "done");
    EXPECT_EQ(hall.close(first)->outcome, charter::Outcome::blocked);
    EXPECT_EQ(agreed_reports(), 0u);
    ASSERT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return resume_discussion(unit, hall.chair, {proposal.id, "Consultations were held."});
              })),
              "done");
    const Question second = *hall.put(hall.now(proposal.id));
    EXPECT_EQ(hall.close(second)->outcome, charter::Outcome::adopted_by_consensus);
    EXPECT_EQ(agreed_reports(), 1u);
}

TEST_P(Deciding, ATakenBackQuestionHasNoResult) {
    const Proposal proposal = hall.tabled();
    const Question question = *hall.put(proposal);
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return take_back_question(unit, hall.chair,
                                            {proposal.id, question.id, "The wrong text was put."});
              })),
              "done");
    EXPECT_EQ(hall.now(proposal.id).stage, Stage::under_discussion);
    EXPECT_EQ(hall.object(kenya, question), "decisions.question_over");
    EXPECT_EQ(said(hall.close(question)), "decisions.question_over");
}

TEST_P(Deciding, AnOlderQuestionIsNotTheOneAtHand) {
    const Proposal proposal = hall.tabled();
    const Question old = *hall.put(proposal);
    ASSERT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return take_back_question(unit, hall.chair, {proposal.id, old.id, "Once more."});
              })),
              "done");
    ASSERT_EQ(said(hall.put(hall.now(proposal.id))), "done");
    EXPECT_EQ(hall.object(kenya, old), "decisions.another_question");
}

// DEC-19: what a State says of its position stands beside the decision, and blocks nothing.
TEST_P(Deciding, PositionsAreExplainedBesideTheDecision) {
    const Proposal proposal = hall.tabled();
    const Id<TextVersion> hall_version = hall.newest(proposal.id);
    auto explain = [&](const Actor& actor, const char* kind, const char* paragraph, const char* text) {
        return said(hall.work([&](ledger::Work& unit) {
            return explain_position(unit, actor, hall.mechanism(),
                                    {proposal.id, kind, paragraph, hall_version, text});
        }));
    };
    EXPECT_EQ(explain(kenya, "before", "", "We can go along."), "done");
    EXPECT_EQ(explain(kenya, "after", "", "Too early."), "decisions.not_decided_yet");
    EXPECT_EQ(explain(kenya, "before", "", ""), "input.required:text");
    EXPECT_EQ(explain(kenya, "dissociation", "p99", ""), "decisions.no_such_paragraph:paragraph");
    const Question question = *hall.put(proposal);
    EXPECT_EQ(explain(kenya, "dissociation", "p2", ""), "done");
    EXPECT_EQ(explain(kenya, "dissociation", "p2", "Again."), "decisions.dissociated_already");
    EXPECT_EQ(hall.close(question)->outcome, charter::Outcome::adopted_by_consensus);
    EXPECT_EQ(explain(kenya, "before", "", "Too late."), "decisions.before_is_over");
    EXPECT_EQ(explain(kenya, "after", "", "We went along."), "done");
    EXPECT_EQ(explain(kenya, "after", "", "Once more."), "decisions.explained_already");
    EXPECT_EQ(explain(chile, "reply", "", "To what was said."), "done");
    hall.read(
        [&](storage::Session& session) { EXPECT_EQ(store::statements_of(session, proposal.id).size(), 4u); });
}

TEST_P(Deciding, TheDraftIsItsAuthorsUntilItIsTabled) {
    auto drafted = hall.draft(hall.author, Hall::statement());
    auto seen = [&](const Actor& actor) {
        return hall.read(
            [&](storage::Session& session) { return said(find_proposal(session, actor, drafted->id)); });
    };
    EXPECT_EQ(seen(hall.author), "done");
    EXPECT_EQ(seen(hall.delegate("FJI")), "done");
    EXPECT_EQ(seen(kenya), "decisions.no_such");
    EXPECT_EQ(seen(hall.chair), "decisions.no_such");
    EXPECT_EQ(seen(Actor::visitor()), "decisions.no_such");
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return join_sponsors(unit, kenya, hall.mechanism(), {drafted->id});
              })),
              "decisions.no_such");
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) { return leave_sponsors(unit, kenya, {drafted->id}); })),
              "decisions.no_such");
    EXPECT_EQ(said(hall.table(kenya, *drafted)), "decisions.no_such");
    ASSERT_EQ(said(hall.table(hall.author, *drafted)), "done");
    EXPECT_EQ(seen(Actor::visitor()), "done");
}

// Bad input is told all at once, by field.
TEST_P(Deciding, ADraftTellsAllThatIsWrongWithIt) {
    DraftProposal request = Hall::statement();
    request.body = "parliament";
    request.effect = "money.spend";
    request.group = "capacity";
    EXPECT_EQ(
        said(hall.draft(hall.author, request)),
        "decisions.no_such_body:body decisions.group_is_of_chair:group decisions.no_such_effect:effect");
}

TEST_P(Deciding, AGroupThatIsNotThereProposesNothing) {
    DraftProposal request = Hall::statement();
    request.group = "invented";
    auto drafted = hall.draft(hall.chair, request);
    ASSERT_EQ(said(drafted), "done");
    EXPECT_EQ(said(hall.table(hall.chair, *drafted)), "decisions.no_such_group");
    request.group = "capacity";
    auto of_group = hall.draft(hall.chair, request);
    EXPECT_EQ(said(hall.table(hall.chair, *of_group)), "done");
}

TEST_P(Deciding, TwoProposalsAtOnceGetTwoSymbols) {
    EXPECT_EQ(hall.tabled().symbol, "POA/2026/L.1");
    EXPECT_EQ(hall.tabled().symbol, "POA/2026/L.2");
}

// A mechanism whose founding date has not come accepts no act.
TEST(Guard, NothingIsTabledBeforeTheFoundingDay) {
    Hall hall;
    auto drafted = hall.draft(hall.author, Hall::statement());
    hall.clock.set(parse_instant("2026-03-01T12:00:00Z").value());
    EXPECT_EQ(said(hall.table(hall.author, *drafted)), "charter.not_founded_yet");
}

} // namespace
} // namespace poa::decisions
