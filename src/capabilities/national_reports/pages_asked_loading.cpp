// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_asked_loading.hpp"

#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/queries_asked.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

members::Language language_of(const ReportReading& reading) {
    return members::language_or_english(reading.visit.in.code());
}

std::string name_of_asker(const ReportReading& reading, const std::string& body) {
    constexpr std::string_view state = "state:";
    if (!body.starts_with(state)) return body;
    return std::string(reading.states.now()->display_name(body.substr(state.size()), language_of(reading)));
}

AskedRow row_of(const ReportReading& reading, const ReadableRelease& release, const AskedQuestion& asked) {
    AskedRow row;
    row.asked = asked.id.number;
    row.question = asked.question;
    const Question* question = release.survey->find(asked.question);
    const Shown label = question->label.in(reading.visit.in.code());
    row.issue = label.text;
    row.language = label.language;
    row.item = question->item;
    row.asked_by = asked.asked_by;
    row.name = name_of_asker(reading, asked.asked_by);
    row.words = asked.words;
    row.outcome = asked.outcome;
    row.day = Day::of(asked.asked_at);
    row.answer = asked.answer;
    if (asked.answered_at) row.answered = Day::of(*asked.answered_at);
    return row;
}

/// Whether the visitor asks in the name of another State.
bool may_ask(const identity::Actor& actor, const std::string& state) {
    const auto permit = may_act(actor, "national_reports.ask_about_report");
    return permit && permit->on_behalf() != "state:" + state;
}

} // namespace

Result<ReportQuestionsPage> load_report_questions(const ReportReading& reading, std::string_view state,
                                                  std::int64_t year, std::string_view about) {
    const auto states = reading.states.now();
    const auto releases = releases_for(reading.session, reading.actor.reader(), state, year);
    if (releases.empty() && states->by_iso3(state) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_state_or_year");
    ReportQuestionsPage page;
    page.state = state;
    page.name = states->display_name(state, language_of(reading));
    page.year = year;
    page.about = about;
    page.may_ask = !releases.empty() && may_ask(reading.actor, page.state);
    page.may_answer =
        permissions()
            .check("national_reports.answer_about_report", reading.actor, identity::Body::state(page.state))
            .has_value();
    for (const ReadableRelease& release : releases) {
        for (const ReleasedAnswer& answer : release.answers) {
            const Shown label = release.survey->find(answer.question)->label.in(reading.visit.in.code());
            page.issues.push_back({answer.question, std::string(label.text), std::string(label.language)});
        }
        for (const AskedQuestion& asked : asked_about(reading.session, release))
            page.rows.push_back(row_of(reading, release, asked));
    }
    if (about.empty()) return page;
    const auto issue = std::ranges::find(page.issues, about, &IssueRow::question);
    if (issue == page.issues.end())
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_released_answer");
    page.about_label = issue->label;
    page.about_language = issue->language;
    return page;
}

} // namespace poa::national_reports
