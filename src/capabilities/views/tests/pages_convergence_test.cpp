// SPDX-License-Identifier: Apache-2.0
// Pages of questions, of convergence, of clusters and of coders.
#include "matrix_pages.hpp"

namespace poa::views::test {
namespace {

TEST_F(SmallMatrix, OneCoderIsSaidToBeAlone) {
    const CodersPage page = pages.coders();
    ASSERT_EQ(page.coders.size(), 1U);
    EXPECT_TRUE(page.first.empty());
    const web::Visit visit = pages.visit_in();
    EXPECT_NE(draw_coders(page, visit).body.text().find("only one coder so far"), std::string::npos);
}

TEST_F(SmallMatrix, TwoCodersAreComparedOverWhatBothRead) {
    std::string second = small_coding;
    second.replace(second.find("\"value\": \"blue\""), 15, "\"value\": \"red\"");
    second.replace(second.find("{\"value\": [4, 6]"), 16, "{\"value\": [4, 5]");
    pages.import_text(second, "A second reader");
    const CodersPage page = pages.coders();
    ASSERT_EQ(page.coders.size(), 2U);
    EXPECT_EQ(page.whole.cells, 7);
    EXPECT_EQ(page.whole.same, 5);
    ASSERT_EQ(page.rows.size(), 2U);
    EXPECT_EQ(page.rows[0].address, "/views/positions/FRA/colour");
    const web::Visit visit = pages.visit_in();
    const std::string html = draw_coders(page, visit).body.text();
    EXPECT_NE(html.find("href=\"/views/positions/DEU/years\""), std::string::npos);
}

TEST_F(SmallMatrix, FreeWordsAreSaidToBeComparedAsWritten) {
    const QuestionPage page = pages.question("places");
    EXPECT_TRUE(page.is_free_worded);
    ASSERT_EQ(page.rows.size(), 2U) << "each word is an answer";
    auto egypt = std::ranges::find(page.tiles, "EGY", &AnswerTile::iso3);
    EXPECT_EQ(egypt->marks, (Codes{"A", "B"}));
    const web::Visit visit = pages.visit_in();
    EXPECT_NE(draw_question(page, visit).body.text().find("compared as written"), std::string::npos);
}

TEST_F(RealMatrix, AGroupIsAskedAlone) {
    const QuestionPage page = pages->question("plenary_frequency", "african-group");
    EXPECT_EQ(page.answered, 1);
    EXPECT_EQ(voices(page, "Biennial"), Codes{"EGY"});
    EXPECT_EQ(std::ranges::count_if(page.tiles, [](const AnswerTile& tile) { return !tile.answer.empty(); }),
              1);
    EXPECT_GE(page.tiles.size(), 193U);
}

TEST_F(RealMatrix, EveryQuestionHasItsConvergence) {
    auto page = pages->load<ConvergencePage>(
        [](const Loading& at) { return load_convergence(at, {}, Pages::today()); });
    ASSERT_TRUE(page) << said(page);
    ASSERT_EQ(page->rows.size(), 148U);
    auto row = std::ranges::find(page->rows, "review_conference_interval_years", &ConvergenceRow::question);
    EXPECT_EQ(row->answered, 11);
    EXPECT_EQ(row->largest, 10);
    EXPECT_EQ(row->pairs, 55);
    const web::Visit visit = pages->visit_in();
    EXPECT_EQ(count_of(draw_convergence(*page, visit).body.text(), "/views/questions/"), 148U);
}

TEST_F(RealMatrix, ClustersHaveLettersAndAWeakStructureIsSaidToBe) {
    auto load_some = [&](std::int64_t k) {
        return pages->load<ClustersPage>([&](const Loading& at) { return load_clusters(at, {k}); }).value();
    };
    const ClustersPage page = load_some(3);
    ASSERT_EQ(page.clusters.size(), 3U);
    EXPECT_EQ(page.clusters[0].cluster, "A");
    EXPECT_GE(page.clusters[0].states.size(), page.clusters[1].states.size());
    EXPECT_GE(page.clusters[1].states.size(), page.clusters[2].states.size());
    EXPECT_EQ(page.rows.size() + page.silent.size(), 37U);
    EXPECT_TRUE(page.is_weak);
    const web::Visit visit = pages->visit_in();
    const std::string html = draw_clusters(page, visit).body.text();
    EXPECT_NE(html.find("The structure is weak"), std::string::npos);
    EXPECT_EQ(count_of(html, "dot-label"), page.rows.size());
    EXPECT_EQ(html, draw_clusters(load_some(3), visit).body.text()) << "drawn alike each time";
}

} // namespace
} // namespace poa::views::test
