// SPDX-License-Identifier: Apache-2.0
// Files of answers come back: of this report, of another version, another survey, another year.
#include "capabilities/national_reports/answers_sheet.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

class AnswersThatComeBack : public testing::TestWithParam<Engine> {
  protected:
    House house{GetParam()};
    std::string save(const Actor& actor, const KeptReport& report, std::string seen,
                     std::vector<std::pair<std::string, std::string>> fields) {
        const auto saved = house.save(actor, report, std::move(seen), std::move(fields));
        if (!saved) return said(saved);
        std::string told;
        for (const KeptAnswer& answer : saved->answers)
            told += (told.empty() ? "" : " ") + answer.question + ":" + std::string(name_of(answer.kept)) +
                    ":" + std::to_string(answer.revision);
        return told;
    }
};
INSTANTIATE_TEST_SUITE_P(Both, AnswersThatComeBack, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(AnswersThatComeBack, FitAFileThatWasFilledInElsewhere) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "", {{"about", "one two"}, {"staff", "1"}});
    save(house.other_editor, report, "staff:1", {{"staff", "2"}});
    const auto import = [&](const std::string& json) {
        return house.run(house.editor, import_answers,
                         ImportAnswers{report.id, {"answers.json", "application/json", json}});
    };
    // An old copy: of another version, with a question that is gone and an option that never was.
    const auto taken = import(R"({"survey":"framework-survey","version":9,"seen":{"about":1,"staff":1},)"
                              R"("answers":{"about":{"text":"one two three"},"staff":{"text":"3"},)"
                              R"("gone":{"text":"old words"},"strategy":{"chosen":["perfect"]}}})");
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->left, (std::vector<std::string>{"gone", "strategy"}));
    EXPECT_EQ(house.held(report, "about").answer.text, "one two three");
    EXPECT_EQ(house.held(report, "about").origin, "import");
    EXPECT_EQ(house.held(report, "staff").answer.text, "2");
    EXPECT_EQ(house.newest_entry().act, "national_reports.import_answers");
    EXPECT_EQ(fact(house.newest_entry(), "left"), "gone strategy");
    EXPECT_EQ(fact(house.newest_entry(), "beside"), "1");
    const auto beside =
        house.read([&](storage::Session& session) { return store::beside(session, report.id); });
    ASSERT_EQ(beside.size(), 3); // nothing that was typed is lost
    EXPECT_EQ(beside[0].first, "gone");
    EXPECT_EQ(beside[0].second.answer.text, "old words");
    EXPECT_EQ(beside[1].first, "staff");
    const auto nothing = import(R"({"survey":"framework-survey","answers":{"gone":{"text":"x"}}})");
    EXPECT_EQ(said(nothing), "national_reports.nothing_fits national_reports.no_such_question");
    EXPECT_EQ(fact(nothing, "questions"), "gone");
    EXPECT_EQ(said(import("no")), "json.malformed");
}

TEST_P(AnswersThatComeBack, AreLookedAtBeforeAnythingIsKept) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "", {{"staff", "1"}});
    const std::size_t entries = house.entry_count();
    const std::string json = R"({"survey":"framework-survey","seen":{},"answers":{"staff":{"text":"2"},)"
                             R"("about":{"text":"new"},"strategy":{"chosen":["perfect"]}}})";
    const auto looked =
        house.run(house.editor, import_answers, ImportAnswers{report.id, {"a.json", "", json}, {}, true});
    ASSERT_TRUE(looked) << said(looked);
    EXPECT_TRUE(looked->looked);
    ASSERT_EQ(looked->answers.size(), 2U);
    EXPECT_EQ(looked->answers[0].kept, Kept::saved);
    EXPECT_EQ(looked->answers[1].kept, Kept::beside);
    ASSERT_EQ(looked->problems.size(), 1U);
    EXPECT_EQ(looked->problems[0].question, "strategy");
    EXPECT_EQ(looked->problems[0].why.code, "national_reports.not_an_option");
    EXPECT_EQ(house.entry_count(), entries);
    EXPECT_EQ(house.held(report, "about").revision, 0);
    EXPECT_TRUE(
        house.read([&](storage::Session& session) { return store::beside(session, report.id); }).empty());
    const auto taken =
        house.run(house.editor, import_answers, ImportAnswers{report.id, {}, text_of(looked->file), false});
    ASSERT_TRUE(taken) << said(taken);
    EXPECT_EQ(house.held(report, "about").answer.text, "new");
    EXPECT_EQ(said(house.run(house.editor, import_answers, ImportAnswers{report.id})), "input.required:file");
}

TEST_P(AnswersThatComeBack, OfLastYearOverwriteNothing) {
    // What was carried away from another report was made of nothing that stands here, whatever revisions it
    // names: it never takes the place of an answer, and is one only after somebody looked at it.
    const KeptReport last = house.open(house.editor, 2026);
    save(house.editor, last, "", {{"about", "old"}, {"staff", "1"}});
    AnswersFile copy = house.read([&](storage::Session& session) {
        return carried(sample_survey(), 1, store::answers(session, last.id));
    });
    copy.state = "XXA";
    copy.year = 2026;
    const KeptReport report = house.open(house.editor, 2027);
    save(house.editor, report, "about:1", {{"about", "new"}});
    EXPECT_EQ(save(house.editor, report, "staff:1", {{"staff", ""}}), "staff:saved:2");
    save(house.editor, report, "staff:2", {{"staff", "7"}});
    copy.answers["since"].day = Day::parse("2020-01-01");
    const auto import = [&](const AnswersFile& file) {
        return house.run(house.editor, import_answers,
                         ImportAnswers{report.id, {"a.json", "", text_of(file)}});
    };
    const auto taken = import(copy);
    ASSERT_TRUE(taken) << said(taken);
    EXPECT_TRUE(taken->to_confirm);
    EXPECT_EQ(house.held(report, "about").answer.text, "new");
    EXPECT_EQ(house.held(report, "staff").answer.text, "7");
    EXPECT_EQ(house.held(report, "since").answer.day, Day::parse("2020-01-01"));
    EXPECT_FALSE(house.held(report, "since").confirmed);
    EXPECT_EQ(house.held(report, "since").origin, "import::2026");
    EXPECT_EQ(house.read([&](storage::Session& session) { return store::beside(session, report.id); }).size(),
              2U);
    copy.state = "XXB";
    const auto refused = import(copy);
    EXPECT_EQ(said(refused), "national_reports.answers_of_another_state");
    EXPECT_EQ(fact(refused, "state"), "XXB");
}

TEST_P(AnswersThatComeBack, AsWorkbookAndFormOfAnotherVersionAreMapped) {
    // REP_02, REP_03: files of another version or another survey are mapped by keys and crosswalk.
    const KeptReport report = house.open(house.editor);
    Survey older = sample_survey();
    older.sections[0].questions.push_back(question("dropped", QuestionKind::text));
    older.sections[0].questions[3].options.push_back(option("perhaps"));
    house.put_in_use(older, 2);
    AnswersFile file{"framework-survey", 2, {}, {}, {}, 0, {}, true, {}};
    file.answers["dropped"].text = "Words of before";
    file.answers["point"].chosen = {"perhaps"};
    file.answers["staff"].text = "12";
    const auto import = [&](std::string bytes) {
        return house.run(house.editor, import_answers, ImportAnswers{report.id, {"a", "", std::move(bytes)}});
    };
    auto taken = import(write_workbook(answers_sheets(older, file, "en")));
    ASSERT_TRUE(taken) << said(taken);
    EXPECT_EQ(taken->left, (std::vector<std::string>{"dropped", "point"}));
    EXPECT_EQ(taken->problems[0].why.code, "national_reports.no_such_question");
    EXPECT_EQ(taken->problems[1].why.code, "national_reports.not_an_option");
    EXPECT_EQ(house.held(report, "staff").origin, "import:xlsx");
    EXPECT_TRUE(house.held(report, "staff").confirmed);
    const std::string form =
        "{form framework-survey 2}\n{about}\nTyped at a ministry\n{/about}\n{about.note}\n"
        "{/about.note}\n";
    taken = import(form);
    ASSERT_TRUE(taken) << said(taken);
    EXPECT_EQ(house.held(report, "about").answer.text, "Typed at a ministry");
    EXPECT_EQ(said(import("{form no-survey 1}\n{x}{/x}")), "national_reports.unknown_survey");
    const auto other = import(R"({"survey":"short-form","answers":{"plan":{"chosen":["yes"]}}})");
    EXPECT_EQ(said(other), "national_reports.nothing_fits national_reports.not_crossed");
}

TEST_P(AnswersThatComeBack, OfAnotherSurveyWaitToBeConfirmed) {
    const KeptReport report = house.open(house.editor, 2027, "short-form");
    const auto taken = house.run(
        house.editor, import_answers,
        ImportAnswers{report.id,
                      {"answers.json", "application/json",
                       R"({"survey":"framework-survey","answers":{"strategy":{"chosen":["in_place"]}}})"}});
    ASSERT_TRUE(taken) << said(taken);
    EXPECT_EQ(house.held(report, "plan").answer.chosen, std::vector<std::string>{"yes"});
    EXPECT_FALSE(house.held(report, "plan").confirmed);
}

} // namespace
} // namespace poa::national_reports::test
