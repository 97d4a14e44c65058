// SPDX-License-Identifier: Apache-2.0
// What decisions do to the framework: baseline and decided items are one, and nothing is lowered.
#include "capabilities/acquis/tests/house.hpp"

#include <set>

namespace poa::acquis {
namespace {

using namespace test;
namespace clause = charter::clause;
using poa::test::Engine;

class EffectsOn : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, EffectsOn, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

Put item(std::string key, std::string text, std::string kind = "norm", std::string body = "plenary") {
    return {"acquis.add_item",
            {{"item", std::move(key)}, {"kind", std::move(kind)}},
            std::move(body),
            std::move(text)};
}
Put revise(std::string key, std::string text) {
    return {"acquis.revise_item", {{"item", std::move(key)}}, "plenary", std::move(text)};
}

// FW-04: no effect takes an item of the framework away.
TEST(Effects, FW_04_NoEffectRemovesAnItemOfTheFramework) {
    decisions::Effects effects;
    decisions::add_effects(effects);
    acquis::add_effects(effects);
    std::set<std::string> of_acquis;
    for (const decisions::EffectSpec& effect : effects.all())
        if (effect.name.starts_with("acquis.")) {
            of_acquis.insert(effect.name);
            EXPECT_EQ(effect.matter, decisions::Matter::framework);
            EXPECT_EQ(effect.input->name(), effect.name);
        }
    EXPECT_EQ(of_acquis, (std::set<std::string>{"acquis.add_item", "acquis.revise_item"}));
}

// FW-04: what was agreed is never lowered.
TEST_P(EffectsOn, FW_04_AnAgreedItemIsNeverLowered) {
    House house(GetParam());
    ASSERT_EQ(house.adopt(item("care", "States take care. They help each other.")), "done");
    const std::vector<std::pair<Put, const char*>> rows = {
        {item("care", "Other."), "decisions.agreed_already"},
        {item("Take Care", "Other."), "decisions.bad_key"},
        {revise("care", "States take care. They help each other. They report."), "would change"},
        {revise("care", "States take care. They report.\n\nThey help each other."), "would change"},
        {revise("care", "States take care."), "decisions.acquis_lowered"},
        {revise("care", "States may take care. They help each other."), "decisions.acquis_lowered"},
        {revise("care", "Nothing."), "decisions.acquis_lowered; decisions.acquis_lowered"},
        {revise("care", "States take care. They help each other."), "decisions.nothing_changes"},
        {revise("other", "Nothing."), "decisions.no_such_agreed"}};
    for (const auto& [put, expected] : rows) EXPECT_EQ(house.check(put), expected) << put.text;
    Put translated = revise("care", "Les États prennent soin.");
    translated.language = "fr";
    EXPECT_EQ(house.check(translated), "decisions.other_language");
    EXPECT_EQ(house.adopt(revise("care", "States take care.")), "decisions.acquis_lowered");
    EXPECT_EQ(house.framework().item("care")->versions.size(), 1u);
    ASSERT_EQ(house.adopt(revise("care", "States take care. They help each other. They report.")), "done");
    EXPECT_EQ(house.framework().item("care")->versions.size(), 2u);
}

// FW-04: a norm of an instrument is as much of the framework as one that was decided: it is not added again,
// and what a decision says of it comes after what the instrument says.
TEST_P(EffectsOn, FW_04_WhatWasRegisteredAndWhatWasDecidedAreOne) {
    House house(GetParam());
    EXPECT_EQ(house.check(item("norm-f", "Another norm f.")), "decisions.agreed_already");
    EXPECT_EQ(house.check(item("gaps", "A norm.")), "acquis.reserved_key");
    ASSERT_EQ(house.adopt(revise("norm-f", "Hospitals are never touched.")), "done");
    EXPECT_EQ(house.check(item("norm-f", "Another norm f.")), "decisions.agreed_already");
    EXPECT_EQ(house.check(revise("norm-f", "Hospitals may be touched.")), "decisions.acquis_lowered");
    ASSERT_EQ(house.adopt(revise("norm-f", "Hospitals are never touched. Nor is water.")), "done");
    const Framework framework = house.framework();
    const FrameworkItem* norm = framework.item("norm-f");
    ASSERT_EQ(norm->versions.size(), 3u);
    EXPECT_FALSE(norm->versions[0].by.is_decision());
    EXPECT_EQ(norm->versions[0].text, "");
    EXPECT_EQ(norm->versions[1].by.symbol, "DEC/1");
    EXPECT_EQ(norm->versions[1].by.body, "plenary");
    EXPECT_EQ(norm->agreed_text(), "Hospitals are never touched. Nor is water.");
    EXPECT_EQ(norm->item().source.instrument, "a-70-174") << "where it comes from stays";
    EXPECT_EQ(framework.events().size(), 3u);
}

// IL-11: no decision rewords the foundation either.
TEST_P(EffectsOn, IL_11_TheFoundationIsNotRewordedByDecision) {
    House house(GetParam());
    EXPECT_EQ(house.check(revise("law-charter", "It applies in part.")), "acquis.item_is_fixed");
    EXPECT_EQ(house.check(revise("law-sovereignty", "It is respected.")), "would change");
}

// FW-20
TEST_P(EffectsOn, FW_20_ABindingOptionOnlyWhereTheCharterHasATrack) {
    House may(GetParam());
    EXPECT_EQ(may.check(item("option", "To study.", "legally_binding_option")), "would change");
    House may_not(GetParam(), agreed_with(clause::framework::binding_track.index, std::string("none")));
    EXPECT_EQ(may_not.check(item("option", "To study.", "legally_binding_option")),
              "decisions.no_binding_track 11.2");
    EXPECT_EQ(may_not.check(item("norm", "A norm.")), "would change");
}

// CON-14, FW-17, FW-18: by whom the framework is developed, and by consensus alone.
TEST_P(EffectsOn, CON_14_FW_17_FW_18_WhoUpdatesTheFrameworkAndByConsensusAlone) {
    House both(GetParam(), agreed_with(clause::framework::updated_by.index,
                                       std::vector<std::string>{"plenary", "review_conference"}));
    EXPECT_EQ(both.check(item("norm", "A norm.")), "would change");
    EXPECT_EQ(both.check(item("norm", "A norm.", "norm", "review_conference")), "would change");
    House plenary(GetParam(),
                  agreed_with(clause::framework::updated_by.index, std::vector<std::string>{"plenary"}));
    EXPECT_EQ(plenary.check(item("norm", "A norm.")), "would change");
    EXPECT_EQ(plenary.check(item("norm", "A norm.", "norm", "review_conference")),
              "decisions.not_by_that_body 11.1");
    House review(GetParam(), agreed_with(clause::framework::updated_by.index,
                                         std::vector<std::string>{"review_conference"}));
    EXPECT_EQ(review.check(item("norm", "A norm.")), "decisions.not_by_that_body 11.1");
    EXPECT_EQ(review.check(item("norm", "A norm.", "norm", "review_conference")), "would change");
    charter::DecisionRule vote;
    vote.form = charter::RuleForm::consensus_then_vote;
    House voting(GetParam(), agreed_with(clause::decisions::framework.index, vote));
    EXPECT_EQ(voting.check(item("norm", "A norm.")), "decisions.framework_by_consensus 8.4");
}

// FW-06, FW-19: any past state can be asked, and each change tells by which route it came.
TEST_P(EffectsOn, FW_06_FW_19_AnyPastStateAndTheRouteOfEachChange) {
    House house(GetParam());
    house.clock.set(noon("2028-01-11"));
    ASSERT_EQ(house.adopt(item("care", "States take care.", "norm", "review_conference")), "done");
    house.read([](storage::Session& session) {
        EXPECT_TRUE(framework_at(session, end_of(day("2027-01-10"))).items().empty());
        const Framework before = framework_at(session, end_of(day("2028-01-10")));
        EXPECT_EQ(before.item("care"), nullptr);
        EXPECT_EQ(before.events().size(), 1u);
        const Framework after = framework_at(session, end_of(day("2028-01-11")));
        ASSERT_NE(after.item("care"), nullptr);
        EXPECT_EQ(after.events()[0].by.on_behalf, "operator");
        EXPECT_EQ(after.events()[1].by.body, "review_conference");
        EXPECT_EQ(after.events()[1].at, noon("2028-01-11"));
        EXPECT_EQ(difference(before, after).items.size(), 1u);
        EXPECT_EQ(after.instrument("a-76-135")->route, "report_endorsed");
    });
}

TEST_P(EffectsOn, TheCurrentFrameworkFollowsTheRecord) {
    House house(GetParam());
    CurrentFramework current;
    auto ask = [&] { return house.read([&](storage::Session& session) { return current.of(session); }); };
    const auto first = ask();
    EXPECT_EQ(ask(), first) << "nothing happened: the same value";
    ASSERT_EQ(house.adopt(revise("norm-f", "More.")), "done");
    EXPECT_EQ(ask()->item("norm-f")->agreed_text(), "More.");
    EXPECT_EQ(first->item("norm-f")->agreed_text(), "") << "who had the older one keeps it";
}

} // namespace
} // namespace poa::acquis
