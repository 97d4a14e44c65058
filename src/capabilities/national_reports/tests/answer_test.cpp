// SPDX-License-Identifier: Apache-2.0
// What an answer may be, its text form, and how it is read from a form and from JSON.
#include "capabilities/national_reports/answer_values.hpp"
#include "capabilities/national_reports/answers_file.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

Answer filled() {
    Answer answer;
    answer.chosen = {"a", "b"};
    answer.text = "A \"text\"\nof two lines";
    answer.day = Day::parse("2026-02-28");
    answer.rows = {{"x", ""}, {"y", "z"}};
    answer.files = {{sha256("paper"), "paper.pdf", "application/pdf", 5}};
    answer.note = "A note";
    return answer;
}

TEST(Answers, AreReadBackAsTheyWereWritten) {
    EXPECT_EQ(text_of(Answer{}), "{}");
    EXPECT_TRUE(parse_answer("{}")->is_empty());
    const Answer answer = filled();
    EXPECT_FALSE(answer.is_empty());
    const auto read = parse_answer(text_of(answer));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, answer);
    EXPECT_EQ(text_of(*read), text_of(answer));
}

TEST(Answers, OfAnotherShapeAreRefusedWithTheMember) {
    const std::pair<const char*, const char*> cases[] = {{R"({"chosen":"yes"})", "chosen"},
                                                         {R"({"chosen":[1]})", "chosen"},
                                                         {R"({"text":1})", "text"},
                                                         {R"({"day":"2026-02-30"})", "day"},
                                                         {R"({"rows":["x"]})", "rows"},
                                                         {R"({"files":[{"name":"x"}]})", "files"},
                                                         {R"({"opinion":"good"})", "opinion"},
                                                         {R"([])", ""}};
    for (const auto& [json, member] : cases) {
        const auto read = parse_answer(json);
        EXPECT_EQ(said(read), "national_reports.answer_shape") << json;
        if (!read) {
            EXPECT_EQ(fact(read, "member"), member);
        }
    }
    EXPECT_EQ(said(parse_answer("{")), "json.malformed");
}

std::string problems_of(const char* key, const Answer& answer) {
    const Survey survey = sample_survey();
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_answer(survey, *survey.find(key), answer, "f", problems);
    return problems.reasons.empty() ? "right" : said(Result<int>(refuse(problems)));
}

TEST(Answers, AreWithinWhatTheirQuestionTakes) {
    const auto chosen = [](std::vector<std::string> keys) {
        Answer answer;
        answer.chosen = std::move(keys);
        return answer;
    };
    const auto text = [](std::string words) {
        Answer answer;
        answer.text = std::move(words);
        return answer;
    };
    const auto rows = [](std::vector<std::vector<std::string>> cells) {
        Answer answer;
        answer.rows = std::move(cells);
        return answer;
    };
    struct Case {
        const char* question;
        Answer answer;
        const char* said;
    };
    const Case cases[] = {
        {"strategy", chosen({"in_place"}), "right"},
        {"strategy", chosen({}), "right"},
        {"strategy", chosen({"perfect"}), "national_reports.not_an_option:f"},
        {"strategy", chosen({"none", "in_place"}), "national_reports.more_than_one:f"},
        {"bodies", chosen({"cert", "police"}), "right"},
        {"bodies", chosen({"cert", "cert"}), "national_reports.chosen_twice:f"},
        {"bodies", text("cert"), "national_reports.not_of_this_kind:f"},
        {"about", text("A text."), "right"},
        {"about", text(std::string(20'001, 'x')), "input.too_long:f"},
        {"about", text(std::string("a\x01")), "input.not_text:f"},
        {"staff", text("12.5"), "right"},
        {"staff", text("-3"), "right"},
        {"staff", text("1,000"), "input.not_a_number:f"},
        {"staff", text(".5"), "input.not_a_number:f"},
        {"page", text("https://example.org/law"), "right"},
        {"page", text("example.org"), "national_reports.not_an_address:f"},
        {"page", text("https:///x"), "national_reports.not_an_address:f"},
        {"page", text("javascript:alert(1)"), "national_reports.not_an_address:f"},
        {"laws", rows({{"Act", "2019"}}), "right"},
        {"laws", rows({{"Act"}}), "national_reports.row_width:f"},
        {"laws", rows(std::vector<std::vector<std::string>>(201, {"a", "b"})),
         "national_reports.too_many_rows:f"},
        {"paper", text("A/78/76"), "right"},
        {"since", text("2020"), "national_reports.not_of_this_kind:f"},
    };
    for (const Case& each : cases)
        EXPECT_EQ(problems_of(each.question, each.answer), each.said)
            << each.question << " " << text_of(each.answer).substr(0, 80);
}

TEST(Sharing, HasOneTextForm_REP_20) {
    for (const char* text :
         {"own_delegation", "member_states", "public", "public+counted", "parties:secretariat,state:XXB",
          "parties:organisation:sample-institute+counted"}) {
        const auto sharing = parse_sharing(text);
        ASSERT_TRUE(sharing) << text;
        EXPECT_EQ(text_of(*sharing), text);
    }
    for (const char* text : {"", "parties", "parties:", "parties:me", "parties:state:xxb", "contacts",
                             "parties:chair,chair", "everyone"})
        EXPECT_FALSE(parse_sharing(text)) << text;
    EXPECT_EQ(Sharing{}.audience, Audience::own_delegation);
}

Answer from_form(const char* key, std::vector<std::pair<std::string, std::string>> fields, bool whole = true,
                 const Answer& start = {}) {
    const Survey survey = sample_survey();
    Refusal problems{Refusal::Kind::bad_input, {}};
    Answer answer =
        read_answer(survey, *survey.find(key), InputValues::from_pairs(fields), start, whole, problems);
    EXPECT_TRUE(problems.reasons.empty());
    return answer;
}

TEST(AnswersFromAForm, AreTextDayChoicesAndRows) {
    // REP-14: what a plain form sends is enough for every kind of question.
    EXPECT_EQ(from_form("about", {{"about", " a\r\nb "}, {"about.note", "n"}}).text, "a\nb");
    EXPECT_EQ(from_form("about", {{"about", "a"}, {"about.note", "n"}}).note, "n");
    EXPECT_EQ(from_form("bodies", {{"bodies", "cert"}, {"bodies", "police"}}).chosen.size(), 2);
    EXPECT_EQ(from_form("since", {{"since", "2020-05-01"}}).day, Day::parse("2020-05-01"));
    const std::vector<std::vector<std::string>> rows = {{"Act", "2019"}, {"Decree", ""}};
    EXPECT_EQ(from_form("laws", {{"laws.rows", "Act\t2019\n\t\nDecree"}}).rows, rows);
    EXPECT_EQ(from_form("laws", {{"laws.cells", "Act"},
                                 {"laws.cells", "2019"},
                                 {"laws.cells", ""},
                                 {"laws.cells", ""},
                                 {"laws.cells", "Decree"},
                                 {"laws.cells", ""}})
                  .rows,
              rows);
}

TEST(AnswersFromAForm, WithNoBoxTickedChooseNothingWhereTheFormShowedTheQuestion) {
    Answer before;
    before.chosen = {"cert"};
    before.note = "kept";
    EXPECT_TRUE(from_form("bodies", {}, true, before).chosen.empty());
    EXPECT_EQ(from_form("bodies", {}, true, before).note, "kept");
    EXPECT_EQ(from_form("bodies", {}, false, before).chosen, before.chosen);
}

TEST(AnswersFromJson, AreValuesOrWholeObjects) {
    const auto values = InputValues::from_json(
        R"({"staff":12.5,"bodies":["cert"],"about":{"text":"t","note":"n"},"page":7})");
    const Survey survey = sample_survey();
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto read = [&](const char* key) {
        return read_answer(survey, *survey.find(key), *values, {}, false, problems);
    };
    EXPECT_EQ(read("bodies").chosen, std::vector<std::string>{"cert"});
    EXPECT_EQ(read("about").note, "n");
    EXPECT_TRUE(problems.reasons.empty());
    EXPECT_EQ(read("page").text, "7");
    ASSERT_EQ(problems.reasons.size(), 1);
    EXPECT_EQ(problems.reasons[0].code, "national_reports.not_an_address");
    EXPECT_EQ(problems.reasons[0].field, "answers.page");
}

TEST(SeenRevisions, AreReadOrRefused) {
    EXPECT_EQ(parse_seen("a:3 b-c:0"), (SeenRevisions{{"a", 3}, {"b-c", 0}}));
    EXPECT_EQ(parse_seen(""), SeenRevisions{});
    for (const char* text : {"a", "a:", ":1", "a:x", "a:-1", "a:1 a:2"})
        EXPECT_FALSE(parse_seen(text)) << text;
}

TEST(AnswerFiles, AreCarriedAwayAndReadBack) {
    // REP-14: a report is filled in without a line and brought back.
    HeldAnswers answers;
    answers["about"].answer.text = "Text";
    answers["about"].revision = 4;
    answers["staff"].revision = 2; // emptied
    const AnswersFile file = carried(sample_survey(), 3, answers);
    EXPECT_EQ(text_of(file), R"({"survey":"framework-survey","version":3,"seen":{"about":4},)"
                             R"("answers":{"about":{"text":"Text"}}})");
    const auto read = parse_answers_file(text_of(file));
    ASSERT_TRUE(read);
    EXPECT_EQ(text_of(*read), text_of(file));
    EXPECT_EQ(said(parse_answers_file(R"({"survey":"x","answers":{"q":{"chosen":1}},"seen":[],"more":1})")),
              "national_reports.answer_shape national_reports.answers_file_shape "
              "national_reports.answers_file_shape");
    EXPECT_EQ(said(parse_answers_file("{}")), "national_reports.answers_file_shape");
}

} // namespace
} // namespace poa::national_reports::test
