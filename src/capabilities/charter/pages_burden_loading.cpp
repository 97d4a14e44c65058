// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_burden_loading.hpp"

#include "capabilities/charter/presets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace poa::charter {
namespace {

using web::Visit;

/// In alphabetical order of their ids, as everywhere; never by cost.
std::vector<FoundCharter> shipped_charters(const Running& at) {
    std::vector<FoundCharter> made;
    for (const std::string& id : Presets::shipped().ids())
        if (auto charter = find_charter(at, id)) made.push_back(std::move(*charter));
    return made;
}

} // namespace

const Input<BurdenQuery>& input_of(Of<BurdenQuery>) {
    static const auto input = [] {
        FiguresInput<BurdenQuery> made("charter.burden");
        made.number("from", &BurdenQuery::from,
                    {.label = N_("First year"), .required = false, .least = 2000, .most = 2200});
        made.number("years", &BurdenQuery::years,
                    {.label = N_("Years"), .required = false, .least = 1, .most = burden_page_years_most});
        made.choice("people", &BurdenQuery::people,
                    {.label = N_("People in the delegation"),
                     .required = false,
                     .choices = {{"1", "1"}, {"3", "3"}, {"10", "10"}, {"30", "30"}}});
        for (const AssumptionSpec& spec : assumption_specs()) made.figure(spec.key, spec.title, spec.basis);
        return made;
    }();
    return input;
}

std::vector<FigureRow> assumption_rows(const TypedFigures& typed, const Visit& visit) {
    const BurdenAssumptions standard;
    std::vector<FigureRow> rows;
    for (const AssumptionSpec& spec : assumption_specs()) {
        FigureRow row{std::string(spec.key),
                      std::string(visit.in.tr(spec.title)),
                      std::string(visit.in.tr(spec.unit)),
                      std::string(visit.in.tr(spec.basis)),
                      standard.*spec.member,
                      standard.*spec.member,
                      spec.least,
                      spec.most,
                      {},
                      false};
        take_typed(typed, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

BurdenAssumptions assumptions_of(const std::vector<FigureRow>& rows) {
    BurdenAssumptions made;
    for (const FigureRow& row : rows) made.*find_assumption(row.key)->member = row.value;
    return made;
}

BurdenRow burden_row(const FoundCharter& charter, const CharterBurden& burden, const Burden& delegation,
                     const BurdenAssumptions& assumed) {
    BurdenRow row;
    row.charter = charter.id;
    row.title = charter.title;
    for (std::size_t i = 0; i < clause_count; ++i) row.clauses_said += charter.charter->speaks_of(i) ? 1 : 0;
    row.language = charter.language;
    row.people = delegation.people;
    row.meeting_days = delegation.meeting_days;
    row.seats_days = delegation.seats_days;
    row.days_in_two_places = delegation.days_in_two_places;
    row.documents = delegation.documents;
    row.words = delegation.words;
    row.reports = delegation.reports;
    row.statements = delegation.statements;
    row.checks = delegation.checks;
    row.objection_windows = delegation.objection_windows;
    row.journeys = delegation.journeys;
    row.hours = delegation.hours;
    row.hours_per_person = delegation.hours_per_person;
    row.hours_reading = delegation.words / assumed.words_read_per_hour;
    row.hours_on_statements = delegation.statements * assumed.hours_per_statement;
    row.hours_on_reports = delegation.reports * assumed.hours_per_report;
    row.hours_on_checks_and_lists = delegation.checks * assumed.hours_per_communication_check +
                                    delegation.objection_windows * assumed.hours_per_objection_window;
    row.hours_in_meetings = std::max(0.0, row.hours - row.hours_reading - row.hours_on_statements -
                                              row.hours_on_reports - row.hours_on_checks_and_lists);
    row.cost = delegation.cost;
    row.share_of_year = delegation.share_of_year;
    row.interpretation = burden.cost.interpretation;
    row.translation = burden.cost.translation;
    row.rooms = burden.cost.rooms;
    row.secretariat = burden.cost.secretariat;
    row.mechanism_cost = burden.cost.whole();
    row.unplaced = static_cast<std::int64_t>(burden.unplaced);
    row.address = web::Url::of("charters", charter.id).text();
    return row;
}

Result<BurdenPage> load_burden(const Running& at, const BurdenQuery& query) {
    BurdenPage page;
    page.from = query.from;
    page.years = query.years;
    const std::string& people = query.people;
    if (!people.empty()) std::from_chars(people.data(), people.data() + people.size(), page.people);
    page.assumptions = assumption_rows(query.figures, at.visit);
    if (has_problem(page.assumptions)) {
        if (at.visit.face != web::Face::html) return refuse(refusal_of(page.assumptions));
        return page;
    }
    const BurdenAssumptions assumed = assumptions_of(page.assumptions);
    const std::array<std::int64_t, 1> sizes{page.people};
    for (const FoundCharter& charter : shipped_charters(at)) {
        const CharterBurden burden = burden_of(*charter.charter, assumed, static_cast<int>(page.from),
                                               static_cast<int>(page.years), sizes);
        page.rows.push_back(burden_row(charter, burden, burden.delegations.front(), assumed));
    }
    return page;
}

} // namespace poa::charter
