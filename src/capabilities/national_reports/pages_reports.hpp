// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of reports. Released ones show each answer to whom its State chose; a report that is
// being filled in is there for its own delegation and for who helps it.

#include "base/time.hpp"
#include "capabilities/national_reports/pages_sources.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::national_reports {

/// One State in one year. Silence is "no report", never a failing mark.
struct ReportingRow {
    std::string state, name;
    bool reported = false;
    std::string survey, survey_title;
    std::optional<Day> day;  ///< of the newest release
    std::string address;     ///< of the release; empty where there is none
    std::string by_document; ///< symbols of documents that stand as reports; counted nowhere
};
BOOST_DESCRIBE_STRUCT(ReportingRow, (),
                      (state, name, reported, survey, survey_title, day, address, by_document))

struct ReportingTile {
    std::string iso3, name, address;
    int column = 0, row = 0;
    bool reported = false, by_document = false;
};
BOOST_DESCRIBE_STRUCT(ReportingTile, (), (iso3, name, address, column, row, reported, by_document))

/// /reports
struct ReportsPage {
    std::int64_t year = 0;
    bool may_fill_in = false;
    int tile_columns = 0, tile_rows = 0;
    std::vector<ReportingTile> tiles;
    std::vector<ReportingRow> rows; ///< all Member States, in the order of the reader's language
};
BOOST_DESCRIBE_STRUCT(ReportsPage, (), (year, may_fill_in, tile_columns, tile_rows, tiles, rows))

/// A file that stands as evidence in an answer.
struct EvidenceRow {
    std::string name, content_type, sha256;
    std::int64_t bytes = 0;
    std::string address; ///< where it can be downloaded
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (), (name, content_type, sha256, bytes, address))

/// An answer of a release that this reader may see.
struct ReleasedRow {
    std::string survey, section, section_title, question, label, language; ///< language: of the label
    std::string answer, note;                                              ///< in words
    std::string audience;                                                  ///< as text_of(Sharing) has it
    std::vector<EvidenceRow> files;
};
BOOST_DESCRIBE_STRUCT(ReleasedRow, (),
                      (survey, section, section_title, question, label, language, answer, note, audience,
                       files))

struct ReleaseHead {
    std::string survey, survey_title;
    std::int64_t version = 0, release = 0;
    Day day;
    std::string sha256; ///< as the ledger has it: over the whole release
};
BOOST_DESCRIBE_STRUCT(ReleaseHead, (), (survey, survey_title, version, release, day, sha256))

/// /reports/{state}/{year}
struct ReleasePage {
    std::string state, name;
    std::int64_t year = 0;
    std::vector<ReleaseHead> releases;
    std::vector<ReleasedRow> rows;
    std::vector<SourceRow> sources; ///< documents that stand as reports
};
BOOST_DESCRIBE_STRUCT(ReleasePage, (), (state, name, year, releases, rows, sources))

/// A report on the desk of a delegation.
struct DeskRow {
    std::int64_t report = 0;
    std::string state, name, survey, survey_title, stage;
    std::int64_t year = 0, release = 0, asked = 0, answered = 0, to_confirm = 0, minutes_left = 0;
    bool is_own = false; ///< false: of a State that is helped
};
BOOST_DESCRIBE_STRUCT(DeskRow, (),
                      (report, state, name, survey, survey_title, stage, year, release, asked, answered,
                       to_confirm, minutes_left, is_own))

struct SurveyToAnswer {
    std::string survey, title;
    std::int64_t version = 0, questions = 0, minutes = 0;
};
BOOST_DESCRIBE_STRUCT(SurveyToAnswer, (), (survey, title, version, questions, minutes))

/// A section that somebody answers for.
struct DeskTask {
    std::int64_t report = 0;
    std::string report_title, section, title, language, ministry;
    std::optional<Day> due;
};
BOOST_DESCRIBE_STRUCT(DeskTask, (), (report, report_title, section, title, language, ministry, due))

/// /my-reports
struct DeskPage {
    std::string state; ///< for which a report may be opened; empty: none
    std::int64_t year = 0;
    std::vector<SurveyToAnswer> surveys; ///< those in use
    std::vector<DeskRow> rows;
    std::vector<DeskTask> tasks; ///< sections this reader was asked for, not yet ready
    std::int64_t reader = 0;     ///< number of who reads
};
BOOST_DESCRIBE_STRUCT(DeskPage, (), (state, year, surveys, rows, tasks, reader))

struct SectionRow {
    std::string section, title, language;
    std::int64_t asked = 0, answered = 0, to_confirm = 0, minutes_left = 0;
    std::string ministry, person;
    std::optional<Day> due;
    bool ready = false;
};
BOOST_DESCRIBE_STRUCT(SectionRow, (),
                      (section, title, language, asked, answered, to_confirm, minutes_left, ministry, person,
                       due, ready))

struct ChoiceRow {
    std::string key, label;
    bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ChoiceRow, (), (key, label, chosen))

/// A text an answer had, or one that stands beside it.
struct VersionRow {
    std::int64_t number = 0, revision = 0; ///< revision 0: it stands beside
    std::string text, origin, person;
    Instant at;
    bool settled = false;
    std::vector<EvidenceRow> files;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (), (number, revision, text, origin, person, at, settled, files))

struct CommentRow {
    std::int64_t comment = 0;
    std::string text, person;
    Instant at;
    bool settled = false;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (comment, text, person, at, settled))

/// A question with its answer as it stands.
struct QuestionRow {
    std::string question, kind, label, hint, language;
    std::string source_document, source_place;
    bool asked = true; ///< its condition holds
    std::int64_t minutes = 0, revision = 0;
    std::vector<ChoiceRow> choices;
    std::vector<std::string> columns; ///< labels
    std::string text;                 ///< also a day
    std::vector<std::vector<std::string>> cells;
    std::string note;
    std::vector<EvidenceRow> files;
    bool confirmed = true;
    std::string origin; ///< "report:12", "import", or empty
    std::string sharing, suggested;
    std::vector<VersionRow> beside;
    std::vector<CommentRow> comments;
};
BOOST_DESCRIBE_STRUCT(QuestionRow, (),
                      (question, kind, label, hint, language, source_document, source_place, asked, minutes,
                       revision, choices, columns, text, cells, note, files, confirmed, origin, sharing,
                       suggested, beside, comments))

struct QuestionName {
    std::string question, label;
};
BOOST_DESCRIBE_STRUCT(QuestionName, (), (question, label))

struct ReportHead {
    std::int64_t report = 0, year = 0, release = 0, revision = 0, version = 0;
    std::string state, name, survey, survey_title, stage;
    bool is_own = false, may_approve = false;
};
BOOST_DESCRIBE_STRUCT(ReportHead, (),
                      (report, year, release, revision, version, state, name, survey, survey_title, stage,
                       is_own, may_approve))

/// /my-reports/{report}: one section as a form.
struct FillInPage {
    ReportHead head;
    std::string section, title, about, language;
    std::vector<SectionRow> sections;
    std::vector<QuestionRow> questions;
    std::string seen;   ///< what the form sends back: the revision of each answer
    std::string reason; ///< why it was sent back, where it was
    /// Of the save just done: what was merged with another's text, and what stands beside it.
    std::vector<QuestionName> merged, beside;
    std::int64_t reader = 0; ///< number of who reads: a browser keeps answers apart by it
};
BOOST_DESCRIBE_STRUCT(FillInPage, (),
                      (head, section, title, about, language, sections, questions, seen, reason, merged,
                       beside, reader))

/// /my-reports/{report}/whole: all sections, to read through and to print.
struct WholeAnswerRow {
    std::string question, label, language, answer, note, sharing;
    bool confirmed = true, beside = false; ///< beside: another text waits for a choice
};
BOOST_DESCRIBE_STRUCT(WholeAnswerRow, (),
                      (question, label, language, answer, note, sharing, confirmed, beside))

struct WholeSectionRow {
    std::string section, title, language;
    std::vector<WholeAnswerRow> rows;
};
BOOST_DESCRIBE_STRUCT(WholeSectionRow, (), (section, title, language, rows))

struct WholePage {
    ReportHead head;
    std::vector<WholeSectionRow> sections;
};
BOOST_DESCRIBE_STRUCT(WholePage, (), (head, sections))

/// What would be released, and to whom.
struct ApprovalRow {
    std::string question, label, language, answer, sharing, section_title;
    bool may_be_offered = false, is_offered = false; ///< to the library of practices
};
BOOST_DESCRIBE_STRUCT(ApprovalRow, (),
                      (question, label, language, answer, sharing, section_title, may_be_offered, is_offered))

struct StepRow {
    std::string verb, stage, note, person;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (verb, stage, note, person, at))

/// /my-reports/{report}/approval
struct AllowedHelp {
    std::string organisation;
    Day until;
};
BOOST_DESCRIBE_STRUCT(AllowedHelp, (), (organisation, until))

struct ApprovalPage {
    ReportHead head;
    std::vector<AllowedHelp> help; ///< organisations that fill in with the State today
    std::vector<ApprovalRow> rows;
    std::vector<QuestionName> unsettled, unconfirmed;
    std::vector<StepRow> steps;
};
BOOST_DESCRIBE_STRUCT(ApprovalPage, (), (head, help, rows, unsettled, unconfirmed, steps))

/// /my-reports/{report}/answers/{question}
struct HistoryPage {
    ReportHead head;
    std::string question, label, language, section; ///< section: empty where the survey asks it no more
    std::int64_t revision = 0;                      ///< of the answer
    std::string sharing;
    std::vector<CommentRow> comments;
    std::vector<VersionRow> rows; ///< newest first
};
BOOST_DESCRIBE_STRUCT(HistoryPage, (),
                      (head, question, label, language, section, revision, sharing, comments, rows))

struct PersonChoice {
    std::int64_t person = 0;
    std::string name;
    bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(PersonChoice, (), (person, name, chosen))

/// /my-reports/{report}/act/{command}: one act as a form.
struct ReportActPage {
    ReportHead head;
    std::string command, section, question, label;   ///< label: of the question
    std::int64_t version = 0, comment = 0, seen = 0; ///< seen: revision of the answer
    std::string organisation, sha256;                ///< sha256: of a file
    std::vector<PersonChoice> people;                ///< to answer for a section
    std::string ministry;                            ///< of the section, as it stands
    std::optional<Day> due;
    std::vector<VersionRow> texts;       ///< to choose between; the first, number 0, is the answer
    std::optional<QuestionRow> writable; ///< to write one out of them
};
BOOST_DESCRIBE_STRUCT(ReportActPage, (),
                      (head, command, section, question, label, version, comment, seen, organisation, sha256,
                       people, ministry, due, texts, writable))

} // namespace poa::national_reports
