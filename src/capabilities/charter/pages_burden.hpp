// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of what charters cost a delegation and the mechanism itself. Charters are compared, in
// alphabetical order; nothing compares States.

#include "capabilities/charter/pages_figures.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::charter {

/// One charter, one size of delegation, an average year.
struct BurdenRow {
    std::string charter, title, language; ///< language of the title
    std::int64_t clauses_said = 0;        ///< of which its paper speaks; the others are its base's
    std::int64_t people = 1;
    double meeting_days = 0, seats_days = 0, days_in_two_places = 0, documents = 0, words = 0;
    double reports = 0, statements = 0, checks = 0, objection_windows = 0, journeys = 0;
    double hours = 0;            ///< of the whole delegation
    double hours_per_person = 0; ///< the same, shared evenly
    // Of the hours of the delegation:
    double hours_in_meetings = 0, hours_reading = 0, hours_on_statements = 0, hours_on_reports = 0,
           hours_on_checks_and_lists = 0;
    double cost = 0, share_of_year = 0;
    double interpretation = 0, translation = 0, rooms = 0, secretariat = 0, mechanism_cost = 0;
    std::int64_t unplaced = 0; ///< meetings without a place, not counted
    std::string address;
};
BOOST_DESCRIBE_STRUCT(BurdenRow, (),
                      (charter, title, language, clauses_said, people, meeting_days, seats_days,
                       days_in_two_places, documents, words, reports, statements, checks, objection_windows,
                       journeys, hours, hours_per_person, hours_in_meetings, hours_reading,
                       hours_on_statements, hours_on_reports, hours_on_checks_and_lists, cost, share_of_year,
                       interpretation, translation, rooms, secretariat, mechanism_cost, unplaced, address))

/// /charters/burden
struct BurdenPage {
    std::int64_t from = 0, years = 0, people = 1;
    std::vector<FigureRow> assumptions;
    std::vector<BurdenRow> rows; ///< in alphabetical order of the charters' ids
};
BOOST_DESCRIBE_STRUCT(BurdenPage, (), (from, years, people, assumptions, rows))

} // namespace poa::charter
