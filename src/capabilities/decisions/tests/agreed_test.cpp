// SPDX-License-Identifier: Apache-2.0
// The register of what was agreed: any past day can be asked, nothing in it is ever changed, and the
// decisions in their order give it again. Effects of a sample of decisions stand for all.
#include "capabilities/decisions/tests/effects_house.hpp"

#include <rapidcheck/gtest.h>

namespace poa::decisions {
namespace {

using namespace testing_effects;
using poa::test::Engine;

class Register : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Register, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

Put item(std::string text, bool first = false) {
    if (first)
        return {"recommendation.adopt", {{"key", "care"}, {"form", "practical"}}, "plenary", std::move(text)};
    return {"recommendation.revise", {{"key", "care"}, {"part", "text"}}, "plenary", std::move(text)};
}
const Put retire{"recommendation.retire", {{"key", "one"}, {"reason", "Done."}}};
const Put recommend{"recommendation.adopt", {{"key", "one"}, {"form", "practical"}}};

TEST_P(Register, AnyPastDayCanBeAsked) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    ASSERT_EQ(house.adopt(item("A.", true)), "done");
    ASSERT_EQ(house.adopt(recommend), "done");
    house.clock.set(noon("2027-06-01"));
    ASSERT_EQ(house.adopt(item("A. B.")), "done");
    house.clock.set(noon("2028-06-01"));
    ASSERT_EQ(house.adopt(item("A. B. C.")), "done");
    ASSERT_EQ(house.adopt(retire), "done");
    house.database->read([](storage::Session& session) {
        auto text = [&](const char* iso) {
            const auto rows = agreed_on(session, AgreedKind::recommendation, day(iso));
            return rows.empty() ? std::string("nothing") : rows[0].version.text;
        };
        EXPECT_EQ(text("2027-01-10"), "nothing");
        EXPECT_EQ(text("2027-01-11"), "A.");
        EXPECT_EQ(text("2027-05-31"), "A.");
        EXPECT_EQ(text("2027-06-01"), "A. B.");
        EXPECT_EQ(text("2030-01-01"), "A. B. C.");
        EXPECT_EQ(agreed_on(session, AgreedKind::recommendation, day("2028-05-31")).size(), 2u);
        EXPECT_EQ(agreed_on(session, AgreedKind::recommendation, day("2028-06-01")).size(), 1u)
            << "one retired";

        const auto found = agreed_item(session, AgreedKind::recommendation, "care", day("2027-07-01"));
        ASSERT_TRUE(found.has_value());
        EXPECT_TRUE(found->holds);
        EXPECT_EQ(found->newest.version.version, 2);
        ASSERT_EQ(found->history.size(), 3u);
        EXPECT_EQ(found->history[2].by.symbol, "DEC/1");
        EXPECT_EQ(found->history[2].ended_by->symbol, "DEC/3");
        EXPECT_EQ(found->history[2].until, noon("2027-06-01"));
        EXPECT_FALSE(found->history[0].until.has_value());
        const auto retired = agreed_item(session, AgreedKind::recommendation, "one", day("2029-01-01"));
        EXPECT_FALSE(retired->holds);
        EXPECT_TRUE(retired->history[0].ends);
        EXPECT_EQ(store::agreed_by(session, Id<Proposal>{3}).size(), 1u);
        EXPECT_FALSE(agreed_item(session, AgreedKind::fund, "care", day("2029-01-01")).has_value());
    });
}

TEST_P(Register, AClockThatWentBackPutsNoVersionBeforeTheOneItFollows) {
    House house(GetParam(), charter::Presets::shipped().agreed(), noon("2027-06-01"));
    ASSERT_EQ(house.adopt(item("A.", true)), "done");
    house.clock.set(noon("2027-05-01"));
    ASSERT_EQ(house.adopt(item("A. B.")), "done");
    const auto versions = house.whole_register();
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[1].since, noon("2027-06-01"));
    EXPECT_EQ(house.now(AgreedKind::recommendation, "care")->text, "A. B.");
}

TEST_P(Register, WhatIsRefusedAtAdoptionLeavesNothing) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    EXPECT_EQ(house.adopt(retire), "decisions.no_such_agreed");
    EXPECT_EQ(house.adopt({"recommendation.confirm", {{"keys", "one\ntwo"}}}),
              "decisions.no_such_agreed; decisions.no_such_agreed");
    EXPECT_TRUE(house.whole_register().empty());
}

TEST(AgreedKinds, HaveNamesThatReadBack) {
    for (AgreedKind kind : all_agreed_kinds()) {
        EXPECT_EQ(parse_agreed_kind(name_of(kind)), kind);
        EXPECT_FALSE(title_of(kind).empty());
    }
    EXPECT_FALSE(parse_agreed_kind("nothing").has_value());
    const Attributes attributes{{"a", "\"x\"\n"}, {"b", ""}};
    EXPECT_EQ(parse_attributes(text_of(attributes)), attributes);
    EXPECT_FALSE(parse_attributes("[]").has_value());
    EXPECT_FALSE(parse_attributes(R"({"a":1})").has_value());
}

TEST(Sentences, AreFoundInAnyOfTheSixLanguages) {
    EXPECT_EQ(sentences_of("One. Two!\n\nThree"), (std::vector<std::string>{"One.", "Two!", "Three"}));
    EXPECT_EQ(sentences_of("A line\nthat goes on."), (std::vector<std::string>{"A line that goes on."}));
    EXPECT_EQ(sentences_of("各国应合作。各国应报告。").size(), 2u);
    EXPECT_EQ(sentences_of("هل نتعاون؟ نعم نتعاون.").size(), 2u);
    EXPECT_EQ(dropped_sentences("A. A. B.", "B. A."), (std::vector<std::string>{"A."})) << "as often";
}

TEST(Months, EndWhereTheMonthEnds) {
    EXPECT_EQ(months_after(day("2027-01-31"), 1), day("2027-02-28"));
    EXPECT_EQ(months_after(day("2027-12-15"), 3), day("2028-03-15"));
    EXPECT_EQ(months_after(day("2027-03-31"), -1), day("2027-02-28"));
}

/// Decisions of which a sequence is drawn; many are refused where they stand.
std::vector<Put> sample_decisions() {
    return {item("A.", true),
            item("A. B."),
            item("A. B. C."),
            recommend,
            retire,
            {"recommendation.confirm", {{"keys", "one"}}},
            {"recommendation.revise", {{"key", "one"}, {"part", "measures"}}, "plenary", "Do it."},
            {"outcome.adopt", {{"key", "report"}, {"form", "report"}}},
            {"outcome.transmit", {{"outcome", "report"}}},
            {"organisation.accredit", {{"organisation", "sample"}, {"name", "Sample"}}},
            {"organisation.exclude", {{"organisation", "sample"}}},
            {"group.end", {{"id", "capacity"}, {"last", "2028-06-30"}}},
            {"charter.amend", {{"base_version", "1"}, {"clauses", "plenary.every_months = 24"}}}};
}

/// Clock and adopted decisions, as the journal has them.
struct Adopted {
    Instant at;
    Put put;
};
std::vector<Adopted> run(House& house, const std::vector<std::uint8_t>& picks) {
    const auto decisions = sample_decisions();
    std::vector<Adopted> adopted;
    for (std::uint8_t pick : picks) {
        const Put& put = decisions[pick % decisions.size()];
        if (house.adopt(put) == "done") adopted.push_back({house.clock.now(), put});
        house.clock.advance_seconds(3'600);
    }
    return adopted;
}

/// Without the numbers of proposals, which count refused ones too.
std::string words_of(const std::vector<AgreedVersion>& versions) {
    std::string words;
    for (const AgreedVersion& one : versions)
        words += std::string(name_of(one.kind)) + "/" + one.key + "/" + std::to_string(one.version) + "/" +
                 one.text + "/" + text_of(one.attributes) + "/" + iso(one.since) +
                 (one.until ? iso(*one.until) : "") + (one.ends ? " ends" : "") + "\n";
    return words;
}

RC_GTEST_PROP(Replaying, TheDecisionsInOrderGiveTheSameRegister, ()) {
    const auto picks = *rc::gen::resize(25, rc::gen::arbitrary<std::vector<std::uint8_t>>());
    House first(Engine::sqlite, charter::Presets::shipped().agreed(), noon("2027-01-11"), false);
    const auto adopted = run(first, picks);
    House second(Engine::sqlite, charter::Presets::shipped().agreed(), noon("2027-01-11"), false);
    for (const Adopted& one : adopted) {
        second.clock.set(one.at);
        RC_ASSERT(second.adopt(one.put) == "done");
    }
    RC_ASSERT(words_of(first.whole_register()) == words_of(second.whole_register()));
    // And nothing that was agreed is lost on the way: every version's text is still there.
    for (const AgreedVersion& newest : second.whole_register())
        if (newest.key == "care") RC_ASSERT(newest.text.starts_with("A."));
}

} // namespace
} // namespace poa::decisions
