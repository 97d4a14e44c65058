// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of the founding: versions of the charter, processes beside the mechanism, States'
// affirmations. All of it is public.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::charter {

struct VersionRow {
    std::int64_t version = 0;
    std::string charter, title; ///< id and title of the charter
    Day since;
    std::string reason; ///< "founding", or the decision
    std::string sha256; ///< of its text, as the journal has it
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (version, charter, title, since, reason, sha256))

/// /charters/versions, newest first
struct VersionsPage {
    std::vector<VersionRow> rows;
};
BOOST_DESCRIBE_STRUCT(VersionsPage, (), (rows))

/// /charters/versions/{version}/text
struct VersionText {
    std::int64_t version = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(VersionText, (), (version, text))

struct ProcessRow {
    std::string key, title, mandate, part;
    Day from;
    std::optional<Day> to;
};
BOOST_DESCRIBE_STRUCT(ProcessRow, (), (key, title, mandate, part, from, to))

/// Two on the same matter at the same time, though the charter in force wants one.
struct ParallelRow {
    std::string first, second; ///< titles; of the mechanism: its name
    Day from;
    std::optional<Day> to;
};
BOOST_DESCRIBE_STRUCT(ParallelRow, (), (first, second, from, to))

/// /charters/processes
struct ProcessesPage {
    bool single_track = false; ///< the charter in force wants one track
    std::string clause;        ///< its number; empty where no charter is in force
    std::string waits;         ///< why no act is accepted yet, as a code; empty: acts are accepted
    std::string waits_for;     ///< the day, or the process
    std::vector<ParallelRow> parallel;
    std::vector<ProcessRow> rows; ///< by first day
};
BOOST_DESCRIBE_STRUCT(ProcessesPage, (), (single_track, clause, waits, waits_for, parallel, rows))

struct AffirmationRow {
    std::string state, name, level, statement;
    Day day;
};
BOOST_DESCRIBE_STRUCT(AffirmationRow, (), (state, name, level, statement, day))

/// /charters/affirmations, in alphabetical order of the States' names
struct AffirmationsPage {
    bool asked = false; ///< the charter in force has an event for it
    std::string clause; ///< its number
    std::vector<AffirmationRow> rows;
};
BOOST_DESCRIBE_STRUCT(AffirmationsPage, (), (asked, clause, rows))

// Outcomes of commands, for programs.
struct AffirmationOutcome {
    std::string state, level;
};
BOOST_DESCRIBE_STRUCT(AffirmationOutcome, (), (state, level))
struct ProcessOutcome {
    std::string process;
    std::optional<Day> to;
};
BOOST_DESCRIBE_STRUCT(ProcessOutcome, (), (process, to))

} // namespace poa::charter
