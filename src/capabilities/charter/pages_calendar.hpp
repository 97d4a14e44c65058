// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of a charter's calendar. All of it is public. Nothing here ranks States: where they take
// turns, the order is that of their codes.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::charter {

struct CalendarRow {
    std::string key, kind, title; ///< title in the reader's language
    bool is_meeting = false;
    Day first, last;
    std::int64_t days = 0;     ///< of a meeting: those on which it meets
    std::string of, of_title;  ///< group, State, meeting or regional group it is about; empty: none
    std::string place, mode;   ///< of a meeting, in the reader's language
    std::string clause;        ///< number of the clause it follows from
    bool conditional = false;  ///< only if States decide so
    std::optional<Day> latest; ///< of a term that may be extended
    std::string address;       ///< of the clause
};
BOOST_DESCRIBE_STRUCT(CalendarRow, (),
                      (key, kind, title, is_meeting, first, last, days, of, of_title, place, mode, clause,
                       conditional, latest, address))

struct ClauseLink {
    std::string number, title, address;
};
BOOST_DESCRIBE_STRUCT(ClauseLink, (), (number, title, address))

struct UnplacedRow {
    std::string key, kind, title;
    Day from, to;
    std::string code, reason; ///< the reason in the reader's language
    std::vector<ClauseLink> clauses;
};
BOOST_DESCRIBE_STRUCT(UnplacedRow, (), (key, kind, title, from, to, code, reason, clauses))

struct StateChoice {
    std::string iso3, name;
};
BOOST_DESCRIBE_STRUCT(StateChoice, (), (iso3, name))

/// /charters/{charter}/calendar
struct CalendarPage {
    std::string charter, title, language; ///< language of the title
    std::int64_t version = 0;             ///< of the charter in force; 0: a shipped one
    std::int64_t from = 0, years = 0;
    std::string state, state_name; ///< only what concerns its delegation; empty: everything
    std::int64_t member_states = 0;
    std::vector<UnplacedRow> unplaced;
    std::vector<StateChoice> choices; ///< for people
    std::vector<CalendarRow> rows;    ///< by first day
};
BOOST_DESCRIBE_STRUCT(CalendarPage, (),
                      (charter, title, language, version, from, years, state, state_name, member_states,
                       unplaced, rows))

} // namespace poa::charter
