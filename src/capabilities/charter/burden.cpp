// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/burden.hpp"

#include "base/require.hpp"
#include "capabilities/charter/burden_counting.hpp"
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/reporting_turns.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

constexpr double words_priced_together = 1000;

/// Consultations with stakeholders where the charter gives Member States no right are not followed.
bool states_follow(const Charter& charter, const CalendarEvent& event) {
    if (!is_meeting(event.kind)) return false;
    if (event.kind != EventKind::stakeholder_consultation) return true;
    const RightsTable& rights = charter[clause::participants::rights];
    const auto states = rights.find("member_states");
    if (states == rights.end()) return false;
    const auto at = states->second.find("consultation");
    return at != states->second.end() && !at->second.empty();
}

/// What a period holds, before anybody's size matters.
class Period {
  public:
    Period(const Charter& charter, int first_year, int years, std::span<const OtherEvent> others)
        : charter_(charter), years_(years) {
        const ReportingTurns turns = reporting_turns(charter);
        CalendarWish wish;
        wish.from = first_day_of(first_year);
        wish.to = last_day_of(first_year + years - 1);
        wish.others.assign(others.begin(), others.end());
        // One State of each turn stands for all of that turn.
        for (std::int64_t turn = 0; turn < turns.turns; ++turn) wish.states.push_back(std::to_string(turn));
        calendar_ = calendar_of(charter, wish);
        reports_ = static_cast<double>(count_of(calendar_.events, EventKind::report_due)) /
                   static_cast<double>(turns.turns);
        for (const CalendarEvent& event : calendar_.events)
            if (states_follow(charter, event)) followed_.push_back(event);
        days_ = busy_days(followed_, others);
        journeys_ = journeys_to(followed_);
    }

    [[nodiscard]] std::int64_t words_for(EventKind kind) const {
        return is_session(kind) ? charter_[clause::languages::words_per_plenary]
                                : charter_[clause::languages::words_per_group_meeting];
    }
    [[nodiscard]] double words(std::span<const CalendarEvent> meetings) const {
        double sum = 0;
        for (const CalendarEvent& event : meetings)
            if (is_meeting(event.kind)) sum += static_cast<double>(words_for(event.kind));
        return sum;
    }
    [[nodiscard]] double yearly(double of_period) const { return of_period / years_; }
    [[nodiscard]] double checks() const {
        return static_cast<double>(count_of(calendar_.events, EventKind::communication_check)) *
               static_cast<double>(charter_[clause::contacts::levels].size());
    }
    [[nodiscard]] double objection_windows() const {
        return static_cast<double>(count_of(calendar_.events, EventKind::accreditation_opens));
    }
    [[nodiscard]] double reports() const { return reports_; }
    [[nodiscard]] const Charter& charter() const { return charter_; }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    [[nodiscard]] std::span<const CalendarEvent> followed() const { return followed_; }
    [[nodiscard]] std::span<const BusyDay> days() const { return days_; }
    [[nodiscard]] std::span<const Journey> journeys() const { return journeys_; }

  private:
    const Charter& charter_;
    double years_;
    Calendar calendar_;
    double reports_ = 0;
    std::vector<CalendarEvent> followed_;
    std::vector<BusyDay> days_;
    std::vector<Journey> journeys_;
};

/// What a delegation of some people can attend.
struct Attended {
    double person_days = 0, meetings_days = 0;
};

Attended attend(const Period& period, const BurdenAssumptions& assumed, Burden& burden) {
    Attended attended;
    const auto people = static_cast<double>(burden.people);
    const double in_a_meeting = std::min(people, assumed.people_in_a_meeting);
    double days = 0, seats = 0, two_places = 0;
    for (const BusyDay& day : period.days()) {
        const auto meetings = static_cast<double>(day.meetings);
        days += 1;
        seats += meetings * in_a_meeting;
        if (day.meetings + day.others > burden.people) two_places += 1;
        attended.person_days += std::min(people, meetings * in_a_meeting);
        attended.meetings_days += std::min(people, meetings);
    }
    burden.meeting_days = period.yearly(days);
    burden.seats_days = period.yearly(seats);
    burden.days_in_two_places = period.yearly(two_places);
    attended.person_days = period.yearly(attended.person_days);
    attended.meetings_days = period.yearly(attended.meetings_days);
    return attended;
}

struct Travel {
    double journeys = 0, days_away = 0;
};

Travel travel(const Period& period, const BurdenAssumptions& assumed, std::int64_t people) {
    Travel made;
    for (const Journey& journey : period.journeys()) {
        const double wanted = static_cast<double>(journey.at_once) *
                              std::min(static_cast<double>(people), assumed.people_in_a_meeting);
        const double travelling = std::min(static_cast<double>(people), wanted) * assumed.travel_share *
                                  (journey.hybrid_only ? 1 - assumed.followed_from_afar_if_hybrid : 1);
        made.journeys += travelling;
        made.days_away += travelling * (journey.last.days - journey.first.days + 1);
    }
    return {period.yearly(made.journeys), period.yearly(made.days_away)};
}

double hours_of(const Burden& burden, const Attended& attended, const BurdenAssumptions& assumed) {
    return attended.person_days * assumed.meeting_hours_per_day +
           attended.meetings_days * assumed.preparation_hours_per_meeting_day +
           burden.words / assumed.words_read_per_hour + burden.statements * assumed.hours_per_statement +
           burden.reports * assumed.hours_per_report + burden.checks * assumed.hours_per_communication_check +
           burden.objection_windows * assumed.hours_per_objection_window;
}

Burden burden_for(std::int64_t people, const Period& period, const BurdenAssumptions& assumed) {
    Burden made;
    made.people = people;
    const Attended attended = attend(period, assumed, made);
    made.words = period.yearly(period.words(period.followed()));
    made.documents = made.words / assumed.words_per_document;
    made.reports = period.yearly(period.reports());
    made.statements = attended.meetings_days * assumed.statements_per_meeting_day;
    made.checks = period.yearly(period.checks());
    made.objection_windows = period.yearly(period.objection_windows());
    made.hours = hours_of(made, attended, assumed);
    made.hours_per_person = made.hours / static_cast<double>(people);
    const Travel travelled = travel(period, assumed, people);
    made.journeys = travelled.journeys;
    made.cost = made.hours * assumed.hour_cost + travelled.journeys * assumed.travel_cost +
                travelled.days_away * assumed.daily_cost;
    made.share_of_year = made.hours / (static_cast<double>(people) * assumed.working_hours_per_year);
    return made;
}

MechanismCost cost_of(const Period& period) {
    const Charter& charter = period.charter();
    const std::size_t languages = charter[clause::languages::official].size();
    std::int64_t formal_days = 0, room_days = 0;
    for (const CalendarEvent& event : period.calendar().events) {
        if (!is_meeting(event.kind)) continue;
        if (is_formal(event.kind)) formal_days += event.meeting_days;
        if (event.mode != "virtual") room_days += event.meeting_days;
    }
    const auto price = [&](Clause<Whole> name) { return static_cast<double>(charter[name]); };
    const double other_languages = languages > 1 ? static_cast<double>(languages - 1) : 0;
    MechanismCost cost;
    if (languages > 1)
        cost.interpretation =
            period.yearly(static_cast<double>(formal_days) * price(clause::budget::interpretation_per_day));
    cost.translation = period.yearly(period.words(period.calendar().events)) / words_priced_together *
                       other_languages * price(clause::budget::translation_per_1000_words);
    cost.rooms = period.yearly(static_cast<double>(room_days) * price(clause::budget::room_per_day));
    cost.secretariat = price(clause::budget::secretariat_per_year);
    return cost;
}

void require_within_limits(const BurdenAssumptions& assumed) {
    for (const AssumptionSpec& spec : assumption_specs())
        require(assumed.*spec.member >= spec.least && assumed.*spec.member <= spec.most,
                "an assumption lies within its limits");
}

} // namespace

CharterBurden burden_of(const Charter& charter, const BurdenAssumptions& assumptions, int first_year,
                        int years, std::span<const std::int64_t> people, std::span<const OtherEvent> others) {
    require(years >= 1 && years <= burden_years_max, "the burden of 1 to 60 years");
    require(std::ranges::all_of(people, [](std::int64_t size) { return size >= 1; }),
            "a delegation has somebody");
    require_within_limits(assumptions);
    const Period period(charter, first_year, years, others);
    CharterBurden made;
    made.charter = charter.id();
    for (std::int64_t size : people) made.delegations.push_back(burden_for(size, period, assumptions));
    made.cost = cost_of(period);
    made.clashes = clashes_in(period.followed());
    std::ranges::move(clashes_with(period.followed(), others), std::back_inserter(made.clashes));
    made.unplaced = static_cast<std::size_t>(std::ranges::count_if(
        period.calendar().unplaced, [](const Unplaced& one) { return is_meeting(one.kind); }));
    return made;
}

} // namespace poa::charter
