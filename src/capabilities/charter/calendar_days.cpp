// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_days.hpp"

#include <algorithm>
#include <chrono>

namespace poa::charter {

Day plus_months(Day day, std::int64_t months) {
    const std::int64_t whole = std::int64_t{day.year()} * 12 + day.month() - 1 + months;
    const int year = static_cast<int>(whole / 12), month = static_cast<int>(whole % 12) + 1;
    for (int number = day.day(); number > 27; --number)
        if (auto made = Day::of(year, month, number)) return *made;
    const auto made = Day::of(year, month, std::min(day.day(), 28));
    require(made.has_value(), "a year between 1 and 9999");
    return *made;
}

int weekday(Day day) {
    const int since_monday = (day.days + 3) % 7; // 1970-01-01 was a Thursday
    return since_monday < 0 ? since_monday + 7 : since_monday;
}

Day monday_of(Day day) {
    return plus_days(day, -weekday(day));
}

Day first_day_of(int year) {
    const auto made = Day::of(year, 1, 1);
    require(made.has_value(), "a year between 1 and 9999");
    return *made;
}

Day last_day_of(int year) {
    return plus_days(first_day_of(year), std::chrono::year{year}.is_leap() ? 365 : 364);
}

YearWeek week_of(Day day) {
    const Day thursday = plus_days(monday_of(day), 3);
    const int year = thursday.year();
    return {year, (thursday.days - first_day_of(year).days) / 7 + 1};
}

Day monday_of(YearWeek week) {
    const Day first = monday_of(plus_days(first_day_of(week.year), 3)); // week 1 has 4 January in it
    const Day monday = plus_weeks(first, week.week - 1);
    return week_of(monday).year == week.year ? monday : plus_weeks(monday, -1);
}

MeetingDays::MeetingDays(Day first, Day last, std::span<const OtherEvent> holidays,
                         std::span<const OtherEvent> others, std::span<const OtherEvent> recess)
    : first_(first) {
    const auto size = static_cast<std::size_t>(last.days - first.days + 1);
    const auto marked = [&](std::span<const OtherEvent> events) {
        std::vector<bool> days(size, false);
        for (const OtherEvent& event : events)
            for (auto day = std::max(event.first, first); day <= std::min(event.last, last); ++day.days)
                days[static_cast<std::size_t>(day.days - first.days)] = true;
        return days;
    };
    const auto counted = [&](const std::vector<bool>& days) {
        Counts before(size + 1, 0);
        for (std::size_t day = 0; day < size; ++day) before[day + 1] = before[day] + days[day];
        return before;
    };
    working_ = row_of(marked(holidays));
    weekdays_ = row_of(std::vector<bool>(size, false));
    taken_before_ = counted(marked(others));
    recess_before_ = counted(marked(recess));
}

MeetingDays::Row MeetingDays::row_of(const std::vector<bool>& closed) const {
    Row row;
    row.place.assign(closed.size(), -1);
    for (std::size_t day = 0; day < closed.size(); ++day) {
        if (closed[day] || weekday(plus_days(first_, static_cast<std::int64_t>(day))) > 4) continue;
        row.place[day] = static_cast<std::int32_t>(row.days.size());
        row.days.push_back(static_cast<std::int32_t>(day));
    }
    return row;
}

bool MeetingDays::works(Day day, bool holidays) const {
    const std::int64_t at = day.days - first_.days;
    return at >= 0 && at < count() &&
           (holidays ? working_ : weekdays_).place[static_cast<std::size_t>(at)] >= 0;
}

Day MeetingDays::working_from(Day day) const {
    for (Day at = std::max(day, first_); at < last(); ++at.days)
        if (works(at)) return at;
    return last();
}

std::optional<Extent> MeetingDays::extent(Day first, std::int64_t days, bool holidays) const {
    if (!works(first, holidays)) return std::nullopt;
    const Row& row = holidays ? working_ : weekdays_;
    const auto end =
        static_cast<std::size_t>(row.place[static_cast<std::size_t>(first.days - first_.days)] + days - 1);
    if (end >= row.days.size()) return std::nullopt;
    const Extent made{first, plus_days(first_, row.days[end])};
    if (has_one(recess_before_, made)) return std::nullopt;
    return made;
}

bool MeetingDays::taken(Extent extent) const {
    return has_one(taken_before_, extent);
}

bool MeetingDays::has_one(const Counts& before, Extent extent) const {
    const auto at = [&](std::int64_t day) {
        return before[static_cast<std::size_t>(std::clamp<std::int64_t>(day, 0, count()))];
    };
    return at(extent.last.days - first_.days + 1) != at(extent.first.days - first_.days);
}

} // namespace poa::charter
