// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_deadlines.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

constexpr std::array<std::string_view, 5> rotation{"african-group", "asia-pacific-group",
                                                   "eastern-european-group", "grulac", "weog"};

class Chairs {
  public:
    Chairs(const Charter& charter, std::string_view first_group, Calendar& calendar)
        : rotates_(charter[clause::chair::rotates]), calendar_(calendar) {
        const auto at = std::ranges::find(rotation, first_group);
        if (rotates_ && at != rotation.end()) first_ = static_cast<std::size_t>(at - rotation.begin());
    }
    void add(Day begins, Day ends, std::optional<Day> latest, std::size_t clause) {
        const std::string group(first_ ? rotation[(*first_ + number_) % rotation.size()] : "");
        ++number_;
        add(EventKind::chair_begins, begins, "begins", group, {}, clause);
        add(EventKind::chair_ends, ends, "ends", group, latest, clause);
    }

  private:
    void add(EventKind kind, Day day, std::string_view what, const std::string& group,
             std::optional<Day> latest, std::size_t clause) {
        CalendarEvent made;
        made.kind = kind;
        made.first = made.last = day;
        made.key = fmt::format("chair-{}-{}", number_, what);
        made.of = group;
        made.clause = clause;
        made.latest = latest;
        calendar_.events.push_back(std::move(made));
    }
    bool rotates_;
    Calendar& calendar_;
    std::optional<std::size_t> first_; ///< in the rotation; nothing: nobody says whose turn it is
    std::size_t number_ = 0;
};

/// From the organizational session on, where there is one.
std::vector<const Placed*> chaired(std::span<const Placed> sessions) {
    std::vector<const Placed*> made;
    for (const Placed& one : sessions)
        if (one.wanted.kind != EventKind::founding_conference) made.push_back(&one);
    std::ranges::stable_sort(made, {}, [](const Placed* one) { return one->extent.first; });
    return made;
}

void add_terms(const Charter& charter, Day begin, Day until, Chairs& chairs) {
    const std::int64_t term = charter[clause::chair::term_months];
    const std::int64_t overlap = std::min(charter[clause::chair::overlap_months], term - 1);
    const std::int64_t extension = charter[clause::chair::extension_months];
    for (std::int64_t number = 0;; ++number) {
        const std::int64_t months = number * (term - overlap);
        const Day begins = plus_months(begin, months);
        if (begins > until) return;
        std::optional<Day> latest;
        if (extension > 0) latest = plus_days(plus_months(begin, months + term + extension), -1);
        chairs.add(begins, plus_days(plus_months(begin, months + term), -1), latest,
                   clause::chair::term_months.index);
    }
}

} // namespace

std::span<const std::string_view> chair_rotation() {
    return rotation;
}

void add_chairs(const Charter& charter, std::span<const Placed> sessions, std::string_view first_group,
                Day until, Calendar& calendar) {
    const std::vector<const Placed*> in_order = chaired(sessions);
    if (in_order.empty()) return;
    Chairs chairs(charter, first_group, calendar);
    if (charter[clause::chair::basis] == "fixed_term")
        return add_terms(charter, in_order.front()->extent.first, until, chairs);
    Day begins = in_order.front()->extent.first;
    for (const Placed* session : in_order) {
        if (session->wanted.kind == EventKind::organizational_session)
            continue; // led by the Chair of what it prepares
        chairs.add(begins, session->extent.last, {}, clause::chair::basis.index);
        begins = plus_days(session->extent.last, 1);
    }
}

} // namespace poa::charter
