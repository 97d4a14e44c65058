// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_priorities_loading.hpp"

#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/answer_words.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/pages_briefing_loading.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::national_reports {
namespace {

std::string indicator_address(const Indicator& indicator, std::int64_t year) {
    return "/reports/progress/" + indicator.key + "?year=" + std::to_string(year);
}

/// Of the States counted, how many ask for support with that part of the framework, whatever the area.
PriorityRow item_row(const AddingUp& at, const Indicator& needs, std::int64_t year) {
    const YearOfIndicator found = one_year(at, needs, year);
    PriorityRow row;
    row.kind = "item";
    row.key = needs.item;
    const Indicator* standing = shipped_indicators().find(needs.item);
    row.title = shown(at, standing == nullptr ? needs.title : standing->title);
    row.states = found.world.answered;
    row.is_whole = found.world.uncounted == 0;
    row.named = named_words(at, needs, found);
    std::set<std::string> seen;
    for (const ValueCount& level : found.world.values) seen.insert(level.states.begin(), level.states.end());
    row.seen.assign(seen.begin(), seen.end());
    row.address = indicator_address(needs, year);
    row.needs = "/needs?item=" + needs.item + "&year=" + std::to_string(year);
    return row;
}

void add_items(const AddingUp& at, PrioritiesPage& page) {
    std::vector<PriorityRow> rows;
    for (const Indicator& indicator : shipped_indicators().indicators)
        if (indicator.purpose == IndicatorPurpose::need && !indicator.item.empty())
            rows.push_back(item_row(at, indicator, page.year));
    std::ranges::stable_sort(rows, std::greater{}, &PriorityRow::states);
    page.rows.insert(page.rows.end(), rows.begin(), rows.end());
}

void add_areas(const AddingUp& at, const Indicator& indicator, PrioritiesPage& page) {
    const YearOfIndicator found = one_year(at, indicator, page.year);
    std::vector<PriorityRow> rows;
    for (std::size_t i = 0; i < indicator.levels.size(); ++i) {
        const ValueCount& level = found.world.values.at(i);
        rows.push_back({"area", level.value, shown(at, indicator.levels[i].label), level.count(),
                        level.is_whole && found.world.uncounted == 0, "", level.states,
                        indicator_address(indicator, page.year),
                        "/needs?area=" + level.value + "&year=" + std::to_string(page.year)});
    }
    std::ranges::stable_sort(rows, std::greater{}, &PriorityRow::states);
    page.rows.insert(page.rows.end(), rows.begin(), rows.end());
}

/// Priorities that were typed: they are read, never counted.
void add_voices(const AddingUp& at, PrioritiesPage& page) {
    std::map<std::pair<std::string, std::int64_t>, std::shared_ptr<const Survey>> surveys;
    const auto survey_for = [&](const SeenAnswer& seen) {
        auto& known = surveys[{seen.survey, seen.version}];
        if (known == nullptr)
            if (const auto kept = store::survey(at.session, seen.survey, seen.version))
                known = survey_of(at.session, kept->id);
        return known;
    };
    const std::string_view language = at.visit.in.code();
    std::vector<SeenAnswer> seen;
    each_answer_seen(at.session, identity::actor_of(at.visit).reader(), {page.year, page.year},
                     [&](const SeenAnswer& one) {
                         if (!one.answer.text.empty()) seen.push_back(one);
                     });
    for (const SeenAnswer& one : seen) {
        const auto survey = survey_for(one);
        const Question* question = survey == nullptr ? nullptr : survey->find(one.question);
        if (question == nullptr || question->purpose != Purpose::priority) continue;
        const Shown label = question->label.in(language);
        page.voices.push_back({one.state, at.name_of_state(one.state), one.question, std::string(label.text),
                               std::string(label.language),
                               text_in_words(*survey, *question, one.answer, language),
                               report_address(one.state, one.year)});
    }
}

} // namespace

const Input<PrioritiesQuery>& input_of(Of<PrioritiesQuery>) {
    static const auto input =
        Input<PrioritiesQuery>("national_reports.priorities")
            .number("year", &PrioritiesQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200});
    return input;
}

Result<PrioritiesPage> load_priorities(const AddingUp& at, const PrioritiesQuery& query) {
    PrioritiesPage page;
    page.year = year_of(at, query.year);
    page.catalogue = shipped_indicators().version;
    add_items(at, page);
    for (const Indicator& indicator : shipped_indicators().indicators)
        if (indicator.purpose == IndicatorPurpose::priority) add_areas(at, indicator, page);
    add_voices(at, page);
    return page;
}

} // namespace poa::national_reports
