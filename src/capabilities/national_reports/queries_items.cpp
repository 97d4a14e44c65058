// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/queries_items.hpp"

#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/queries_progress.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace poa::national_reports {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

// A State's newest report to that version of the survey; a revision that left the question out has no row.
constexpr Query newest_answers{
    "national_reports.items_newest",
    "SELECT r.state, r.year, a.answer, a.audience, a.parties FROM national_reports_report r "
    "JOIN national_reports_release l ON l.report = r.id AND l.number = r.release "
    "JOIN national_reports_released a ON a.report = l.report AND a.number = l.number "
    "WHERE r.survey = $1 AND a.question = $2 AND l.withdrawn_at IS NULL AND r.year = "
    "(SELECT MAX(n.year) FROM national_reports_report n JOIN national_reports_release m "
    "ON m.report = n.id AND m.number = n.release "
    "WHERE n.state = r.state AND n.survey = r.survey AND m.withdrawn_at IS NULL)"};

/// Versions that are or were in use, with their template.
std::vector<std::pair<Id<SurveyVersion>, std::shared_ptr<const Survey>>> surveys_used(Session& session) {
    std::vector<std::pair<Id<SurveyVersion>, std::shared_ptr<const Survey>>> used;
    for (const KeptSurvey& kept : store::surveys(session))
        if (kept.stage != SurveyStage::draft) used.emplace_back(kept.id, survey_of(session, kept.id));
    return used;
}

template <class F> void each_question_on(const Survey& survey, std::string_view item, F&& take) {
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions)
            if (question.item == item) take(question);
}

/// By State and survey; a later year takes the place of an earlier one, to whatever version.
class Newest {
  public:
    explicit Newest(const identity::Reader& reader) : reader_(reader) {}

    void add(Session& session, Id<SurveyVersion> version, const std::shared_ptr<const Survey>& survey,
             const Question& question) {
        session.each(
            newest_answers,
            [&](const Row& row) {
                const std::string state = row.string(0);
                if (!reader_.may_see(static_cast<Audience>(row.integer(3)), "state:" + state,
                                     parties_of(row.text(4))))
                    return;
                auto answer = parse_answer(row.text(2));
                require(answer.has_value(), "an answer as it was released");
                add({state, row.integer(1), survey, {}}, {&question, std::move(*answer)});
            },
            version.number, question.key);
    }
    [[nodiscard]] std::vector<ReportOnItem> all() {
        std::vector<ReportOnItem> reports;
        for (auto& [key, report] : by_state_) reports.push_back(std::move(report));
        std::ranges::stable_sort(reports, [](const ReportOnItem& one, const ReportOnItem& other) {
            return std::tie(one.state, one.year) < std::tie(other.state, other.year);
        });
        return reports;
    }

  private:
    void add(ReportOnItem report, AnswerOnItem answer) {
        auto [place, is_new] = by_state_.try_emplace({report.state, report.survey->key}, report);
        if (place->second.year > report.year) return;
        if (place->second.year < report.year) place->second = std::move(report);
        place->second.answers.push_back(std::move(answer));
    }

    const identity::Reader& reader_;
    std::map<std::pair<std::string, std::string>, ReportOnItem> by_state_;
};

} // namespace

bool is_asked_about(Session& session, std::string_view item) {
    bool asked = false;
    for (const auto& [version, survey] : surveys_used(session))
        each_question_on(*survey, item, [&](const Question&) { asked = true; });
    return asked;
}

std::vector<ReportOnItem> reports_on_item(Session& session, const identity::Reader& reader,
                                          std::string_view item) {
    Newest newest(reader);
    for (const auto& [version, survey] : surveys_used(session))
        each_question_on(*survey, item,
                         [&](const Question& question) { newest.add(session, version, survey, question); });
    return newest.all();
}

} // namespace poa::national_reports
