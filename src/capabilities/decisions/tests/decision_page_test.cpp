// SPDX-License-Identifier: Apache-2.0
// The page of a proposal or decision, as each kind of reader gets it, and the list of all of them.
#include "capabilities/decisions/effects_checked.hpp"
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"
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

/// What that reader gets.
template <class Load> auto loaded(Hall& hall, const Actor& actor, Load&& load) {
    static const http::Request request;
    static const http::Parameters path;
    return hall.read([&](storage::Session& session) {
        const web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                               std::make_shared<web::Visitor>()};
        const Mechanism mechanism = hall.mechanism();
        return load(Reading{session, mechanism, actor, visit, hall.clock.now()});
    });
}
DecisionPage page_for(Hall& hall, const Actor& actor, Id<Proposal> id) {
    return loaded(hall, actor, [&](const Reading& reading) { return load_decision(reading, id).value(); });
}
std::string drawn_for(Hall& hall, const Actor& actor, Id<Proposal> id) {
    return loaded(hall, actor, [&](const Reading& reading) {
        return std::string(draw_decision(load_decision(reading, id).value(), reading.visit).body.text());
    });
}

// DEC-19: the record has the rule that was applied, the explanations, and the objections as far as the
// charter discloses them (clause 8.8); what a reader may not know is on no page of theirs.
TEST(DecisionRecord, DEC_19_TellsOfObjectionsWhomTheCharterSays) {
    struct Case {
        const char* disclosed_to;
        bool to_public, to_states, to_chair;
    };
    for (const Case& one : {Case{"none", false, false, false}, Case{"chair", false, false, true},
                            Case{"any_state", false, true, true}, Case{"public", true, true, true}}) {
        Hall hall(Engine::sqlite, agreed().with(clause::decisions::disclosed_to.index,
                                                std::string(one.disclosed_to), "test"));
        const Actor kenya = hall.delegate("KEN"), chile = hall.delegate("CHL");
        const Proposal proposal = hall.tabled();
        const Question question = *hall.put(proposal);
        ASSERT_EQ(hall.object(kenya, question, "Grounds of a sample objection."), "done");
        ASSERT_EQ(said(hall.work([&](ledger::Work& unit) {
                      return explain_position(unit, chile, hall.mechanism(),
                                              {proposal.id, "before", "", {}, "A sample explanation."});
                  })),
                  "done");
        const std::pair<Actor, bool> readers[] = {
            {Actor::visitor(), one.to_public}, {chile, one.to_states}, {hall.chair, one.to_chair}};
        for (const bool is_over : {false, true}) {
            if (is_over) ASSERT_EQ(said(hall.close(question)), "done");
            for (const auto& [reader, sees] : readers) {
                const DecisionPage page = page_for(hall, reader, proposal.id);
                ASSERT_TRUE(page.question.has_value());
                EXPECT_EQ(page.question->objections.has_value(), sees) << one.disclosed_to;
                EXPECT_EQ(page.question->objectors.size(), sees ? 1u : 0u) << one.disclosed_to;
                EXPECT_EQ(page.question->clause, "8.1");
                EXPECT_EQ(page.question->charter_version, 1);
                EXPECT_EQ(page.question->disclosed_to, one.disclosed_to);
                ASSERT_EQ(page.statements.size(), 1u);
                const std::string html = drawn_for(hall, reader, proposal.id);
                EXPECT_EQ(html.find("Grounds of a sample objection.") != std::string::npos, sees)
                    << one.disclosed_to << (is_over ? " over" : " open");
                EXPECT_NE(html.find("A sample explanation."), std::string::npos);
                EXPECT_NE(html.find("clause 8.1"), std::string::npos);
                EXPECT_EQ(page.question->outcome, is_over ? "blocked" : "");
            }
            EXPECT_EQ(page_for(hall, kenya, proposal.id).question->own, "objects")
                << "a State knows what it did itself";
        }
    }
}

// DEC-11: what is decided binds politically and never legally; the record has no other word for it.
// MTG-32: the outcome of a group does so where it was unanimous.
TEST(DecisionRecord, DEC_11_MTG_32_BindsPoliticallyWhereNobodySpokeAgainstIt) {
    Question decided;
    decided.outcome = charter::Outcome::adopted_by_consensus;
    EXPECT_TRUE(binds_politically("plenary", decided));
    EXPECT_TRUE(binds_politically("group:capacity", decided));
    decided.asked = Asked::vote;
    decided.outcome = charter::Outcome::adopted_by_vote;
    decided.tally.in_favour = 100;
    EXPECT_TRUE(binds_politically("group:capacity", decided)) << "unanimous";
    decided.tally.against = 1;
    EXPECT_FALSE(binds_politically("group:capacity", decided));
    EXPECT_TRUE(binds_politically("plenary", decided)) << "the charter's rule has a vote there";
    decided.outcome = charter::Outcome::rejected;
    EXPECT_FALSE(binds_politically("plenary", decided));

    Hall hall;
    const Proposal proposal = hall.tabled();
    const Question question = *hall.put(proposal);
    EXPECT_EQ(page_for(hall, Actor::visitor(), proposal.id).binding, "") << "nothing is decided";
    ASSERT_EQ(said(hall.close(question)), "done");
    EXPECT_EQ(page_for(hall, Actor::visitor(), proposal.id).binding, "politically");
    EXPECT_NE(drawn_for(hall, Actor::visitor(), proposal.id).find("politically, not legally, binding"),
              std::string::npos);
}

// The last check is kept with what it was made of: a change of the text or of what is agreed makes it anew.
TEST(DecisionRecord, TheEffectIsCheckedAnewOnlyWhenSomethingChanged) {
    Hall hall;
    const Proposal proposal = hall.tabled();
    KeptChecks kept;
    auto checked = [&](const Proposal& of) {
        return hall.read([&](storage::Session& session) {
            Mechanism mechanism = hall.mechanism();
            mechanism.kept = &kept;
            return checked_effect(session, mechanism, *hall.in_force.of(session), of, hall.clock.now());
        });
    };
    const auto first = checked(proposal);
    EXPECT_TRUE(first->problems.empty());
    EXPECT_EQ(checked(proposal), first) << "the same, not one like it";
    Proposal later = proposal;
    ++later.revision;
    EXPECT_NE(checked(later), first);
    hall.clock.advance_seconds(24 * 3600);
    const auto next_day = checked(later);
    EXPECT_NE(next_day, first);
    EXPECT_EQ(checked(later), next_day);
}

class DecisionList : public testing::TestWithParam<Engine> {
  protected:
    Hall hall{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Both, DecisionList, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(DecisionList, HasFiftyAPageAndTheFiltersHoldOnEach) {
    for (int i = 0; i < 53; ++i) (void)hall.tabled(i % 10 == 0 ? Hall::procedure() : Hall::statement());
    const Proposal draft = *hall.draft(hall.author, Hall::statement());
    auto list = [&](const Actor& actor, const char* stage, const char* body, std::int64_t before) {
        return loaded(hall, actor,
                      [&](const Reading& reading) { return load_decisions(reading, stage, body, before); });
    };
    const DecisionsPage first = list(Actor::visitor(), "", "", 0);
    ASSERT_EQ(first.rows.size(), 50u);
    EXPECT_EQ(first.rows.front().id, 53);
    EXPECT_EQ(first.next, 4);
    const DecisionsPage second = list(Actor::visitor(), "", "", first.next);
    ASSERT_EQ(second.rows.size(), 3u);
    EXPECT_EQ(second.rows.front().id, 3);
    EXPECT_EQ(second.next, 0);
    EXPECT_EQ(list(hall.author, "", "", 0).rows.front().id, draft.id.number) << "the own draft among them";
    EXPECT_EQ(list(hall.author, "draft", "", 0).rows.size(), 1u);
    EXPECT_TRUE(list(Actor::visitor(), "draft", "", 0).rows.empty());
    EXPECT_TRUE(list(Actor::visitor(), "", "review_conference", 0).rows.empty());
    EXPECT_EQ(list(Actor::visitor(), "tabled", "plenary", 10).rows.size(), 9u);
}

} // namespace
} // namespace poa::decisions
