// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a charter makes of a period of years: its meetings placed on days, the deadlines before them, reports
// that fall due, communication checks, terms of Chairs. Pure: the same charter, period and other processes
// give the same days.

#include "capabilities/charter/modalities.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

enum class EventKind : std::uint8_t {
    // Meetings: a delegation sends somebody.
    founding_conference,
    organizational_session,
    plenary,
    review_conference,
    group_meeting,
    intersessional_meeting,
    thematic_meeting,
    preparatory_consultation,
    stakeholder_consultation,
    roundtable,
    // Dates.
    notice_due,           ///< the notice of a meeting is sent
    documents_due,        ///< the last document for a meeting is out in all official languages
    accreditation_opens,  ///< applications for a meeting are circulated
    accreditation_closes, ///< the last day for an objection
    report_due,           ///< of one State
    communication_check,
    progress_review,
    programme_of_work_begins,
    chair_begins,
    chair_ends,
    group_ends, ///< unless it is extended
};
[[nodiscard]] std::string_view name_of(EventKind kind);  ///< "review_conference": for programs
[[nodiscard]] std::string_view title_of(EventKind kind); ///< source string: for people
[[nodiscard]] std::optional<EventKind> parse_event_kind(std::string_view name);
[[nodiscard]] constexpr bool is_meeting(EventKind kind) {
    return kind <= EventKind::roundtable;
}

struct CalendarEvent {
    EventKind kind = EventKind::plenary;
    Day first, last;               ///< both included; the same day of a date
    std::int64_t meeting_days = 0; ///< of a meeting: without the days on which nobody meets
    std::string key;           ///< "group-capacity-2026-1": stays when days move; the identity in iCalendar
    std::string of;            ///< id of a group; ISO3 of a State whose report is due; key of the meeting a
                               ///< deadline belongs to; regional group of a Chair, where it is known;
                               ///< else empty
    std::string place, mode;   ///< of a meeting, as the charter has them
    std::size_t clause = 0;    ///< the clause it follows from
    bool conditional = false;  ///< takes place only if States still say so: the charter leaves it open
    std::optional<Day> latest; ///< of the end of a Chair's term that may be extended: the last day possible
    bool operator==(const CalendarEvent&) const = default;
};

/// Days on which the mechanism cannot or should not meet.
struct OtherEvent {
    Day first, last;
    std::string title;
};

/// A meeting that has no place, and why.
struct Unplaced {
    EventKind kind = EventKind::plenary;
    std::string key;
    Day from, to;                                           ///< the days among which a place was sought
    std::string reason;                                     ///< one of unplaced_reasons()
    std::vector<std::pair<std::string, std::string>> facts; ///< for the sentence, e.g. what stood in the way
    std::vector<std::size_t> clauses;                       ///< those that together leave no place
};

/// Code and sentence (source string, {names} from the facts) of each reason that leaves a meeting without a
/// place.
struct UnplacedReason {
    std::string_view code; ///< "calendar.other_processes"
    std::string_view sentence;
};
[[nodiscard]] std::span<const UnplacedReason> unplaced_reasons();

/// From 18 December of the year to 6 January of the next no meeting is placed, and none lasts across these
/// days: no clause speaks of them, and the United Nations hold no meetings then by habit. It is our reading,
/// nobody's proposal. A charter whose first plenary has its day among them (founding.first_plenary) says
/// otherwise for that year.
[[nodiscard]] OtherEvent year_end_recess(int year);

struct CalendarWish {
    Day from, to;                     ///< both included; at most 60 years
    std::vector<OtherEvent> others;   ///< other mandated processes; kept clear of where the charter says so
    std::vector<OtherEvent> holidays; ///< days of the place on which nobody meets
    /// For reports in turns: States in the order of their turns (ISO3), the same whatever the period.
    std::vector<std::string> states;
    /// Key of the regional group of the first Chair, where the office rotates. Empty or unknown: Chairs have
    /// no group, for no clause says in which order the groups follow.
    std::string first_chair_group;
};
/// Keys of the five regional groups (names of the members' register) in the order in which the office is
/// taken to rotate once the first Chair's is given.
[[nodiscard]] std::span<const std::string_view> chair_rotation();

struct Calendar {
    std::vector<CalendarEvent> events; ///< by first day, then kind, then key
    std::vector<Unplaced> unplaced;
};

/// What takes place, or would have, in the period. A year's meetings are placed for themselves: what happens
/// in one year moves nothing in another, and the same meeting has the same day whatever the period. Nothing
/// takes place before the first act the charter allows (founding.no_act_before) but a founding conference,
/// and nothing after mechanism.ends_on. Where the charter has no clause, this is chosen: a founding
/// conference takes as many days as a plenary; roundtables and consultations with stakeholders take one;
/// where a span of years is given, its least that fits the plenaries. Needs: from is not after to, and at
/// most 60 years between them.
[[nodiscard]] Calendar calendar_of(const Charter& charter, const CalendarWish& wish);

/// Meetings that the States of a one-person mission cannot all attend: pairs that share a day.
struct Clash {
    std::string first, second; ///< keys
    Day from, to;
};
[[nodiscard]] std::vector<Clash> clashes_in(std::span<const CalendarEvent> events);
/// Meetings that share a day with another process: `second` is its title.
[[nodiscard]] std::vector<Clash> clashes_with(std::span<const CalendarEvent> events,
                                              std::span<const OtherEvent> others);

} // namespace poa::charter
