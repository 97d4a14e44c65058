// SPDX-License-Identifier: Apache-2.0
// Silence, non-objection, and what the platform closes by itself when a last moment has come.
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Hall;
using test::said;
namespace clause = charter::clause;

charter::Charter with_rule(std::size_t index, charter::DecisionRule rule) {
    return charter::Presets::shipped().agreed().with(index, rule, "test");
}

class Silence : public testing::TestWithParam<Engine> {
  protected:
    std::int64_t close_due() {
        return hall.work([&](ledger::Work& unit) {
            return close_due_questions(unit, hall.mechanism(), hall.clock.now());
        });
    }
    Hall hall{GetParam(), with_rule(clause::decisions::substantive.index,
                                    {.form = charter::RuleForm::silence, .hours = 72})};
    Actor kenya = hall.delegate("KEN");
};
INSTANTIATE_TEST_SUITE_P(Both, Silence, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Silence, NobodyBreaksItAndItIsAdoptedAsOfItsLastMoment) {
    const Proposal proposal = hall.tabled();
    const Question question = *hall.put(proposal);
    EXPECT_EQ(question.asked, Asked::silence);
    ASSERT_TRUE(question.closes);
    EXPECT_EQ(said(hall.close(question)), "decisions.not_yet");
    EXPECT_EQ(close_due(), 0);
    hall.clock.advance_seconds(72 * 3600 + 500); // nobody served in the meantime
    EXPECT_EQ(close_due(), 1);
    EXPECT_EQ(close_due(), 0);
    const Proposal decision = hall.now(proposal.id);
    EXPECT_EQ(decision.stage, Stage::adopted);
    EXPECT_EQ(decision.ended, question.closes);
    EXPECT_NE(hall.newest_leaf().find("\"on_behalf\":\"platform\""), std::string::npos);
}

TEST_P(Silence, IsBrokenInTheLastSecondAndNotOneSecondLater) {
    const Proposal broken = hall.tabled(), kept = hall.tabled();
    const Question first = *hall.put(broken), second = *hall.put(kept);
    hall.clock.advance_seconds(72 * 3600 - 1);
    EXPECT_EQ(hall.object(kenya, first), "done");
    hall.clock.advance_seconds(1);
    const auto before = hall.journal_size();
    EXPECT_EQ(hall.object(kenya, second), "decisions.too_late");
    EXPECT_EQ(hall.journal_size(), before);
    EXPECT_EQ(said(hall.work([&](ledger::Work& unit) {
                  return take_back_question(unit, hall.chair, {kept.id, second.id, "Once more."});
              })),
              "decisions.too_late")
        << "what has closed is decided";
    EXPECT_EQ(close_due(), 2);
    EXPECT_EQ(hall.now(broken.id).stage, Stage::blocked);
    EXPECT_EQ(hall.now(kept.id).stage, Stage::adopted);
}

TEST_P(Silence, IsExtendedNeverShortened) {
    const Question question = *hall.put(hall.tabled());
    auto extend = [&](std::int64_t hours) {
        return hall.work([&](ledger::Work& unit) {
            return extend_question(unit, hall.chair, {question.proposal, question.id, hours});
        });
    };
    auto longer = extend(24);
    ASSERT_EQ(said(longer), "done");
    EXPECT_EQ(longer->closes->seconds() - question.closes->seconds(), 24 * 3600);
    hall.clock.advance_seconds(72 * 3600 + 1);
    EXPECT_EQ(hall.object(kenya, question), "done") << "within the time that was given";
    hall.clock.advance_seconds(24 * 3600);
    EXPECT_EQ(said(extend(1)), "decisions.too_late");
}

// A clock that goes back neither reopens nor closes anything.
TEST_P(Silence, AClockThatWentBack) {
    const Question question = *hall.put(hall.tabled());
    hall.clock.advance_seconds(-10 * 24 * 3600);
    EXPECT_EQ(hall.object(kenya, question), "done");
    hall.read([&](storage::Session& session) {
        EXPECT_EQ(store::objection_of(session, question.id, "KEN")->lodged, question.put);
    });
    EXPECT_EQ(close_due(), 0);
}

TEST_P(Silence, WhatCannotTakeEffectAnyMoreIsTakenBackWithTheReason) {
    DraftProposal request = Hall::statement("Areas of capacity-building");
    request.effect = "outcome.transmit";
    request.effect_fields.set("outcome", std::string("nothing-adopted"));
    auto drafted = hall.draft(hall.author, request);
    ASSERT_EQ(said(drafted), "done");
    EXPECT_NE(said(hall.table(hall.author, *drafted)), "done") << "what cannot be applied cannot be tabled";
    EXPECT_EQ(hall.now(drafted->id).stage, Stage::draft);
}

// DEC-09: Egypt's rule: one objection excludes, and its grounds are not shown to everyone unless the charter
// says so.
TEST(NonObjection, OneObjectionExcludes) {
    Hall hall(Engine::sqlite, *charter::Presets::shipped().find("egypt"));
    hall.clock.set(parse_instant("2026-12-01T12:00:00Z").value());
    DraftProposal request = Hall::statement("Accreditation of a sample society");
    request.effect = "organisation.accredit";
    request.effect_fields.set("organisation", std::string("sample-society"));
    request.effect_fields.set("name", std::string("Sample Society"));
    const Proposal excluded = hall.tabled(request);
    const Question question = *hall.put(excluded);
    EXPECT_EQ(question.asked, Asked::non_objection);
    const Actor kenya = hall.delegate("KEN");
    EXPECT_EQ(hall.object(kenya, question, "Its mandate."), "done");
    hall.clock.set(question.closes->plus_seconds(1));
    hall.work(
        [&](ledger::Work& unit) { return close_due_questions(unit, hall.mechanism(), hall.clock.now()); });
    EXPECT_EQ(hall.now(excluded.id).stage, Stage::blocked);
    hall.read([&](storage::Session& session) {
        EXPECT_TRUE(agreed_on(session, AgreedKind::accreditation, Day::of(hall.clock.now())).empty());
    });
}

// DEC-08: where the charter has a vote, a contested applicant goes to one and may get in.
TEST(Accreditation, AVoteDecidesWhereTheCharterSaysSo) {
    Hall hall(Engine::sqlite, *charter::Presets::shipped().find("germany"));
    DraftProposal request = Hall::statement("Accreditation of a sample society");
    request.effect = "organisation.accredit";
    request.effect_fields.set("organisation", std::string("sample-society"));
    request.effect_fields.set("name", std::string("Sample Society"));
    const Proposal proposal = hall.tabled(request);
    const Actor kenya = hall.delegate("KEN"), chile = hall.delegate("CHL"), fiji = hall.delegate("FJI");
    Question question = *hall.put(proposal);
    if (question.asked != Asked::vote) {
        ASSERT_EQ(hall.object(kenya, question), "done");
        hall.clock.advance_seconds(40 * 24 * 3600);
        ASSERT_EQ(said(hall.close(question)), "done");
        question = *hall.put(hall.now(proposal.id), "vote", true);
    }
    EXPECT_EQ(hall.vote(kenya, question, "no"), "done");
    EXPECT_EQ(hall.vote(chile, question, "yes"), "done");
    EXPECT_EQ(hall.vote(fiji, question, "yes"), "done");
    EXPECT_EQ(hall.close(question)->outcome, charter::Outcome::adopted_by_vote);
    hall.read([&](storage::Session& session) {
        EXPECT_EQ(agreed_on(session, AgreedKind::accreditation, Day::of(hall.clock.now())).size(), 1u);
    });
}

// DEC-17, DEC-14: an amendment of the charter takes effect with its adoption, as the next version, and the
// calendar follows it. Nothing else may be open at the time.
TEST(CharterAmendment, ChangesTheCalendarAndNothingElseIsOpenMeanwhile) {
    Hall hall;
    DraftProposal request = Hall::statement("A plenary every two years");
    request.effect = "charter.amend";
    request.effect_fields.set("base_version", std::string("1"));
    request.effect_fields.set("clauses", std::string("plenary.every_months = 24"));
    const Proposal proposal = hall.tabled(request), other = hall.tabled();
    const Question question = *hall.put(proposal);
    EXPECT_EQ(said(hall.put(other)), "decisions.charter_in_question");
    const auto before = hall.read([&](storage::Session& session) { return hall.in_force.of(session); });
    ASSERT_EQ(said(hall.close(question)), "done");
    const auto after = hall.read([&](storage::Session& session) { return hall.in_force.of(session); });
    EXPECT_EQ(after->version, 2);
    EXPECT_EQ(after->charter[clause::plenary::every_months], 24);
    EXPECT_EQ(after->reason, "POA/2026/1");
    auto plenaries = [](const charter::Charter& charter) {
        charter::CalendarWish wish;
        wish.from = Day::parse("2027-01-01").value();
        wish.to = Day::parse("2034-12-31").value();
        std::int64_t count = 0;
        for (const auto& event : charter::calendar_of(charter, wish).events)
            count += event.kind == charter::EventKind::plenary;
        return count;
    };
    EXPECT_GT(plenaries(before->charter), plenaries(after->charter));
    const Question next = *hall.put(other);
    EXPECT_EQ(next.charter_version, 2);
    EXPECT_EQ(question.charter_version, 1);
}

} // namespace
} // namespace poa::decisions
