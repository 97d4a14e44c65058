// SPDX-License-Identifier: Apache-2.0
// Lookups, alphabetical order and search of the register.

#include "capabilities/members/tests/shipped.hpp"

#include <gtest/gtest.h>

namespace poa::members {
namespace {

using test::day;
using test::shipped_register;

std::vector<std::string> codes(const States& states) {
    std::vector<std::string> found;
    for (const State* state : states) found.emplace_back(state->iso3.text());
    return found;
}

TEST(Register, FindsByCodesAndSlug) {
    const Register& states = shipped_register();
    const State* egypt = states.by_iso3("EGY");
    ASSERT_TRUE(egypt);
    EXPECT_EQ(states.by_iso2("EG"), egypt);
    EXPECT_EQ(states.by_m49("818"), egypt);
    EXPECT_EQ(states.by_slug("egypt"), egypt);
    EXPECT_EQ(states.by_iso3("EG"), nullptr);
    EXPECT_EQ(states.by_iso2("EGY"), nullptr);
    EXPECT_EQ(states.by_iso3("egy"), nullptr);
    EXPECT_EQ(states.by_iso3("XXX"), nullptr);
    EXPECT_EQ(states.by_slug(""), nullptr);
    EXPECT_EQ(states.by_slug("turkiye"), states.by_iso3("TUR"));
}

TEST(Register, AnEmptyOneAnswersEverythingWithNothing) {
    const Register empty;
    EXPECT_TRUE(empty.states(Language::fr).empty());
    EXPECT_EQ(empty.named("France"), nullptr);
    EXPECT_EQ(empty.group("weog"), nullptr);
    EXPECT_TRUE(empty.tile_map(day("2026-11-21")).tiles.empty());
    EXPECT_EQ(empty.display_name("FRA", Language::fr), "FRA");
}

TEST(Register, ShowsNamesInTheLanguageAskedFor) {
    const Register& states = shipped_register();
    EXPECT_EQ(states.display_name("DEU", Language::fr), "Allemagne");
    EXPECT_EQ(states.display_name("DEU", Language::ar), "ألمانيا");
    EXPECT_EQ(states.display_name("XXX", Language::fr), "XXX");
    EXPECT_EQ(states.group("weog")->name(Language::en), "Western European and others Group");
    EXPECT_EQ(states.region("002")->name, "Africa");
    EXPECT_EQ(states.source("unterm")->address, "https://unterm.un.org/");
}

TEST(Register, ListsInTheAlphabeticalOrderOfTheLanguage) {
    const Register& states = shipped_register();
    const auto at = [&](Language language, const char* iso3) {
        return std::ranges::find(states.states(language), states.by_iso3(iso3)) -
               states.states(language).begin();
    };
    EXPECT_EQ(codes(states.states(Language::en))[0], "AFG");
    EXPECT_EQ(codes(states.states(Language::en))[194], "ZWE");
    // Accents do not send a name to the end, and an article does not lead it.
    EXPECT_LT(at(Language::en, "CRI"), at(Language::en, "CIV"));
    EXPECT_LT(at(Language::en, "CIV"), at(Language::en, "HRV"));
    EXPECT_LT(at(Language::fr, "ECU"), at(Language::fr, "ESP"));
    EXPECT_LT(at(Language::fr, "DZA"), at(Language::fr, "DEU") + 2);
    EXPECT_LT(at(Language::ru, "AUS"), at(Language::ru, "JPN"));
    EXPECT_LT(at(Language::ar, "JOR"), at(Language::ar, "UKR")); // الأردن without its article
    for (const Language language : official_languages) EXPECT_EQ(states.states(language).size(), 195U);
}

TEST(Register, SearchFindsBeginningsOfNamesAndOfWords) {
    const Register& states = shipped_register();
    EXPECT_EQ(codes(states.search("fra", Language::en, 10)), (std::vector<std::string>{"FRA"}));
    EXPECT_EQ(codes(states.search("guinea", Language::en, 10)),
              (std::vector<std::string>{"GIN", "GNB", "GNQ", "PNG"}));
    EXPECT_EQ(codes(states.search("guinea", Language::es, 10)),
              (std::vector<std::string>{"GIN", "GNB", "GNQ", "PNG"}));
    EXPECT_EQ(codes(states.search("türk", Language::en, 10)), (std::vector<std::string>{"TUR", "TKM"}));
    EXPECT_EQ(codes(states.search("土耳", Language::zh, 10)), (std::vector<std::string>{"TUR"}));
    EXPECT_EQ(codes(states.search("Соед", Language::ru, 10)),
              (std::vector<std::string>{"GBR", "USA", "MEX"}));
    EXPECT_EQ(codes(states.search("CHE", Language::en, 10)), (std::vector<std::string>{"CHE"}));
    EXPECT_EQ(states.search("united", Language::en, 2).size(), 2U);
    EXPECT_TRUE(states.search("", Language::en, 10).empty());
    EXPECT_TRUE(states.search("()", Language::en, 10).empty());
    EXPECT_TRUE(states.search("qqq", Language::en, 10).empty());
    EXPECT_TRUE(states.search("\xff\xfe", Language::en, 10).empty());
}

} // namespace
} // namespace poa::members
