// SPDX-License-Identifier: Apache-2.0
// The chain of acts that founds the mechanism: its order, its bodies, and what waits for its end.
#include "capabilities/decisions/commands/begin_chain.hpp"
#include "capabilities/decisions/commands/record_external_step.hpp"
#include "capabilities/decisions/declaration.hpp"
#include "capabilities/decisions/tests/effects_house.hpp"

namespace poa::decisions {
namespace {

using namespace testing_effects;
using identity::Actor;
using poa::test::Engine;
using Steps = std::vector<std::string>;

const charter::Charter& preset(const char* id) {
    return *charter::Presets::shipped().find(id);
}

// CON-13, EST-07, EST-09, EST-11: who adopts and who endorses is data; the first meeting is convened last.
TEST(Chain, CON_13_StepsAreThoseOfTheCharter) {
    EXPECT_EQ(steps_of(preset("agreed-2025")),
              (Steps{"working_group_agrees", "general_assembly_endorses", "first_meeting_convened"}));
    EXPECT_EQ(steps_of(preset("france")), (Steps{"working_group_agrees", "conference_adopts",
                                                 "general_assembly_endorses", "first_meeting_convened"}));
    EXPECT_EQ(steps_of(preset("united-kingdom")),
              (Steps{"high_level_meeting_adopts", "first_meeting_convened"}));
    EXPECT_EQ(steps_of(preset("australia")), (Steps{"working_group_agrees", "general_assembly_endorses",
                                                    "first_meeting_convened", "review_conference_affirms"}))
        << "the mechanism is there before its review conference";
    for (const std::string& id : charter::Presets::shipped().ids())
        for (const std::string& step : steps_of(preset(id.c_str()))) EXPECT_NE(find_step(step), nullptr);
}

/// With somebody of the secretariat, appointed as such.
struct ChainHouse : House {
    ChainHouse(Engine engine, const charter::Charter& charter) : House(engine, charter) {
        write([](ledger::Work& work) {
            work.session().execute({"test.person",
                                    "INSERT INTO identity_person (id, email, name, language, made_at) "
                                    "VALUES (7, 'desk@example.org', 'Sample', 'en', 0)"});
            work.session().execute(
                {"test.appointment",
                 "INSERT INTO identity_appointment (person, role, body, from_day, to_day, basis, "
                 "appointed_at) VALUES (7, 'secretariat', 'secretariat', 0, NULL, '', 0)"});
        });
    }
};

class FoundingChain : public testing::TestWithParam<Engine> {
  protected:
    static Actor secretariat() {
        const std::vector<identity::CurrentStanding> standings{
            {{identity::Role::secretariat, identity::Body::secretariat()}, false}};
        return Actor::signed_in(Id<identity::Person>{7}, "Sample", "en", Id<identity::SignInSession>{7},
                                standings);
    }
    static std::string begin(House& house, const Actor& actor = secretariat(), std::int64_t version = 1) {
        auto begun =
            house.write([&](ledger::Work& work) { return begin_chain(work, actor, BeginChain{version}); });
        return begun ? "done" : codes_of(begun.error());
    }
    static std::string record(House& house, std::string step, const char* on,
                              std::string manner = "consensus", const Actor& actor = secretariat()) {
        auto done = house.write([&](ledger::Work& work) {
            return record_external_step(
                work, actor, {std::move(step), "A/RES/99/1", day(on), std::move(manner), "Sample"});
        });
        return done ? "done" : codes_of(done.error());
    }
    static std::string may(House& house, Matter matter) {
        return house.database->read([&](storage::Session& session) {
            auto allowed = may_act_now(session, matter);
            return allowed ? std::string("may") : codes_of(allowed.error());
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, FoundingChain, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

/// A declaration with all its elements, each heading a paragraph.
Put declaration() {
    Put put{"founding.adopt_declaration", {{"key", "declaration"}}, "founding_conference", ""};
    for (const DeclarationElement& element : declaration_elements()) {
        put.fields.emplace_back(element.name, element.title);
        put.text += std::string(put.text.empty() ? "" : "\n\n") + std::string(element.title);
    }
    return put;
}

// EST-07, EST-09, EST-11: each step by its own body, in order; the mechanism waits for the last.
TEST_P(FoundingChain, EST_09_EST_11_TheMechanismWaitsForTheLastStep) {
    ChainHouse house(GetParam(), preset("france"));
    EXPECT_EQ(may(house, Matter::substantive), "may") << "no chain was begun";
    EXPECT_EQ(record(house, "working_group_agrees", "2027-01-01"), "decisions.no_chain");
    EXPECT_EQ(house.check(declaration()), "decisions.no_chain 2.9");
    EXPECT_EQ(begin(house, Actor::visitor()), "identity.not_signed_in");
    EXPECT_EQ(begin(house, secretariat(), 2), "decisions.charter_changed");
    ASSERT_EQ(begin(house), "done");
    EXPECT_EQ(begin(house), "decisions.chain_begun");
    for (Matter matter : all_matters())
        EXPECT_EQ(may(house, matter),
                  matter == Matter::founding ? "may" : "decisions.mechanism_not_active 2.9");

    EXPECT_EQ(house.check(declaration()), "decisions.step_not_next 2.9");
    EXPECT_EQ(record(house, "general_assembly_endorses", "2027-01-05"), "decisions.step_not_next 2.9");
    EXPECT_EQ(record(house, "working_group_agrees", "2027-01-12"), "decisions.step_to_come");
    ASSERT_EQ(record(house, "working_group_agrees", "2027-01-05"), "done");
    EXPECT_EQ(record(house, "conference_adopts", "2027-01-06"), "decisions.step_decided_here 2.9")
        << "nobody enters from outside what is decided here";
    ASSERT_EQ(house.adopt(declaration()), "done");
    EXPECT_EQ(house.now(AgreedKind::outcome, "declaration")->at("form"), "founding_declaration");
    EXPECT_EQ(record(house, "general_assembly_endorses", "2027-01-10"), "decisions.step_out_of_order 2.9");
    ASSERT_EQ(record(house, "general_assembly_endorses", "2027-01-11", "vote"), "done");
    EXPECT_EQ(may(house, Matter::substantive), "decisions.mechanism_not_active 2.9");
    ASSERT_EQ(record(house, "first_meeting_convened", "2027-01-11"), "done");
    EXPECT_EQ(may(house, Matter::substantive), "may");
    EXPECT_EQ(record(house, "first_meeting_convened", "2027-01-11"), "decisions.chain_complete");
    house.database->read([](storage::Session& session) {
        const ChainState state = chain_state(session);
        EXPECT_TRUE(state.active);
        ASSERT_EQ(state.chain->steps.size(), 4u);
        EXPECT_EQ(state.chain->steps[1].act->symbol, "DEC/1");
        EXPECT_TRUE(state.chain->steps[1].act->proposal.has_value());
        EXPECT_FALSE(state.chain->steps[2].act->by_consensus);
        EXPECT_EQ(state.chain->steps[3].act->day, day("2027-01-11"));
    });
}

// EST-10: a resolution of the First Committee complements the declaration (A/78/76, Germany): a second
// instrument with its own symbol and day, and the mechanism waits for it.
TEST_P(FoundingChain, EST_10_AResolutionOfTheFirstCommitteeComplementsTheDeclaration) {
    ChainHouse house(GetParam(), preset("germany").with(charter::clause::founding::adoption_chain.index,
                                                        std::vector<std::string>{"working_group_agrees",
                                                                                 "conference_adopts",
                                                                                 "first_committee_affirms"},
                                                        "test"));
    ASSERT_EQ(begin(house), "done");
    ASSERT_EQ(record(house, "working_group_agrees", "2027-01-05"), "done");
    ASSERT_EQ(house.adopt(declaration()), "done");
    EXPECT_EQ(record(house, "first_meeting_convened", "2027-01-11"), "decisions.step_not_next 2.9");
    EXPECT_EQ(may(house, Matter::substantive), "decisions.mechanism_not_active 2.9");
    ASSERT_EQ(record(house, "first_committee_affirms", "2027-01-11"), "done");
    ASSERT_EQ(record(house, "first_meeting_convened", "2027-01-11"), "done");
    EXPECT_EQ(may(house, Matter::substantive), "may");
    house.database->read([](storage::Session& session) {
        const ChainState state = chain_state(session);
        const auto& steps = state.chain->steps;
        EXPECT_TRUE(steps[1].act->proposal.has_value()) << "the declaration";
        EXPECT_EQ(steps[2].step, "first_committee_affirms");
        EXPECT_FALSE(steps[2].act->proposal.has_value()) << "an instrument of another body";
        EXPECT_FALSE(steps[2].act->symbol.empty());
    });
}

// EST-08: a founding declaration without one of its elements is refused, with all that are missing.
TEST_P(FoundingChain, EST_08_ADeclarationNeedsItsElements) {
    ChainHouse house(GetParam(), preset("netherlands"));
    ASSERT_EQ(begin(house), "done");
    EXPECT_EQ(house.check(declaration()), "would change");
    for (std::size_t i = 0; i < declaration_elements().size(); ++i) {
        Put without = declaration();
        without.fields.erase(without.fields.begin() + 1 + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(house.check(without), "decisions.element_missing") << declaration_elements()[i].name;
    }
    Put two_less = declaration();
    two_less.fields.resize(two_less.fields.size() - 2);
    EXPECT_EQ(house.check(two_less), "decisions.element_missing; decisions.element_missing");
    Put elsewhere = declaration();
    elsewhere.fields.back().second = "Nowhere in the text";
    EXPECT_EQ(house.check(elsewhere), "decisions.element_not_in_text");
}

// EST-12: where the charter knows no vote for it, the mechanism is established by consensus.
TEST_P(FoundingChain, EST_12_EstablishmentIsByConsensus) {
    ChainHouse house(GetParam(), preset("egypt"));
    ASSERT_EQ(begin(house), "done");
    EXPECT_EQ(record(house, "general_assembly_adopts", "2027-01-05", "vote"),
              "decisions.step_by_consensus 8.1");
    EXPECT_EQ(record(house, "general_assembly_adopts", "2027-01-05"), "done");
}

// CON-13: affirmed at the first review conference (Australia), by the mechanism that exists by then.
TEST_P(FoundingChain, TheReviewConferenceAffirmsInTheEnd) {
    ChainHouse house(GetParam(), preset("australia"));
    ASSERT_EQ(begin(house), "done");
    const Put affirm{"founding.affirm_declaration", {{"key", "affirmation"}}, "review_conference"};
    EXPECT_EQ(house.check(affirm), "decisions.step_not_next 2.9");
    for (const char* step : {"working_group_agrees", "general_assembly_endorses", "first_meeting_convened"})
        ASSERT_EQ(record(house, step, "2027-01-05"), "done") << step;
    EXPECT_EQ(may(house, Matter::substantive), "may");
    ASSERT_EQ(house.adopt(affirm), "done");
    EXPECT_EQ(house.check({"founding.affirm_declaration", {{"key", "again"}}, "review_conference"}),
              "decisions.chain_complete");
}

TEST_P(FoundingChain, WhoseAppointmentEndedMeanwhileRecordsNothing) {
    ChainHouse house(GetParam(), preset("egypt"));
    auto set_ended = [&](std::optional<std::int64_t> at) {
        house.write([&](ledger::Work& work) {
            work.session().execute(
                {"test.end", "UPDATE identity_appointment SET ended_at = $1 WHERE person = 7"}, at);
        });
    };
    set_ended(1);
    EXPECT_EQ(begin(house), "identity.appointment_over");
    set_ended({});
    ASSERT_EQ(begin(house), "done");
    set_ended(1);
    EXPECT_EQ(record(house, "general_assembly_adopts", "2027-01-05"), "identity.appointment_over");
}

TEST_P(FoundingChain, OnlyTheSecretariatKeepsTheChain) {
    ChainHouse house(GetParam(), preset("egypt"));
    ASSERT_EQ(begin(house), "done");
    for (const auto& [role, body] : std::vector<std::pair<identity::Role, identity::Body>>{
             {identity::Role::chair, identity::Body::chair()},
             {identity::Role::head_of_delegation, identity::Body::state("FRA")}}) {
        const std::vector<identity::CurrentStanding> standings{{{role, body}, true}};
        const Actor actor = Actor::signed_in(Id<identity::Person>{8}, "Sample", "en",
                                             Id<identity::SignInSession>{8}, standings);
        EXPECT_EQ(record(house, "general_assembly_adopts", "2027-01-05", "consensus", actor),
                  "identity.not_permitted");
    }
}

} // namespace
} // namespace poa::decisions
