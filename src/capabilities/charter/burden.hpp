// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a charter costs a delegation in a year, with every assumption stated and adjustable. Nothing here
// compares States: it compares charters, for delegations of different sizes.

#include "capabilities/charter/calendar.hpp"

#include <array>

namespace poa::charter {

/// Figures nobody can read in a charter; shown beside every result, and adjustable.
struct BurdenAssumptions {
    double meeting_hours_per_day = 6;
    double preparation_hours_per_meeting_day = 2;
    double people_in_a_meeting = 1; ///< sent by a delegation that is large enough
    double words_read_per_hour = 9000;
    double words_per_document = 11000;
    double statements_per_meeting_day = 0.5; ///< of one delegation
    double hours_per_statement = 4;
    double hours_per_report = 120;
    double hours_per_communication_check = 0.5;
    double hours_per_objection_window = 2;     ///< looking through a list of applicants
    double travel_share = 0.3;                 ///< of what is attended: travelled to, there is no mission
    double followed_from_afar_if_hybrid = 0.5; ///< of what would be travelled to
    double travel_cost = 3500;                 ///< United States dollars, one person, one journey
    double daily_cost = 350;                   ///< United States dollars, one person, one day away
    double hour_cost = 45;                     ///< United States dollars
    double working_hours_per_year = 1700;
    bool operator==(const BurdenAssumptions&) const = default;
};
/// Their names, words, units and limits, for forms, the command line and pages.
struct AssumptionSpec {
    std::string_view key, title, unit; ///< title and unit are source strings
    double BurdenAssumptions::*member;
    double least = 0, most = 0;
    std::string_view basis; ///< source string: where the figure comes from
};
[[nodiscard]] std::span<const AssumptionSpec> assumption_specs();
/// Null where there is none.
[[nodiscard]] const AssumptionSpec* find_assumption(std::string_view key);

inline constexpr std::array<std::int64_t, 4> delegation_sizes{1, 3, 10, 30};

/// Of one delegation that follows everything States take part in, in an average year of the period. Where
/// the membership of groups is limited this is more than some States will have.
struct Burden {
    std::int64_t people = 1;
    double meeting_days = 0; ///< days on which at least one meeting takes place
    double seats_days = 0; ///< one person in one meeting on one day, of all meetings whether or not there are
                           ///< enough people: more than meeting_days where meetings overlap
    double days_in_two_places = 0; ///< days with more meetings at once than people, other processes included
    double documents = 0, words = 0;
    double reports = 0; ///< its own: where States take turns, the average of all States
    double statements = 0, checks = 0, objection_windows = 0;
    double journeys =
        0; ///< of one person; meetings at one place with at most a weekend between are one journey
    /// Of work, all people together, in what they can attend. Reading, statements, reports, checks and lists
    /// are done once however many people there are; only meetings held at once are attended by more.
    double hours = 0;
    double hours_per_person = 0; ///< the same, shared evenly
    double cost = 0;             ///< United States dollars: hours and travel
    double share_of_year = 0;    ///< hours by the working hours of its people
};
/// What the mechanism itself costs in an average year, by the charter's money clauses, United States dollars:
/// interpretation on days of sessions and groups where there is more than one official language, translation
/// of every meeting's documents from one official language into the others, rooms of meetings that are not
/// virtual, secretariat.
struct MechanismCost {
    double interpretation = 0, translation = 0, rooms = 0, secretariat = 0;
    [[nodiscard]] double whole() const { return interpretation + translation + rooms + secretariat; }
};
struct CharterBurden {
    std::string charter;             ///< id
    std::vector<Burden> delegations; ///< in the order of the sizes asked for
    MechanismCost cost;
    std::vector<Clash>
        clashes;              ///< where a one-person mission must be in two places, other processes included
    std::size_t unplaced = 0; ///< meetings the calendar has no place for; they are not counted
};

inline constexpr int burden_years_max = 60;

/// Over `years` whole years from the first of January of `first_year`. Meetings that take place only if
/// States still say so are counted. Needs: 1 to burden_years_max years, people of at least one, assumptions
/// within their limits.
[[nodiscard]] CharterBurden burden_of(const Charter& charter, const BurdenAssumptions& assumptions,
                                      int first_year, int years,
                                      std::span<const std::int64_t> people = delegation_sizes,
                                      std::span<const OtherEvent> others = {});

} // namespace poa::charter
