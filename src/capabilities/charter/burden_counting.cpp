// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/burden_counting.hpp"

#include "capabilities/charter/calendar_days.hpp"

#include <algorithm>
#include <map>

namespace poa::charter {
namespace {

constexpr int saturday = 5;
constexpr std::int64_t days_of_weekend = 2;

template <class Act> void for_each_meeting_day(const CalendarEvent& event, Act act) {
    std::int64_t left = event.meeting_days;
    for (Day day = event.first; day <= event.last && left > 0; day = plus_days(day, 1))
        if (weekday(day) < saturday) {
            act(day);
            --left;
        }
}

std::int64_t busiest(std::span<const CalendarEvent* const> meetings) {
    std::map<Day, std::int64_t> by_day;
    std::int64_t most = 1;
    for (const CalendarEvent* meeting : meetings)
        for_each_meeting_day(*meeting, [&](Day day) { most = std::max(most, ++by_day[day]); });
    return most;
}

} // namespace

std::vector<BusyDay> busy_days(std::span<const CalendarEvent> events, std::span<const OtherEvent> others) {
    std::map<Day, BusyDay> by_day;
    for (const CalendarEvent& event : events)
        if (is_meeting(event.kind)) for_each_meeting_day(event, [&](Day day) { ++by_day[day].meetings; });
    std::vector<BusyDay> made;
    for (auto& [day, busy] : by_day) {
        busy.day = day;
        busy.others = std::ranges::count_if(
            others, [&](const OtherEvent& other) { return other.first <= day && day <= other.last; });
        made.push_back(busy);
    }
    return made;
}

std::vector<Journey> journeys_to(std::span<const CalendarEvent> events) {
    std::map<std::string, std::vector<const CalendarEvent*>> by_place;
    for (const CalendarEvent& event : events)
        if (is_meeting(event.kind) && event.mode != "virtual") by_place[event.place].push_back(&event);
    std::vector<Journey> made;
    for (auto& [place, meetings] : by_place) {
        std::ranges::stable_sort(meetings, {}, [](const CalendarEvent* one) { return one->first; });
        for (std::size_t from = 0; from < meetings.size();) {
            Journey journey{meetings[from]->first, meetings[from]->last, place, 1, true};
            std::size_t to = from;
            while (to < meetings.size() &&
                   meetings[to]->first <= plus_days(journey.last, days_of_weekend + 1)) {
                journey.last = std::max(journey.last, meetings[to]->last);
                journey.hybrid_only = journey.hybrid_only && meetings[to]->mode == "hybrid";
                ++to;
            }
            journey.at_once = busiest(std::span(meetings).subspan(from, to - from));
            made.push_back(std::move(journey));
            from = to;
        }
    }
    std::ranges::stable_sort(made, {}, &Journey::first);
    return made;
}

bool is_session(EventKind kind) {
    return kind == EventKind::plenary || kind == EventKind::review_conference ||
           kind == EventKind::founding_conference;
}

bool is_formal(EventKind kind) {
    return is_session(kind) || kind == EventKind::organizational_session || kind == EventKind::group_meeting;
}

std::int64_t count_of(std::span<const CalendarEvent> events, EventKind kind) {
    return std::ranges::count(events, kind, &CalendarEvent::kind);
}

} // namespace poa::charter
