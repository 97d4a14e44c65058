// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/indicator.hpp"
#include "capabilities/national_reports/pages_items.hpp"
#include "capabilities/national_reports/queries_items.hpp"

#include <algorithm>
#include <map>

namespace poa::national_reports {
namespace {

ItemAnswerRow row_of(const AddingUp& at, const ReportOnItem& report, const AnswerOnItem& answered) {
    const std::string_view language = at.visit.in.code();
    const Shown label = answered.question->label.in(language);
    ItemAnswerRow row;
    row.state = report.state;
    row.name = at.name_of_state(report.state);
    row.year = report.year;
    row.survey = report.survey->key;
    row.survey_title = shown(at, report.survey->title);
    row.question = answered.question->key;
    row.label = label.text;
    row.language = label.language;
    row.answer = join(words_of(*report.survey, *answered.question, answered.answer, language), "\n");
    row.note = answered.answer.note;
    row.address = report_address(report.state, report.year);
    return row;
}

/// By State, in the alphabet of the language; the reports of one State stay together.
std::vector<std::vector<const ReportOnItem*>> by_state(const AddingUp& at,
                                                       const std::vector<ReportOnItem>& reports) {
    std::map<std::string, std::vector<const ReportOnItem*>> of;
    for (const ReportOnItem& report : reports) of[report.state].push_back(&report);
    std::vector<std::vector<const ReportOnItem*>> ordered;
    for (const members::State* state : at.states.states(at.language()))
        if (auto found = of.find(std::string(state->iso3.text())); found != of.end())
            ordered.push_back(std::move(found->second));
    return ordered;
}

std::vector<ItemIndicator> indicators_on(const AddingUp& at, std::string_view item) {
    std::vector<ItemIndicator> found;
    for (const Indicator& indicator : shipped_indicators().indicators)
        if (indicator.item == item)
            found.push_back(
                {indicator.key, shown(at, indicator.title), "/reports/progress/" + indicator.key});
    return found;
}

} // namespace

const Input<ItemReportsQuery>& input_of(Of<ItemReportsQuery>) {
    static const auto input =
        Input<ItemReportsQuery>("national_reports.on_item")
            .line("item", &ItemReportsQuery::item, {.label = N_("Item"), .characters_max = 64})
            .number("page", &ItemReportsQuery::page,
                    {.label = N_("Page"), .required = false, .least = 1, .most = 1'000});
    return input;
}

Result<ItemReportsPage> load_item_reports(const AddingUp& at, const acquis::Framework& framework,
                                          const ItemReportsQuery& query) {
    const acquis::FrameworkItem* item = framework.item(query.item);
    if (item == nullptr)
        return refuse(
            Refusal::because(Refusal::Kind::not_found, "acquis.no_such_item").with("key", query.item));
    const auto reports = reports_on_item(at.session, identity::actor_of(at.visit).reader(), query.item);
    const auto states = by_state(at, reports);
    ItemReportsPage page;
    page.item = query.item;
    page.title = item->item().titles.in(at.visit.in.code()).text;
    page.indicators = indicators_on(at, query.item);
    page.states = static_cast<std::int64_t>(states.size());
    page.pages = std::max<std::int64_t>(1, (page.states + states_on_a_page - 1) / states_on_a_page);
    page.page = query.page;
    if (page.page > page.pages) {
        Refusal problem{Refusal::Kind::bad_input, {}};
        problem.add_field("page", "national_reports.no_such_page", {{"pages", std::to_string(page.pages)}});
        return refuse(std::move(problem));
    }
    const auto first = (page.page - 1) * states_on_a_page;
    for (auto i = first; i < std::min(first + states_on_a_page, page.states); ++i)
        for (const ReportOnItem* report : states[static_cast<std::size_t>(i)])
            for (const AnswerOnItem& answered : report->answers)
                page.rows.push_back(row_of(at, *report, answered));
    return page;
}

} // namespace poa::national_reports
