// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/documents/queries_held.hpp"
#include "library.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::documents::test {
namespace {

using poa::test::Engine;

class DocumentSearch : public testing::TestWithParam<Engine> {
  protected:
    Library library{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Both, DocumentSearch, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

Reader reader_for(Audience least, std::initializer_list<std::string_view> states) {
    std::vector<identity::Body> bodies;
    for (std::string_view iso3 : states) bodies.push_back(identity::Body::state(iso3));
    return {least, bodies};
}

bool has_hit(const SearchAnswer& answer, const std::string& anchor) {
    return std::any_of(answer.hits.begin(), answer.hits.end(),
                       [&](const SearchHit& hit) { return hit.anchor == anchor; });
}

TEST_P(DocumentSearch, DOC_04_FindsPassagesWithSnippets) {
    library.add_seed("a-78-76.txt");
    SearchAnswer answer = library.search("rotating basis");
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_TRUE(has_hit(answer, "egy/para-17"));
    const SearchHit& hit = answer.hits.front();
    EXPECT_EQ(hit.document.symbol, "A/78/76");
    ASSERT_FALSE(hit.snippet.hits.empty());
    auto [begin, end] = hit.snippet.hits.front();
    EXPECT_EQ(ascii_lower(hit.snippet.text.substr(begin, 3)), "rot");
    EXPECT_LE(length_in_characters(hit.snippet.text), snippet_characters_max);
    EXPECT_GT(end, begin);
}

TEST_P(DocumentSearch, ReadsPhrasesExclusionsAndSymbols) {
    library.add_seed("a-78-76.txt");
    int with_words = library.search("trust fund").total, with_phrase = library.search("\"trust fund\"").total;
    EXPECT_GT(with_phrase, 0);
    EXPECT_GT(with_words, with_phrase);
    EXPECT_LT(library.search("\"trust fund\" -fellowship").total, with_phrase);
    EXPECT_GT(library.search("fellowship OR labelling").total, library.search("fellowship").total - 1);
    EXPECT_GT(library.search("A/AC.278/2011/2").total, 0);
    EXPECT_GT(library.search("77/37").total, 20);
    EXPECT_EQ(library.search("77/37").total, library.search("A/RES/77/37").total);
}

TEST_P(DocumentSearch, FiltersByStateLanguageKindAndDate) {
    library.add_seed("a-78-76.txt");
    library.add_seed("canada.txt");
    SearchRequest request;
    request.query = "stakeholders";
    int all = library.search(request).total;
    request.state = "CAN";
    SearchAnswer canada = library.search(request);
    EXPECT_GT(canada.total, 5);
    EXPECT_LT(canada.total, all);
    for (const SearchHit& hit : canada.hits)
        EXPECT_TRUE(hit.anchor.starts_with("can/") || hit.document.slug == "canada") << hit.anchor;
    request.state.clear();
    request.kind = "paper";
    for (const SearchHit& hit : library.search(request).hits) EXPECT_EQ(hit.document.slug, "canada");
    request.kind.clear();
    request.language = Language::french;
    EXPECT_EQ(library.search(request).total, 0);
    request.language.reset();
    request.from = Day::of(2023, 4, 18);
    request.to = Day::of(2023, 4, 18);
    EXPECT_GT(library.search(request).total, 0);
    request.to = request.from = Day::of(2023, 4, 19);
    EXPECT_EQ(library.search(request).total, 0);
}

TEST_P(DocumentSearch, PagesDoNotOverlap) {
    library.add_seed("a-78-76.txt");
    SearchRequest request;
    request.query = "consensus";
    request.count = 10;
    std::set<std::string> seen;
    int total = library.search(request).total;
    for (; request.offset < total; request.offset += 10)
        for (const SearchHit& hit : library.search(request).hits)
            EXPECT_TRUE(seen.insert(hit.anchor).second) << hit.anchor;
    EXPECT_EQ(static_cast<int>(seen.size()), total);
}

TEST_P(DocumentSearch, SuggestsWordsThatOccur) {
    library.add_seed("a-78-76.txt");
    EXPECT_EQ(library.search("fellowshp").did_you_mean, "fellowship");
    EXPECT_EQ(library.search("ransparent mechanism").did_you_mean, "transparent mechanism");
    EXPECT_EQ(library.search("cybercapcaity").did_you_mean, "cybercapacity");
    EXPECT_EQ(library.search("fellowship").did_you_mean, "");
    EXPECT_EQ(library.search("xqzzyvv").did_you_mean, "");
}

// A reader learns nothing of what is not for him: no hit, no count, no snippet, no suggestion.
TEST_P(DocumentSearch, AudienceIsRespectedInsideTheQuery) {
    library.add("# Open\n\nThe quarterly windmill report.\n", "open.txt");
    library.add("# Members\n\nThe zephyranthes windmill plan.\n", "members.txt", Audience::member_states);
    library.add("# Contacts\n\nThe quixotical windmill list.\n", "contacts.txt", Audience::contacts);
    library.add("# Own\n\nThe bergamotte windmill draft.\n", "own.txt", Audience::own_delegation,
                "state:KEN");
    Reader anyone, member = reader_for(Audience::member_states, {"FRA"}),
                   kenya = reader_for(Audience::member_states, {"KEN"}),
                   contact = reader_for(Audience::contacts, {"FRA"});
    EXPECT_EQ(library.search("windmill", anyone).total, 1);
    EXPECT_EQ(library.search("windmill", member).total, 2);
    EXPECT_EQ(library.search("windmill", kenya).total, 3);
    EXPECT_EQ(library.search("windmill", contact).total, 3);
    for (const char* word : {"zephyranthes", "quixotical", "bergamotte"}) {
        EXPECT_EQ(library.search(word, anyone).total, 0) << word;
        EXPECT_EQ(library.search(std::string(word).substr(1), anyone).did_you_mean, "") << word;
        EXPECT_EQ(library.search(std::string("windmill -") + word, anyone).total, 1) << word;
    }
    EXPECT_EQ(library.search("ephyranthes", member).did_you_mean, "zephyranthes");
    for (const char* hostile :
         {"windmill OR \"§audiencecontacts\"", "§audiencecontacts", "windmill) OR (§all", "§all OR windmill",
          "\"windmill\" OR passage:1", "tokens : windmill OR draft", "-nothing windmill",
          "windmill NOT §audiencepublic", "windmill* OR b*", "NEAR(windmill plan)", "^windmill",
          "{tokens}:windmill", "' OR 1=1 --"}) {
        SearchAnswer answer = library.search(hostile, anyone);
        for (const SearchHit& hit : answer.hits) EXPECT_EQ(hit.document.slug, "open") << hostile;
    }
    SearchRequest of_state;
    of_state.query = "windmill";
    of_state.state = "KEN";
    EXPECT_EQ(library.search(of_state, member).total, 0);
    library.read([&](storage::Session& session) {
        EXPECT_FALSE(find_visible_document(session, anyone, "own"));
        EXPECT_TRUE(find_visible_document(session, kenya, "own"));
        EXPECT_EQ(list_documents(session, anyone, {}, {}, 10).size(), 1U);
        EXPECT_EQ(list_documents(session, kenya, {}, {}, 10).size(), 3U);
    });
}

// Few documents of the days asked for are each asked; of many the index is read from its newest end.
TEST_P(DocumentSearch, DaysAreKeptToHoweverManyDocumentsTheyHave) {
    auto add = [&](const std::string& name, const std::string& day) {
        library.add("# Paper " + name + "\n\n" + day + "\n\n1. The windmill of " + name + ".\n",
                    name + ".txt");
    };
    for (int i = 0; i < 70; ++i) add("third-" + std::to_string(i), "3 April 2024");
    add("fifth", "5 April 2024");
    library.add("# Undated\n\nThe windmill of no day.\n", "undated.txt");
    auto found = [&](std::optional<Day> from, std::optional<Day> to) {
        SearchRequest request;
        request.query = "windmill";
        request.from = from;
        request.to = to;
        return library.search(request).total;
    };
    auto april = [](int day) { return Day::of(2024, 4, day); };
    EXPECT_EQ(found({}, {}), 72);
    EXPECT_EQ(found(april(3), april(3)), 70);
    EXPECT_EQ(found(april(1), april(30)), 71);
    EXPECT_EQ(found(april(4), april(30)), 1);
    EXPECT_EQ(found(april(4), {}), 1);
    EXPECT_EQ(found({}, april(4)), 70);
    EXPECT_EQ(found(april(4), april(4)), 0);
    EXPECT_EQ(found(april(5), april(3)), 0);
}

// Who acts for two States reads what either of them keeps to itself, in the list, alone and by search.
TEST_P(DocumentSearch, WhoActsForSeveralBodiesReadsForAllOfThem) {
    for (const char* state : {"FRA", "KEN", "TUV"})
        library.add("# Own of " + std::string(state) + "\n\nThe windmill draft.\n",
                    ascii_lower(state) + ".txt", Audience::own_delegation, "state:" + std::string(state));
    Reader both = reader_for(Audience::member_states, {"KEN", "TUV"});
    EXPECT_EQ(library.search("windmill", both).total, 2);
    EXPECT_EQ(library.search("indmill", both).did_you_mean, "windmill");
    library.read([&](storage::Session& session) {
        EXPECT_TRUE(find_visible_document(session, both, "ken"));
        EXPECT_TRUE(find_visible_document(session, both, "tuv"));
        EXPECT_FALSE(find_visible_document(session, both, "fra"));
        EXPECT_EQ(list_documents(session, both, {}, {}, 10).size(), 2U);
        EXPECT_EQ(list_documents(session, both, {"", "state:TUV"}, {}, 10).size(), 1U);
        EXPECT_EQ(held_by_state(session, both).count("FRA"), 0U);
        EXPECT_EQ(held_by_state(session, both).at("KEN"), 1);
        EXPECT_EQ(held_by_state(session, both).at("TUV"), 1);
    });
}

TEST_P(DocumentSearch, ANarrowedAudienceCountsAtOnce) {
    library.add("# Open\n\nThe quarterly windmill report.\n", "open.txt");
    CorrectRecognition request;
    request.slug = "open";
    request.audience = Audience::contacts;
    ASSERT_TRUE(
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); }));
    EXPECT_EQ(library.search("windmill").total, 0);
    EXPECT_EQ(library.search("windmill", reader_for(Audience::contacts, {"FRA"})).total, 1);
}

TEST_P(DocumentSearch, AnyQueryIsHarmless) {
    library.add("# Open\n\nThe quarterly windmill report.\n", "open.txt");
    std::string long_query;
    while (long_query.size() < 10'000) long_query += "windmill \"x y\" -z ";
    for (const std::string& query : std::vector<std::string>{"",
                                                             " ",
                                                             "\"",
                                                             "\"\"",
                                                             "\"unbalanced windmill",
                                                             "-",
                                                             "--",
                                                             "OR",
                                                             "OR OR windmill",
                                                             "windmill OR",
                                                             "AND",
                                                             "NOT",
                                                             "(",
                                                             ")",
                                                             "*",
                                                             "'",
                                                             "\\",
                                                             "windmill'",
                                                             "%",
                                                             "\xFF\xFE",
                                                             std::string("a\0b", 3),
                                                             long_query,
                                                             std::string(10'000, '"'),
                                                             std::string(10'000, '-'),
                                                             std::string(10'000, 'x'),
                                                             "的",
                                                             "كتاب",
                                                             "\u200B",
                                                             "§§§",
                                                             "·",
                                                             "A/",
                                                             "77/",
                                                             "//",
                                                             "a:b",
                                                             "-windmill"}) {
        SearchAnswer answer = library.search(query);
        EXPECT_LE(answer.total, 1) << query.substr(0, 20);
    }
    EXPECT_TRUE(library.search(long_query).truncated);
    EXPECT_EQ(library.search("\"unbalanced windmill").total, 0);
    EXPECT_EQ(library.search("\"quarterly windmill").total, 1);
}

TEST_P(DocumentSearch, TellsAtLeastWhereAWordIsCommon) {
    for (int part = 0; part < 3; ++part) {
        std::string text = "# Common " + std::to_string(part) + "\n\n";
        for (int i = 0; i < 900; ++i)
            text += "Windmill number " + std::to_string(part * 900 + i) + " turns.\n\n";
        text += "One gyroscope windmill.\n";
        library.add(text, "common-" + std::to_string(part) + ".txt");
    }
    SearchAnswer common = library.search("windmill");
    EXPECT_TRUE(common.at_least);
    EXPECT_EQ(common.total, ranked_matches_max);
    SearchAnswer rare = library.search("windmill gyroscope");
    EXPECT_EQ(rare.total, 3);
    EXPECT_FALSE(rare.at_least);
}

TEST_P(DocumentSearch, IndexIsRebuiltWhileServing) {
    library.add_seed("a-78-76.txt");
    library.add_seed("canada.txt");
    std::vector<std::string> before;
    for (const SearchHit& hit : library.search("capacity-building fund").hits) before.push_back(hit.anchor);
    std::int64_t indexed = library.read([](storage::Session& session) { return passages_indexed(session); });
    RebuildStep step =
        library.work([&](ledger::Work& unit) { return rebuild_step(unit.session(), unit.now()); });
    EXPECT_FALSE(step.finished);
    // In the middle of it: search answers, a document comes in, and the rest is done later.
    EXPECT_GT(library.search("consensus").total, 0);
    library.add("# Open\n\nThe quarterly windmill report.\n", "open.txt");
    EXPECT_GT(rebuild_search(*library.database, library.clock), 0);
    std::vector<std::string> after;
    for (const SearchHit& hit : library.search("capacity-building fund").hits) after.push_back(hit.anchor);
    EXPECT_EQ(before, after);
    EXPECT_EQ(library.search("windmill").total, 1);
    EXPECT_EQ(library.read([](storage::Session& session) { return passages_indexed(session); }), indexed + 2);
}

} // namespace
} // namespace poa::documents::test
