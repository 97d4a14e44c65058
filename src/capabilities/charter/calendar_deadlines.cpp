// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_deadlines.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

constexpr std::int64_t near_weeks = 8;

CalendarEvent date(EventKind kind, Day day, std::string key, std::string of, std::size_t clause) {
    CalendarEvent made;
    made.kind = kind;
    made.first = made.last = day;
    made.key = std::move(key);
    made.of = std::move(of);
    made.clause = clause;
    return made;
}

/// A date that belongs to a session, and takes place only if that does.
CalendarEvent date_of(const Placed& session, EventKind kind, Day day, std::string_view name,
                      std::size_t clause) {
    CalendarEvent made = date(kind, day, std::string(name) + session.wanted.key, session.wanted.key, clause);
    made.conditional = session.wanted.conditional;
    return made;
}

bool is_session(const Placed& placed) {
    return placed.wanted.kind == EventKind::plenary || placed.wanted.kind == EventKind::review_conference;
}

/// The plenary or review conference nearest to that day, within some weeks; null where there is none.
const Placed* session_near(std::span<const Placed> sessions, Day day) {
    const Placed* best = nullptr;
    const auto away = [&](const Placed& one) { return std::abs(one.extent.first.days - day.days); };
    for (const Placed& one : sessions)
        if (is_session(one) && away(one) <= near_weeks * 7 && (best == nullptr || away(one) < away(*best)))
            best = &one;
    return best;
}

void add_window(const Charter& charter, const Placed& session, Day notice, Calendar& calendar) {
    if (charter[clause::accreditation::model] == "none") return;
    const std::int64_t window = charter[clause::accreditation::window_days];
    const Day closes = plus_days(notice, window);
    const std::string& key = session.wanted.key;
    const auto add = [&](EventKind kind, Day day, std::string_view name) {
        calendar.events.push_back(
            date_of(session, kind, day, name, clause::accreditation::window_days.index));
    };
    if (closes >= session.extent.first) {
        calendar.unplaced.push_back(
            {EventKind::accreditation_closes,
             "accreditation-closes-" + key,
             notice,
             session.extent.first,
             "calendar.accreditation_window",
             {{"window", std::to_string(window)},
              {"notice", std::to_string(charter[clause::languages::notice_weeks])},
              {"meeting", key}},
             {clause::accreditation::window_days.index, clause::languages::notice_weeks.index}});
        return;
    }
    add(EventKind::accreditation_opens, notice, "accreditation-opens-");
    add(EventKind::accreditation_closes, closes, "accreditation-closes-");
}

CalendarEvent programme(std::int64_t number, const Placed* session, Day due) {
    CalendarEvent made = date(
        EventKind::programme_of_work_begins, session != nullptr ? plus_days(session->extent.last, 1) : due,
        fmt::format("programme-{}", number), session != nullptr ? session->wanted.key : std::string(),
        clause::programme_of_work::years.index);
    made.conditional = session != nullptr && session->wanted.conditional;
    return made;
}

/// Until the first review conference nobody has adopted one.
void add_programmes_of_reviews(std::span<const Placed> sessions, Day until, Calendar& calendar) {
    std::int64_t number = 0;
    for (const Placed& session : sessions) {
        if (session.wanted.kind != EventKind::review_conference) continue;
        CalendarEvent made = programme(++number, &session, session.extent.last);
        if (made.first <= until) calendar.events.push_back(std::move(made));
    }
}

} // namespace

void add_deadlines(const Charter& charter, std::span<const Placed> sessions, Calendar& calendar) {
    const std::int64_t notice_weeks = charter[clause::languages::notice_weeks];
    const std::int64_t documents_weeks = charter[clause::languages::documents_weeks];
    for (const Placed& session : sessions) {
        if (!is_session(session)) continue;
        const Day notice = plus_weeks(session.extent.first, -notice_weeks);
        if (notice_weeks > 0)
            calendar.events.push_back(date_of(session, EventKind::notice_due, notice, "notice-",
                                              clause::languages::notice_weeks.index));
        if (documents_weeks > 0)
            calendar.events.push_back(date_of(session, EventKind::documents_due,
                                              plus_weeks(session.extent.first, -documents_weeks),
                                              "documents-", clause::languages::documents_weeks.index));
        add_window(charter, session, notice, calendar);
    }
}

void add_checks(const Charter& charter, const Rhythm& rhythm, const MeetingDays& days, Day until,
                Calendar& calendar) {
    const auto* months = charter.find(clause::contacts::ping_months);
    if (months == nullptr) return;
    for (std::int64_t number = 1;; ++number) {
        const Day day = plus_months(rhythm.first_plenary(), number * *months);
        if (day > until) return;
        calendar.events.push_back(date(EventKind::communication_check, days.working_from(day),
                                       fmt::format("check-{}", number), {},
                                       clause::contacts::ping_months.index));
    }
}

void add_progress(const Charter& charter, const Rhythm& rhythm, std::span<const Placed> sessions, Day until,
                  Calendar& calendar) {
    const auto* months = charter.find(clause::review::progress_every_months);
    if (months == nullptr) return;
    for (std::int64_t number = 1;; ++number) {
        const Day due = monday_of(plus_months(rhythm.first_plenary(), number * *months));
        if (due > until) return;
        const Placed* session = session_near(sessions, due);
        CalendarEvent made =
            date(EventKind::progress_review, session != nullptr ? session->extent.last : due,
                 fmt::format("progress-{}", number), session != nullptr ? session->wanted.key : std::string(),
                 clause::review::progress_every_months.index);
        made.conditional = session != nullptr && session->wanted.conditional;
        calendar.events.push_back(std::move(made));
    }
}

void add_programmes(const Charter& charter, const Rhythm& rhythm, std::span<const Placed> sessions, Day until,
                    Calendar& calendar) {
    if (charter[clause::programme_of_work::adopted_by] == "review_conference")
        return add_programmes_of_reviews(sessions, until, calendar);
    const std::int64_t years = rhythm.years_that_fit(charter[clause::programme_of_work::years]);
    for (std::int64_t number = 0;; ++number) {
        const Day due = plus_months(rhythm.first_plenary(), number * years * 12);
        if (due > until) return;
        const Placed* session = session_near(sessions, due);
        calendar.events.push_back(programme(number + 1, session, due));
    }
}

void add_group_ends(const Charter& charter, const Rhythm& rhythm, Calendar& calendar) {
    const auto end = rhythm.groups_end();
    if (!end) return;
    for (const GroupPlan& group : charter[clause::groups::list])
        calendar.events.push_back(date(EventKind::group_ends, *end, "group-ends-" + group.id, group.id,
                                       clause::groups::sunset_years.index));
}

} // namespace poa::charter
