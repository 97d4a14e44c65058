// SPDX-License-Identifier: Apache-2.0
#pragma once
// Charters side by side, and a charter somebody brings along, which is compared with the one it is based on.

#include "capabilities/charter/pages_charters.hpp"

namespace poa::charter {

struct ComparedCharterRow {
    std::string id, title, language;
    std::string address; ///< empty: it has no page
};
BOOST_DESCRIBE_STRUCT(ComparedCharterRow, (), (id, title, language, address))

struct ComparedSectionRow {
    std::string number, key, title;
    std::int64_t clauses = 0, shared = 0, differing = 0;
    std::int64_t said = 0; ///< that at least one of the papers speaks of
};
BOOST_DESCRIBE_STRUCT(ComparedSectionRow, (), (number, key, title, clauses, shared, differing, said))

/// One value of a clause and who stands how to it; ids of charters.
struct ComparedValueRow {
    std::string section, section_title, number, path, title;
    std::string value, words;
    std::vector<std::string> asked_by;     ///< their paper says so, or it follows from it
    std::vector<std::string> known_of;     ///< known from elsewhere, not read in a paper of theirs
    std::vector<std::string> accepted_by;  ///< their paper says something that can live with it
    std::vector<std::string> assumed_by;   ///< their file chose it so that the charter can be run
    std::vector<std::string> inherited_by; ///< silent: what they are based on has it
    bool is_shared = false;                ///< the only value of its clause
    bool is_nearest = false;               ///< more of the charters can live with it than with any other
    bool is_most_voiced = false;           ///< the value most States' views can live with
    std::vector<std::string> states_can, states_cannot; ///< of the most voiced value: ISO3
    std::vector<std::string> items;                     ///< of the words, for drawing
    std::vector<std::string> names_can, names_cannot;   ///< of the States, for drawing
};
BOOST_DESCRIBE_STRUCT(ComparedValueRow, (),
                      (section, section_title, number, path, title, value, words, asked_by, known_of,
                       accepted_by, assumed_by, inherited_by, is_shared, is_nearest, is_most_voiced,
                       states_can, states_cannot))

/// Charters clause by clause.
struct Comparison {
    std::vector<ComparedCharterRow> charters;
    bool only_differing = false, only_said = false;
    std::int64_t shared = 0, differing = 0; ///< clauses of all sections
    std::vector<ComparedSectionRow> sections;
    std::vector<ComparedValueRow> rows; ///< clause by clause, of the section asked for
};

/// /charters/compare
struct ComparisonPage : Comparison {
    std::vector<std::string> unknown; ///< ids asked for that there are none of
    std::vector<CharterRow> choices;
    bool has_in_force = false; ///< "in-force" may be chosen as well
    std::string section;       ///< key; empty: all
};
BOOST_DESCRIBE_STRUCT(ComparisonPage, (),
                      (charters, choices, section, only_differing, only_said, shared, differing, sections,
                       rows))

/// GET /charters/read
struct ReadingPage {
    std::int64_t characters_max = 0;
    std::vector<std::string> bases; ///< ids that a charter may be based on
};
BOOST_DESCRIBE_STRUCT(ReadingPage, (), (characters_max, bases))

/// POST /charters/read. Nothing of it is kept.
struct MissingPassageRow {
    std::string number, path, title; ///< of the clause
    std::string document, passage;
    std::string problem; ///< a sentence
};
BOOST_DESCRIBE_STRUCT(MissingPassageRow, (), (number, path, title, document, passage, problem))

struct ReadingOutcome {
    CharterPage charter;
    std::vector<MissingPassageRow> missing_passages; ///< that its clauses name and the record does not have
    std::vector<ComparedCharterRow> compared;
    std::vector<ComparedValueRow> differences; ///< from the charter it is based on, or from the agreed one
};
BOOST_DESCRIBE_STRUCT(ReadingOutcome, (), (charter, missing_passages, compared, differences))

} // namespace poa::charter
