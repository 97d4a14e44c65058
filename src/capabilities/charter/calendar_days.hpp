// SPDX-License-Identifier: Apache-2.0
#pragma once
// Weeks, months and the days on which one can meet.

#include "capabilities/charter/calendar.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace poa::charter {

[[nodiscard]] inline Day plus_days(Day day, std::int64_t days) {
    return Day{static_cast<std::int32_t>(day.days + days)};
}
[[nodiscard]] inline Day plus_weeks(Day day, std::int64_t weeks) {
    return plus_days(day, weeks * 7);
}
/// The same day of a later (or earlier) month, or its last where it has fewer days.
[[nodiscard]] Day plus_months(Day day, std::int64_t months);
[[nodiscard]] int weekday(Day day); ///< 0: Monday
[[nodiscard]] Day monday_of(Day day);
[[nodiscard]] Day first_day_of(int year);
[[nodiscard]] Day last_day_of(int year);

/// A week of a year as ISO 8601 counts them: the first is the one with the first Thursday.
struct YearWeek {
    int year = 0;
    int week = 1; ///< 1 to 53
};
[[nodiscard]] YearWeek week_of(Day day);
/// Its Monday; week 53 of a year that has none is week 52.
[[nodiscard]] Day monday_of(YearWeek week);

/// First and last day of a meeting.
struct Extent {
    Day first, last;
};

/// The days of a period: which can be met on, and which other processes have taken.
class MeetingDays {
  public:
    /// `others`: those that are kept clear of. `recess`: no meeting has one of its days.
    MeetingDays(Day first, Day last, std::span<const OtherEvent> holidays, std::span<const OtherEvent> others,
                std::span<const OtherEvent> recess = {});

    [[nodiscard]] Day first() const { return first_; }
    [[nodiscard]] Day last() const { return plus_days(first_, count() - 1); }
    /// Monday to Friday and no holiday. Without `holidays`: Monday to Friday. Outside the period: false.
    [[nodiscard]] bool works(Day day, bool holidays = true) const;
    /// The day itself, or the next one that works; the last day of the period where there is none.
    [[nodiscard]] Day working_from(Day day) const;
    /// Days that a meeting takes which begins on `first`; nothing where that is no working day, the period
    /// is over or a recess lies between.
    [[nodiscard]] std::optional<Extent> extent(Day first, std::int64_t days, bool holidays = true) const;
    [[nodiscard]] bool taken(Extent extent) const; ///< other processes have one of its days

  private:
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(taken_before_.size()) - 1; }
    /// Place of each working day in the row of working days, and that row.
    struct Row {
        std::vector<std::int32_t> place; ///< by day; -1: not a working day
        std::vector<std::int32_t> days;  ///< since first_
    };
    [[nodiscard]] Row row_of(const std::vector<bool>& closed) const;
    /// Marked days before each day, so that differences count those of an extent.
    using Counts = std::vector<std::int32_t>;
    [[nodiscard]] bool has_one(const Counts& before, Extent extent) const;
    Day first_;
    Counts taken_before_, recess_before_;
    Row working_, weekdays_;
};

} // namespace poa::charter
