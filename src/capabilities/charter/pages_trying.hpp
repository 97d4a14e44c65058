// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets who changes clauses of a charter: what becomes of its calendar, its burden and its
// contradictions. Nothing is kept: the address holds the changes.

#include "capabilities/charter/pages_calendar.hpp"
#include "capabilities/charter/pages_trying_values.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace poa::charter {

struct ChangeRow {
    std::string clause, number, title; ///< path, "4.1", in the reader's language
    std::string before, after;         ///< in the reader's words; after is empty where it cannot be taken
    std::string value;                 ///< as in the address
    std::string problem;               ///< empty: it was taken
    std::string clause_address;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (clause, number, title, before, after, value, problem, clause_address))

/// A contradiction or remark that the changes make or end.
struct FindingRow {
    bool is_new = true; ///< false: the changes ended it
    std::string severity, code, sentence;
    std::vector<ClauseLink> clauses;
};
BOOST_DESCRIBE_STRUCT(FindingRow, (), (is_new, severity, code, sentence, clauses))

/// Two meetings on the same day that did not clash before.
struct NewClash {
    std::string first, second;
    Day from, to;
};
BOOST_DESCRIBE_STRUCT(NewClash, (), (first, second, from, to))

/// One figure before and after.
struct BeforeAfterRow {
    std::string part;        ///< meetings, meeting_days, burden
    std::string key;         ///< kind of meeting; year; figure of the burden
    std::string title;       ///< in the reader's language
    std::int64_t people = 0; ///< of the delegation; 0: the same for all
    int digits = 0;          ///< after the point, for people
    double before = 0, after = 0;
};
BOOST_DESCRIBE_STRUCT(BeforeAfterRow, (), (part, key, title, people, before, after))

/// /charters/{charter}/try
struct TryingPage {
    std::string charter, title, language;
    std::int64_t version = 0;
    std::int64_t from = 0, years = 0;
    std::vector<ChangeRow> changes;
    bool is_tried = false; ///< all changes were taken, and there are some
    std::vector<FindingRow> findings;
    std::int64_t unplaced_before = 0, unplaced_after = 0;
    std::vector<NewClash> clashes; ///< the first of them
    std::int64_t clash_count = 0;
    std::vector<BeforeAfterRow> rows;
    // For people: the clause whose field is shown, and what stands in it.
    std::string chosen;
    ClauseValue start;
    std::string typed, problem;
    TypedParts parts;
};
BOOST_DESCRIBE_STRUCT(TryingPage, (),
                      (charter, title, language, version, from, years, changes, is_tried, findings,
                       unplaced_before, unplaced_after, clashes, clash_count, rows))

} // namespace poa::charter
