// SPDX-License-Identifier: Apache-2.0
// The shipped data: who is in it, under which names, in which groups on which day, and where on the map.
// INC-08: every State has one tile of the same size, one place in the lists and one group to be elected in.

#include "capabilities/members/tests/shipped.hpp"

#include <gtest/gtest.h>

namespace poa::members {
namespace {

using test::day;
using test::shipped_register;

std::string code(const State* state) {
    return state ? std::string(state->iso3.text()) : "none";
}

TEST(ShippedData, Has193MemberStatesAnd2Observers) {
    const States& all = shipped_register().states(Language::en);
    EXPECT_EQ(std::ranges::count(all, Status::member, &State::status), 193);
    EXPECT_EQ(std::ranges::count(all, Status::observer, &State::status), 2);
    EXPECT_EQ(shipped_register().by_iso3("PSE")->status, Status::observer);
    EXPECT_EQ(shipped_register().by_iso3("VAT")->status, Status::observer);
}

TEST(ShippedData, INC_08_EveryStateHasOneTileOfTheSameSize) {
    const TileMap map = shipped_register().tile_map(day("2026-11-21"));
    EXPECT_EQ(map.tiles.size(), 195U);
    std::set<Tile> taken;
    for (const DrawnTile& one : map.tiles) {
        EXPECT_TRUE(taken.insert(one.tile).second) << one.iso3.text();
        EXPECT_GE(one.x, 0);
        EXPECT_LE(one.x + map.size, map.columns);
        EXPECT_LE(one.y + map.size, map.rows);
    }
}

TEST(ShippedData, INC_08_EveryMemberStateIsElectedInExactlyOneRegionalGroup) {
    const Day today = day("2026-11-21");
    std::map<std::string, int> counted;
    for (const State* state : shipped_register().states(Language::en)) {
        const Membership* group = state->electoral_group(today);
        EXPECT_EQ(group != nullptr, state->status == Status::member) << state->iso3.text();
        if (group) ++counted[group->group];
    }
    const std::map<std::string, int> expected{{"african-group", 54},
                                              {"asia-pacific-group", 54},
                                              {"eastern-european-group", 23},
                                              {"grulac", 33},
                                              {"weog", 29}};
    EXPECT_EQ(counted, expected);
}

TEST(ShippedData, NeighboursOnTheMapTouch) {
    const std::pair<const char*, const char*> neighbours[] = {
        {"CAN", "USA"}, {"USA", "MEX"}, {"PRT", "ESP"}, {"ESP", "AND"}, {"FRA", "MCO"}, {"CHE", "LIE"},
        {"LIE", "AUT"}, {"ITA", "SMR"}, {"ITA", "VAT"}, {"ISR", "PSE"}, {"PSE", "JOR"}, {"ISR", "EGY"},
        {"EGY", "SDN"}, {"ZAF", "LSO"}, {"PRK", "KOR"}, {"IND", "NPL"}, {"BRA", "BOL"}, {"NOR", "SWE"},
        {"EST", "LVA"}, {"KEN", "TZA"}, {"THA", "KHM"}};
    for (const auto& [one, other] : neighbours) {
        const Tile a = shipped_register().by_iso3(one)->tile;
        const Tile b = shipped_register().by_iso3(other)->tile;
        EXPECT_LE(std::abs(a.column - b.column), 1) << one << " " << other;
        EXPECT_LE(std::abs(a.row - b.row), 1) << one << " " << other;
    }
}

TEST(ShippedData, TürkiyeTakesPartInTwoGroupsAndIsCountedInOne) {
    const State* state = shipped_register().by_iso3("TUR");
    const Day today = day("2026-11-21");
    ASSERT_TRUE(state->membership("weog", today));
    ASSERT_TRUE(state->membership("asia-pacific-group", today));
    EXPECT_EQ(state->electoral_group(today)->group, "weog");
    EXPECT_EQ(shipped_register().in_group("asia-pacific-group", today, Language::en).size(), 55U);
    EXPECT_EQ(shipped_register().electing_in("asia-pacific-group", today, Language::en).size(), 54U);
}

TEST(ShippedData, TheUnitedStatesAreAnObserverOfTheGroupTheyAreCountedIn) {
    const Membership* one = shipped_register().by_iso3("USA")->electoral_group(day("2026-11-21"));
    ASSERT_TRUE(one);
    EXPECT_EQ(one->group, "weog");
    EXPECT_EQ(one->role, Membership::Role::observer);
}

TEST(ShippedData, LeastDevelopedCountriesChangeWithTheDay) {
    const auto is_listed = [](const char* iso3, const char* on) {
        return shipped_register().by_iso3(iso3)->membership("ldc", day(on)) != nullptr;
    };
    EXPECT_TRUE(is_listed("BTN", "2023-12-12"));
    EXPECT_FALSE(is_listed("BTN", "2023-12-13"));
    EXPECT_TRUE(is_listed("STP", "2024-12-12"));
    EXPECT_FALSE(is_listed("STP", "2024-12-13"));
    EXPECT_FALSE(is_listed("SSD", "2011-12-31"));
    EXPECT_TRUE(is_listed("SSD", "2012-06-01"));
    const std::pair<const char*, std::size_t> sizes[] = {
        {"2023-12-12", 46}, {"2024-06-01", 45}, {"2025-06-01", 44}};
    for (const auto& [on, size] : sizes)
        EXPECT_EQ(shipped_register().in_group("ldc", day(on), Language::en).size(), size) << on;
    EXPECT_EQ(shipped_register().by_iso3("BGD")->membership("ldc", day("2026-11-21"))->end,
              Membership::End::scheduled);
}

TEST(ShippedData, AStateIsThereFromItsAdmission) {
    EXPECT_EQ(shipped_register().states_on(day("2011-07-13"), Language::en).size(), 193U); // no SSD, no PSE
    EXPECT_EQ(shipped_register().states_on(day("2012-11-29"), Language::en).size(), 195U);
    const State* switzerland = shipped_register().by_iso3("CHE");
    EXPECT_EQ(switzerland->electoral_group(day("2002-09-09")), nullptr);
    EXPECT_NE(switzerland->electoral_group(day("2002-09-10")), nullptr);
}

TEST(ShippedData, NamesAreThoseOfTheUnitedNations) {
    struct Case {
        const char* iso3;
        Language language;
        const char* shown;
        const char* formal;
    };
    const Case cases[] = {
        {"TUR", Language::en, "Türkiye", "the Republic of Türkiye"},
        {"CIV", Language::en, "Côte d'Ivoire", "the Republic of Côte d'Ivoire"},
        {"CIV", Language::fr, "Côte d'Ivoire", "la République de Côte d'Ivoire"},
        {"CIV", Language::zh, "科特迪瓦", "科特迪瓦共和国"},
        {"AFG", Language::fr, "Afghanistan", "la République islamique d'Afghanistan"},
        {"BHS", Language::en, "Bahamas", "the Commonwealth of the Bahamas"},
        {"NLD", Language::en, "Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"},
        {"PSE", Language::en, "State of Palestine", "the State of Palestine"},
        {"EGY", Language::ar, "مصر", "جمهورية مصر العربية"},
        {"RUS", Language::ru, "Российская Федерация", "Российская Федерация"},
        {"PER", Language::es, "Perú", "la República del Perú"},
    };
    for (const Case& one : cases) {
        const StateName& name = shipped_register().by_iso3(one.iso3)->name(one.language);
        EXPECT_EQ(name.display, one.shown);
        EXPECT_EQ(name.formal, one.formal);
    }
    EXPECT_EQ(shipped_register().by_iso3("AFG")->name(Language::fr).official, "Afghanistan (l')");
}

TEST(ShippedData, EveryStateIsFoundByEachOfItsNamesInSixLanguages) {
    for (const State* state : shipped_register().states(Language::en))
        for (const Language language : official_languages) {
            const StateName& name = state->name(language);
            for (const std::string* form : {&name.official, &name.display, &name.formal, &name.m49})
                EXPECT_EQ(code(shipped_register().named(*form)), state->iso3.text()) << *form;
        }
}

TEST(ShippedData, FindsStatesByVariants) {
    const std::pair<const char*, const char*> cases[] = {
        {"Netherlands (Kingdom of the)", "NLD"},
        {"Netherlands", "NLD"},
        {"The Netherlands", "NLD"},
        {"Turkey", "TUR"},
        {"USA", "USA"},
        {"United States", "USA"},
        {"united kingdom", "GBR"},
        {"Russia", "RUS"},
        {"Россия", "RUS"},
        {"South Korea", "KOR"},
        {"朝鲜", "PRK"},
        {"Czech Republic", "CZE"},
        {"Ivory Coast", "CIV"},
        {"Iran", "IRN"},
        {"إيران", "IRN"},
        {"Viet Nam", "VNM"},
        {"Vietnam", "VNM"},
        {"Congo", "COG"},
        {"DR Congo", "COD"},
        {"Aotearoa New Zealand", "NZL"},
        {"Estados Unidos", "USA"},
        {"Atlantis", "none"},
        {"", "none"},
    };
    for (const auto& [name, expected] : cases)
        EXPECT_EQ(code(shipped_register().named(name)), expected) << name;
}

TEST(ShippedData, FindsThe37AuthorsOfTheRepliesByTheirHeadings) {
    const char* headings[] = {"Albania",
                              "Australia",
                              "Austria",
                              "Belgium",
                              "Canada",
                              "Chile",
                              "Colombia",
                              "Cuba",
                              "Czechia",
                              "Denmark",
                              "Ecuador",
                              "Egypt",
                              "El Salvador",
                              "Estonia",
                              "Finland",
                              "France",
                              "Germany",
                              "Italy",
                              "Japan",
                              "Latvia",
                              "Monaco",
                              "Netherlands (Kingdom of the)",
                              "New Zealand",
                              "North Macedonia",
                              "Norway",
                              "Pakistan",
                              "Philippines",
                              "Romania",
                              "Russian Federation",
                              "Singapore",
                              "Slovenia",
                              "Sweden",
                              "Switzerland",
                              "Türkiye",
                              "Ukraine",
                              "United Kingdom of Great Britain and Northern Ireland",
                              "United States of America"};
    std::set<std::string> found;
    for (const char* heading : headings) {
        const State* state = shipped_register().named(heading);
        ASSERT_TRUE(state) << heading;
        EXPECT_EQ(state->display(Language::en), heading);
        found.insert(code(state));
    }
    EXPECT_EQ(found.size(), 37U);
}

TEST(ShippedData, OrganisationsSayWhereTheyAreNamed) {
    const Register& states = shipped_register();
    for (const Organisation& one : states.organisations()) {
        EXPECT_FALSE(one.named_in.empty()) << one.key;
        EXPECT_FALSE(in(one.names, Language::fr).empty()) << one.key;
        EXPECT_FALSE(states.organisation_kind(one.kind).empty()) << one.key;
        EXPECT_EQ(states.organisation_named(one.name(Language::en)), &one) << one.key;
    }
    ASSERT_TRUE(states.organisation_named("oas"));
    EXPECT_EQ(states.organisation_named("oas")->name(Language::es), "Organización de los Estados Americanos");
    for (const char* key :
         {"european-union", "african-union", "pacific-islands-forum", "asean-regional-forum"})
        EXPECT_TRUE(states.organisation(key)) << key;
    EXPECT_FALSE(states.organisation("league-of-nations"));
}

} // namespace
} // namespace poa::members
