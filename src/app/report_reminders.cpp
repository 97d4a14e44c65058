// SPDX-License-Identifier: Apache-2.0
#include "app/report_reminders.hpp"

#include "capabilities/identity/queries_recipients.hpp"
#include "capabilities/national_reports/cycle.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/queries_progress.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/notices/notices.hpp"
#include "capabilities/notices/reminder.hpp"
#include "capabilities/notices/store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace poa::app {
namespace {

/// Also one that was withdrawn again: the State has decided, and is not asked twice.
bool was_released(storage::Session& session, const std::string& state, std::int64_t year) {
    const auto reports = national_reports::store::reports_of(session, state);
    return std::ranges::any_of(reports, [&](const national_reports::KeptReport& report) {
        return report.year == year && report.release > 0;
    });
}

void add_year(storage::Session& session, const national_reports::ReportingYear& year, Day today,
              std::vector<ReportReminder>& found) {
    static const auto roles = identity::roles_that_may(
        national_reports::permissions(), "national_reports.save_answers", identity::Body::Kind::state);
    for (const national_reports::StateTurn& turn : year.states) {
        const auto days = turn.due ? notices::reminder_on(*turn.due, today) : std::nullopt;
        if (!days) continue;
        ReportReminder reminder{turn.state, year.year, *turn.due, *days, {}};
        if (notices::store::is_done(session, reminder.natural_key())) continue;
        if (was_released(session, turn.state, year.year)) continue;
        reminder.people = identity::holders(session, identity::Body::state(turn.state), roles, today);
        if (!reminder.people.empty()) found.push_back(std::move(reminder));
    }
}

} // namespace

std::string ReportReminder::natural_key() const {
    return fmt::format("turn:{}:{}:{}", state, due.iso(), days_before);
}

std::vector<ReportReminder> report_reminders(storage::Session& session, const charter::Charter& charter,
                                             const members::Register& states, Day today) {
    const auto in_turn = national_reports::states_in_turn(states, today);
    const Day furthest{today.days + notices::reminder_days.front()};
    std::vector<ReportReminder> found;
    for (const int year : std::set<int>{today.year(), furthest.year()})
        add_year(session, national_reports::reporting_year(charter, year, in_turn, {}), today, found);
    return found;
}

std::int64_t remind_of_reports(ledger::Work& work, const std::vector<ReportReminder>& reminders) {
    std::map<std::pair<std::int64_t, int>, std::int64_t> states;
    std::int64_t told = 0;
    for (const ReportReminder& reminder : reminders) {
        // Another server may have been faster.
        if (!notices::is_first(work, reminder.natural_key())) continue;
        const Instant until{std::int64_t{reminder.due.days} * 86'400'000'000};
        for (const auto person : reminder.people)
            told += notices::queue(work, {person, notices::NoticeKind::report_turn, reminder.natural_key(),
                                          "/my-reports", reminder.year, until});
        ++states[{reminder.year, reminder.days_before}];
    }
    for (const auto& [of, count] : states) {
        ledger::Entry entry;
        entry.act = "notices.remind_of_reports";
        entry.on_behalf = "platform";
        entry.subject = "reports:" + std::to_string(of.first);
        entry.audience = Audience::everyone;
        entry.facts = {{"year", std::to_string(of.first)},
                       {"days_before", std::to_string(of.second)},
                       {"states", std::to_string(count)}};
        work.record(entry);
    }
    return told;
}

} // namespace poa::app
