// SPDX-License-Identifier: Apache-2.0
#pragma once
// A calendar as JSON: the stable face for programs.
//
//   {"charter": "agreed-2025", "from": "2026-01-01", "to": "2026-12-31",
//    "events": [{"kind": "plenary", "key": "plenary-2026-1", "first": "2026-07-20", "last": "2026-07-24",
//                "meeting_days": 5, "of": "", "place": "new_york", "mode": "in_person", "conditional": false,
//                "latest": null, "clause": "founding.first_plenary", "number": "2.9"}],
//    "unplaced": [{"kind": "...", "key": "...", "from": "...", "to": "...", "reason":
//    "calendar.weeks_between",
//                  "facts": {"weeks": "12"}, "clauses": ["groups.list"]}],
//    "clashes": [{"first": "...", "second": "...", "from": "...", "to": "..."}]}
//
// kind, reason: names of calendar.hpp; place, mode: as charters have them; of, latest: CalendarEvent;
// clashes: meetings that share days.

#include "capabilities/charter/calendar.hpp"

#include <string>

namespace poa::charter {

[[nodiscard]] std::string calendar_json(const Charter& charter, const Calendar& calendar, Day from, Day to);

} // namespace poa::charter
