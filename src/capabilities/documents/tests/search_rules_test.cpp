// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/documents/searching/ranking.hpp"
#include "capabilities/documents/searching/search_query.hpp"
#include "capabilities/documents/searching/snippet.hpp"
#include "capabilities/documents/searching/stems.hpp"
#include "capabilities/documents/searching/suggesting.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::documents {
namespace {

const std::vector<Language> english = {Language::english};

std::string tokens(std::string_view text, Language language = Language::english) {
    return index_text(analyse(text, language));
}

TEST(Analyser, GivesTokensBothEnginesTake) {
    for (std::string_view text : {"State's capacity-building, 3.5 % and \"quotes\"!", "L’école", "a_b c'd",
                                  "x\u00ADy", "ß İ ﬁ", "E-mail: a@b.org", "🙂 ok"}) {
        std::string all = tokens(text);
        for (std::string_view token : split(all, ' '))
            for (char c : token)
                EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0x80)
                    << text << " -> " << token;
    }
}

TEST(Analyser, StemsFoldsAndKeepsSymbolsWhole) {
    EXPECT_EQ(tokens("Reporting reports"), "report report");
    EXPECT_EQ(tokens("see A/RES/77/37 now"), "see a·res·77·37 now");
    EXPECT_EQ(tokens("see resolution 77/37 now"), "see resolut a·res·77·37 now");
    EXPECT_EQ(tokens("the State’s duty"), "the state duti");
    EXPECT_EQ(tokens("l’école", Language::french), "l ecol");
    EXPECT_EQ(tokens("والكتاب", Language::arabic), tokens("كتاب", Language::arabic));
    EXPECT_EQ(tokens("красивая", Language::russian), tokens("красивые", Language::russian));
}

TEST(Analyser, SpellingsOfOneWordMeet) {
    for (auto [a, b] : {std::pair{"organisation", "organizations"},
                        {"programme", "programs"},
                        {"behaviour", "behaviors"},
                        {"defence", "defense"},
                        {"analyse", "analyze"}})
        EXPECT_EQ(tokens(a), tokens(b)) << a;
    EXPECT_EQ(tokens("œuvre", Language::french), tokens("oeuvre", Language::french));
    EXPECT_EQ(tokens("étudié", Language::french), tokens("etudie", Language::french));
}

TEST(Analyser, CutsChineseIntoWordsAndPairs) {
    EXPECT_EQ(tokens("北京大学。", Language::chinese), "北京 大学 §pairs ·北京 ·京大 ·大学");
}

TEST(Analyser, PlacesAreThoseOfTheText) {
    std::string text = "Über A/78/76: Réunions – 北京.";
    for (const Token& token : analyse(text, Language::french).words) {
        ASSERT_LT(token.begin, token.end);
        ASSERT_LE(token.end, text.size());
        EXPECT_TRUE(is_utf8(text.substr(token.begin, token.end - token.begin)));
    }
}

TEST(Analyser, FacetsAreNoWords) {
    EXPECT_EQ(facet_token("audience", "public"), "§audiencepublic");
    EXPECT_EQ(tokens("§audiencepublic"), "audiencepubl");
}

TEST(SearchQuery, IsReadAsTyped) {
    SearchQuery query = parse_query("norms \"trust fund\" -veto annual OR biennial 77/37", english);
    ASSERT_EQ(query.all.size(), 4U);
    EXPECT_EQ(query.all[1][0].forms[0], (std::vector<std::string>{"trust", "fund"}));
    EXPECT_EQ(query.all[2].size(), 2U);
    EXPECT_EQ(query.all[3][0].forms.size(), 4U);
    ASSERT_EQ(query.none.size(), 1U);
    EXPECT_EQ(query.none[0].shown, "veto");
    EXPECT_EQ(fts5_query(parse_query("norms -veto", english), {{"§all"}}),
              "((\"norm\") AND (\"§all\")) NOT (\"veto\")");
    EXPECT_EQ(ts_query(parse_query("\"trust fund\" -veto", english), {{"§all"}}),
              "(('trust' <-> 'fund')) & ('§all') & !(('veto'))");
}

TEST(SearchQuery, ExclusionsAloneFindNothing) {
    EXPECT_TRUE(parse_query("-veto", english).is_empty());
}

TEST(Ranking, PrefersCloseRareAndHeadings) {
    SearchQuery query = parse_query("trust fund", english);
    Ranker ranker(query, {{"trust", 50}, {"fund", 40}}, 1'000);
    double close = ranker.score("the trust fund of nations that many want here", PassageKind::paragraph);
    double apart = ranker.score("the trust of nations that many want here fund", PassageKind::paragraph);
    EXPECT_GT(close, apart);
    EXPECT_GT(ranker.score("trust fund", PassageKind::heading),
              ranker.score("trust fund", PassageKind::footnote));
    EXPECT_EQ(ranker.score("nothing of it", PassageKind::paragraph), 0);
    SearchQuery either = parse_query("common OR rare", english);
    Ranker weighed(either, {{"common", 900}, {"rare", 2}}, 1'000);
    EXPECT_GT(weighed.score("rare word", PassageKind::paragraph),
              weighed.score("common word", PassageKind::paragraph));
}

TEST(Snippets, ShowTheHitsInWholeWords) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "filler words stand here ";
    text += "before the trust fund after ";
    for (int i = 0; i < 100; ++i) text += "more filler words ";
    Snippet snippet = make_snippet(text, Language::english, parse_query("funds", english));
    ASSERT_EQ(snippet.hits.size(), 1U);
    EXPECT_EQ(snippet.text.substr(snippet.hits[0].first, snippet.hits[0].second - snippet.hits[0].first),
              "fund");
    EXPECT_TRUE(snippet.cut_before);
    EXPECT_TRUE(snippet.cut_after);
    EXPECT_LE(length_in_characters(snippet.text), snippet_characters_max);
    EXPECT_NE(text.find(" " + snippet.text), std::string::npos);
}

TEST(Snippets, NeverCutInsideACharacter) {
    std::string chinese;
    for (int i = 0; i < 300; ++i) chinese += "安全";
    chinese += "北京";
    for (int i = 0; i < 300; ++i) chinese += "安全";
    Snippet snippet =
        make_snippet(chinese, Language::chinese, parse_query("北京", std::vector{Language::chinese}));
    EXPECT_TRUE(is_utf8(snippet.text));
    EXPECT_FALSE(snippet.hits.empty());
    EXPECT_EQ(make_snippet("short", Language::english, parse_query("none", english)).text, "short");
    EXPECT_EQ(make_snippet("", Language::english, parse_query("none", english)).text, "");
}

TEST(Suggestions, NearWordsShareAShape) {
    for (auto [a, b] : {std::pair{"fellowship", "fellowshp"},
                        {"fellowship", "felowshipp"},
                        {"norms", "nroms"},
                        {"state", "stste"},
                        {"transparent", "ransparent"},
                        {"безопасность", "безопастность"}}) {
        std::vector<std::int64_t> left = shapes_of(a), right = shapes_of(b), both;
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
        EXPECT_FALSE(both.empty()) << a << " " << b;
        EXPECT_LE(edit_distance(a, b, 2), 2) << a;
        EXPECT_LE(left.size(), 40U);
    }
    EXPECT_EQ(edit_distance("abcd", "abdc", 2), 1);
    EXPECT_EQ(edit_distance("abcdef", "uvwxyz", 2), 3);
    EXPECT_FALSE(is_vocabulary_word("abc"));
    EXPECT_FALSE(is_vocabulary_word("ab12"));
    EXPECT_FALSE(is_vocabulary_word("网络安全问题"));
    EXPECT_TRUE(is_vocabulary_word("réunion"));
}

} // namespace
} // namespace poa::documents
