// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of documents. A page is filled only with what its reader may see.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::documents {

struct ListedDocument {
    std::string slug;
    std::string symbol;
    std::string title;
    std::string kind;
    std::optional<Day> date;
    std::vector<std::string> original_languages;
    std::string submitted_by;
    std::string submitted_by_name;
    std::string audience;
    std::string address; ///< "/documents/a-78-76"
    bool withdrawn = false;
    Instant changed_at; ///< on this record
};
BOOST_DESCRIBE_STRUCT(ListedDocument, (),
                      (slug, symbol, title, kind, date, original_languages, submitted_by, submitted_by_name,
                       audience, address, withdrawn, changed_at))

/// /documents
struct DocumentsPage {
    std::string kind;                 ///< filter; empty: all
    std::string submitted_by;         ///< filter; empty: all
    std::vector<ListedDocument> rows; ///< newest on the record first
    std::string next;                 ///< give as `after` for more; empty: no more
};
BOOST_DESCRIBE_STRUCT(DocumentsPage, (), (kind, submitted_by, rows, next))

struct ListedVersion {
    std::string language;
    std::int64_t number = 0;
    bool is_current = false;
    std::string translation; ///< "original", "official", "unofficial"
    std::string translator;
    std::string source_digest; ///< SHA-256, hexadecimal
    std::string source_file_name;
    Instant imported_at;
    std::string imported_by;
    std::int64_t passages = 0;
};
BOOST_DESCRIBE_STRUCT(ListedVersion, (),
                      (language, number, is_current, translation, translator, source_digest, source_file_name,
                       imported_at, imported_by, passages))

struct HeadingRow {
    std::string anchor;
    std::string label;
    std::string text;
    std::int64_t level = 1;
    std::string reply; ///< anchor of the reply it is in; empty outside
};
BOOST_DESCRIBE_STRUCT(HeadingRow, (), (anchor, label, text, level, reply))

struct ReplyRow {
    std::string anchor;
    std::string name;
    std::string state; ///< ISO3; empty: no State
    std::string original_language;
    std::optional<Day> date;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ReplyRow, (), (anchor, name, state, original_language, date, address))

struct MarkRow {
    std::string kind;       ///< "emphasis", "strong", "note", "symbol", "link"
    std::int64_t begin = 0; ///< bytes of the text
    std::int64_t end = 0;
    std::string target;
    std::string anchor;
};
BOOST_DESCRIBE_STRUCT(MarkRow, (), (kind, begin, end, target, anchor))

struct PassageRow {
    std::int64_t ordinal = 0;
    std::string anchor;
    std::string label; ///< "Egypt, para. 17"
    std::string kind;
    std::int64_t level = 0;
    std::string number;
    std::string reply;
    std::string section;
    std::string text;
    std::vector<MarkRow> marks;
};
BOOST_DESCRIBE_STRUCT(PassageRow, (),
                      (ordinal, anchor, label, kind, level, number, reply, section, text, marks))

struct RepetitionRow {
    std::int64_t comparison = 0;
    std::string what;         ///< "A/78/76, Canada"
    std::int64_t percent = 0; ///< of the smaller text's rows of three words that both share
    std::string address;
};
BOOST_DESCRIBE_STRUCT(RepetitionRow, (), (comparison, what, percent, address))

/// /documents/{document} and /documents/{document}/sections/{section}
struct ReaderPage {
    ListedDocument document;
    std::string session, agenda_item, distribution;
    std::int64_t revision = 0;
    std::string language; ///< of the text shown
    std::int64_t version = 0;
    std::string section; ///< anchor; empty: the beginning
    std::string section_title;
    std::vector<ListedVersion> versions;
    std::vector<HeadingRow> contents;
    std::vector<ReplyRow> replies;
    std::vector<RepetitionRow> repetitions;
    std::vector<PassageRow> passages;
    std::optional<std::int64_t> next; ///< ordinal to go on after
    std::string previous_section, next_section;
    bool may_correct = false;
};
BOOST_DESCRIBE_STRUCT(ReaderPage, (),
                      (document, session, agenda_item, distribution, revision, language, version, section,
                       section_title, versions, contents, replies, repetitions, passages, next,
                       previous_section, next_section))

/// A part of a whole text: as much as a page takes, cut where the text itself has a heading.
struct PartRow {
    std::int64_t number = 0;
    std::string from, to; ///< the first and the last heading in it; empty: none
    std::string anchor;   ///< of its first passage
    std::int64_t passages = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (number, from, to, anchor, passages, address))

/// /documents/{document}/whole
struct WholePage : ReaderPage {
    std::int64_t part = 0; ///< shown; 0: all of the text
    std::vector<PartRow> parts;
    std::int64_t kibibytes = 0; ///< what all of it takes over the wire, about
};
BOOST_DESCRIBE_STRUCT(WholePage, (),
                      (document, session, agenda_item, distribution, revision, language, version, versions,
                       replies, part, parts, passages, next))

/// /documents/{document}/passages
struct PassagesPage {
    std::string document;
    std::string symbol;
    std::string title;
    std::string language;
    std::int64_t version = 0;
    std::vector<PassageRow> rows;
    std::optional<std::int64_t> next; ///< give as `after`
};
BOOST_DESCRIBE_STRUCT(PassagesPage, (), (document, symbol, title, language, version, rows, next))

/// /documents/{document}/passages/{passage}
struct PassagePage {
    std::string document;
    std::string symbol;
    std::string title;
    std::string citation; ///< "A/78/76, Egypt, para. 17"
    std::string language;
    std::int64_t version = 0;
    PassageRow passage;
    std::string reader_address;                         ///< where it stands in the reader
    std::string quote;                                  ///< the words asked for; empty: none
    std::optional<std::int64_t> quote_begin, quote_end; ///< bytes of the text; empty: it does not hold them
};
BOOST_DESCRIBE_STRUCT(PassagePage, (),
                      (document, symbol, title, citation, language, version, passage, reader_address, quote,
                       quote_begin, quote_end))

/// /documents/{document}/replies
struct RepliesPage {
    std::string document;
    std::string title;
    std::vector<ReplyRow> rows;
};
BOOST_DESCRIBE_STRUCT(RepliesPage, (), (document, title, rows))

struct CitedRow {
    std::string symbol;
    std::int64_t passages = 0;
    std::string address; ///< empty: not here
    std::string title;
};
BOOST_DESCRIBE_STRUCT(CitedRow, (), (symbol, passages, address, title))

struct CitedByRow {
    std::string citation;
    std::string address;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CitedByRow, (), (citation, address, text))

/// /documents/{document}/citations
struct CitationsPage {
    std::string document;
    std::string title;
    std::vector<CitedRow> rows;
    std::vector<CitedByRow> cited_by;
};
BOOST_DESCRIBE_STRUCT(CitationsPage, (), (document, title, rows, cited_by))

struct RemarkRow {
    std::int64_t line = 0;
    std::string kind; ///< a remark's code, or "left_over"
    std::string detail;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(RemarkRow, (), (line, kind, detail, text))

/// /documents/{document}/import-report
struct ImportReportPage {
    std::string document;
    std::string title;
    std::string language;
    std::int64_t version = 0;
    std::vector<RemarkRow> rows;
};
BOOST_DESCRIBE_STRUCT(ImportReportPage, (), (document, title, language, version, rows))

struct RunRow {
    std::string kind; ///< "equal", "left", "right"
    std::string text;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (kind, text))

struct PairRow {
    std::string left_anchor;
    std::string right_anchor;
    std::string left_text;
    std::string right_text;
    bool equal = false;
    std::vector<RunRow> runs; ///< left with what is only there, right with what is only there
};
BOOST_DESCRIBE_STRUCT(PairRow, (), (left_anchor, right_anchor, left_text, right_text, equal, runs))

/// /documents/{document}/comparisons/{comparison}
struct ComparisonPage {
    std::string document;
    std::string left; ///< how the left text is cited
    std::string right;
    std::string left_address, right_address;
    std::int64_t percent = 0;
    std::int64_t equal = 0, changed = 0, only_left = 0, only_right = 0; ///< of the pairs shown
    std::vector<PairRow> rows;
    std::optional<std::int64_t> next;
};
BOOST_DESCRIBE_STRUCT(ComparisonPage, (),
                      (document, left, right, left_address, right_address, percent, equal, changed, only_left,
                       only_right, rows, next))

struct HitRow {
    std::string citation;
    std::string address;
    std::string document;
    std::string symbol;
    std::string title;
    std::string language;
    std::string kind;
    std::optional<Day> date;
    Instant changed_at; ///< of the document, on this record
    std::string snippet;
    std::vector<std::int64_t> marks; ///< begin, end, begin, end ...: bytes of the snippet
    bool cut_before = false, cut_after = false;
};
BOOST_DESCRIBE_STRUCT(HitRow, (),
                      (citation, address, document, symbol, title, language, kind, date, changed_at, snippet,
                       marks, cut_before, cut_after))

/// /search
struct SearchPage {
    std::string q;
    std::string state, language, kind;
    std::optional<Day> from, to;
    std::int64_t offset = 0;
    std::int64_t total = 0;
    bool at_least = false;
    std::string did_you_mean;
    bool truncated = false;
    std::vector<HitRow> rows;
    std::optional<std::int64_t> next_offset;
};
BOOST_DESCRIBE_STRUCT(SearchPage, (),
                      (q, state, language, kind, from, to, offset, total, at_least, did_you_mean, truncated,
                       rows, next_offset))

struct ImportOutcome {
    std::string document;
    std::string address;
    std::int64_t version = 0;
    bool unchanged = false;
    bool is_new = false;
    std::int64_t passages = 0, replies = 0, left_over = 0, remarks = 0;
};
BOOST_DESCRIBE_STRUCT(ImportOutcome, (),
                      (document, address, version, unchanged, is_new, passages, replies, left_over, remarks))

struct ChangeOutcome {
    std::string document;
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(ChangeOutcome, (), (document, revision))

struct ImportFormPage {
    std::vector<std::string> formats;
};
BOOST_DESCRIBE_STRUCT(ImportFormPage, (), (formats))

} // namespace poa::documents
