// SPDX-License-Identifier: Apache-2.0
// Pages of the matrix, of States side by side, and of one actor.
#include "matrix_pages.hpp"

namespace poa::views::test {
namespace {

TEST_F(SmallMatrix, StatesStandInTheAlphabeticalOrderOfTheLanguage) {
    EXPECT_EQ(actors_of(pages.matrix({.pillar = "all"})), (Codes{"EGY", "FRA", "DEU"}));
    EXPECT_EQ(actors_of(pages.matrix({.pillar = "all"}, web::Face::html, web::Language::fr)),
              (Codes{"DEU", "EGY", "FRA"}));
    EXPECT_EQ(actors_of(pages.matrix({.pillar = "all", .kind = "all"})), (Codes{"EGY", "FRA", "DEU", "CPI"}));
    EXPECT_EQ(actors_of(pages.matrix({.group = "african-group", .pillar = "all"})), (Codes{"EGY"}));
}

TEST_F(SmallMatrix, SilenceIsAnEmptyCellSaidInWords) {
    const MatrixPage page = pages.matrix({.pillar = "all"});
    ASSERT_EQ(page.rows.size(), 5U) << "who says unspecified says nothing";
    EXPECT_EQ(page.rows[0].actor, "EGY");
    EXPECT_EQ(page.rows[0].address, "/views/positions/EGY/colour");
    const web::Visit visit = pages.visit_in();
    const std::string html = draw_matrix(page, visit).body.text();
    EXPECT_EQ(count_of(html, "<td></td>"), 4U) << html;
    EXPECT_EQ(count_of(html, "An empty cell: no answer was read."), 1U);
    EXPECT_NE(html.find(">3 to 4</a>\u00a0<abbr>I<"), std::string::npos) << html;
    EXPECT_NE(html.find("<abbr>I</abbr></span> inferred"), std::string::npos) << "what the letter means";
    auto compared = pages.compare({"EGY FRA", {}});
    EXPECT_EQ(count_of(draw_compare(*compared, visit).body.text(), "no answer read"), 2U);
    EXPECT_NE(html.find("title=\"Geneva; Nairobi\">2 words<"), std::string::npos) << "the set in full";
}

TEST_F(SmallMatrix, PeopleChooseAPillarFirstProgramsGetEverything) {
    EXPECT_TRUE(pages.matrix({}).questions.empty());
    EXPECT_EQ(pages.matrix({}, web::Face::csv).rows.size(), 5U);
    EXPECT_EQ(pages.matrix({.question = "years"}).rows.size(), 2U);
    const std::string csv = web::csv_of(pages.matrix({}, web::Face::csv));
    EXPECT_EQ(count_of(csv, "\r\n"), 6U);
    EXPECT_NE(csv.find("EGY,Egypt,colour,Colour,red,firm,1,/views/positions/EGY/colour"), std::string::npos)
        << csv;
    auto refused = pages.load<MatrixPage>(
        [&](const Loading& at) { return load_matrix(at, {.pillar = "nothing"}, Pages::today()); });
    EXPECT_EQ(said(refused), "views.no_such_pillar");
}

/// Keys of the questions of every part, from the first on as its links lead.
std::vector<Codes> parts_of(Pages& pages, MatrixQuery query) {
    std::vector<Codes> parts;
    do {
        const MatrixPage page = pages.matrix(query);
        EXPECT_TRUE(page.is_part);
        EXPECT_EQ(page.previous, parts.empty() ? "" : parts.back().front());
        parts.emplace_back();
        for (const MatrixQuestion& question : page.questions) parts.back().push_back(question.key);
        query.from = page.next;
    } while (!query.from.empty() && parts.size() < 1000);
    return parts;
}

TEST_F(RealMatrix, PeopleReadItPartByPartAndNothingIsLeftOut) {
    const MatrixPage whole = pages->matrix({.pillar = "all", .whole = true});
    EXPECT_FALSE(whole.is_part);
    ASSERT_EQ(whole.questions.size(), 148U);
    const std::vector<Codes> parts = parts_of(*pages, {.pillar = "all"});
    EXPECT_GT(parts.size(), 1U);
    std::size_t place = 0;
    for (const Codes& part : parts)
        for (const std::string& key : part) {
            ASSERT_LT(place, whole.questions.size());
            EXPECT_EQ(key, whole.questions[place++].key);
        }
    EXPECT_EQ(place, whole.questions.size());
    for (std::size_t i = 1, first = parts[0].size(); i < parts.size(); first += parts[i++].size())
        EXPECT_NE(whole.questions[first].pillar, whole.questions[first - 1].pillar) << "cut inside a pillar";
    const std::string inside = parts[1].back();
    const MatrixPage found = pages->matrix({.pillar = "all", .from = inside});
    EXPECT_EQ(found.questions.front().key, parts[1].front()) << "the part that holds it";
    EXPECT_EQ(pages->matrix({.pillar = "all", .from = inside}, web::Face::json).questions.size(), 148U);
    auto refused = pages->load<MatrixPage>([&](const Loading& at) {
        return load_matrix(at, {.pillar = "all", .from = "nothing"}, Pages::today());
    });
    EXPECT_EQ(said(refused), "views.no_such_question");
}

TEST_F(RealMatrix, APillarTooHeavyForAPageIsCutBetweenItsQuestions) {
    pages
        ->load<MatrixPage>([&](const Loading& at) -> Result<MatrixPage> {
            const Matrix& matrix = at.standing.matrix;
            const auto actors = actors_shown(at, "all");
            const auto variables = questions_in(at, "institutional").value();
            const std::size_t all = table_bytes(matrix, actors, variables);
            EXPECT_EQ(part_begins(matrix, actors, variables, all).size(), 1U);
            const std::size_t half = (all + table_bytes(matrix, actors, {})) / 2 + 1000;
            const auto begins = part_begins(matrix, actors, variables, half);
            EXPECT_EQ(begins.size(), 2U);
            for (std::size_t i = 0; i < begins.size(); ++i) {
                const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : variables.size();
                const std::vector<std::size_t> part(variables.begin() +
                                                        static_cast<std::ptrdiff_t>(begins[i]),
                                                    variables.begin() + static_cast<std::ptrdiff_t>(end));
                EXPECT_LE(table_bytes(matrix, actors, part), half);
            }
            EXPECT_EQ(part_begins(matrix, actors, variables, 1).size(), variables.size())
                << "one question each";
            EXPECT_TRUE(part_begins(matrix, actors, {}, half).empty());
            return MatrixPage();
        })
        .value();
}

TEST_F(SmallMatrix, SideBySideSaysWhoCanLiveWithWhom) {
    auto page = pages.compare({"fra deu", {"EGY"}});
    ASSERT_TRUE(page) << said(page);
    ASSERT_EQ(page->questions.size(), 3U);
    EXPECT_EQ(page->questions[0].together, "none") << "red and blue";
    EXPECT_EQ(page->questions[1].together, "all") << "3 to 4 and 4 to 6 meet at 4";
    EXPECT_EQ(page->questions[2].together, "one");
    EXPECT_EQ(pages.compare({"CPI", {}})->questions.size(), 1U) << "only what one of them answered";
}

TEST_F(SmallMatrix, AnUnknownCodeIsSaidAtItsField) {
    auto page = pages.compare({"EGY, XYZ", {}});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->unknown, Codes{"XYZ"});
    const web::Visit visit = pages.visit_in();
    const std::string html = draw_compare(*page, visit).body.text();
    EXPECT_NE(html.find("No positions of XYZ are on the record."), std::string::npos);
    EXPECT_NE(html.find("aria-invalid=\"true\""), std::string::npos);
    EXPECT_NE(html.find("value=\"EGY, XYZ\""), std::string::npos) << "what was typed is kept";
    EXPECT_EQ(said(pages.compare({"EGY, XYZ", {}}, web::Face::json)), "states views.compare_unknown");
    EXPECT_EQ(
        said(pages.compare({"A B C D E F G H I J K L M", {}}, web::Face::csv)).find("views.compare_too"),
        std::string("states views.compare_unknown, ").size() * 13 + std::string("states ").size());
}

TEST_F(RealMatrix, DOC_12_EveryCellOfTheCodingIsARow) {
    const MatrixPage page = pages->matrix({.pillar = "all", .kind = "all", .whole = true});
    EXPECT_EQ(page.actors.size(), 39U);
    EXPECT_EQ(page.questions.size(), 148U);
    EXPECT_EQ(page.rows.size(), 1546U) << "of 1547 one says that it names nothing";
    std::int64_t by_pillar = 0;
    for (const PillarRow& row : page.pillars) by_pillar += row.answered;
    EXPECT_EQ(by_pillar, 1546);
}

// Who asks for what, as it was read by hand; a star: wording weaker than a statement.
TEST_F(RealMatrix, CON_01_WhoAsksForWhichFrequency) {
    const QuestionPage page = pages->question("plenary_frequency");
    EXPECT_EQ(voices(page, "Annual"), (Codes{"AUS", "CAN*", "CHE", "CHL", "DEU", "DNK", "ECU", "EST", "FIN",
                                             "FRA", "GBR", "ITA", "JPN", "LVA", "USA"}));
    EXPECT_EQ(voices(page, "Biennial"), (Codes{"EGY", "SLV"}));
    EXPECT_EQ(voices(page, "Annual or biennial"), (Codes{"BEL", "CZE", "MKD"}));
    EXPECT_TRUE(page.cleavage) << "nobody asks both for a year and for two";
}

TEST_F(RealMatrix, CON_03_WhichIntervalsOfReviewOverlap) {
    const QuestionPage page = pages->question("review_conference_interval_years");
    EXPECT_EQ(voices(page, "3 to 4"), (Codes{"AUS", "USA"}));
    EXPECT_EQ(voices(page, "4"), (Codes{"BEL", "DEU", "FRA", "GBR", "ITA", "SLV"}));
    EXPECT_EQ(voices(page, "4 to 5"), Codes{"UKR"});
    EXPECT_EQ(voices(page, "4 to 6"), Codes{"CHE"});
    EXPECT_EQ(voices(page, "6"), Codes{"EGY"});
    ASSERT_TRUE(page.largest);
    EXPECT_EQ(page.largest->at, "4");
    EXPECT_EQ(page.largest->states.size(), 10U) << "all but Egypt can meet at four years";
    ASSERT_TRUE(page.change);
    EXPECT_TRUE(page.change->moves.empty());
}

TEST_F(RealMatrix, CON_04_WhichDecisionsByConsensus) {
    const QuestionPage page = pages->question("decision_rule");
    ASSERT_EQ(page.rows.size(), 4U);
    std::vector<Codes> all;
    for (const AnswerRow& row : page.rows) all.push_back(voices(page, row.answer));
    std::ranges::sort(all, {}, &Codes::size);
    EXPECT_TRUE(std::ranges::count(all, Codes{"AUS", "CHE", "SGP"}) == 1) << "on all";
    EXPECT_TRUE(std::ranges::count(all, Codes{"CAN", "EGY", "SLV"}) == 1) << "on substance";
    EXPECT_EQ(all[2], (Codes{"BEL", "DEU", "FRA", "ITA", "MCO"})) << "only decisions named";
    EXPECT_EQ(all[3].size(), 16U) << "in general";
    for (const char* weaker : {"ECU*", "LVA*", "SWE*", "GBR*"})
        EXPECT_EQ(std::ranges::count(all[3], std::string(weaker)), 1) << weaker;
}

TEST_F(RealMatrix, AnActorHasItsPositionsAndItsStatePage) {
    auto load_one = [&](const std::string& code) {
        return pages->load<ActorPage>([&](const Loading& at) { return load_actor(at, {code}); });
    };
    auto page = load_one("egy");
    ASSERT_TRUE(page) << said(page);
    EXPECT_EQ(page->state_address, "/states/egypt");
    EXPECT_EQ(static_cast<std::size_t>(page->answered), page->rows.size());
    EXPECT_TRUE(load_one("CPI")->state_address.empty());
    EXPECT_EQ(said(load_one("XYZ")), "views.no_such_actor");
    const web::Visit visit = pages->visit_in();
    EXPECT_NE(draw_actor(*page, visit).body.text().find("/views/positions/EGY/plenary_frequency"),
              std::string::npos);
}

TEST_F(SmallMatrix, LeadsToTheContradictions) {
    const std::string html = draw_matrix(pages.matrix({}), pages.visit_in()).body.text();
    EXPECT_NE(html.find("href=\"/views/contradictions\""), std::string::npos);
}

} // namespace
} // namespace poa::views::test
