// SPDX-License-Identifier: Apache-2.0
// The framework as data: what is shipped, what a registration must be, and that nothing is ever lost.
#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/framework.hpp"
#include "capabilities/acquis/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace poa::acquis {
namespace {

std::string codes_of(const Refusal& refusal) {
    std::vector<std::string> said;
    for (const Reason& reason : refusal.reasons)
        said.push_back(reason.code + (reason.field.empty() ? "" : " " + reason.field));
    return join(said, "; ");
}

Framework shipped() {
    Framework framework;
    auto registration = parse_registration(reference_file("acquis.json"));
    EXPECT_TRUE(registration.has_value()) << (registration ? "" : codes_of(registration.error()));
    auto added = framework.add(*registration, {}, {});
    EXPECT_TRUE(added.has_value()) << (added ? "" : codes_of(added.error()));
    return framework;
}

/// A registration of one report and one item of it, with words in place of others.
std::string registration(const std::string& from = {}, const std::string& to = {}) {
    const std::string text = R"({"title": "A sample",
 "instruments": [{"key": "a-99-1", "symbol": "A/99/1", "kind": "report", "body": "Sample group", "year": 2044,
   "adoption": "consensus", "part": "framework", "titles": {"en": "Sample", "fr": "Exemple"},
   "certainty": "checked"}],
 "items": [{"key": "care", "kind": "norm", "levels": ["national"], "titles": {"en": "Care", "fr": "Soin"},
   "summaries": {"en": "States take care.", "fr": "Les États prennent soin."},
   "source": {"instrument": "a-99-1", "paragraph": "7"}, "certainty": "checked"}]})";
    return from.empty() ? text : replace_all(text, from, to);
}

std::string add(Framework& framework, const std::string& text) {
    auto parsed = parse_registration(text);
    if (!parsed) return codes_of(parsed.error());
    auto added = framework.add(*parsed, {}, {});
    return added ? "added" : codes_of(added.error());
}
std::string add_to_shipped(const std::string& text) {
    Framework framework = shipped();
    return add(framework, text);
}

// FW-01: the instruments are data, with year, body and how they were adopted.
TEST(Shipped, FW_01_HasTheInstrumentsWithYearBodyAndAdoption) {
    const Framework framework = shipped();
    for (const char* symbol :
         {"A/65/201", "A/68/98", "A/70/174", "A/75/816", "A/76/135", "A/77/275", "A/78/265", "A/79/214",
          "A/80/257", "A/RES/70/237", "A/RES/73/27", "A/RES/75/240", "A/RES/76/19", "A/RES/77/36",
          "A/RES/77/37", "decision 75/564"}) {
        const auto found = std::ranges::find(framework.instruments(), symbol, &Instrument::symbol);
        ASSERT_NE(found, framework.instruments().end()) << symbol;
        EXPECT_GE(found->year, 2010);
        EXPECT_FALSE(found->body.empty());
        EXPECT_TRUE(!found->is_of_framework || is_by_consensus(found->adoption)) << symbol;
    }
    EXPECT_FALSE(framework.instrument("a-res-73-27")->is_of_framework) << "adopted by a vote";
}

// FW-02: every item belongs to a pillar by its kind; threats are context.
// FW-03: the eleven norms have addresses of their own.
TEST(Shipped, FW_02_FW_03_HasElevenNormsAndEveryItemAPillar) {
    const Framework framework = shipped();
    std::string letters;
    std::set<Pillar> pillars;
    std::size_t measures = 0;
    for (const FrameworkItem& one : framework.items()) {
        pillars.insert(pillar_of(one.item().kind));
        if (one.item().kind == ItemKind::norm) {
            letters += one.item().designation;
            EXPECT_EQ(one.item().key, "norm-" + one.item().designation);
            EXPECT_EQ(framework.item(one.item().key), &one);
            EXPECT_FALSE(framework.checklist_of(one.item().key).empty()) << one.item().key;
        }
        measures += one.item().kind == ItemKind::confidence_building ? 1 : 0;
    }
    EXPECT_EQ(letters, "abcdefghijk");
    EXPECT_EQ(measures, 8u);
    EXPECT_EQ(pillars.size(), all_pillars().size());
    EXPECT_EQ(pillar_of(ItemKind::threat), Pillar::threats);
}

// FW-41, FW-42, FW-43: subjects with sectors find their items.
TEST(Shipped, FW_41_FW_42_FW_43_SubjectsAndTheirSectorsFindItems) {
    const Framework framework = shipped();
    auto about = [&](const char* topic) {
        std::vector<std::string> keys;
        for (const FrameworkItem& one : framework.items())
            if (framework.is_about(one.item(), topic)) keys.push_back(one.item().key);
        return keys;
    };
    EXPECT_EQ(about("supply-chain"), (std::vector<std::string>{"norm-i", "norm-j", "threat-supply-chain"}));
    EXPECT_EQ(about("health-care"),
              (std::vector<std::string>{"norm-f", "norm-g", "threat-critical-infrastructure",
                                        "threat-ransomware"}));
    EXPECT_FALSE(about("development").empty());
    const auto infrastructure = about("critical-infrastructure");
    EXPECT_TRUE(std::ranges::find(infrastructure, "threat-ransomware") != infrastructure.end())
        << "health care is a sector of it";
}

// FW-05: what was not adopted by consensus is refused with the reason.
TEST(Registering, FW_05_AnInstrumentWithoutConsensusIsRefusedWithTheReason) {
    EXPECT_EQ(add_to_shipped(registration()), "added");
    EXPECT_EQ(add_to_shipped(registration("\"consensus\"", "\"without_a_vote\"")), "added");
    EXPECT_EQ(add_to_shipped(registration("\"consensus\"", "\"not_known\"")), "acquis.not_by_consensus");
    Framework framework = shipped();
    auto refused = framework.add(*parse_registration(registration("\"consensus\"", "\"vote\"")), {}, {});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(codes_of(refused.error()), "acquis.not_by_consensus");
    EXPECT_EQ(refused.error().reasons[0].facts[0].second, "A/99/1");
    EXPECT_EQ(refused.error().reasons[0].facts[1].second, "vote");
    EXPECT_EQ(framework.instrument("a-99-1"), nullptr) << "nothing of it was added";
    EXPECT_EQ(add_to_shipped(
                  registration("\"consensus\", \"part\": \"framework\"", "\"vote\", \"part\": \"context\"")),
              "acquis.source_is_context")
        << "recorded beside the framework it may be, but no item comes from it";
}

// FW-04: nothing is taken away, nothing becomes something else.
TEST(Registering, FW_04_NothingIsTakenAwayOrBecomesSomethingElse) {
    EXPECT_EQ(add_to_shipped(R"({"title": "x", "remove": ["norm-f", "norm-g"]})"),
              "acquis.nothing_is_removed; acquis.nothing_is_removed");
    Framework framework = shipped();
    ASSERT_EQ(add(framework, registration()), "added");
    EXPECT_EQ(add(framework, registration("\"kind\": \"norm\"", "\"kind\": \"international_law\"")),
              "acquis.kind_stays");
    EXPECT_EQ(add(framework, registration("[\"national\"]", "[\"global\"]")), "acquis.levels_stay");
    EXPECT_EQ(add(framework, registration("\"symbol\": \"A/99/1\"", "\"symbol\": \"A/99/2\"")),
              "acquis.instrument_stays");
    EXPECT_EQ(add(framework, registration("\"source\": {\"instrument\": \"a-99-1\"",
                                          "\"source\": {\"instrument\": \"a-70-174\"")),
              "acquis.source_stays");
    EXPECT_EQ(add(framework, registration("take care", "take great care")), "added");
    ASSERT_EQ(framework.item("care")->versions.size(), 2u);
    EXPECT_EQ(framework.item("care")->versions[0].item.summaries.in("en").text, "States take care.");
}

// IL-11: the Charter in its entirety is a foundation that nothing rewords.
TEST(Registering, IL_11_TheCharterInItsEntiretyIsNeverReworded) {
    const std::string reworded =
        registration("\"care\", \"kind\": \"norm\"", "\"law-charter\", \"kind\": \"international_law\"");
    EXPECT_TRUE(add_to_shipped(reworded).starts_with("acquis.item_is_fixed")) << add_to_shipped(reworded);
    EXPECT_TRUE(shipped().item("law-charter")->item().is_fixed);
}

// IL-16: a voluntary norm is never worded as an obligation.
TEST(Registering, IL_16_AVoluntaryNormIsNotWordedAsLaw) {
    EXPECT_EQ(add_to_shipped(registration("States take care", "States must take care")),
              "acquis.norm_as_law");
    EXPECT_EQ(add_to_shipped(registration("States take care", "It is a non-binding wish")), "added");
    EXPECT_EQ(add_to_shipped(replace_all(registration("States take care", "States must take care"),
                                         "\"kind\": \"norm\"", "\"kind\": \"international_law\"")),
              "added")
        << "law may say what law says";
}

TEST(Registering, AllProblemsAreToldAtOnce) {
    EXPECT_EQ(add_to_shipped(R"({"title": " ", "extra": 1, "items": [{"key": "A B", "kind": "wish"}]})"),
              "acquis.unknown_field extra; acquis.missing title; acquis.not_a_key items[0].key; "
              "acquis.not_a_choice items[0].kind; acquis.missing items[0].levels; "
              "acquis.wrong_kind items[0].titles; acquis.missing items[0].titles.en; "
              "acquis.missing items[0].titles.fr; acquis.wrong_kind items[0].summaries; "
              "acquis.missing items[0].summaries.en; acquis.missing items[0].summaries.fr; "
              "acquis.wrong_kind items[0].source; acquis.missing items[0].source.instrument; "
              "acquis.missing items[0].source.paragraph; acquis.missing items[0].certainty");
    EXPECT_EQ(add_to_shipped(R"({"title": "x"})"), "acquis.registers_nothing");
    EXPECT_EQ(add_to_shipped(registration("\"certainty\": \"checked\"}]}",
                                          "\"certainty\": \"checked\", \"links\": [\"nothing\"], "
                                          "\"topics\": [\"nothing\"]}]}")),
              "acquis.unknown_topic; acquis.unknown_item");
    EXPECT_EQ(add_to_shipped(registration("\"care\"", "\"gaps\"")), "acquis.reserved_key");
    EXPECT_EQ(add_to_shipped(registration("\"kind\": \"norm\"", "\"kind\": \"legally_binding_option\"")),
              "acquis.by_decision_alone");
}

// FW-06: the difference of two states of the framework.
TEST(Difference, FW_06_TellsWhatWasAddedAndWhatWasRevised) {
    const Framework before = shipped();
    Framework after = before;
    ASSERT_EQ(add(after, registration()), "added");
    AgreedText agreed{"norm-f", "Title", "More.", "en", "norm", "", "", {}, {}};
    agreed.by.proposal = 7;
    agreed.by.symbol = "POA/2027/DEC.1";
    after.add(agreed);
    const FrameworkDifference found = difference(before, after);
    ASSERT_EQ(found.instruments.size(), 1u);
    EXPECT_EQ(found.instruments[0]->symbol, "A/99/1");
    ASSERT_EQ(found.items.size(), 1u);
    EXPECT_EQ(found.items[0]->item().key, "care");
    ASSERT_EQ(found.revised.size(), 1u);
    EXPECT_EQ(found.revised[0].before->text, "");
    EXPECT_EQ(found.revised[0].after->text, "More.");
    EXPECT_EQ(found.revised[0].after->by.symbol, "POA/2027/DEC.1");
    EXPECT_EQ(found.revised[0].after->number, 2) << "what was registered is the first version";
    EXPECT_EQ(after.events().size(), 3u);
    EXPECT_TRUE(difference(after, after).items.empty());
}

} // namespace
} // namespace poa::acquis
