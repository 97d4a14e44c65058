// SPDX-License-Identifier: Apache-2.0
// What the pages of the framework give: recommendations with where they belong, the compendium, the
// difference of versions.
#include "capabilities/acquis/commands/add_note.hpp"
#include "capabilities/acquis/pages_drawing.hpp"
#include "capabilities/acquis/pages_loading.hpp"
#include "capabilities/acquis/tests/house.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

using namespace test;
using poa::test::Engine;

class Pages : public testing::TestWithParam<Engine> {
  protected:
    template <class Load> auto load(Load&& load_page) {
        return house.read([&](storage::Session& session) {
            const auto register_ = house.states.now();
            return load_page(
                Reading{session, *register_, reader, visit, house.clock.now(), current, held_of});
        });
    }
    void recommend(const char* key, const char* text, const char* form = "practical") {
        ASSERT_EQ(house.adopt({"recommendation.adopt", {{"key", key}, {"form", form}}, "plenary", text}),
                  "done");
    }
    void note(std::string kind, std::string about, const Fields& fields) {
        EXPECT_EQ(said(house.write([&](ledger::Work& work) {
                      return add_note(work, chair,
                                      {std::move(kind), std::move(about), "A title", "en",
                                       InputValues::from_pairs(fields)});
                  })),
                  "done");
    }
    RecommendationsPage recommendations(const RecommendationFilter& filter) {
        return load([&](const Reading& read) { return load_recommendations(read, filter); });
    }

    House house{GetParam()};
    Actor chair = house.appoint(Role::chair, Body::chair());
    Actor reader = Actor::visitor();
    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                     std::make_shared<web::Visitor>()};
    CurrentFramework current;
    HeldOf held_of;
};
INSTANTIATE_TEST_SUITE_P(Both, Pages, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

std::string keys_of(const std::vector<RecommendationRow>& rows) {
    std::vector<std::string> keys;
    for (const RecommendationRow& row : rows) keys.push_back(row.key);
    return join(keys, " ");
}

// FW-07, FW-08: versions, dates of review, what was not reviewed for long; FW-11: by level; FW-34: by
// category; FW-38: adaptations are counted, never ranked.
TEST_P(Pages, FW_07_FW_08_FW_11_FW_34_RecommendationsWithReviewLevelAndCategory) {
    recommend("drills", "States hold drills.");
    recommend("maps", "Regions draw maps.");
    note("classification", "recommendation:drills",
         {{"items", "norm-g\nnorm-f"},
          {"level", "national"},
          {"category", "emergency_plans"},
          {"topics", "health-care"}});
    note("classification", "recommendation:maps",
         {{"items", "cbm-7"}, {"level", "regional"}, {"category", "cooperation"}});
    EXPECT_EQ(keys_of(recommendations({}).rows), "drills maps");
    EXPECT_EQ(keys_of(recommendations({.category = "emergency_plans"}).rows), "drills");
    EXPECT_EQ(keys_of(recommendations({.level = "regional"}).rows), "maps");
    EXPECT_EQ(keys_of(recommendations({.pillar = "norms"}).rows), "drills");
    EXPECT_EQ(keys_of(recommendations({.topic = "critical-infrastructure"}).rows), "drills")
        << "by its sector";
    EXPECT_EQ(keys_of(recommendations({.only_stale = true}).rows), "") << "reviewed today";
    EXPECT_FALSE(recommendations({}).must_be_confirmed) << "the agreed charter asks for no date";
    ASSERT_EQ(recommendations({}).coherence.size(), 3u);
    EXPECT_EQ(recommendations({}).coherence[2].item.key, "cbm-7");
    EXPECT_EQ(recommendations({}).coherence[2].national, 0) << "nothing at home for what regions are asked";
    EXPECT_EQ(recommendations({}).coherence[2].regional, 1);

    house.clock.set(noon("2028-02-01"));
    EXPECT_EQ(keys_of(recommendations({.only_stale = true}).rows), "drills maps");
    EXPECT_EQ(keys_of(recommendations({.only_stale = true, .stale_months = 24}).rows), "");
    ASSERT_EQ(
        house.adopt(
            {"recommendation.revise", {{"key", "drills"}, {"part", "measures"}}, "plenary", "Once a year."}),
        "done");
    EXPECT_EQ(keys_of(recommendations({.only_stale = true}).rows), "maps") << "taken up again is reviewed";
    EXPECT_EQ(recommendations({}).rows[0].versions, 2);
    const std::string html = draw_recommendations(recommendations({}), visit).body.text();
    EXPECT_NE(html.find("stand without a date of review"), std::string::npos);
    EXPECT_NE(html.find("not reviewed for long"), std::string::npos);
}

// FW-39: meetings update measures; a declaratory text is not negotiated again.
TEST_P(Pages, FW_39_MeasuresAreUpdatedAndDeclaratoryTextStays) {
    recommend("words", "States affirm it.", "declaratory");
    const Put reworded{
        "recommendation.revise", {{"key", "words"}, {"part", "text"}}, "plenary", "Other words."};
    EXPECT_EQ(house.check(reworded), "decisions.declaratory_locked");
    ASSERT_EQ(
        house.adopt({"recommendation.revise", {{"key", "words"}, {"part", "measures"}}, "plenary", "Do it."}),
        "done");
    const CompendiumPage page = load(load_compendium);
    const auto words = std::ranges::find(page.rows, "words", &CompendiumRow::key);
    ASSERT_NE(words, page.rows.end());
    EXPECT_EQ(words->text, "States affirm it.\n\nDo it.");
}

// FW-08: where the charter asks for it, each has a date by which it is to be confirmed.
TEST_P(Pages, FW_08_WhereTheCharterAsksForItEachHasADate) {
    House asking(GetParam(),
                 agreed_with(charter::clause::decisions::confirmed_every_months.index, std::int64_t{12}));
    ASSERT_EQ(asking.adopt({"recommendation.adopt", {{"key", "drills"}, {"form", "practical"}}}), "done");
    const auto page = asking.read([&](storage::Session& session) {
        const auto register_ = asking.states.now();
        return load_recommendations(
            Reading{session, *register_, reader, visit, asking.clock.now(), current, held_of}, {});
    });
    EXPECT_TRUE(page.must_be_confirmed);
    EXPECT_EQ(page.confirmed_every_months, 12);
    EXPECT_EQ(page.rows[0].holds_until, day("2028-01-11"));
}

// FW-03: everything about a norm on one page, from text to recommendations; what rooms above hold comes with
// them.
TEST_P(Pages, FW_03_EverythingAboutANorm) {
    recommend("drills", "States hold drills.");
    note("classification", "recommendation:drills", {{"items", "norm-f"}, {"category", "technical"}});
    note("guidance", "item:norm-f", {{"text", "Begin."}});
    note("role", "pillar:norms", {{"category", "business"}, {"text", "They help."}});
    ASSERT_EQ(house.adopt({"acquis.revise_item", {{"item", "norm-f"}}, "plenary", "Nor is water touched."}),
              "done");
    held_of = [](storage::Session&, const web::Visit&, std::string_view item) {
        return std::vector<HeldOfItem>{{"National practice", "About " + std::string(item), "/states"}};
    };
    const auto page = load([](const Reading& read) { return load_item(read, "norm-f"); });
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->text, "Nor is water touched.");
    EXPECT_EQ(page->sources[0].symbol, "A/70/174");
    EXPECT_EQ(page->sources[0].address, "") << "the report is not on the record here";
    EXPECT_EQ(keys_of(page->recommendations), "drills");
    ASSERT_EQ(page->groups.size(), 1u) << "a visitor is offered no empty sections";
    EXPECT_EQ(page->groups[0].notes[0].author_name, "Chair");
    EXPECT_EQ(page->roles.size(), 1u);
    EXPECT_EQ(page->checklist.size(), 2u);
    ASSERT_EQ(page->versions.size(), 2u);
    EXPECT_TRUE(page->versions[0].is_decision);
    EXPECT_EQ(page->agreed_address, "/agreed/acquis_item/norm-f");
    const auto links = page->links;
    EXPECT_TRUE(std::ranges::any_of(links, [](const LinkRow& row) { return row.key == "norm-h"; }))
        << "links go both ways";
    const std::string html = draw_item(*page, visit).body.text();
    EXPECT_NE(html.find("About norm-f"), std::string::npos);
    EXPECT_NE(html.find("Nor is water touched."), std::string::npos);
    EXPECT_FALSE(load([](const Reading& read) { return load_item(read, "norm-z"); }).has_value());
}

// FW-10: all that is agreed, each thing once.
TEST_P(Pages, FW_10_TheCompendiumSaysEachThingOnce) {
    recommend("drills", "States hold drills.");
    recommend("drills-again", "States  hold drills");
    recommend("maps", "Regions draw maps.");
    const CompendiumPage page = load(load_compendium);
    EXPECT_EQ(page.merged, 1);
    const auto drills = std::ranges::find(page.rows, "drills", &CompendiumRow::key);
    ASSERT_NE(drills, page.rows.end());
    EXPECT_EQ(drills->sources, (std::vector<std::string>{"DEC/1", "DEC/2"})) << "with both places";
    EXPECT_EQ(std::ranges::find(page.rows, "drills-again", &CompendiumRow::key), page.rows.end());
    EXPECT_NE(std::ranges::find(page.rows, "maps", &CompendiumRow::key), page.rows.end());
    EXPECT_NE(std::ranges::find(page.rows, "norm-a", &CompendiumRow::key), page.rows.end());
    EXPECT_EQ(std::ranges::find(page.rows, "threat-ransomware", &CompendiumRow::key), page.rows.end())
        << "context is nothing agreed to be done";
}

// FW-06: the difference of two versions, with the words that were added.
TEST_P(Pages, FW_06_TheDifferenceOfTwoVersionsInWords) {
    ASSERT_EQ(house.adopt({"acquis.revise_item", {{"item", "norm-f"}}, "plenary", "Nor is water."}), "done");
    ASSERT_EQ(house.adopt({"acquis.add_item", {{"item", "care"}, {"kind", "norm"}}, "plenary", "Care."}),
              "done");
    const auto page = load([](const Reading& read) { return load_versions(read, 1, 3); });
    ASSERT_TRUE(page.has_value());
    ASSERT_TRUE(page->difference.has_value());
    ASSERT_EQ(page->difference->revised.size(), 1u);
    EXPECT_EQ(page->difference->revised[0].changes.back().change, "added");
    EXPECT_EQ(page->difference->revised[0].changes.back().text, "Nor is water.");
    ASSERT_EQ(page->difference->items.size(), 1u);
    EXPECT_EQ(page->difference->items[0].key, "care");
    EXPECT_EQ(page->rows[0].body, "plenary");
    const auto same = load([](const Reading& read) { return load_versions(read, 2, 2); });
    EXPECT_NE(draw_versions(*same, visit).body.text().find("They are the same."), std::string::npos);
    EXPECT_FALSE(load([](const Reading& read) { return load_versions(read, 3, 1); }).has_value());
}

} // namespace
} // namespace poa::acquis
