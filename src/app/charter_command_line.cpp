// SPDX-License-Identifier: Apache-2.0
#include "app/charter_command_line.hpp"

#include "app/charter_calendar.hpp"
#include "app/charter_simulating.hpp"
#include "app/charter_verbs.hpp"
#include "capabilities/charter/burden.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace poa::app {
namespace {

using Act = std::function<int()>;

void add_check(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* verb = charter.add_subcommand("check", "Problems and contradictions of charter files, all at once");
    verb->add_option("charters", wish->charters, "YAML files, or ids of shipped charters")->required();
    verb->add_option(
        "--data", wish->data,
        "Folder of an instance: passages are looked up on its record; else they are not checked");
    verb->add_option("--format", wish->format, "text (default), json")
        ->check(CLI::IsMember({"text", "json"}));
    verb->callback([&act, wish] { act = [wish] { return check_charters(*wish); }; });
}

void add_compare(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* verb =
        charter.add_subcommand("compare", "Charters clause by clause, and their nearest common ground");
    verb->add_option("charters", wish->charters, "Two or more: ids or files; none: all shipped ones");
    verb->add_option("--format", wish->format, "text (default), json, csv")
        ->check(CLI::IsMember({"text", "json", "csv"}));
    verb->callback([&act, wish] { act = [wish] { return compare_charters(*wish); }; });
}

void add_lists(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterWish>();
    auto* list = charter.add_subcommand("list", "The charters shipped with the program");
    list->add_option("--format", wish->format, "text (default), json")
        ->check(CLI::IsMember({"text", "json"}));
    list->callback([&act, wish] { act = [wish] { return list_charters(*wish); }; });
    auto* schema = charter.add_subcommand("schema", "The JSON Schema of charter files");
    schema->callback([&act] { act = [] { return print_charter_schema(); }; });
}

void add_calendar(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<CharterCalendarWish>();
    auto* verb = charter.add_subcommand("calendar", "Meetings, deadlines, reports and terms of a period");
    verb->add_option("charter", wish->charter, "YAML file, or id of a shipped charter")->required();
    verb->add_option("--from", wish->from, "Year or day (2026, 2026-07-01)")->required();
    verb->add_option("--to", wish->to, "Year or day, included")->required();
    verb->add_option("--others", wish->others, "iCalendar file of other processes to keep clear of");
    verb->add_option("--holidays", wish->holidays, "iCalendar file of days on which nobody meets");
    verb->add_option("--state", wish->state, "ISO 3166 code (EGY): only what concerns its delegation");
    verb->add_option("--first-chair", wish->first_chair_group,
                     "Regional group of the first Chair, where the office rotates")
        ->check(CLI::IsMember(
            {"african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog"}));
    verb->add_option("--format", wish->format, "text (default), json, ics")
        ->check(CLI::IsMember({"text", "json", "ics"}));
    verb->callback([&act, wish] { act = [wish] { return print_charter_calendar(*wish); }; });
}

void add_burden(CLI::App& charter, Act& act) {
    auto wish = std::make_shared<BurdenWish>();
    auto* verb = charter.add_subcommand(
        "burden", "What charters cost delegations of several sizes, and the mechanism, in an average year");
    verb->add_option("charters", wish->charters, "Ids or files; none: all shipped ones");
    verb->add_option("--from", wish->from, "First year")
        ->check(CLI::Range(1950, 2200))
        ->capture_default_str();
    verb->add_option("--years", wish->years, "How many years")
        ->check(CLI::Range(1, charter::burden_years_max))
        ->capture_default_str();
    verb->add_option("--people", wish->people, "Sizes of delegations")
        ->delimiter(',')
        ->check(CLI::Range(1, 10000))
        ->capture_default_str();
    verb->add_option("--assume", wish->assumptions, "An assumption, key=number; may be given several times")
        ->check(CLI::Validator(problem_of_assumption, "KEY=NUMBER"));
    verb->add_option("--format", wish->format, "text (default), json, csv")
        ->check(CLI::IsMember({"text", "json", "csv"}));
    verb->callback([&act, wish] { act = [wish] { return print_burdens(*wish); }; });
}

} // namespace

void add_charter_verbs(CLI::App& top, std::function<int()>& act) {
    auto* charter = top.add_subcommand("charter", "The mechanism's rules as data: check, compare, run");
    charter->require_subcommand(1);
    add_check(*charter, act);
    add_compare(*charter, act);
    add_calendar(*charter, act);
    add_lists(*charter, act);
    add_burden(*charter, act);
    add_simulate(*charter, act);
}

} // namespace poa::app
