// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/cycle.hpp"

#include <algorithm>
#include <map>

namespace poa::national_reports {
namespace {

std::map<std::string, Day, std::less<>> due_days(const charter::Charter& charter, std::int64_t year,
                                                 std::span<const std::string> states) {
    const int of_year = static_cast<int>(year);
    charter::CalendarWish wish{*Day::of(of_year, 1, 1), *Day::of(of_year, 12, 31), {}, {}, {}, {}};
    wish.states.assign(states.begin(), states.end());
    std::map<std::string, Day, std::less<>> days;
    for (const charter::CalendarEvent& event : calendar_of(charter, wish).events)
        if (event.kind == charter::EventKind::report_due) days.emplace(event.of, event.last);
    return days;
}

std::int64_t window_of(const charter::Charter& charter) {
    const auto* most = charter.find(charter::clause::reporting::once_in_years_max);
    return most != nullptr ? *most : charter[charter::clause::reporting::every_years].most;
}

} // namespace

std::int64_t ReportingYear::due() const {
    return std::ranges::count_if(states, [](const StateTurn& turn) { return turn.due.has_value(); });
}
std::int64_t ReportingYear::due_and_received() const {
    return std::ranges::count_if(states, [](const StateTurn& turn) { return turn.due && turn.received; });
}
std::int64_t ReportingYear::received() const {
    return std::ranges::count_if(states, [](const StateTurn& turn) { return turn.received; });
}
std::int64_t ReportingYear::reported_in_window() const {
    return std::ranges::count_if(states, [](const StateTurn& turn) { return turn.received_in_window > 0; });
}

ReportingYear reporting_year(const charter::Charter& charter, std::int64_t year,
                             std::span<const std::string> states, std::span<const ReceivedReport> reports) {
    const auto due = due_days(charter, year, states);
    std::multimap<std::string_view, std::int64_t> years;
    for (const ReceivedReport& report : reports)
        if (report.year <= year) years.emplace(report.state, report.year);
    ReportingYear made{year, year - window_of(charter) + 1, {}};
    for (const std::string& state : states) {
        StateTurn turn{state, {}, false, {}, 0};
        if (const auto day = due.find(state); day != due.end()) turn.due = day->second;
        const auto [begin, end] = years.equal_range(state);
        for (auto at = begin; at != end; ++at) {
            turn.received = turn.received || at->second == year;
            turn.last = std::max(turn.last.value_or(at->second), at->second);
            if (at->second >= made.window_first) ++turn.received_in_window;
        }
        made.states.push_back(std::move(turn));
    }
    return made;
}

std::vector<std::string> to_remind(const ReportingYear& year) {
    std::vector<std::string> codes;
    for (const StateTurn& turn : year.states)
        if (turn.due && !turn.received) codes.push_back(turn.state);
    return codes;
}

} // namespace poa::national_reports
