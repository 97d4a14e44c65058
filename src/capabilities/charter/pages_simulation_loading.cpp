// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_simulation_loading.hpp"

#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/simulating.hpp"

#include <fmt/format.h>

namespace poa::charter {
namespace {

using web::Visit;

std::vector<FigureRow> conduct_rows(const TypedFigures& typed, const Visit& visit) {
    const Conduct standard;
    std::vector<FigureRow> rows;
    for (const ConductSpec& spec : conduct_specs()) {
        FigureRow row;
        row.key = spec.key;
        row.title = visit.in.tr(spec.title);
        row.basis = visit.in.tr(spec.basis);
        row.value = row.standard = standard.*spec.member;
        row.least = spec.least;
        row.most = spec.most;
        take_typed(typed, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

Conduct conduct_of(const std::vector<FigureRow>& rows) {
    Conduct made;
    for (const FigureRow& row : rows) made.*find_conduct(row.key)->member = row.value;
    return made;
}

/// The same on the command line, where nothing is bounded by a page's time.
std::string command_of(const SimulationPage& page) {
    const std::string_view charter = page.charter == in_force_id ? "CHARTER.yaml" : page.charter;
    std::string made = fmt::format("poa charter simulate {} --first-year {} --years {} --runs {} --seed {}",
                                   charter, page.from, page.years, page.runs, page.seed);
    for (const FigureRow& row : page.conduct)
        if (row.value != row.standard) made += fmt::format(" --conduct {}={}", row.key, row.value);
    if (page.by == "commands") made += " --through-commands";
    return made;
}

FigureOverRuns row_of(const FigureSpec& figure, std::int64_t year, const Distribution& over,
                      const Visit& visit) {
    return {std::string(figure.key),
            std::string(visit.in.tr(figure.title)),
            std::string(visit.in.tr(figure.unit)),
            year,
            over.runs,
            over.least,
            over.tenth,
            over.median,
            over.ninetieth,
            over.most,
            over.mean};
}

void add_results(const Simulation& simulation, const Visit& visit, SimulationPage& page) {
    for (const PlayedBehaviour& played : simulation.behaviours)
        page.behaviours.push_back(
            {std::string(played.name), std::string(visit.in.tr(played.title)), played.through_commands,
             played.beside.empty() ? std::string() : std::string(visit.in.tr(played.beside))});
    page.unplaced = static_cast<std::int64_t>(simulation.unplaced);
    page.clashes = static_cast<std::int64_t>(simulation.clashes);
    for (std::size_t i = 0; i < simulation.figures.size(); ++i) {
        const FigureSpec& figure = simulation.figures[i];
        for (const SimulatedYear& year : simulation.years)
            page.rows.push_back(row_of(figure, year.year, year.figures.at(i), visit));
        page.rows.push_back(row_of(figure, 0, simulation.whole.at(i), visit));
    }
}

Refusal too_large(const SimulationPage& page) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems.add_field("runs", "charter.simulation_too_large",
                       {{"most", std::to_string(page.played_years_most)}, {"command", page.command}});
    return problems;
}

} // namespace

const Input<SimulationQuery>& input_of(Of<SimulationQuery>) {
    static const auto input = [] {
        FiguresInput<SimulationQuery> made("charter.simulation");
        made.line("charter", &SimulationQuery::charter, {.label = N_("Charter"), .characters_max = 60});
        made.number("from", &SimulationQuery::from,
                    {.label = N_("First year"), .required = false, .least = 2000, .most = 2200});
        made.number("years", &SimulationQuery::years,
                    {.label = N_("Years"), .required = false, .least = 1, .most = 50});
        made.number("runs", &SimulationQuery::runs,
                    {.label = N_("Runs"), .required = false, .least = 1, .most = 100'000});
        made.number("seed", &SimulationQuery::seed,
                    {.label = N_("Seed"), .required = false, .least = 0, .most = 1'000'000'000});
        made.choice("by", &SimulationQuery::by,
                    {.label = N_("How it is played"),
                     .required = false,
                     .choices = {{"rules", N_("The charter's rules alone")},
                                 {"commands", N_("The platform's own commands, where there are some")}}});
        for (const ConductSpec& spec : conduct_specs()) made.figure(spec.key, spec.title, spec.basis);
        return made;
    }();
    return input;
}

Result<SimulationPage> load_simulation(const Running& at, const SimulationQuery& query) {
    auto charter = find_charter(at, query.charter);
    if (!charter) return std::unexpected(charter.error());
    SimulationPage page;
    page.charter = charter->id;
    page.title = charter->title;
    page.language = charter->language;
    page.version = charter->version;
    page.from = query.from;
    page.years = query.years;
    page.runs = query.runs;
    page.seed = query.seed;
    page.conduct = conduct_rows(query.figures, at.visit);
    page.may_be_by_commands = static_cast<bool>(at.by_commands);
    page.by = page.may_be_by_commands && query.by == "commands" ? "commands" : "rules";
    page.played_years_most = page.by == "commands" ? played_years_most_by_commands : played_years_most;
    page.command = command_of(page);
    page.is_too_much = query.years * query.runs > page.played_years_most;
    if (at.visit.face != web::Face::html) {
        if (has_problem(page.conduct)) return refuse(refusal_of(page.conduct));
        if (page.is_too_much) return refuse(too_large(page));
    }
    if (page.is_too_much || has_problem(page.conduct)) return page;

    SimulationWish wish;
    wish.first_year = static_cast<int>(query.from);
    wish.years = static_cast<int>(query.years);
    wish.runs = static_cast<int>(query.runs);
    wish.seed = static_cast<std::uint64_t>(query.seed);
    wish.conduct = conduct_of(page.conduct);
    wish.states = reporting_order(at.states, at.today);
    wish.threads = 1; // other readers keep the other cores
    if (wish.states.empty()) return refuse(Refusal::Kind::rule, "charter.no_states");
    page.states = static_cast<std::int64_t>(wish.states.size());
    const SimulationParts parts =
        page.by == "commands" ? at.by_commands() : SimulationParts{behaviours_by_rules(), {}};
    if (auto simulation = simulate(*charter->charter, wish, parts)) add_results(*simulation, at.visit, page);
    return page;
}

} // namespace poa::charter
