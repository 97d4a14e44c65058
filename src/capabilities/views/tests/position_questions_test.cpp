// SPDX-License-Identifier: Apache-2.0
// Positions when the questions, the file or the claims become others.
#include "positions_house.hpp"

namespace poa::views::test {
namespace {

class PositionsOverTime : public Positions {};
INSTANTIATE_TEST_SUITE_P(Both, PositionsOverTime, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(PositionsOverTime, OtherQuestionsMakeTheNextVersionOfTheSet) {
    ASSERT_TRUE(take(coding));
    auto next = take(replace_all(coding, R"("hill")", R"("hilltop")"));
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->new_question_set);
    EXPECT_EQ(next->question_set, 2);
    EXPECT_EQ(standing()->questions().at(1).allowed[1], "hilltop");
}

TEST_P(PositionsOverTime, OutliveANewVersionOfTheQuestions) {
    ASSERT_TRUE(take(coding));
    ASSERT_TRUE(take(replace_all(coding, R"("value": "port")", R"("value": "hill")"), "Grace"));
    ASSERT_TRUE(run(house.france, CorrectPosition{"FRA", "yearly", "no", "firm", "", ""}, correct_position));
    ASSERT_TRUE(run(house.kenya, WithdrawPosition{"KEN", "yearly", ""}, withdraw_position));
    // another wording makes the next version; own words, and what others read, go along
    auto reworded = take(replace_all(coding, "Each year", "Every year"));
    ASSERT_TRUE(reworded) << said(reworded);
    EXPECT_EQ(reworded->question_set, 2);
    EXPECT_EQ(reworded->own_word.size(), 2U);
    EXPECT_FALSE(at("state:FRA", "yearly").answer->yes);
    EXPECT_EQ(at("state:FRA", "yearly").origin, store::Origin::own_word);
    EXPECT_FALSE(at("state:KEN", "yearly").answer);
    const auto readings = house.read([&](storage::Session& session) {
        const PositionId place = at_in(session, "state:FRA", "place").id;
        return store::readings_of(session, standing_questions(session).at(1), place);
    });
    EXPECT_EQ(readings.size(), 2U);
    // a question changed under a State's own word stops the import, whole
    auto changed = take(replace_all(coding, R"("yearly")", R"("weekly")"));
    EXPECT_EQ(said(changed), "views.own_word_lost, views.own_word_lost");
    EXPECT_EQ(standing()->questions().version(), 2);
}

TEST_P(PositionsOverTime, ThatTheFileNoLongerHasStandAndAreNamed) {
    ASSERT_TRUE(take(coding));
    auto less = take(replace_all(
        coding,
        R"("KEN": {"yearly": {"value": true, "strength": "I", "locator": "", "anchor": "often enough"}},)",
        ""));
    ASSERT_TRUE(less) << said(less);
    ASSERT_EQ(less->no_longer.size(), 1U);
    EXPECT_EQ(less->no_longer[0].actor, "state:KEN");
    EXPECT_TRUE(at("state:KEN", "yearly").answer->yes);
}

TEST_P(PositionsOverTime, NeedActorsThatCanBeToldApart) {
    struct Row {
        const char *from, *to, *said;
    };
    const Row rows[] = {
        {"\"guild\"", "\"ITA\"", "views.actor_code"},
        {"\"guild\"", "\"fra\"", "views.actor_code"},
        {"\"guild\"", "\"Guild-1\"", "done"},
        {"\"guild\"", "\"guild_1\"", "views.actor_code"}, // its key is that of Guild-1
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(take(replace_all(coding, row.from, row.to))), row.said) << row.to;
}

TEST_P(PositionsOverTime, DoNotLetTheSummaryVanishWithAQuestion) {
    ASSERT_TRUE(take(coding));
    const std::string claims = R"({"sections":[{"key":"a","title":"A"}],"claims":[
        {"id":"1","section":"a","claim":"each year","parts":[{"name":"","formula":"yearly is yes"}]}]})";
    ASSERT_TRUE(run(house.secretariat, claims, keep_claims));
    EXPECT_EQ(said(take(replace_all(coding, R"("yearly")", R"("weekly")"))),
              "claims formula.unknown_variable");
    EXPECT_EQ(standing()->claims->claims.size(), 1U);
}

// DOC-11: claims and bands are versioned data, refused whole where one is wrong.
TEST_P(PositionsOverTime, DOC_11_AreCountedByClaimsAndWordsThatAreData) {
    const std::string claims = R"({"title":"Sample","sections":[{"key":"a","title":"A"}],"claims":[
        {"id":"1","section":"a","published_quantifier":"many","claim":"each year",
         "parts":[{"name":"","formula":"yearly is yes"}]}]})";
    const std::string bands = R"({"basis":"loose","states":2,"bands":[{"word":"many","least":2,"most":2},
        {"word":"some","least":1,"most":1},{"word":"none","least":0,"most":0}]})";
    struct Row {
        std::string text;
        bool is_claims;
        const char* said;
    };
    EXPECT_EQ(said(run(house.secretariat, claims, keep_claims)), "views.no_questions");
    ASSERT_TRUE(take(coding));
    const Row rows[] = {
        {replace_all(claims, "yearly is", "weekly is"), true, "claims formula.unknown_variable"},
        {replace_all(bands, R"("least":2)", R"("least":1)"), false, "bands views.band_overlap"},
        {replace_all(bands, R"("least":1)", R"("least":2)"), false, "bands views.band_order"},
        {replace_all(bands, "some", "zillions"), false, "bands views.word_unknown"},
        {replace_all(bands, R"("least":1)", R"("least":1.5)"), false, "views.file_part"},
        {claims, true, "done"},
        {bands, false, "done"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(said(row.is_claims ? run(house.secretariat, row.text, keep_claims)
                                     : run(house.secretariat, row.text, keep_bands))
                      .substr(0, std::string(row.said).size()),
                  row.said)
            << row.text;
    EXPECT_EQ(record_of("views:claims").size(), 1U);
    EXPECT_EQ(fact(record_of("views:bands")[0].entry, "version"), "1");
    const auto now = standing();
    ASSERT_EQ(now->claims->claims.size(), 1U);
    EXPECT_EQ(now->summary.of(0).strict, 1);
    EXPECT_EQ(now->summary.of(0).loose, 2);
    EXPECT_EQ(now->bands->word(now->summary.of(0).count(now->bands->basis())), "many");
    EXPECT_TRUE(run(house.secretariat, claims, keep_claims)->unchanged);
    EXPECT_EQ(said(run(house.kenya, bands, keep_bands)), "identity.not_permitted");
}

} // namespace
} // namespace poa::views::test
