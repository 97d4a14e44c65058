// SPDX-License-Identifier: Apache-2.0
#include "app/charter_simulated.hpp"

#include <fmt/ranges.h>

#include <iostream>

namespace poa::app {
namespace {

using charter::Distribution;
using charter::Simulation;

std::vector<std::string_view> names_of(const Simulation& made, bool through_commands) {
    std::vector<std::string_view> names;
    for (const charter::PlayedBehaviour& one : made.behaviours)
        if (one.through_commands == through_commands) names.push_back(one.name);
    return names;
}

std::string shown(double value) {
    return value == static_cast<double>(static_cast<std::int64_t>(value)) ? fmt::format("{:.0f}", value)
                                                                          : fmt::format("{:.2f}", value);
}

void write(JsonWriter& out, const Distribution& one) {
    out.begin_object().key("runs").value(one.runs).key("least").value(one.least).key("tenth").value(
        one.tenth);
    out.key("quarter").value(one.quarter).key("median").value(one.median);
    out.key("three_quarters").value(one.three_quarters).key("ninetieth").value(one.ninetieth);
    out.key("most").value(one.most).key("mean").value(one.mean).end_object();
}

void write(JsonWriter& out, const Simulation& made, const std::vector<Distribution>& all) {
    out.begin_object();
    for (std::size_t i = 0; i < made.figures.size(); ++i) {
        out.key(made.figures[i].key);
        write(out, all[i]);
    }
    out.end_object();
}

void write_names(JsonWriter& out, const Simulation& made, bool through_commands) {
    out.begin_array();
    for (const std::string_view name : names_of(made, through_commands)) out.value(name);
    out.end_array();
}

} // namespace

void print_text(const Simulation& made, const SimulateWish& wish) {
    std::cout << fmt::format("{}: {} runs of {} years from {}, seed {}\n", made.charter, wish.runs,
                             wish.years, wish.first_year, wish.seed);
    const auto commands = names_of(made, true), rules = names_of(made, false);
    std::cout << fmt::format(
        "  through the platform's own commands: {}\n  by the charter's rules alone: {}\n",
        commands.empty() ? "nothing" : fmt::format("{}", fmt::join(commands, ", ")),
        rules.empty() ? "nothing" : fmt::format("{}", fmt::join(rules, ", ")));
    for (const charter::PlayedBehaviour& one : made.behaviours)
        if (!one.beside.empty()) std::cout << fmt::format("  {}, by rules: {}\n", one.name, one.beside);
    if (made.unplaced > 0 || made.clashes > 0)
        std::cout << fmt::format("  {} meetings or windows find no place; {} pairs of meetings share a day\n",
                                 made.unplaced, made.clashes);
    std::cout << fmt::format("  {:<64} {:>9} {:>9} {:>9} {:>9}\n", "over all years", "tenth", "median",
                             "ninetieth", "mean");
    for (std::size_t i = 0; i < made.figures.size(); ++i) {
        const Distribution& one = made.whole[i];
        const std::string title = fmt::format("{} [{}]", made.figures[i].title, made.figures[i].unit);
        if (one.runs == 0)
            std::cout << fmt::format("  {:<64} {:>9}\n", title, "-");
        else
            std::cout << fmt::format("  {:<64} {:>9} {:>9} {:>9} {:>9}\n", title, shown(one.tenth),
                                     shown(one.median), shown(one.ninetieth), shown(one.mean));
    }
}

void write(JsonWriter& out, const Simulation& made) {
    out.begin_object().key("charter").value(made.charter);
    write_names(out.key("through_commands"), made, true);
    write_names(out.key("by_rules"), made, false);
    out.key("beside").begin_object();
    for (const charter::PlayedBehaviour& one : made.behaviours)
        if (!one.beside.empty()) out.key(one.name).value(one.beside);
    out.end_object();
    out.key("unplaced").value(static_cast<std::int64_t>(made.unplaced));
    out.key("clashes").value(static_cast<std::int64_t>(made.clashes));
    out.key("digest").value(fmt::format("{:016x}", made.digest)).key("whole");
    write(out, made, made.whole);
    out.key("years").begin_array();
    for (const charter::SimulatedYear& year : made.years) {
        out.begin_object().key("year").value(year.year).key("figures");
        write(out, made, year.figures);
        out.end_object();
    }
    out.end_array().key("figures").begin_object();
    for (const charter::FigureSpec& figure : made.figures)
        out.key(figure.key)
            .begin_object()
            .key("title")
            .value(figure.title)
            .key("unit")
            .value(figure.unit)
            .end_object();
    out.end_object().end_object();
}

} // namespace poa::app
