// SPDX-License-Identifier: Apache-2.0
// What a year holds besides its plenaries and review conferences.
#include "capabilities/charter/calendar_rhythm.hpp"

#include <algorithm>
#include <map>

namespace poa::charter {
namespace {

// Where the charter names no season, meetings are spread over the year, counted in weeks from the week of the
// plenary. Groups meet where the agreed mechanism has them: 20 July to 7 December 2026.
constexpr std::int64_t groups_after = 20, thematic_after = 28, intersessional_after = 33,
                       roundtable_after = 41, stakeholders_after = 45;
constexpr std::int64_t preparatory_before = 6, preparatory_within = 13;
constexpr std::int64_t weeks_of_year = 52;

struct GroupMeeting {
    const GroupPlan* group;
    std::size_t group_number; ///< in the charter's list
    std::int64_t number;      ///< of the group's meetings in the year, from 1
    int round;
};

} // namespace

Rhythm::Bounds Rhythm::bounds_of(int year) const {
    const std::int64_t between = charter_[clause::other_meetings::weeks_between_min];
    // Half of the free weeks on either side of New Year, so that a year is placed without looking at the next
    // one.
    return {std::max(guard_, plus_weeks(first_day_of(year), (between + 1) / 2)),
            std::min(horizon_, plus_weeks(last_day_of(year), -(between / 2)))};
}

Day Rhythm::week_in(int year, std::int64_t weeks_after_plenary) const {
    const std::int64_t week = (std::min(week_.week, 52) - 1 + weeks_after_plenary) % weeks_of_year;
    return monday_of({year, static_cast<int>(week) + 1});
}

std::optional<Wanted> Rhythm::meeting(EventKind kind, std::string key, Day preferred, std::int64_t days,
                                      std::size_t clause, Bounds bounds) const {
    const Day open = plus_days(std::max(first_plenary_, guard_), 1);
    if (preferred < open || preferred > horizon_) return std::nullopt;
    return Wanted{kind,
                  std::move(key),
                  {},
                  clause,
                  days,
                  preferred,
                  std::max(bounds.not_before, open),
                  bounds.not_after,
                  0,
                  false};
}

void Rhythm::add_preparatory(int year, std::span<const Placed> sessions, std::vector<Wanted>& wanted) const {
    const auto& prepared = charter_[clause::other_meetings::prepared];
    const auto is_prepared = [&](EventKind kind) {
        const auto name = kind == EventKind::plenary             ? "plenary"
                          : kind == EventKind::review_conference ? "review"
                                                                 : "";
        return std::ranges::find(prepared, name) != prepared.end();
    };
    const std::int64_t between = charter_[clause::other_meetings::weeks_between_min];
    for (const Placed& session : sessions) {
        const Day first = session.extent.first;
        const Day preferred = plus_weeks(monday_of(first), -std::max(preparatory_before, between + 1));
        if (!is_prepared(session.wanted.kind) || preferred.year() != year) continue;
        const Bounds bounds = bounds_of(year);
        wanted.push_back({EventKind::preparatory_consultation, "preparatory-" + session.wanted.key,
                          session.wanted.key, clause::other_meetings::prepared.index,
                          charter_[clause::other_meetings::preparatory_days], preferred,
                          std::max(bounds.not_before, plus_weeks(first, -between - preparatory_within)),
                          std::min(bounds.not_after, plus_days(first, -1)), 0, session.wanted.conditional});
    }
}

void Rhythm::add_groups(int year, std::vector<Wanted>& wanted, std::vector<Unplaced>& unplaced) const {
    const std::vector<GroupPlan>& groups = charter_[clause::groups::list];
    const std::int64_t least = charter_[clause::groups::meetings_per_year_min];
    const auto meetings = [&](const GroupPlan& group) { return std::max(group.meetings_per_year, least); };
    std::int64_t rounds = 0;
    for (const GroupPlan& group : groups) rounds = std::max(rounds, meetings(group));
    std::vector<Day> weeks;
    for (std::int64_t round = 0; round < rounds; ++round)
        weeks.push_back(week_in(year, groups_after + round * weeks_of_year / rounds));
    std::ranges::sort(weeks);

    const Bounds bounds = bounds_of(year);
    const auto end = groups_end();
    std::vector<Wanted> made;
    std::int64_t days = 0;
    for (std::int64_t number = 1; number <= rounds; ++number)
        for (std::size_t at = 0; at < groups.size(); ++at) {
            const GroupPlan& group = groups[at];
            if (number > meetings(group)) continue;
            const std::int64_t round = (2 * number - 1) * rounds / (2 * meetings(group));
            auto one = meeting(
                EventKind::group_meeting, fmt::format("group-{}-{}-{}", group.id, year, number),
                weeks[static_cast<std::size_t>(round)], group.days, clause::groups::list.index, bounds);
            if (!one || (end && one->preferred >= *end)) continue;
            if (end) one->not_after = std::min(one->not_after, plus_days(*end, -1));
            one->of = group.id;
            one->round = static_cast<int>(round) + 1;
            if (const auto* most = charter_.find(clause::groups::at_once_max);
                most != nullptr && static_cast<std::int64_t>(at) >= *most) {
                unplaced.push_back({one->kind,
                                    one->key,
                                    one->not_before,
                                    one->not_after,
                                    "calendar.at_once",
                                    {{"most", std::to_string(*most)}},
                                    {clause::groups::list.index, clause::groups::at_once_max.index}});
                continue;
            }
            days += group.days;
            if (const auto* most = charter_.find(clause::groups::days_per_year_max);
                most != nullptr && days > *most) {
                unplaced.push_back({one->kind,
                                    one->key,
                                    one->not_before,
                                    one->not_after,
                                    "calendar.days_per_year",
                                    {{"days", std::to_string(days)},
                                     {"most", std::to_string(*most)},
                                     {"year", std::to_string(year)}},
                                    {clause::groups::list.index, clause::groups::meetings_per_year_min.index,
                                     clause::groups::days_per_year_max.index}});
                days -= group.days;
                continue;
            }
            made.push_back(std::move(*one));
        }
    std::ranges::stable_sort(made, {}, &Wanted::round);
    std::ranges::move(made, std::back_inserter(wanted));
}

void Rhythm::add_spread(int year, EventKind kind, std::string_view name, std::int64_t count,
                        std::int64_t weeks, std::int64_t days, std::size_t clause,
                        std::vector<Wanted>& wanted) const {
    std::vector<Day> preferred;
    for (std::int64_t number = 0; number < count; ++number)
        preferred.push_back(week_in(year, weeks + number * weeks_of_year / count));
    std::ranges::sort(preferred);
    for (std::size_t number = 0; number < preferred.size(); ++number)
        if (auto made = meeting(kind, fmt::format("{}-{}-{}", name, year, number + 1), preferred[number],
                                days, clause, bounds_of(year)))
            wanted.push_back(std::move(*made));
}

void Rhythm::add_roundtables(int year, std::vector<Wanted>& wanted) const {
    const auto* months = charter_.find(clause::other_meetings::roundtable_every_months);
    if (months == nullptr) return;
    const Day first = plus_weeks(monday_of(first_plenary_), roundtable_after);
    const std::int64_t begin = (std::int64_t{year} - first.year()) * 12;
    for (std::int64_t number = std::max<std::int64_t>(0, (begin - 12) / *months);; ++number) {
        const Day day = monday_of(plus_months(first, number * *months));
        if (day.year() > year) return;
        if (day.year() < year) continue;
        if (auto made = meeting(EventKind::roundtable, fmt::format("roundtable-{}", number + 1), day, 1,
                                clause::other_meetings::roundtable_every_months.index, bounds_of(year)))
            wanted.push_back(std::move(*made));
    }
}

std::vector<Wanted> Rhythm::of_year(int year, std::span<const Placed> sessions,
                                    std::vector<Unplaced>& unplaced) const {
    std::vector<Wanted> wanted;
    add_preparatory(year, sessions, wanted);
    add_groups(year, wanted, unplaced);
    add_spread(year, EventKind::thematic_meeting, "thematic",
               charter_[clause::other_meetings::thematic_per_year], thematic_after,
               charter_[clause::other_meetings::thematic_days],
               clause::other_meetings::thematic_per_year.index, wanted);
    add_spread(year, EventKind::intersessional_meeting, "intersessional",
               charter_[clause::other_meetings::intersessional_per_year], intersessional_after,
               charter_[clause::other_meetings::intersessional_days],
               clause::other_meetings::intersessional_per_year.index, wanted);
    add_roundtables(year, wanted);
    add_spread(year, EventKind::stakeholder_consultation, "stakeholders",
               charter_[clause::other_meetings::stakeholder_consultations_per_year], stakeholders_after, 1,
               clause::other_meetings::stakeholder_consultations_per_year.index, wanted);
    return wanted;
}

} // namespace poa::charter
