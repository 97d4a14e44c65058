// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of the summary and of positions. All of it is public: it rests on public papers only.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::views {

/// How many States, and which: ISO 3166 alpha-3, in alphabetical order.
struct CountedStates {
    std::int64_t count = 0;
    std::vector<std::string> states;
};
BOOST_DESCRIBE_STRUCT(CountedStates, (), (count, states))

struct BandRow {
    std::string word;
    std::int64_t least = 0, most = 0;
};
BOOST_DESCRIBE_STRUCT(BandRow, (), (word, least, most))

/// One statement of the summary.
struct ClaimRow {
    std::string id;
    std::int64_t paragraph = 0; ///< of the published text
    std::string section;
    std::string sentence; ///< in the language asked for, with its quantifier
    std::string quantifier;
    std::string published_quantifier;
    std::string fit; ///< fits, says_more, says_fewer, composite, unsupported, no_word
    CountedStates strict, loose;
    CountedStates
        whole; ///< hold every part, however weakly: what a word is chosen by where the basis is loose
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (),
                      (id, paragraph, section, sentence, quantifier, published_quantifier, fit, strict, loose,
                       whole, address))

struct SectionRow {
    std::string key, title;
};
BOOST_DESCRIBE_STRUCT(SectionRow, (), (key, title))

/// /views/summary
struct SummaryPage {
    std::string title;
    std::string document; ///< symbol of the published text
    std::int64_t claims_version = 0, bands_version = 0;
    std::string basis;        ///< the count words are chosen by: strict or loose
    std::int64_t replied = 0; ///< States with positions
    std::vector<SectionRow> sections;
    std::vector<BandRow> bands;
    std::vector<ClaimRow> rows;
};
BOOST_DESCRIBE_STRUCT(SummaryPage, (),
                      (title, document, claims_version, bands_version, basis, replied, sections, bands, rows))

/// One half of a statement.
struct PartRow {
    std::string name, formula;
    CountedStates strict, loose;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (name, formula, strict, loose))

/// What an actor's support of a statement rests on.
struct SupportRow {
    std::string actor; ///< code
    std::string name;
    std::string kind;     ///< state or stakeholder
    std::string strength; ///< of the answer
    bool whole = true;    ///< it holds the whole statement, not one part only
    std::string question; ///< key
    std::string label;    ///< of the question
    std::string answer;
    std::string quote;
    std::string document, passage; ///< slug and anchor; empty: not located
    std::string address;           ///< of the position
};
BOOST_DESCRIBE_STRUCT(SupportRow, (),
                      (actor, name, kind, strength, whole, question, label, answer, quote, document, passage,
                       address))

/// /views/summary/{claim}
struct ClaimPage {
    ClaimRow claim;
    std::string plain; ///< the statement in own words, English
    std::string note;
    std::string document, document_slug; ///< of the published text; slug empty: not on the record
    std::string basis;
    std::vector<BandRow> bands;
    std::vector<PartRow> parts;
    std::vector<SupportRow> rows;
    std::string earlier, later; ///< ids of the neighbours; empty at the ends
};
BOOST_DESCRIBE_STRUCT(ClaimPage, (),
                      (claim, plain, note, document, document_slug, basis, bands, parts, rows, earlier,
                       later))

/// Two words that no line separates.
struct InseparableRow {
    std::string more, fewer;
    std::int64_t line = 0, wrong = 0, examples = 0;
};
BOOST_DESCRIBE_STRUCT(InseparableRow, (), (more, fewer, line, wrong, examples))

struct FitRow {
    std::string fit;
    std::int64_t claims = 0;
};
BOOST_DESCRIBE_STRUCT(FitRow, (), (fit, claims))

/// How often a word was used with which counts.
struct WordRow {
    std::string word;
    std::vector<std::int64_t> counts; ///< of its claims, ascending
    std::optional<BandRow> band;
};
BOOST_DESCRIBE_STRUCT(WordRow, (), (word, counts, band))

/// /views/published
struct PublishedPage {
    std::string title, document, document_slug, basis;
    std::int64_t replied = 0;
    std::vector<FitRow> fits;
    std::vector<WordRow> words;
    std::vector<InseparableRow> inseparable;
    std::vector<ClaimRow> rows;
};
BOOST_DESCRIBE_STRUCT(PublishedPage, (),
                      (title, document, document_slug, basis, replied, fits, words, inseparable, rows))

struct ReadingRow {
    std::string coder, answer, strength, quote, note;
    Instant read_at;
    bool stands = false;
};
BOOST_DESCRIBE_STRUCT(ReadingRow, (), (coder, answer, strength, quote, note, read_at, stands))

struct ClaimLink {
    std::string id, sentence, address;
};
BOOST_DESCRIBE_STRUCT(ClaimLink, (), (id, sentence, address))

/// /views/positions/{actor}/{question}
struct PositionPage {
    std::string actor, name, kind;
    std::string question, label, description, question_kind;
    std::vector<std::string> allowed;
    std::string answer; ///< empty: withdrawn
    std::string strength;
    std::string origin; ///< reading, resolved, own_word, withdrawn
    std::string coder, note, quote;
    std::string document, document_title, passage, passage_label; ///< empty: no passage was found
    std::string withdrawn;    ///< day the document was withdrawn; empty: it was not
    std::int64_t version = 0; ///< an older version of the document that still has the words; 0: the current
    std::string text;         ///< of the passage
    std::int64_t quote_begin = 0, quote_end = 0; ///< bytes of `text`
    std::string language;                        ///< of the text
    std::int64_t revision = 0;
    Instant changed_at;
    std::vector<ReadingRow> readings;
    std::vector<ClaimLink> claims; ///< statements of the summary that ask this question
    std::string from;              ///< the statement the reader came from; empty: none
};
BOOST_DESCRIBE_STRUCT(PositionPage, (),
                      (actor, name, kind, question, label, description, question_kind, allowed, answer,
                       strength, origin, coder, note, quote, document, document_title, passage, passage_label,
                       withdrawn, version, text, quote_begin, quote_end, language, revision, changed_at,
                       readings, claims, from))

/// What changing a position gives back.
struct PositionOutcome {
    std::string actor, question;
    std::int64_t revision = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(PositionOutcome, (), (actor, question, revision, address))

/// /views
struct ViewsPage {
    std::int64_t states = 0, stakeholders = 0, questions = 0, positions = 0, claims = 0;
    std::string title;    ///< of the question set
    std::string document; ///< the published text claims are held against
};
BOOST_DESCRIBE_STRUCT(ViewsPage, (), (states, stakeholders, questions, positions, claims, title, document))

} // namespace poa::views
