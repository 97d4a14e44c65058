// SPDX-License-Identifier: Apache-2.0
// Whether a year has room for what it holds. The calendar itself is asked, and only where the meetings and
// the free weeks between them fill so much of a year that it might not: the check stays quick.
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/contradictions_gathering.hpp"

#include <set>

namespace poa::charter {
namespace {

constexpr std::int64_t days_of_year = 365, years_looked_at = 6;

/// Calendar days that the meetings of a year with a plenary take, each with the free weeks after it.
std::int64_t days_asked_for(const Gathering& in) {
    const std::int64_t between = in[clause::other_meetings::weeks_between_min] * 7;
    std::int64_t asked = 0;
    const auto add = [&](std::int64_t meetings, std::int64_t days) {
        asked += meetings * (days + (days - 1) / 5 * 2 + between);
    };
    const std::int64_t sessions = std::max<std::int64_t>(1, 12 / in[clause::plenary::every_months]);
    add(sessions, in[clause::plenary::days]);
    if (in.lists(clause::other_meetings::prepared, "plenary"))
        add(sessions, in[clause::other_meetings::preparatory_days]);
    const std::int64_t least = in[clause::groups::meetings_per_year_min];
    std::int64_t rounds = 0, days = 0;
    for (const GroupPlan& group : in[clause::groups::list]) {
        rounds = std::max(rounds, std::max(group.meetings_per_year, least));
        days = in[clause::groups::parallel] ? std::max(days, group.days) : days + group.days;
    }
    if (rounds > 0) add(rounds, days);
    add(in[clause::other_meetings::thematic_per_year], in[clause::other_meetings::thematic_days]);
    add(in[clause::other_meetings::intersessional_per_year], in[clause::other_meetings::intersessional_days]);
    add(in[clause::other_meetings::stakeholder_consultations_per_year], 1);
    if (const auto* months = in.find(clause::other_meetings::roundtable_every_months))
        add(std::max<std::int64_t>(1, 12 / *months), 1);
    return asked;
}

bool is_for_want_of_room(const Unplaced& one) {
    return one.reason == "calendar.weeks_between" || one.reason == "calendar.year_too_short";
}

} // namespace

void gather_on_room(Gathering& in) {
    if (days_asked_for(in) * 2 <= days_of_year) return;
    const int first = in[clause::founding::first_plenary].year();
    CalendarWish wish;
    wish.from = in[clause::founding::first_plenary];
    wish.to = *Day::of(first + static_cast<int>(years_looked_at) - 1, 12, 31);
    const Calendar calendar = calendar_of(in.charter(), wish);
    std::int64_t without = 0;
    std::set<std::size_t> clauses{clause::other_meetings::weeks_between_min.index};
    const Unplaced* earliest = nullptr;
    for (const Unplaced& one : calendar.unplaced) {
        if (!is_for_want_of_room(one)) continue;
        ++without;
        clauses.insert(one.clauses.front());
        if (earliest == nullptr || one.from < earliest->from) earliest = &one;
    }
    if (earliest == nullptr) return;
    in.add_between("contradiction.meetings_without_place",
                   {{"weeks_between", std::to_string(in[clause::other_meetings::weeks_between_min])},
                    {"years", std::to_string(years_looked_at)},
                    {"meetings", std::to_string(without)},
                    {"year", std::to_string(earliest->to.year())}},
                   {clauses.begin(), clauses.end()});
}

} // namespace poa::charter
