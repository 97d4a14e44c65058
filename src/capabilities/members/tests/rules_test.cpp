// SPDX-License-Identifier: Apache-2.0
// Codes, languages, memberships on a day, name keys and the tile map.

#include "capabilities/members/tests/shipped.hpp"

#include <gtest/gtest.h>

namespace poa::members {
namespace {

using test::day;

TEST(Iso3, IsThreeCapitalLetters) {
    EXPECT_EQ(Iso3::parse("EGY")->text(), "EGY");
    for (const char* bad : {"", "EG", "EGYP", "egy", "E1Y", "É", "EG "})
        EXPECT_FALSE(Iso3::parse(bad)) << bad;
}

TEST(Language, ReadsTagsOfTheSixLanguages) {
    EXPECT_EQ(parse_language("fr"), Language::fr);
    EXPECT_EQ(parse_language("fr-CH"), Language::fr);
    EXPECT_EQ(parse_language("zh_Hant"), Language::zh);
    EXPECT_EQ(parse_language("AR"), Language::ar);
    for (const char* other : {"", "de", "e", "english", "-fr"}) EXPECT_FALSE(parse_language(other)) << other;
    EXPECT_EQ(language_or_english("pt"), Language::en);
}

TEST(Language, FallsBackToEnglishAndThenToAnyOther) {
    const auto chain = fallback_chain(Language::zh);
    EXPECT_EQ(chain[0], Language::zh);
    EXPECT_EQ(chain[1], Language::en);
    EXPECT_EQ(std::set<Language>(chain.begin(), chain.end()).size(), 6U);
}

TEST(Language, AnOrganisationWithoutANameInALanguageShowsTheEnglishOne) {
    Organisation one{"gfce", "multi-stakeholder", "", {}, {}};
    in(one.names, Language::en) = "Global Forum on Cyber Expertise";
    in(one.names, Language::fr) = "Forum mondial sur la cyberexpertise";
    EXPECT_EQ(one.name(Language::fr), "Forum mondial sur la cyberexpertise");
    EXPECT_EQ(one.name(Language::ru), "Global Forum on Cyber Expertise");
}

TEST(Membership, HoldsFromItsFirstDayToTheDayBeforeItsEnd) {
    struct Case {
        const char* from;
        const char* to;
        const char* on;
        bool holds;
    };
    const Case cases[] = {
        {nullptr, nullptr, "1971-01-01", true},
        {"1971-01-01", "2023-12-13", "1970-12-31", false},
        {"1971-01-01", "2023-12-13", "1971-01-01", true},
        {"1971-01-01", "2023-12-13", "2023-12-12", true},
        {"1971-01-01", "2023-12-13", "2023-12-13", false},
    };
    for (const Case& one : cases) {
        Membership membership;
        if (one.from) membership.from = day(one.from);
        if (one.to) membership.to = day(one.to);
        EXPECT_EQ(membership.at(day(one.on)), one.holds) << one.on;
    }
}

TEST(NameKey, IsOneForAllWritingsOfAName) {
    const std::pair<const char*, const char*> same[] = {
        {"Côte d'Ivoire", "COTE D’IVOIRE"},
        {"Türkiye", "turkiye"},
        {"The Gambia", "Gambia"},
        {"U.S.A.", "usa"},
        {"Trinidad & Tobago", "Trinidad and Tobago"},
        {"Netherlands (Kingdom of the)", "Netherlands, Kingdom of the"},
        {"Guinea-Bissau", "Guinea Bissau"},
        {"Объединённые Арабские Эмираты", "Объединенные Арабские Эмираты"},
        {"أفغانستان", "افغانستان"},
        {"刚果（布）", "刚果 (布)"},
        {"  France\n", "France"},
    };
    for (const auto& [one, other] : same) EXPECT_EQ(name_key(one), name_key(other)) << one;
    EXPECT_NE(name_key("Niger"), name_key("Nigeria"));
    EXPECT_EQ(name_key("AT&T"), "at and t");
    EXPECT_EQ(name_key("()"), "");
    EXPECT_EQ(name_key("\xff"), "");
}

TEST(TileMap, KeepsOrderSizeAndGapAndCutsEmptyEdges) {
    const TilePlace places[] = {
        {*Iso3::parse("BBB"), {5, 4}}, {*Iso3::parse("CCC"), {4, 4}}, {*Iso3::parse("AAA"), {6, 3}}};
    const TileMap map = lay_out(places, 0.2);
    EXPECT_EQ(map.columns, 3);
    EXPECT_EQ(map.rows, 2);
    EXPECT_DOUBLE_EQ(map.size, 0.8);
    ASSERT_EQ(map.tiles.size(), 3U);
    EXPECT_EQ(map.tiles[0].iso3.text(), "AAA");
    EXPECT_EQ(map.tiles[1].iso3.text(), "CCC");
    EXPECT_DOUBLE_EQ(map.tiles[0].x, 2.1);
    EXPECT_DOUBLE_EQ(map.tiles[0].y, 0.1);
    EXPECT_DOUBLE_EQ(map.tiles[1].x, 0.1);
    EXPECT_EQ(map.tiles[1].tile, (Tile{4, 4}));
    EXPECT_TRUE(lay_out({}).tiles.empty());
}

TEST(TileMap, TwoStatesOnOneTileAreOurMistake) {
    const TilePlace places[] = {{*Iso3::parse("BBB"), {5, 4}}, {*Iso3::parse("CCC"), {5, 4}}};
    EXPECT_THROW((void)lay_out(places), OurMistake);
}

} // namespace
} // namespace poa::members
