// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calendars as iCalendar (RFC 5545), for the calendar programs people have; and other processes read from it.

#include "base/refusal.hpp"
#include "capabilities/charter/calendar.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace poa::charter {

/// What concerns the delegation of a State (ISO3): meetings, notices, documents, windows for objections,
/// communication checks, and its own reports.
[[nodiscard]] bool concerns(const CalendarEvent& event, std::string_view state);

struct IcalWish {
    std::string origin = "poa.example"; ///< a name of the platform's own: UIDs are "KEY.CHARTER@ORIGIN"
    Instant stamp;                      ///< when the calendar was made or last changed
    std::string state;                  ///< ISO3: only what concerns its delegation; empty: everything
    std::string url;                    ///< page of the calendar; empty: none
    std::string language = "en";        ///< of the texts, as `say` gives them
    /// Whether the charter is the one that holds for the mechanism. Of any other every event is TENTATIVE,
    /// and says first that nobody convened it.
    bool is_in_force = false;
    /// Source strings in that language; empty: as they are.
    std::function<std::string(std::string_view)> say;
};

/// All-day events with stable UIDs: an event that moved replaces itself in the reader's calendar. CONFIRMED
/// are those of the charter in force that are not conditional, all others TENTATIVE; each begins by saying
/// which charter it was computed from. Dates that are no meetings leave the day free.
[[nodiscard]] std::string write_ical(const Charter& charter, const Calendar& calendar, const IcalWish& wish);

inline constexpr std::size_t ical_bytes_max = 4 * 1024 * 1024;
inline constexpr std::size_t ical_events_max = 20'000; ///< after recurrence

/// The events of an iCalendar text that touch the period, by first day; recurring ones expanded, cancelled
/// ones left out. Timed events count as the days that their own zone has; years are 1900 to 2300. Refuses
/// (bad_input) with the facts `line` (from 1) and `problem`: "ical.malformed"; with `max`: "ical.too_long"
/// (bytes), "ical.too_many" (events); "ical.not_utf8". At most twenty reasons.
[[nodiscard]] Result<std::vector<OtherEvent>> read_ical(std::string_view text, Day from, Day to);

} // namespace poa::charter
