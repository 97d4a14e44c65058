// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar.hpp"

#include "capabilities/charter/calendar_deadlines.hpp"
#include "capabilities/charter/calendar_rhythm.hpp"
#include "capabilities/charter/reporting_turns.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace poa::charter {
namespace {

CalendarEvent event_of(const Charter& charter, const Placed& placed) {
    CalendarEvent made;
    made.kind = placed.wanted.kind;
    made.first = placed.extent.first;
    made.last = placed.extent.last;
    made.meeting_days = placed.wanted.days;
    made.key = placed.wanted.key;
    made.of = placed.wanted.of;
    made.clause = placed.wanted.clause;
    made.conditional = placed.wanted.conditional;
    const bool is_session = made.kind <= EventKind::review_conference;
    made.mode = charter[is_session ? clause::plenary::mode : clause::other_meetings::mode];
    made.place = charter[made.kind == EventKind::review_conference ? clause::review::place
                         : is_session                              ? clause::plenary::place
                                                                   : clause::other_meetings::place];
    return made;
}

/// Every year's, but for one on which the charter itself sets its first plenary.
std::vector<OtherEvent> recesses(const Charter& charter, int first_year, int last_year) {
    const Day first_plenary = charter[clause::founding::first_plenary];
    const Day last_of_first = plus_weeks(first_plenary, (charter[clause::plenary::days] + 4) / 5);
    std::vector<OtherEvent> made;
    for (int year = first_year; year <= last_year; ++year) {
        const OtherEvent recess = year_end_recess(year);
        if (recess.last < first_plenary || recess.first > last_of_first) made.push_back(recess);
    }
    return made;
}

class CalendarMaking {
  public:
    CalendarMaking(const Charter& charter, const CalendarWish& wish)
        : charter_(charter), wish_(wish), rhythm_(charter),
          kept_clear_(charter[clause::other_meetings::avoids_mandated_processes]
                          ? std::span<const OtherEvent>(wish.others)
                          : std::span<const OtherEvent>()),
          days_(first_day_of(std::max(3, std::min(rhythm_.earliest(), wish.from).year()) - 2),
                last_day_of(wish.to.year() + 2), wish.holidays, kept_clear_,
                recesses(charter, std::max(2, std::min(rhythm_.earliest(), wish.from).year() - 3),
                         wish.to.year() + 2)),
          placing_(days_, PlacingRules(charter)) {}

    [[nodiscard]] Calendar make() {
        place_sessions();
        place_years();
        for (const Placed& one : sessions_) calendar_.events.push_back(event_of(charter_, one));
        const Day until = std::min(days_.last(), rhythm_.horizon());
        add_deadlines(charter_, sessions_, calendar_);
        add_checks(charter_, rhythm_, days_, until, calendar_);
        add_progress(charter_, rhythm_, sessions_, until, calendar_);
        add_programmes(charter_, rhythm_, sessions_, until, calendar_);
        add_chairs(charter_, sessions_, wish_.first_chair_group, until, calendar_);
        add_group_ends(charter_, rhythm_, calendar_);
        add_reports();
        keep_period();
        return std::move(calendar_);
    }

  private:
    void place_sessions() {
        for (const Wanted& wanted : rhythm_.sessions(wish_.to.year() + 1, calendar_.unplaced)) {
            if (wanted.preferred > days_.last()) continue;
            const std::size_t behind = sessions_.size() > 3 ? sessions_.size() - 3 : 0;
            const std::span<const Placed> around = std::span(sessions_).subspan(behind);
            if (auto extent = extent_of(wanted, around))
                sessions_.push_back({wanted, *extent});
            else
                calendar_.unplaced.push_back(placing_.why_not(wanted, around, kept_clear_));
        }
    }

    /// The first plenary begins on the day that the charter says.
    [[nodiscard]] std::optional<Extent> extent_of(const Wanted& wanted,
                                                  std::span<const Placed> around) const {
        if (wanted.clause == clause::founding::first_plenary.index)
            return days_.extent(days_.working_from(wanted.preferred), wanted.days);
        return placing_.nearest(wanted, around);
    }

    void place_years() {
        const int first = std::max(wish_.from.year(), rhythm_.first_plenary().year()) - 1;
        const int last = std::min(wish_.to, rhythm_.horizon()).year() + 1;
        for (int year = first; year <= last; ++year) {
            std::vector<Placed> standing;
            for (const Placed& one : sessions_)
                if (std::abs(one.extent.first.year() - year) <= 1) standing.push_back(one);
            YearPlaced made = place_year(placing_, rhythm_.of_year(year, sessions_, calendar_.unplaced),
                                         standing, kept_clear_);
            for (const Placed& one : made.placed) calendar_.events.push_back(event_of(charter_, one));
            std::ranges::move(made.unplaced, std::back_inserter(calendar_.unplaced));
        }
    }

    /// Reports are due with the documents of the year's first session, or in its week where there is none.
    [[nodiscard]] Day report_day(int year) const {
        const YearWeek week = week_of(rhythm_.first_plenary());
        Day day = monday_of({year, std::min(week.week, 52)});
        for (const Placed& one : sessions_)
            if (one.wanted.kind == EventKind::plenary || one.wanted.kind == EventKind::review_conference)
                if (week_of(one.extent.first).year == year) {
                    day = one.extent.first;
                    break;
                }
        return std::max(plus_weeks(day, -charter_[clause::languages::documents_weeks]), first_day_of(year));
    }

    void add_reports() {
        if (charter_[clause::reporting::instruments].empty()) return;
        const ReportingTurns turns = reporting_turns(charter_);
        for (int year = wish_.from.year(); year <= wish_.to.year(); ++year) {
            const auto turn = turns.turn_of(year, rhythm_.first_plenary().year());
            if (!turn) continue;
            const Day day = report_day(year);
            if (day < wish_.from || day > wish_.to) continue;
            for (std::size_t state = 0; state < wish_.states.size(); ++state)
                if (turns.is_due(state, *turn)) add_report(wish_.states[state], year, day);
        }
    }
    void add_report(const std::string& state, int year, Day day) {
        CalendarEvent made;
        made.kind = EventKind::report_due;
        made.first = made.last = day;
        made.key = fmt::format("report-{}-{}", state, year);
        made.of = state;
        made.clause = clause::reporting::every_years.index;
        calendar_.events.push_back(std::move(made));
    }

    /// What is in the period, in order; and nothing that is not a founding conference before the guard.
    void keep_period() {
        std::erase_if(calendar_.events, [&](const CalendarEvent& event) {
            const bool founds = event.kind == EventKind::founding_conference;
            return event.last < wish_.from || event.first > wish_.to || event.first > rhythm_.horizon() ||
                   (!founds && event.first < rhythm_.guard());
        });
        std::erase_if(calendar_.unplaced,
                      [&](const Unplaced& one) { return one.to < wish_.from || one.from > wish_.to; });
        std::ranges::sort(calendar_.events, {}, [](const CalendarEvent& event) {
            return std::tuple<Day, EventKind, const std::string&>(event.first, event.kind, event.key);
        });
        std::ranges::sort(calendar_.unplaced, {}, [](const Unplaced& one) {
            return std::tuple<Day, EventKind, const std::string&>(one.from, one.kind, one.key);
        });
    }

    const Charter& charter_;
    const CalendarWish& wish_;
    Rhythm rhythm_;
    std::span<const OtherEvent> kept_clear_;
    MeetingDays days_;
    Placing placing_;
    std::vector<Placed> sessions_; ///< placed, in the order of their preferred days
    Calendar calendar_;
};

} // namespace

Calendar calendar_of(const Charter& charter, const CalendarWish& wish) {
    require(wish.from <= wish.to && wish.to.year() - wish.from.year() <= 60, "a period of at most 60 years");
    return CalendarMaking(charter, wish).make();
}

OtherEvent year_end_recess(int year) {
    return {plus_days(last_day_of(year), -13), plus_days(last_day_of(year), 6), {}};
}

std::vector<Clash> clashes_in(std::span<const CalendarEvent> events) {
    std::vector<const CalendarEvent*> meetings;
    for (const CalendarEvent& event : events)
        if (is_meeting(event.kind)) meetings.push_back(&event);
    std::ranges::stable_sort(meetings, {}, [](const CalendarEvent* event) { return event->first; });
    std::vector<Clash> made;
    for (std::size_t one = 0; one < meetings.size(); ++one)
        for (std::size_t other = one + 1;
             other < meetings.size() && meetings[other]->first <= meetings[one]->last; ++other)
            made.push_back({meetings[one]->key, meetings[other]->key, meetings[other]->first,
                            std::min(meetings[one]->last, meetings[other]->last)});
    return made;
}

std::vector<Clash> clashes_with(std::span<const CalendarEvent> events, std::span<const OtherEvent> others) {
    std::vector<Clash> made;
    for (const CalendarEvent& event : events) {
        if (!is_meeting(event.kind)) continue;
        for (const OtherEvent& other : others)
            if (other.first <= event.last && other.last >= event.first)
                made.push_back({event.key, other.title, std::max(event.first, other.first),
                                std::min(event.last, other.last)});
    }
    return made;
}

} // namespace poa::charter
