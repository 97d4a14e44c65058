// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of the framework. All of it is open to everyone.

#include "base/time.hpp"
#include "capabilities/acquis/item.hpp"
#include "capabilities/acquis/note.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::acquis {

/// An item, or something else with a page.
struct LinkRow {
    std::string key, title, language, address;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (key, title, language, address))

struct ItemRow {
    std::string key, designation;
    ItemKind kind = ItemKind::norm;
    Pillar pillar = Pillar::norms;
    std::string title, title_language, summary, summary_language;
    std::vector<std::string> levels, topics; ///< keys
    std::string instrument, paragraph;       ///< symbol and place of its source; empty: by decision
    bool is_inferred = false;                ///< nobody has held it against the place named
    std::int64_t versions = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (),
                      (key, designation, kind, pillar, title, title_language, summary, summary_language,
                       levels, topics, instrument, paragraph, is_inferred, versions, address))

struct FrameworkFilter {
    std::string pillar, level, topic, instrument, words;
    std::optional<Day> day;
};

struct TopicRow {
    std::string key, name, under;
};
BOOST_DESCRIBE_STRUCT(TopicRow, (), (key, name, under))

/// /acquis
struct FrameworkPage {
    Day day;
    bool is_past = false;
    std::int64_t version = 0; ///< of the framework, as of that day; 0: there was none
    std::string pillar, level, topic, instrument, words; ///< asked for; empty: all
    std::vector<TopicRow> topics;
    std::vector<LinkRow> instruments; ///< of the framework
    std::vector<ItemRow> rows;
    std::int64_t open_gaps = 0, open_questions = 0;
};
BOOST_DESCRIBE_STRUCT(FrameworkPage, (),
                      (day, is_past, version, pillar, level, topic, instrument, words, topics, instruments,
                       rows, open_gaps, open_questions))

struct SourceRow {
    std::string symbol, title, language, paragraph;
    std::int64_t year = 0;
    std::string address; ///< of the document here; empty: it is not here
};
BOOST_DESCRIBE_STRUCT(SourceRow, (), (symbol, title, language, paragraph, year, address))

struct WordsChanged {
    std::string change; ///< "same", "removed", "added"
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsChanged, (), (change, text))

struct ItemVersionRow {
    std::int64_t number = 0;
    Day since;
    bool is_decision = false;
    std::string by;            ///< symbol of the decision, or title of the registration
    std::string body;          ///< that decided, or who registered
    std::int64_t decision = 0; ///< its number; 0: registered
    std::string text, language;
    std::vector<WordsChanged> changes; ///< of the text since the version before
};
BOOST_DESCRIBE_STRUCT(ItemVersionRow, (),
                      (number, since, is_decision, by, body, decision, text, language, changes))

struct ChecklistRow {
    std::string key, level, title, language;
    bool is_inferred = false;
};
BOOST_DESCRIBE_STRUCT(ChecklistRow, (), (key, level, title, language, is_inferred))

struct NotePart {
    std::string name, label;
    std::vector<std::string> lines;
    bool is_own = true; ///< in the words and the language of the note
};
BOOST_DESCRIBE_STRUCT(NotePart, (), (name, label, lines, is_own))

struct NoteRow {
    std::int64_t note = 0;
    NoteKind kind = NoteKind::guidance;
    std::string about, about_title, about_address;
    std::string title, language;
    std::string author, author_name;
    AuthorType author_type = AuthorType::secretariat;
    std::string last_by; ///< name of who wrote the newest version
    std::int64_t revision = 0;
    Day since;
    std::string status;             ///< of a question its status, of a gap its kind of answer; else empty
    std::vector<std::string> words; ///< for a table: "label: words"
    std::vector<NotePart> parts;
    std::string address;
    std::string origin; ///< address of the report it stands in; empty: written as a note
};
BOOST_DESCRIBE_STRUCT(NoteRow, (),
                      (note, kind, about, about_title, about_address, title, language, author, author_name,
                       author_type, last_by, revision, since, status, words, parts, address, origin))

struct NoteGroup {
    NoteKind kind = NoteKind::guidance;
    std::vector<NoteRow> notes;
    bool may_add = false;
};
BOOST_DESCRIBE_STRUCT(NoteGroup, (), (kind, notes, may_add))

struct RecommendationRow {
    std::string key, title, language, form;
    Day since, reviewed;
    std::optional<Day> holds_until;
    bool lapsed = false;
    bool stale = false; ///< not reviewed for as long as was asked about
    std::vector<std::string> items, pillars, levels, categories, topics;
    std::int64_t versions = 0, adaptations = 0;
    std::string symbol;
    std::int64_t decision = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(RecommendationRow, (),
                      (key, title, language, form, since, reviewed, holds_until, lapsed, stale, items,
                       pillars, levels, categories, topics, versions, adaptations, symbol, decision, address))

/// What a room above holds of an item: a line with an address, under the words of that room.
struct HeldOfItem {
    std::string section, title, address;
};
BOOST_DESCRIBE_STRUCT(HeldOfItem, (), (section, title, address))

/// /acquis/{item}: everything about it
struct ItemPage {
    ItemRow item;
    std::vector<TopicRow> topics;
    bool is_fixed = false;
    std::vector<SourceRow> sources; ///< the first is where it comes from
    std::string text, language;     ///< as decided; empty: no decision said more
    std::vector<LinkRow> links;
    std::vector<ChecklistRow> checklist;
    std::string checklist_note;
    std::vector<RecommendationRow> recommendations;
    std::vector<NoteGroup> groups;        ///< those with notes, and those the reader may add to
    std::vector<NoteRow> roles;           ///< of its pillar
    std::vector<HeldOfItem> held;         ///< from rooms above
    std::vector<ItemVersionRow> versions; ///< newest first
    std::string agreed_address;           ///< in the register of decisions; empty: never decided on
};
BOOST_DESCRIBE_STRUCT(ItemPage, (),
                      (item, topics, is_fixed, sources, text, language, links, checklist, checklist_note,
                       recommendations, groups, roles, held, versions, agreed_address))

struct InstrumentRow {
    std::string key, symbol, title, language, kind, body;
    std::int64_t year = 0;
    std::string adoption;
    bool is_of_framework = false;
    std::string route, endorsed_by, note;
    bool is_inferred = false;
    std::int64_t items = 0; ///< that come from it
    std::string address;    ///< of the document here; empty: it is not here
};
BOOST_DESCRIBE_STRUCT(InstrumentRow, (),
                      (key, symbol, title, language, kind, body, year, adoption, is_of_framework, route,
                       endorsed_by, note, is_inferred, items, address))

/// /acquis/instruments
struct InstrumentsPage {
    std::vector<InstrumentRow> rows;
    bool may_register = false;
};
BOOST_DESCRIBE_STRUCT(InstrumentsPage, (), (rows, may_register))

struct EventRow {
    std::int64_t version = 0;
    Day day;
    bool is_decision = false;
    std::string by, body;
    std::int64_t decision = 0;
    std::vector<std::string> instruments, items_added, items_revised;
    std::int64_t checklists = 0;
};
BOOST_DESCRIBE_STRUCT(EventRow, (),
                      (version, day, is_decision, by, body, decision, instruments, items_added, items_revised,
                       checklists))

struct RevisedRow {
    LinkRow item;
    std::string by;
    std::vector<WordsChanged> changes;
};
BOOST_DESCRIBE_STRUCT(RevisedRow, (), (item, by, changes))

struct DifferenceOfVersions {
    std::int64_t from = 0, to = 0;
    std::vector<LinkRow> instruments, items;
    std::vector<RevisedRow> revised;
    std::vector<ChecklistRow> checklists;
};
BOOST_DESCRIBE_STRUCT(DifferenceOfVersions, (), (from, to, instruments, items, revised, checklists))

/// /acquis/versions
struct VersionsPage {
    std::vector<EventRow> rows; ///< newest first
    std::optional<DifferenceOfVersions> difference;
};
BOOST_DESCRIBE_STRUCT(VersionsPage, (), (rows, difference))

struct CompendiumRow {
    Pillar pillar = Pillar::norms;
    std::string part; ///< "item", "recommendation"
    std::string key, title, language, text, text_language;
    std::vector<std::string> levels, sources; ///< sources: where it is said; several where it is said again
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CompendiumRow, (),
                      (pillar, part, key, title, language, text, text_language, levels, sources, address))

/// /acquis/compendium
struct CompendiumPage {
    Day day;
    std::int64_t merged = 0; ///< entries that said the same as another and stand with it
    std::vector<CompendiumRow> rows;
};
BOOST_DESCRIBE_STRUCT(CompendiumPage, (), (day, merged, rows))

struct CoherenceRow {
    LinkRow item;
    std::int64_t national = 0, regional = 0, global = 0; ///< recommendations
};
BOOST_DESCRIBE_STRUCT(CoherenceRow, (), (item, national, regional, global))

/// /acquis/recommendations
struct RecommendationsPage {
    Day day;
    std::string pillar, level, category, topic;
    bool only_stale = false;
    std::int64_t stale_months = 0;
    bool must_be_confirmed = false; ///< the charter asks for it
    std::int64_t confirmed_every_months = 0;
    std::vector<RecommendationRow> rows;
    std::vector<CoherenceRow> coherence; ///< items with recommendations, by level
};
BOOST_DESCRIBE_STRUCT(RecommendationsPage, (),
                      (day, pillar, level, category, topic, only_stale, stale_months, must_be_confirmed,
                       confirmed_every_months, rows, coherence))

/// /acquis/gaps and the other lists of one kind of notes
struct NotesPage {
    NoteKind kind = NoteKind::gap;
    std::string words; ///< searched for
    std::vector<NoteRow> rows;
    bool may_add = false;
    std::int64_t reached = 0; ///< people, by the notes of this page
};
BOOST_DESCRIBE_STRUCT(NotesPage, (), (kind, words, rows, may_add, reached))

struct NoteVersionRow {
    std::int64_t revision = 0;
    Day since;
    std::string by, title, language;
    std::vector<NotePart> parts;
};
BOOST_DESCRIBE_STRUCT(NoteVersionRow, (), (revision, since, by, title, language, parts))

/// /acquis/notes/{note}
struct NotePage {
    NoteRow note;
    std::optional<Day> withdrawn;
    std::vector<NoteVersionRow> versions; ///< newest first
    bool may_revise = false, may_withdraw = false;
    /// Of the newest version, as a form has them: for the form alone, since `note` says the same.
    std::vector<std::pair<std::string, std::string>> kept;
};
BOOST_DESCRIBE_STRUCT(NotePage, (), (note, withdrawn, versions, may_revise, may_withdraw))

/// /acquis/new/{kind}
struct NewNotePage {
    std::string kind, about, about_title, author_name;
    std::vector<LinkRow> subjects; ///< where it is not said yet what it is about: what it may be about
};
BOOST_DESCRIBE_STRUCT(NewNotePage, (), (kind, about, about_title, author_name, subjects))

/// /acquis/register
struct RegisterPage {
    std::int64_t version = 0; ///< of the framework now
};
BOOST_DESCRIBE_STRUCT(RegisterPage, (), (version))

} // namespace poa::acquis
