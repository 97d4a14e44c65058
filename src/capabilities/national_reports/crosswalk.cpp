// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/crosswalk.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool fits(const Survey& survey, const Question& question, const Answer& answer) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_answer(survey, question, answer, question.key, problems);
    return problems.reasons.empty();
}

/// What the State said there, if it said something: what was filled in for it and never looked at is not
/// what it said.
const HeldAnswer* said_in(const EarlierReport& report, std::string_view question) {
    const auto found = report.answers.find(question);
    if (found == report.answers.end() || !found->second.confirmed || found->second.answer.is_empty())
        return nullptr;
    return &found->second;
}

std::optional<HeldAnswer> offered(const Survey& survey, const Question& question, const EarlierReport& from,
                                  const HeldAnswer& said, Answer answer) {
    if (!fits(survey, question, answer)) return std::nullopt;
    HeldAnswer made;
    made.answer = std::move(answer);
    made.sharing = said.sharing;
    made.origin = from.origin;
    made.confirmed = false;
    return made;
}

std::optional<HeldAnswer> from_same_question(const Survey& survey, const Question& question,
                                             const std::vector<EarlierReport>& earlier) {
    for (const EarlierReport& report : earlier) {
        if (report.survey != survey.key) continue;
        if (const HeldAnswer* said = said_in(report, question.key))
            if (auto made = offered(survey, question, report, *said, said->answer)) return made;
    }
    return std::nullopt;
}

Answer translated(const Crossing& crossing, Answer answer) {
    for (std::string& key : answer.chosen)
        for (const auto& [other, own] : crossing.values)
            if (other == key) {
                key = own;
                break;
            }
    return answer;
}

std::optional<HeldAnswer> from_crossing(const Survey& survey, const Question& question,
                                        const std::vector<EarlierReport>& earlier) {
    for (const EarlierReport& report : earlier)
        for (const Crossing& crossing : survey.crosswalk) {
            if (crossing.question != question.key || crossing.survey != report.survey) continue;
            if (const HeldAnswer* said = said_in(report, crossing.other_question))
                if (auto made = offered(survey, question, report, *said, translated(crossing, said->answer)))
                    return made;
        }
    return std::nullopt;
}

} // namespace

HeldAnswers prefilled(const Survey& survey, const std::vector<EarlierReport>& earlier) {
    HeldAnswers made;
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) {
            auto found = from_same_question(survey, question, earlier);
            if (!found) found = from_crossing(survey, question, earlier);
            if (found) made.emplace(question.key, std::move(*found));
        }
    return made;
}

void fill_in_practices(const Survey& survey, const std::vector<KnownPractice>& oldest_first,
                       HeldAnswers& answers) {
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) {
            const bool asks = question.purpose == Purpose::practice && question.kind == QuestionKind::text;
            if (!asks || question.item.empty() || answers.contains(question.key)) continue;
            HeldAnswer made;
            made.confirmed = false;
            for (const KnownPractice& known : oldest_first) {
                if (known.item != question.item) continue;
                Answer answer;
                answer.text = known.text;
                if (!fits(survey, question, answer)) continue;
                made.answer = std::move(answer);
                made.origin = known.origin;
            }
            if (!made.origin.empty()) answers.emplace(question.key, std::move(made));
        }
}

std::vector<std::string> not_fitting(const Survey& survey, const HeldAnswers& answers) {
    std::vector<std::string> left;
    for (const auto& [key, held] : answers) {
        const Question* question = survey.find(key);
        if (question == nullptr || !fits(survey, *question, held.answer)) left.push_back(key);
    }
    return left;
}

} // namespace poa::national_reports
