// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/views/claims_file.hpp"
#include "capabilities/views/positions_file.hpp"
#include "sample_questions.hpp"

namespace poa::views::test {
namespace {

const std::string good = R"({
"meta": {"source": "A sample", "coder": "first"},
"actors": {"AAA": {"name": "Aland", "kind": "State"},
           "guild": {"name": "Guild", "kind": "stakeholder"}},
"variables": {"permanent": {"group": "core", "type": "bool", "allowed": [],
                            "description": "For good"},
              "meetings": {"group": "core", "type": "enum", "allowed": ["annual", "biennial"],
                           "description": ""}},
"positions": {"AAA": {"permanent": {"value": true, "strength": "F", "locator": "The", "anchor": "for good"}},
              "guild": {"meetings": {"value": "annual", "strength": "C", "anchor": "each year"}}}
})";

TEST(PositionsFiles, AreReadWhole) {
    auto file = parse_positions(good);
    ASSERT_TRUE(file) << said(file);
    EXPECT_EQ(file->coder, "first");
    EXPECT_EQ(file->variables.size(), 2U);
    ASSERT_EQ(file->cells.size(), 2U);
    EXPECT_EQ(file->cells[0].quote, "for good");
    EXPECT_EQ(file->cells[1].strength, Strength::conditional);
    EXPECT_EQ(file->actors[1].kind, ActorKind::stakeholder);
}

TEST(PositionsFiles, NameTheCellThatIsWrong) {
    struct Row {
        const char *from, *to, *said;
    };
    const Row rows[] = {
        {R"("permanent": {"value")", R"("permament": {"value")", "views.variable_unknown AAA"},
        {R"("value": "annual")", R"("value": "weekly")", "views.answer_not_allowed guild"},
        {R"("value": true)", R"("value": "yes")", "views.answer_kind AAA"},
        {R"("strength": "C")", R"("strength": "X")", "views.strength_unknown guild"},
        {R"("anchor": "each year")", R"("anchor": "")", "views.quote_missing guild"},
        {R"("kind": "State")", R"("kind": "Realm")", "views.actor_kind AAA, views.actor_unknown AAA"},
        {R"("guild": {"meetings")", R"("league": {"meetings")", "views.actor_unknown league"},
        {R"("name": "Guild")", R"("name": "Aland")", "views.actor_twice guild"},
        {R"("allowed": ["annual", "biennial"])", R"("allowed": [])", "views.no_allowed_answers"},
        {R"("type": "bool")", R"("type": "coin")", "views.file_part, views.variable_unknown AAA"},
        {R"("positions")", R"("answers")", "views.file_part"},
        {R"("anchor": "each year")", R"("anchor": "each\u0007year")", "views.text_not_plain guild"},
        {R"("guild": {"name")", R"("a/b": {"name")", "views.actor_code a/b, views.actor_unknown guild"},
    };
    for (const Row& row : rows) {
        const std::string text = replace_all(good, row.from, row.to);
        ASSERT_NE(text, good) << row.from;
        EXPECT_EQ(said(parse_positions(text), "actor"), row.said) << row.to;
    }
    // all problems at once
    EXPECT_EQ(said(parse_positions(replace_all(replace_all(good, R"("strength": "C")", R"("strength": "")"),
                                               R"("value": true)", R"("value": 7)")),
                   "actor"),
              "views.answer_kind AAA, views.strength_unknown guild");
}

TEST(PositionsFiles, NameTheLineWhereTheyAreNoJson) {
    // A duplicate actor is the same key twice: JSON readers elsewhere would silently take the last.
    const std::string twice = replace_all(good, R"("guild": {"name")", R"("AAA": {"name")");
    EXPECT_EQ(said(parse_positions(twice), "line"), "json.repeated_key 4");
    EXPECT_EQ(said(parse_positions(good + "x"), "line"), "json.malformed 11");
    EXPECT_EQ(said(parse_positions("[]"), "part"), "views.file_part {");
}

TEST(ClaimsFiles, FillWhatTheyLeaveOutFromTheClaimsKnown) {
    auto known = parse_claims(R"({"document":"A/99/1","sections":[{"key":"scope","title":"Scope"}],"claims":[
        {"id":"1","section":"scope","claim":"a","note":"n",
         "parts":[{"name":"p","formula":"permanent is yes"}]}]})");
    auto file = parse_claims(R"({"claims":[{"id":"1","paragraph":8,"published_quantifier":"many","claim":"b"},
                                           {"id":"2","claim":"c"}]})");
    ASSERT_TRUE(known && file);
    fill_from(*file, *known);
    EXPECT_EQ(file->claims[0].claim, "b");
    EXPECT_EQ(file->claims[0].parts.size(), 1U);
    EXPECT_EQ(file->claims[0].section, "scope");
    EXPECT_TRUE(file->claims[1].parts.empty());
    EXPECT_EQ(said(parse_claims(R"({"claims":[{"claim":"a"},{"id":"1","claim":"","parts":[{}]}]})"), "part"),
              "views.file_part claims[].id, views.file_part claim, views.file_part parts[].formula");
}

TEST(Sentences, JoinWordAndClauseAsTheLanguageDoes) {
    auto words = parse_words(
        R"({"words":[{"word":"many","forms":{"en":"Many States held that",
            "fr":"De nombreux États estiment que","zh":"许多国家认为，"},"short":{"en":"many"}}]})",
        R"({"sentences":{"1":{"en":"lamps burn","fr":"il fait clair","zh":"灯亮着"},
            "2":{"en":"x","fr":"les ports ferment"}}})");
    ASSERT_TRUE(words) << said(words, "part");
    Claim one{"1", 1, "", "", "lamps", "", {}, words->clauses.at("1")};
    Claim two{"2", 1, "", "", "ports", "", {}, words->clauses.at("2")};
    Claim other{"3", 1, "", "", "a claim without clause", "", {}};
    EXPECT_EQ(sentence_of(*words, one, "many", "en"), "Many States held that lamps burn.");
    EXPECT_EQ(sentence_of(*words, one, "many", "fr"), "De nombreux États estiment qu’il fait clair.");
    EXPECT_EQ(sentence_of(*words, two, "many", "fr"), "De nombreux États estiment que les ports ferment.");
    EXPECT_EQ(sentence_of(*words, one, "many", "zh"), "许多国家认为，灯亮着。");
    EXPECT_EQ(sentence_of(*words, other, "many", "en"), "Many States held that “a claim without clause”.");
}

// Words written for one claim never stand for another that came under its name.
TEST(Sentences, StandOnlyForTheClaimTheyWereWrittenFor) {
    auto words = parse_words(R"({"words":[{"word":"many"}]})", R"({"sentences":{"1":{"en":"lamps burn"}}})");
    ASSERT_TRUE(words);
    const ClaimText shipped{"1", 1, "", "", "lamps", "", {{"", "permanent is yes"}}, {}};
    struct Row {
        ClaimText claim;
        const char* clause;
    };
    const Row rows[] = {
        {shipped, "lamps burn"},
        {{"1", 1, "", "", "no lamps", "", {{"", "permanent is yes"}}, {}}, ""},
        {{"1", 1, "", "", "lamps", "", {{"", "permanent is no"}}, {}}, ""},
        {{"2", 1, "", "", "lamps", "", {{"", "permanent is yes"}}, {}}, ""},
        {{"1", 1, "", "", "own", "", {{"", "permanent is yes"}}, {{"en", "own words"}}}, "own words"},
    };
    for (const Row& row : rows) {
        std::vector<ClaimText> claims = {row.claim};
        add_clauses(claims, {shipped}, *words);
        EXPECT_EQ(claims[0].clauses.contains("en") ? claims[0].clauses.at("en") : "", row.clause)
            << row.claim.claim;
    }
}

} // namespace
} // namespace poa::views::test
