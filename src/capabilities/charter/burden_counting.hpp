// SPDX-License-Identifier: Apache-2.0
#pragma once
// What can be counted on events alone, before any assumption.

#include "capabilities/charter/calendar.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace poa::charter {

/// A day on which at least one meeting takes place.
struct BusyDay {
    Day day;
    std::int64_t meetings = 0; ///< of the mechanism
    std::int64_t others = 0;   ///< other processes
    bool operator==(const BusyDay&) const = default;
};
/// By day. A meeting takes its first `meeting_days` days that are not a Saturday or Sunday.
[[nodiscard]] std::vector<BusyDay> busy_days(std::span<const CalendarEvent> events,
                                             std::span<const OtherEvent> others = {});

/// Meetings that one can attend on one journey: at one place, with at most a weekend between.
struct Journey {
    Day first, last;
    std::string place;
    std::int64_t at_once = 1; ///< meetings on its busiest day
    bool hybrid_only = true;  ///< all of it can be followed from afar
    bool operator==(const Journey&) const = default;
};
/// By first day; virtual meetings need none.
[[nodiscard]] std::vector<Journey> journeys_to(std::span<const CalendarEvent> events);

/// A plenary, a review conference, the founding conference: those with the documents of a plenary.
[[nodiscard]] bool is_session(EventKind kind);
/// Sessions, the organizational session and groups: interpreted where there are several official languages.
[[nodiscard]] bool is_formal(EventKind kind);

[[nodiscard]] std::int64_t count_of(std::span<const CalendarEvent> events, EventKind kind);

} // namespace poa::charter
