// SPDX-License-Identifier: Apache-2.0
// bench_charter [RUNS]: how long what is made of charters takes, on one core. Prints one line of JSON for
// each case: milliseconds, median and worst of RUNS (15), and what must be reached.
#include "app/simulating_commands.hpp"
#include "base/json.hpp"
#include "base/reference.hpp"
#include "capabilities/charter/burden.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/simulating.hpp"
#include "capabilities/members/reference.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <iostream>
#include <vector>

namespace {

using namespace poa;
using namespace poa::charter;
using std::chrono::steady_clock;

void measure(std::string_view name, double must_reach, int runs, const std::function<std::size_t()>& act) {
    std::vector<double> took, busy;
    std::size_t made = 0;
    for (int run = 0; run < runs; ++run) {
        const auto start = steady_clock::now();
        const std::clock_t begun = std::clock();
        made = act();
        took.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
        busy.push_back(1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    std::ranges::sort(took);
    std::ranges::sort(busy);
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("case").value(name).key("made").value(static_cast<std::uint64_t>(made));
    out.key("median_ms").value(took[took.size() / 2]).key("worst_ms").value(took.back());
    out.key("processor_ms").value(busy[busy.size() / 2]); // what a machine that does other things took away
    out.key("must_reach_ms").value(must_reach).end_object();
    std::cout << json << "\n";
}

CalendarWish fifty_years() {
    CalendarWish wish;
    wish.from = *Day::of(2026, 1, 1);
    wish.to = *Day::of(2075, 12, 31);
    for (int number = 0; number < 193; ++number)
        wish.states.push_back(
            {static_cast<char>('A' + number / 26), static_cast<char>('A' + number % 26), 'X'});
    return wish;
}

/// Nearly three times as many meetings as a year has room for: all ways of placing are tried, every year.
Charter overfull(const Charter& charter) {
    std::vector<GroupPlan> groups;
    for (int number = 1; number <= 12; ++number)
        groups.push_back({fmt::format("group-{}", number), "Group", "norms", 4, 1 + number % 4});
    return charter.with(clause::groups::list.index, groups, "bench")
        .with(clause::groups::sunset_years.index, None{}, "bench")
        .with(clause::other_meetings::thematic_per_year.index, std::int64_t{12}, "bench")
        .with(clause::other_meetings::intersessional_per_year.index, std::int64_t{12}, "bench")
        .with(clause::other_meetings::stakeholder_consultations_per_year.index, std::int64_t{12}, "bench");
}

void calendars(int runs) {
    constexpr double calendar_ms = 100;
    const CalendarWish wish = fifty_years();
    const Charter& agreed = Presets::shipped().agreed();
    measure("calendar of 50 years, agreed, 193 States", calendar_ms, runs,
            [&] { return calendar_of(agreed, wish).events.size(); });
    for (const std::string_view id : {"italy", "egypt", "canada"})
        if (const Charter* preset = Presets::shipped().find(id))
            measure(fmt::format("calendar of 50 years, {}, 193 States", id), calendar_ms, runs,
                    [&] { return calendar_of(*preset, wish).events.size(); });
    const Charter full = overfull(agreed);
    measure("calendar of 50 years, overfull, 193 States", calendar_ms, runs,
            [&] { return calendar_of(full, wish).events.size(); });
    const Calendar calendar = calendar_of(agreed, wish);
    measure("calendar of 50 years as iCalendar", calendar_ms * 10, runs,
            [&] { return write_ical(agreed, calendar, {}).size(); });
}

/// Milliseconds of `years` years, `runs` times; how many figures came out.
void simulation(std::string_view name, double must_reach, int measured, int years, int runs,
                unsigned threads) {
    SimulationWish wish;
    wish.years = years;
    wish.runs = runs;
    wish.threads = threads;
    wish.states = fifty_years().states;
    measure(name, must_reach, measured,
            [&] { return simulate(Presets::shipped().agreed(), wish)->figures.size(); });
}

/// One simulated year must take less than 50 ms; the others show that time grows with runs and years alone.
void simulations(int measured) {
    constexpr double year_ms = 50;
    simulation("simulation of 1 year, 1 run, one core", year_ms, measured, 1, 1, 1);
    const int fewer = std::min(measured, 5);
    for (const int runs : {100, 1000})
        simulation(fmt::format("simulation of 20 years, {} runs, one core", runs), year_ms * 20 * runs, fewer,
                   20, runs, 1);
    for (const int years : {5, 10, 20, 50})
        simulation(fmt::format("simulation of {} years, 200 runs, one core", years), year_ms * years * 200,
                   fewer, years, 200, 1);
    simulation("simulation of 20 years, 1000 runs, all cores", year_ms * 20 * 1000, fewer, 20, 1000, 0);
}

/// Through the platform's own commands: every Member State of the register, reports, decisions, accreditation
/// and turnover, a ledger that is verified.
void through_commands(std::string_view name, double must_reach, int measured, int years, int runs,
                      unsigned threads) {
    SimulationWish wish;
    wish.first_year = 2027;
    wish.years = years;
    wish.runs = runs;
    wish.threads = threads;
    const auto read =
        members::parse_reference({reference_file("members.json"), reference_file("organisations.json")});
    for (const members::State& state : read->states)
        if (state.status == members::Status::member) wish.states.emplace_back(state.iso3.text());
    measure(name, must_reach, measured, [&] {
        const auto made = simulate(Presets::shipped().agreed(), wish, app::parts_through_commands());
        return static_cast<std::size_t>(made->find("commands_run")->mean);
    });
}

/// `made` is the commands of a run. The first has its platform founded; the others show what a year takes
/// after that, and that time grows with runs and years alone.
void simulations_through_commands(int measured) {
    constexpr double year_ms = 50;
    const int fewer = std::min(measured, 3);
    through_commands("through commands, 1 year, 1 run, founding included, one core", year_ms, measured, 1, 1,
                     1);
    for (const int years : {5, 10, 20})
        through_commands(fmt::format("through commands, {} years, 2 runs, one core", years),
                         year_ms * years * 2, fewer, years, 2, 1);
    through_commands("through commands, 5 years, 8 runs, one core", year_ms * 5 * 8, fewer, 5, 8, 1);
    through_commands("through commands, 5 years, 8 runs, all cores", year_ms * 5 * 8, fewer, 5, 8, 0);
}

void measure_check_and_burden(int runs) {
    const std::vector<const Charter*> all = Presets::shipped().all();
    measure("burden of all presets, 10 years", 1000, runs, [&] {
        std::size_t sizes = 0;
        for (const Charter* one : all) sizes += burden_of(*one, {}, 2026, 10).delegations.size();
        return sizes;
    });
    measure("contradictions of one charter", 30, runs,
            [&] { return contradictions_in(Presets::shipped().agreed()).size(); });
}

} // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
    calendars(runs);
    measure_check_and_burden(runs);
    simulations(runs);
    simulations_through_commands(runs);
    return 0;
}
