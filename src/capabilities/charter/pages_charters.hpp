// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of charters: the list, one charter clause by clause, charters side by side, and a
// charter somebody brings along. All of it is public and stores nothing. Charters stand in alphabetical order
// of their titles; nothing here ranks who wrote them.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::charter {

/// Whose paper it was read in.
struct AuthorRow {
    std::string code, name;
    std::string address; ///< empty: no page of its own
};
BOOST_DESCRIBE_STRUCT(AuthorRow, (), (code, name, address))

struct CharterRow {
    std::string id, title;
    std::string language;         ///< of the title
    std::string kind, kind_words; ///< for programs; for people
    std::vector<std::string> of;  ///< codes of the authors
    std::vector<AuthorRow> authors;
    std::int64_t clauses = 0; ///< that its own paper speaks of: it says so, or it follows from what it says
    std::string based_on;     ///< id; empty: it stands alone
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CharterRow, (),
                      (id, title, language, kind, kind_words, of, authors, clauses, based_on, address))

struct InForceRow {
    std::int64_t version = 0;
    std::string charter, title, language;
    Day since;
    std::string reason; ///< "founding", or the decision
};
BOOST_DESCRIBE_STRUCT(InForceRow, (), (version, charter, title, language, since, reason))

/// /charters
struct ChartersPage {
    std::optional<InForceRow> in_force;
    std::int64_t clauses = 0;     ///< that every charter says something on
    std::vector<CharterRow> rows; ///< kind by kind, in alphabetical order of their titles
};
BOOST_DESCRIBE_STRUCT(ChartersPage, (), (in_force, clauses, rows))

/// One clause. What a paper does not say is never put in its mouth: `said_by` names the charter it comes
/// from.
struct ClauseRow {
    std::string section, section_title, number, path, title;
    std::string value; ///< for programs: "24", "consensus"
    std::string words; ///< for people, in their language
    std::string basis; ///< stated, inferred, background, assumed
    std::string basis_words;
    std::string said_by;
    bool is_inherited = false;
    std::string document, passage; ///< of the source
    std::string source, address;   ///< how the passage is cited, and where it is read; empty: not on record
    std::string passage_problem;   ///< a sentence; empty: it stands on the record, or none is named
    std::string quote;             ///< the source's own words
    std::string note;
    std::string takes;              ///< what the clause takes, for programs
    std::vector<std::string> items; ///< of the words, for drawing
};
BOOST_DESCRIBE_STRUCT(ClauseRow, (),
                      (section, section_title, number, path, title, value, words, basis, basis_words, said_by,
                       is_inherited, document, passage, source, address, quote, note, takes))

struct SectionRow {
    std::string number, key, title;
    std::int64_t clauses = 0, said = 0; ///< said: that the paper itself speaks of
};
BOOST_DESCRIBE_STRUCT(SectionRow, (), (number, key, title, clauses, said))

struct ContradictionRow {
    std::string severity, code, sentence;
    std::vector<std::string> clauses; ///< numbers
};
BOOST_DESCRIBE_STRUCT(ContradictionRow, (), (severity, code, sentence, clauses))

/// A charter that others take clauses from.
struct BaseRow {
    std::string id, title, language;
    std::string address; ///< empty: it has no page
};
BOOST_DESCRIBE_STRUCT(BaseRow, (), (id, title, language, address))

/// How it can be changed once it is in force: every clause is a value, so each may be.
struct AmendingRow {
    std::string rule_clause, rule; ///< number of the clause, and its words
    bool only_at_review = false;
    std::string review_clause;
};
BOOST_DESCRIBE_STRUCT(AmendingRow, (), (rule_clause, rule, only_at_review, review_clause))

/// /charters/{charter}
struct CharterPage {
    std::string id, title, language, kind;
    std::optional<InForceRow> in_force; ///< where it is the one in force
    std::vector<AuthorRow> authors;
    std::string source, about;
    std::vector<BaseRow> bases; ///< that it takes clauses from
    AmendingRow amending;
    std::vector<SectionRow> sections;
    std::vector<ContradictionRow> contradictions;
    std::vector<ClauseRow> rows;
    std::string address; ///< empty: somebody's own, which stands nowhere
};
BOOST_DESCRIBE_STRUCT(CharterPage, (),
                      (id, title, language, kind, in_force, authors, source, about, bases, amending, sections,
                       contradictions, rows))

} // namespace poa::charter
