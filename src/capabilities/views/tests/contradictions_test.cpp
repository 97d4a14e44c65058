// SPDX-License-Identifier: Apache-2.0
// The file of contradictions, its pages, and the register of what replies say of international law.
#include "capabilities/views/contradictions.hpp"
#include "contradictions_house.hpp"
#include "web/described.hpp"

#include <algorithm>
#include <set>

namespace poa::views::test {
namespace {

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

constexpr const char* small_coding = R"({
 "variables": {
  "plenary_frequency": {"group": "core", "type": "enum", "allowed": ["biennial", "annual", "unspecified"],
                        "description": "How often"},
  "wg_topics": {"group": "core", "type": "list", "allowed": [], "description": "Topics"}},
 "actors": {
  "EGY": {"name": "Egypt", "kind": "State"}, "FRA": {"name": "France", "kind": "State"},
  "DEU": {"name": "Germany", "kind": "State"}, "CPI": {"name": "An institute", "kind": "stakeholder"}},
 "positions": {
  "EGY": {"plenary_frequency": {"value": "annual", "strength": "I", "anchor": "a", "locator": ""},
          "wg_topics": {"value": ["capacity-building", "lanterns"], "strength": "F", "anchor": "b",
                        "locator": ""}},
  "FRA": {"plenary_frequency": {"value": "annual", "strength": "C", "anchor": "c", "locator": ""}},
  "DEU": {"plenary_frequency": {"value": "unspecified", "strength": "F", "anchor": "d", "locator": ""}},
  "CPI": {"plenary_frequency": {"value": "biennial", "strength": "F", "anchor": "e", "locator": ""}}}})";

TEST(ContradictionsFile, IsRefusedWithThePartThatIsMissing) {
    struct Bad {
        const char* text;
        const char* part;
    };
    const Bad all[] = {
        {R"([])", "contradictions"},
        {R"({"contradictions": [{}]})", "id"},
        {R"({"contradictions": [{"id": "A", "title": {"fr": "a"}, "questions": []}]})", "A: title"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"}}]})", "questions"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"}, "questions": []}]})", "A: note"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"}, "note": {"fr": "n"}, "questions": []}]})",
         "A: note"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"}, "questions": [{}]}]})", "question"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"},
             "questions": [{"question": "q", "against": [["one"]]}]}]})",
         "q: against"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"},
             "questions": [{"question": "q", "answers": [1]}]}]})",
         "q: answers"},
        {R"({"contradictions": [{"id": "A", "title": {"en": "a"}, "questions": [{"question": "q"}]},
                                {"id": "a", "title": {"en": "b"}, "questions": [{"question": "q"}]}]})",
         "a: id"},
        {R"({"contradictions": []})", "international_law"},
    };
    for (const Bad& bad : all) {
        auto parsed = Contradictions::parse(bad.text);
        ASSERT_FALSE(parsed) << bad.text;
        ASSERT_EQ(said(parsed), "views.file_part");
        EXPECT_EQ(parsed.error().reasons.front().facts.front().second, bad.part) << bad.text;
    }
}

TEST(ContradictionsFile, HasThirtyThreeInOrderInEnglishAndFrench) {
    const auto& all = Contradictions::shipped().all();
    ASSERT_EQ(all.size(), 33U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].id, (i < 9 ? "CON-0" : "CON-") + std::to_string(i + 1));
        EXPECT_TRUE(all[i].titles.contains("fr")) << all[i].id;
        EXPECT_EQ(all[i].notes.contains("en"), all[i].notes.contains("fr")) << all[i].id;
        EXPECT_EQ(all[i].title("ar").language, "en")
            << "a language without a title gets English, and says so";
    }
}

TEST_F(RealContradictions, EveryQuestionAndAnswerOfTheFileIsInTheQuestionSet) {
    auto checked = pages->load<ContradictionsPage>([](const Loading& at) -> Result<ContradictionsPage> {
        auto check = [&](const std::vector<AskedQuestion>& questions, const std::string& where) {
            for (const AskedQuestion& asked : questions) {
                auto place = at.standing.questions().find(asked.question);
                ASSERT_TRUE(place) << where << " " << asked.question;
                const Variable& variable = at.standing.questions().at(*place);
                for (const auto& [one, other] : asked.against) {
                    auto first = parse_answer(variable, one), second = parse_answer(variable, other);
                    ASSERT_TRUE(first && second) << where << " " << one << " " << other;
                    EXPECT_FALSE(are_compatible(variable, *first, *second)) << where << " " << one;
                }
                std::set<std::string> given;
                for (const Answer& answer : at.standing.matrix.column(*place).answers())
                    given.insert(answer.words.begin(), answer.words.end());
                for (const std::string& answer : asked.answers)
                    EXPECT_TRUE(given.contains(answer)) << where << " " << asked.question << " " << answer;
            }
        };
        for (const Contradiction& one : Contradictions::shipped().all()) check(one.questions, one.id);
        check(Contradictions::shipped().international_law(), "international law");
        return load_contradictions(at);
    });
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->rows.size(), 33U);
}

TEST_F(RealContradictions, TheListSaysWhatNobodyAsked) {
    auto page = pages->load<ContradictionsPage>([](const Loading& at) { return load_contradictions(at); });
    ASSERT_TRUE(page);
    EXPECT_EQ(page->rows[2].address, "/views/contradictions/con-03");
    EXPECT_EQ(page->rows[2].states, 18) << "11 that name an interval, 7 that want a conference at all";
    EXPECT_TRUE(page->rows[29].questions.empty());
    EXPECT_EQ(page->rows[29].states, 0);
    const std::string html = draw_contradictions(*page, pages->visit_in()).body.text();
    EXPECT_EQ(count_of(html, "href=\"/views/contradictions/con-"), 33U);
    EXPECT_EQ(count_of(html, "no question asks it"), 1U);
    EXPECT_EQ(count_of(web::csv_of(*page), "\r\n"), 34U);
}

TEST_F(RealContradictions, EveryStateLeadsToItsPassage) {
    const ContradictionPage page = pages->contradiction("CON-03");
    const std::string html = draw_contradiction(page, pages->visit_in()).body.text();
    EXPECT_EQ(count_of(html, "href=\"/views/positions/EGY/review_conference_interval_years\""), 1U);
    EXPECT_EQ(count_of(html, "href=\"/views/positions/"), page.rows.size());
    EXPECT_NE(html.find("href=\"/views/contradictions/con-02\""), std::string::npos);
    EXPECT_NE(html.find("href=\"/views/contradictions/con-04\""), std::string::npos);
    EXPECT_EQ(count_of(html, "No answer was read in the reply of:"), 2U);
    EXPECT_EQ(count_of(web::csv_of(page), "\r\n"), page.rows.size() + 1);
}

TEST_F(RealContradictions, OtherLanguagesGetTheirTitleOrEnglishMarkedAsSuch) {
    EXPECT_EQ(pages->contradiction("con-22", web::Language::fr).title, "Financement");
    const ContradictionPage page = pages->contradiction("con-22", web::Language::ar);
    EXPECT_EQ(page.title, "Money");
    const std::string html = draw_contradiction(page, pages->visit_in(web::Language::ar)).body.text();
    EXPECT_NE(html.find("lang=\"en\">Money"), std::string::npos) << html.substr(0, 200);
}

TEST_F(RealContradictions, AnUnknownOneIsNotFound) {
    auto page =
        pages->load<ContradictionPage>([](const Loading& at) { return load_contradiction(at, {"con-34"}); });
    EXPECT_EQ(said(page), "views.no_such_contradiction");
}

// IL-03, as far as views go: who encourages national positions, and each reply's views on international law
// with State, date, language, topic and the way to the passage.
TEST_F(RealContradictions, IL_03_ViewsOnInternationalLawAreCollected) {
    auto page = pages->load<LawPage>([](const Loading& at) { return load_international_law(at); });
    ASSERT_TRUE(page);
    EXPECT_EQ(page->encouraging, (std::vector<std::string>{"CAN", "CZE", "EST", "JPN", "PAK"}));
    auto japan = std::ranges::find_if(page->rows, [](const LawRow& row) {
        return row.actor == "JPN" && row.question == "national_positions_on_il";
    });
    ASSERT_NE(japan, page->rows.end());
    EXPECT_EQ(japan->day, day("2023-04-14"));
    EXPECT_EQ(japan->language, "English");
    EXPECT_EQ(japan->topic, "National positions on international law");
    EXPECT_EQ(japan->address, "/views/positions/JPN/national_positions_on_il");
    std::set<std::string> actors;
    for (const LawRow& row : page->rows) {
        actors.insert(row.actor);
        EXPECT_EQ(row.language.empty(), row.kind == "stakeholder") << row.actor;
        EXPECT_EQ(row.day.has_value(), row.kind == "state") << row.actor;
        EXPECT_EQ(row.address, "/views/positions/" + row.actor + "/" + row.question);
    }
    // whom the coding has speaking of law at all
    for (const char* actor : {"BEL", "CHE", "CUB", "FIN", "LVA", "RUS", "TUR", "CPI", "MS"})
        EXPECT_TRUE(actors.contains(actor)) << actor;
    EXPECT_FALSE(actors.contains("ALB")) << "its reply has no word of it";
    const std::string html = draw_international_law(*page, pages->visit_in()).body.text();
    EXPECT_EQ(count_of(html, "href=\"/views/positions/"), page->rows.size());
}

class SmallContradictions : public testing::Test {
  protected:
    ContradictionPages pages{small_coding};
};

TEST_F(SmallContradictions, AnswersStandInTheOrderOfTheQuestionNotOfTheirNumber) {
    const ContradictionPage page = pages.contradiction("con-01");
    ASSERT_EQ(page.questions.size(), 1U) << "the set has no other question of it";
    ASSERT_EQ(page.rows.size(), 3U) << "who says unspecified says nothing";
    EXPECT_EQ(page.rows[0].answer, "Biennial");
    EXPECT_EQ(page.rows[0].actor, "CPI");
    EXPECT_EQ(page.rows[1].actor, "EGY");
    EXPECT_EQ(page.rows[1].strength, "inferred");
    EXPECT_EQ(page.rows[2].actor, "FRA");
    EXPECT_EQ(page.questions[0].silent, std::vector<std::string>{"DEU"});
    ASSERT_EQ(page.questions[0].against.size(), 1U);
    const std::string html = draw_contradiction(page, pages.visit_in()).body.text();
    EXPECT_NE(html.find("Against each other: “Annual” and “Biennial”."), std::string::npos) << html;
}

TEST_F(SmallContradictions, OnlyTheAnswersItIsAboutAreShown) {
    const ContradictionPage page = pages.contradiction("con-23");
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].answer, "capacity-building");
    EXPECT_TRUE(page.questions[0].is_part);
    EXPECT_EQ(page.questions[0].silent, (std::vector<std::string>{"FRA", "DEU"}));
}

TEST_F(SmallContradictions, AQuestionSetWithoutItsQuestionsIsSaidToHaveNone) {
    const ContradictionPage page = pages.contradiction("con-33");
    EXPECT_TRUE(page.rows.empty());
    EXPECT_NE(draw_contradiction(page, pages.visit_in()).body.text().find("No question of the question set"),
              std::string::npos);
}

} // namespace
} // namespace poa::views::test
