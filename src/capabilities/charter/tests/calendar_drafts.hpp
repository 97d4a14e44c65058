// SPDX-License-Identifier: Apache-2.0
#pragma once
// Charters and calendars that the tests of the calendar are made of.

#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/presets.hpp"

#include <string>
#include <vector>

namespace poa::charter::drafts {

inline Day day(std::string_view iso) {
    auto parsed = Day::parse(iso);
    require(parsed.has_value(), "a day that exists");
    return *parsed;
}

/// The agreed charter, changed clause by clause: `Draft().with(clause::plenary::every_months, 24)`.
class Draft {
  public:
    Draft() : charter_(Presets::shipped().agreed()) {}
    template <class Type> Draft& with(Clause<Type> name, typename Type::Value value) {
        charter_ = charter_.with(name.index, std::move(value), "test");
        return *this;
    }
    template <class Type> Draft& without(Clause<Type> name) {
        charter_ = charter_.with(name.index, None{}, "test");
        return *this;
    }
    [[nodiscard]] const Charter& charter() const { return charter_; }

    [[nodiscard]] Calendar from_to(int from, int to, CalendarWish wish = {}) const {
        wish.from = *Day::of(from, 1, 1);
        wish.to = *Day::of(to, 12, 31);
        return calendar_of(charter_, wish);
    }

  private:
    Charter charter_;
};

inline std::vector<CalendarEvent> of_kind(const Calendar& calendar, EventKind kind) {
    std::vector<CalendarEvent> made;
    for (const CalendarEvent& event : calendar.events)
        if (event.kind == kind) made.push_back(event);
    return made;
}

/// "2026-07-20 to 2026-07-24", or one day.
inline std::string days(const CalendarEvent& event) {
    return event.first == event.last ? event.first.iso() : event.first.iso() + " to " + event.last.iso();
}
inline std::vector<std::string> days(const Calendar& calendar, EventKind kind) {
    std::vector<std::string> made;
    for (const CalendarEvent& event : of_kind(calendar, kind)) made.push_back(days(event));
    return made;
}
inline std::vector<int> years(const Calendar& calendar, EventKind kind) {
    std::vector<int> made;
    for (const CalendarEvent& event : of_kind(calendar, kind)) made.push_back(event.first.year());
    return made;
}
inline const CalendarEvent* find(const Calendar& calendar, std::string_view key) {
    for (const CalendarEvent& event : calendar.events)
        if (event.key == key) return &event;
    return nullptr;
}

} // namespace poa::charter::drafts
