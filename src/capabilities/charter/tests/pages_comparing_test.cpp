// SPDX-License-Identifier: Apache-2.0
// Charters side by side.
#include "base/text.hpp"
#include "capabilities/charter/tests/charter_pages.hpp"

namespace poa::charter {
namespace {

using namespace poa::charter::test;

TEST_F(CharterPages, SideBySideSayWhoAsksAcceptsAndIsSilent) {
    const ComparisonPage page = compared({.charters = "egypt, france germany", .differing = "no"});
    ASSERT_EQ(page.charters.size(), 3U);
    EXPECT_EQ(page.shared + page.differing, static_cast<std::int64_t>(clause_count));
    const auto months = rows(page, "plenary.every_months");
    ASSERT_EQ(months.size(), 2U);
    EXPECT_EQ(asked(page, "plenary.every_months").at("24"), std::vector<std::string>{"egypt"});
    for (const ComparedValueRow& one : months) {
        EXPECT_EQ(one.is_most_voiced, one.value == "12");
        if (one.is_most_voiced) {
            EXPECT_EQ(one.states_can, (std::vector<std::string>{"FRA", "BEL"}));
            EXPECT_EQ(one.names_can, (std::vector<std::string>{"Belgium", "France"})) << "by name";
        }
    }
    EXPECT_EQ(std::ranges::count_if(months, &ComparedValueRow::is_nearest), 1);
    const std::string html = draw_comparison(page, visit()).body.text();
    EXPECT_NE(html.find("Nearest common ground of these charters"), std::string::npos);
    EXPECT_NE(html.find("href=\"/charters/egypt#c-"), std::string::npos);
}

TEST_F(CharterPages, WhatWasChosenToMakeACharterRunIsAskedForByNobody) {
    const ComparisonPage page = compared({.charters = "agreed-2025,egypt", .differing = "no"});
    for (const ComparedValueRow& one : page.rows)
        for (const std::string& id : one.asked_by) {
            const Charter& charter = *Presets::shipped().find(id);
            const Provenance& from = charter.entry(find_clause(one.path)->index).provenance;
            EXPECT_TRUE(from.basis == Basis::stated || from.basis == Basis::inferred) << one.path;
        }
    EXPECT_TRUE(
        std::ranges::any_of(page.rows, [](const auto& one) { return holds(one.assumed_by, "agreed-2025"); }));
}

TEST_F(CharterPages, SideBySideCanBeFilteredAndPeopleGetOneSectionOfMany) {
    std::string all;
    for (const std::string& id : Presets::shipped().ids()) all += id + ",";
    const ComparisonPage people = compared({.charters = all}, web::Face::html);
    EXPECT_TRUE(people.only_differing) << "more than two";
    EXPECT_FALSE(people.section.empty());
    for (const ComparedValueRow& one : people.rows) {
        EXPECT_EQ(one.section, people.section);
        EXPECT_FALSE(one.is_shared);
    }
    const ComparisonPage programs = compared({.charters = all});
    EXPECT_TRUE(programs.section.empty());
    EXPECT_GT(programs.rows.size(), people.rows.size());
    const ComparisonPage two = compared({.charters = "egypt,france", .said = true}, web::Face::html);
    EXPECT_FALSE(two.only_differing);
    EXPECT_TRUE(two.section.empty());
    for (const ComparedValueRow& one : two.rows) {
        bool said = false;
        for (const ComparedValueRow& same : rows(two, one.path)) said = said || !same.asked_by.empty();
        EXPECT_TRUE(said) << one.path;
    }
    EXPECT_TRUE(
        load_comparison(links(), visit(), {.section = "nowhere"}).error().has("charter.no_such_section"));
    EXPECT_TRUE(load_comparison(links(), visit(web::Face::json), {.charters = "atlantis"})
                    .error()
                    .has("charter.no_such_preset"));
    EXPECT_EQ(compared({.charters = "atlantis,egypt"}, web::Face::html).unknown,
              std::vector<std::string>{"atlantis"});
}

/// Who asks for which value in the page of all shipped charters.
struct Asking {
    const char* row;
    const char* clause;
    std::map<std::string, std::vector<std::string>> values; ///< value: charters that must be among its askers
};

// CON-14 CON-20 CON-21 CON-25 CON-30 CON-31: the charters hold the different values, and the page
// shows who asks for which.
TEST_F(CharterPages, ContradictionsBetweenPapersAreDifferentValuesOfTheirCharters) {
    const std::vector<Asking> table = {
        {"CON-14",
         "framework.updated_by",
         {{"plenary, review_conference", {"belgium", "france"}},
          {"review_conference", {"egypt"}},
          {"general_assembly, review_conference", {"australia"}},
          {"plenary", {"germany"}}}},
        {"CON-20",
         "capacity.delivery",
         {{"platform", {"japan", "multistakeholder-paper"}},
          {"programmes", {"egypt"}},
          {"programmes_on_mandate", {"united-states"}},
          {"matching_hub", {"netherlands", "canada"}}}},
        {"CON-21",
         "capacity.areas",
         {{"norms_implementation", {"united-states"}},
          {"critical_infrastructure, incident_response, policy_and_law", {"netherlands"}},
          {"policy_and_law, critical_infrastructure, incident_response, norms_implementation", {"japan"}}}},
        {"CON-25",
         "groups.membership",
         {{"open", {"czechia", "belgium", "france", "latvia"}},
          {"regionally_balanced", {"germany"}},
          {"tandem", {"italy"}}}},
        {"CON-30", "mechanism.threats", {{"content_too", {"working-group-continued"}}}},
        {"CON-31",
         "mechanism.scope",
         {{"first_committee_only", {"belgium", "france", "latvia", "united-states"}},
          {"adjacent_synergies", {"netherlands", "multistakeholder-paper"}}}},
    };
    const ComparisonPage page = compared({.charters = join(Presets::shipped().ids(), ",")});
    for (const Asking& one : table) {
        const auto there = asked(page, one.clause);
        for (const auto& [value, ids] : one.values) {
            ASSERT_TRUE(there.contains(value)) << one.row << " " << value;
            for (const std::string& id : ids) EXPECT_TRUE(holds(there.at(value), id)) << one.row << " " << id;
        }
        EXPECT_GE(there.size(), 2U) << one.row;
    }
}

// CON-32: most ask for a mechanism without end; one whose mandate is renewed, or ends on a day, can be had
// too.
TEST_F(CharterPages, PermanenceIsAClauseAndAnEndIsOptional) {
    const ComparisonPage page = compared({.charters = join(Presets::shipped().ids(), ",")});
    EXPECT_TRUE(holds(asked(page, "mechanism.permanent").at("yes"), "egypt"));
    EXPECT_TRUE(holds(asked(page, "mechanism.permanent").at("yes"), "canada"));
    for (const ComparedValueRow& one : rows(page, "mechanism.permanent"))
        if (one.value == "no") {
            EXPECT_TRUE(holds(one.assumed_by, "working-group-continued"));
            EXPECT_TRUE(one.asked_by.empty()) << "neither reply names a term";
        }
    EXPECT_EQ(rows(page, "mechanism.permanent").size(), 2U);
    auto ending = read("charter: ending\ntitle: {en: Ending}\nkind: own\nbased_on: agreed-2025\n"
                       "mechanism: {permanent: false, ends_on: 2035-12-31}\n");
    ASSERT_TRUE(ending.has_value());
    EXPECT_EQ(row(ending->charter, "mechanism.ends_on").words, "31 December 2035");
    EXPECT_EQ(row(one("agreed-2025"), "mechanism.ends_on").words, "no end");
}

// EST-22: mechanisms on other matters stand beside the proposals, with what each says.
TEST_F(CharterPages, APrecedentIsComparedAsAProposalIs) {
    const ComparisonPage page =
        compared({.charters = "small-arms-programme,agreed-2025,canada", .differing = "no"});
    EXPECT_EQ(asked(page, "mechanism.reports_to").at("general_assembly"),
              std::vector<std::string>{"small-arms-programme"});
    EXPECT_TRUE(holds(asked(page, "mechanism.reports_to").at("first_committee"), "canada"));
    EXPECT_GT(page.differing, 0);
}

} // namespace
} // namespace poa::charter
