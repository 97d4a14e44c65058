// SPDX-License-Identifier: Apache-2.0
#include "app/charter_calendar.hpp"

#include "app/charter_verbs.hpp"
#include "app/file_bytes.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/calendar_json.hpp"
#include "capabilities/members/reference.hpp"
#include "capabilities/members/register.hpp"

#include <fmt/format.h>

#include <iostream>

namespace poa::app {
namespace {

constexpr int year_min = 1900, year_max = 2300, years_max = 60;

std::optional<Day> day_of(const std::string& text, bool end) {
    if (text.size() == 4) return Day::parse(text + (end ? "-12-31" : "-01-01"));
    return Day::parse(text);
}

/// An option's day; what is wrong with it otherwise, naming the option.
std::optional<Day> day_or_problem(const char* option, const std::string& text, bool end,
                                  std::vector<std::string>& problems) {
    const auto day = day_of(text, end);
    if (!day)
        problems.push_back(
            fmt::format("{} takes a year or a day, as 2026 or 2026-07-01; \"{}\" is neither", option, text));
    else if (day->year() < year_min || day->year() > year_max)
        problems.push_back(
            fmt::format("{} {} is not among the years {} to {}", option, text, year_min, year_max));
    else
        return day;
    return std::nullopt;
}

Result<std::vector<charter::OtherEvent>> events_of(const std::filesystem::path& file, Day from, Day to) {
    if (file.empty()) return std::vector<charter::OtherEvent>();
    auto text = bytes_in(file);
    if (!text)
        return refuse(
            Refusal::because(Refusal::Kind::not_found, "charter.no_file").with("file", file.string()));
    auto events = charter::read_ical(*text, from, to);
    if (!events)
        for (Reason& reason : events.error().reasons) reason.facts.emplace_back("file", file.string());
    return events;
}

std::string row_of(const charter::CalendarEvent& event) {
    std::string row = fmt::format("{}  {:<10}  {}", event.first.iso(),
                                  event.first == event.last ? std::string() : event.last.iso(),
                                  charter::title_of(event.kind));
    if (!event.of.empty()) row += fmt::format(": {}", event.of);
    if (event.conditional) row += " (conditional)";
    return row + fmt::format("  [{}]", charter::clauses()[event.clause].number);
}

void print_unplaced(const charter::Unplaced& unplaced) {
    const Reason reason{unplaced.reason, {}, unplaced.facts, {}};
    std::string clauses;
    for (const std::size_t clause : unplaced.clauses)
        clauses += fmt::format("{}{}", clauses.empty() ? "" : ", ", charter::clauses()[clause].number);
    std::cerr << fmt::format("{} has no place (clauses {}): {}\n", unplaced.key, clauses,
                             charter_sentences().say(reason, web::Wording::in(web::Language::en)));
}

void print(const charter::Charter& charter, const charter::Calendar& calendar,
           const charter::CalendarWish& period, const CharterCalendarWish& wish) {
    if (wish.format == "json") {
        std::cout << charter::calendar_json(charter, calendar, period.from, period.to) << "\n";
    } else if (wish.format == "ics") {
        charter::IcalWish ical;
        ical.stamp = SystemClock().now();
        ical.state = wish.state;
        std::cout << charter::write_ical(charter, calendar, ical);
    } else {
        for (const charter::CalendarEvent& event : calendar.events) std::cout << row_of(event) << "\n";
    }
}

} // namespace

std::vector<std::string> problems_of_period(const std::string& from, const std::string& to) {
    std::vector<std::string> problems;
    const auto first = day_or_problem("--from", from, false, problems),
               last = day_or_problem("--to", to, true, problems);
    if (!first || !last) return problems;
    if (*first > *last) problems.push_back(fmt::format("--from {} comes after --to {}", from, to));
    if (last->year() - first->year() > years_max)
        problems.push_back(fmt::format("--from and --to are at most {} years apart", years_max));
    return problems;
}

int print_charter_calendar(const CharterCalendarWish& wish) {
    const auto problems = problems_of_period(wish.from, wish.to);
    for (const std::string& problem : problems) std::cerr << problem << "\n";
    if (!problems.empty()) return 2;
    const auto from = day_of(wish.from, false), to = day_of(wish.to, true);
    const auto charter = load_charter(wish.charter);
    // A year more on either side: meetings near the edge are placed among what is there.
    const Day before = *Day::of(from->year() - 1, 1, 1), after = *Day::of(to->year() + 1, 12, 31);
    const auto others = events_of(wish.others, before, after),
               holidays = events_of(wish.holidays, before, after);
    for (const Refusal* refusal : {charter ? nullptr : &charter.error(), others ? nullptr : &others.error(),
                                   holidays ? nullptr : &holidays.error()})
        if (refusal != nullptr) print_charter_problems(*refusal);
    if (!charter || !others || !holidays) return 2;

    charter::CalendarWish period{*from, *to, *others, *holidays, states_in_turn(), wish.first_chair_group};
    if (!wish.state.empty() && std::ranges::find(period.states, wish.state) == period.states.end()) {
        std::cerr << wish.state << " is no ISO 3166 code of a Member State\n";
        return 2;
    }
    charter::Calendar calendar = calendar_of(*charter, period);
    if (!wish.state.empty())
        std::erase_if(calendar.events, [&](const auto& event) { return !concerns(event, wish.state); });
    print(*charter, calendar, period, wish);
    if (wish.format != "json")
        for (const charter::Unplaced& unplaced : calendar.unplaced) print_unplaced(unplaced);
    return calendar.unplaced.empty() ? 0 : 1;
}

} // namespace poa::app
