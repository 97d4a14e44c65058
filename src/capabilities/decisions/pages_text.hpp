// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of a negotiated text: what a reader may not know is not in the struct. Wordings are as
// they are kept: "{p7}" refers to the paragraph of that key.

#include "base/time.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "capabilities/decisions/queries_text.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::decisions {

/// The proposal whose text it is.
struct TextHead {
    std::int64_t proposal = 0;
    std::string symbol; ///< empty: a draft
    std::string title;
    Stage stage = Stage::draft;
    std::string language; ///< authentic for the negotiation
    std::int64_t newest = 0;
};
BOOST_DESCRIBE_STRUCT(TextHead, (), (proposal, symbol, title, stage, language, newest))

/// What the reader may do now, by the stage and the reader's appointments.
struct TextActRow {
    std::string command; ///< "propose_amendment"
    std::string kind;    ///< "insert_after": the form begins with it; empty: as the form has it
    std::string address; ///< of the page with its form
};
BOOST_DESCRIBE_STRUCT(TextActRow, (), (command, kind, address))

struct WordingRunRow {
    std::string kind; ///< "same", "removed", "added"
    std::string text;
    std::string gap; ///< white space to the next one
};
BOOST_DESCRIBE_STRUCT(WordingRunRow, (), (kind, text, gap))

/// A place where an amendment and what became of the wording meanwhile change the same words.
struct CollisionRow {
    std::string base, now, proposed;
};
BOOST_DESCRIBE_STRUCT(CollisionRow, (), (base, now, proposed))

struct AmendmentRow {
    std::int64_t number = 0;
    std::int64_t parent = 0; ///< number of the one it amends, which stands before it; 0: it amends the text
    std::string by, by_name; ///< empty: not attributed, as far as the reader may know
    bool attributed = true;  ///< false: the Chair and who made it alone know
    AmendmentKind kind = AmendmentKind::replace;
    std::string paragraph, beside; ///< keys
    std::string text;              ///< the wording asked for
    std::string reason;
    std::int64_t version = 0; ///< it was made of
    Instant made;
    bool own = false;
    bool on_older_wording = false;
    std::vector<CollisionRow> collisions;
    /// Against the present wording; where they collide, against the one it was made of.
    std::vector<WordingRunRow> runs;
    std::vector<TextActRow> acts;
};
BOOST_DESCRIBE_STRUCT(AmendmentRow, (),
                      (number, parent, by, by_name, attributed, kind, paragraph, beside, text, reason,
                       version, made, own, on_older_wording, collisions, runs, acts))

struct PositionRow {
    std::string state, name;
    PositionKind kind = PositionKind::support;
    Told told = Told::chair;
    std::string words;
    std::int64_t version = 0;
    bool own = false;
    bool on_older_wording = false;
    Instant declared;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (),
                      (state, name, kind, told, words, version, own, on_older_wording, declared))

/// How many States declared what, of what the reader may see.
struct PositionCountRow {
    PositionKind kind = PositionKind::support;
    std::int64_t states = 0;
};
BOOST_DESCRIBE_STRUCT(PositionCountRow, (), (kind, states))

struct NegotiatedParagraphRow {
    std::string key;
    std::int64_t number = 0; ///< from 1
    std::string text;
    bool agreed = false; ///< ad referendum
    std::int64_t brackets = 0;
    std::vector<AmendmentRow> amendments; ///< open ones, each followed by those to it
    std::vector<PositionCountRow> counts;
    std::vector<PositionRow> positions;
    std::vector<TextActRow> acts;
};
BOOST_DESCRIBE_STRUCT(NegotiatedParagraphRow, (),
                      (key, number, text, agreed, brackets, amendments, counts, positions, acts))

struct OpenPointRow {
    std::string kind;        ///< "bracket", "amendment", "objection"
    std::string paragraph;   ///< key; empty: the whole text
    std::int64_t number = 0; ///< of the paragraph; 0: the whole text, or beside a paragraph that is gone
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(OpenPointRow, (), (kind, paragraph, number, count))

struct TextVersionRow {
    std::int64_t version = 0;
    std::string cause;     ///< "begun", "amended", "compiled", "reworded", "moved", "marked", "undone"
    std::string paragraph; ///< key; empty: none or several
    std::optional<std::int64_t> amendment, restored;
    Instant made;
};
BOOST_DESCRIBE_STRUCT(TextVersionRow, (), (version, cause, paragraph, amendment, restored, made))

struct TranslationRow {
    std::string language;
    TranslationState state = TranslationState::missing;
    std::int64_t version = 0; ///< it was made of; 0: missing, or authentic
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TranslationRow, (), (language, state, version, text))
struct SideBySideRow {
    std::string key;
    std::int64_t number = 0;
    std::vector<TranslationRow> languages;
};
BOOST_DESCRIBE_STRUCT(SideBySideRow, (), (key, number, languages))

/// /decisions/{proposal}/text
struct TextPage {
    TextHead head;
    std::vector<OpenPointRow> open_points;
    std::vector<NegotiatedParagraphRow> paragraphs;
    std::vector<AmendmentRow> beside_removed; ///< new paragraphs asked for beside one that is gone
    std::vector<PositionCountRow> counts;     ///< on the whole text
    std::vector<PositionRow> positions;
    std::vector<TextActRow> acts;
    std::vector<TextVersionRow> versions; ///< newest first
    std::int64_t older_versions = 0;      ///< those below this one are on the next page; 0: none
    std::vector<std::string> languages;   ///< asked for, the authentic one first; empty: none asked for
    std::vector<SideBySideRow> languages_beside;
    bool may_translate = false;
};
BOOST_DESCRIBE_STRUCT(TextPage, (),
                      (head, open_points, paragraphs, beside_removed, counts, positions, acts, versions,
                       older_versions, languages, languages_beside, may_translate))

struct CleanParagraphRow {
    std::string key;
    std::int64_t number = 0;
    std::string text;
    bool agreed = false;
};
BOOST_DESCRIBE_STRUCT(CleanParagraphRow, (), (key, number, text, agreed))

/// /decisions/{proposal}/text/versions/{version}
struct TextVersionPage {
    TextHead head;
    TextVersionRow version;
    std::vector<CleanParagraphRow> paragraphs;
};
BOOST_DESCRIBE_STRUCT(TextVersionPage, (), (head, version, paragraphs))

struct ComparedParagraphRow {
    ComparedParagraph::Kind kind = ComparedParagraph::Kind::same;
    std::string key;
    std::int64_t number_before = 0, number_after = 0; ///< 0: it does not stand in that version
    bool moved = false, agreed_before = false, agreed_after = false;
    bool differs = false; ///< in wording, place or mark
    std::vector<WordingRunRow> runs;
};
BOOST_DESCRIBE_STRUCT(ComparedParagraphRow, (),
                      (kind, key, number_before, number_after, moved, agreed_before, agreed_after, differs,
                       runs))

/// /decisions/{proposal}/text/compare and /decisions/{proposal}/text/marked
struct TextComparisonPage {
    TextHead head;
    TextVersionRow before, after;
    bool all = false; ///< for people: paragraphs that did not change as well
    std::int64_t changed = 0;
    std::vector<ComparedParagraphRow> paragraphs; ///< all of them
};
BOOST_DESCRIBE_STRUCT(TextComparisonPage, (), (head, before, after, all, changed, paragraphs))

/// A value that the form begins with.
struct FormValueRow {
    std::string name, value;
};
BOOST_DESCRIBE_STRUCT(FormValueRow, (), (name, value))

/// /decisions/{proposal}/text/{command}: before an act on the text, what will be recorded.
struct TextFormPage {
    std::string command;
    TextHead head;
    std::int64_t form_version = 0; ///< what the form says it saw: of a draft, how often it was written
    std::string on_behalf, on_behalf_name;
    std::vector<FormValueRow> values;
    std::vector<CleanParagraphRow> text;   ///< the newest version
    std::string paragraph;                 ///< key of the one it is about; empty: the whole text, or open
    std::optional<AmendmentRow> amendment; ///< that it is about, or that it amends
    std::int64_t seen_version = 0;         ///< the older one that the sender saw; 0: the newest
    std::string seen_wording;              ///< of the paragraph in that one, where it reads otherwise now
};
BOOST_DESCRIBE_STRUCT(TextFormPage, (),
                      (command, head, form_version, on_behalf, on_behalf_name, values, text, paragraph,
                       amendment, seen_version, seen_wording))

} // namespace poa::decisions
