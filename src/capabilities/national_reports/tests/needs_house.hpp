// SPDX-License-Identifier: Apache-2.0
#pragma once
// A house with a survey that asks for needs, practices and priorities.

#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"
#include "capabilities/national_reports/commands/withdraw_report.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {

[[nodiscard]] inline Survey needs_survey() {
    Survey survey;
    survey.key = "needs-form";
    survey.title = en("What is needed");
    survey.languages = {"en"};
    Question areas = question("norm-f-needs", QuestionKind::several_of);
    areas.purpose = Purpose::need;
    areas.item = "norm-f";
    areas.options = {{"incident_response", en("Incident response")}, {"diplomacy", en("Cyber diplomacy")}};
    Question more = question("more", QuestionKind::table);
    more.purpose = Purpose::need;
    more.columns = {{"need", en("Need")},
                    {"area", en("Area")},
                    {"urgency", en("Urgency")},
                    {"by", en("By when")},
                    {"place", en("Where")}};
    Question words = question("words", QuestionKind::text);
    words.purpose = Purpose::need;
    Question practice = question("practice", QuestionKind::text);
    practice.purpose = Purpose::practice;
    practice.item = "norm-f";
    Question lesson = question("lesson", QuestionKind::text);
    lesson.purpose = Purpose::lesson;
    survey.sections = {{"all", en("All"), {}, Pillar::norms, "", {areas, more, words, practice, lesson}}};
    return survey;
}

/// Fills in a report of XXA and releases it.
class Reporting {
  public:
    explicit Reporting(House& house, std::int64_t year = 2027) : house_(house) {
        report = house.open(house.editor, year, "needs-form");
    }
    void say(const std::string& question, const std::string& json) {
        house_
            .run(house_.editor, save_answers,
                 SaveAnswers{report.id,
                             question + ":" + std::to_string(house_.held(report, question).revision),
                             InputValues::from_json("{\"" + question + "\":" + json + "}").value()})
            .value();
    }
    void share(const std::string& question, const std::string& audience, const std::string& parties = "") {
        house_
            .run(house_.editor, share_answers,
                 ShareAnswers{report.id, "", question, audience, parties, false})
            .value();
    }
    void release() {
        house_.run(house_.editor, put_up_report, PutUpReport{report.id}).value();
        house_.run(house_.approver, submit_report, SubmitReport{report.id, house_.kept(report).revision})
            .value();
    }
    void withdraw() { house_.run(house_.head, withdraw_report, WithdrawReport{report.id, ""}).value(); }
    KeptReport report;

  private:
    House& house_;
};

} // namespace poa::national_reports::test
