// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of what was agreed, as it stands on a day, and of the chain that founds the mechanism.
// All of it is open to everyone.

#include "base/time.hpp"
#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/pages_decisions.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::decisions {

/// An item that holds.
struct AgreedLine {
    AgreedKind kind = AgreedKind::outcome;
    std::string kind_title;
    std::string key, title, language;
    Day since;                 ///< of this version
    std::string symbol;        ///< of the decision that made it
    std::int64_t decision = 0; ///< its number
    std::int64_t version = 0;
    std::optional<Day> holds_until; ///< of a recommendation that must be confirmed
    bool lapsed = false;            ///< it was not confirmed in time
    std::string address;
};
BOOST_DESCRIBE_STRUCT(AgreedLine, (),
                      (kind, kind_title, key, title, language, since, symbol, decision, version, holds_until,
                       lapsed, address))

/// An item that holds no more.
struct EndedLine {
    std::string key, title, language;
    Day since, ended;
    std::string symbol; ///< of the decision that ended it
    std::int64_t decision = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(EndedLine, (), (key, title, language, since, ended, symbol, decision, address))

/// A working group, of the charter or of a decision.
struct GroupLine {
    std::string key, title, topic;
    Day first;
    std::optional<Day> last;
    std::string standing;      ///< "holds", "to_come", "over"
    std::string symbol;        ///< of the decision; empty: by the charter itself
    std::int64_t decision = 0; ///< 0: none
    std::string address;
};
BOOST_DESCRIBE_STRUCT(GroupLine, (), (key, title, topic, first, last, standing, symbol, decision, address))

/// A term of an office.
struct OfficeLine {
    std::string key, office, group; ///< title of the group; empty: of the mechanism
    std::string state, state_name, person;
    std::optional<Day> first, last;
    std::string standing; ///< "holds", "to_come", "over"
    std::string symbol;
    std::int64_t decision = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(OfficeLine, (),
                      (key, office, group, state, state_name, person, first, last, standing, symbol, decision,
                       address))

/// The day that was asked about.
struct DayAsked {
    Day day;
    bool is_past = false, is_to_come = false;
};
BOOST_DESCRIBE_STRUCT(DayAsked, (), (day, is_past, is_to_come))

/// /agreed
struct AgreedPage {
    DayAsked asked;
    std::vector<AgreedLine> rows;    ///< by kind, then by key
    std::vector<GroupLine> groups;   ///< over or not
    std::vector<OfficeLine> offices; ///< those held
};
BOOST_DESCRIBE_STRUCT(AgreedPage, (), (asked, rows, groups, offices))

/// /agreed/{kind}
struct AgreedKindPage {
    AgreedKind kind = AgreedKind::outcome;
    std::string title;
    DayAsked asked;
    std::vector<AgreedLine> rows;
    std::vector<EndedLine> ended;
    std::vector<GroupLine> groups;   ///< where the kind is group
    std::vector<OfficeLine> offices; ///< where the kind is office: all terms, newest first
};
BOOST_DESCRIBE_STRUCT(AgreedKindPage, (), (kind, title, asked, rows, ended, groups, offices))

/// A property in words.
struct AttributeRow {
    std::string name, label;
    std::vector<std::string> lines; ///< of a list its entries, of a longer text its paragraphs
    bool is_list = false;
    bool is_own = false; ///< in the words and the language of the item
};
BOOST_DESCRIBE_STRUCT(AttributeRow, (), (name, label, lines, is_list, is_own))

/// Words that a version shares with the one before it, took away from it, or added to it.
struct ChangedWords {
    std::string change; ///< "same", "removed", "added"
    std::string text, gap;
};
BOOST_DESCRIBE_STRUCT(ChangedWords, (), (change, text, gap))

struct AgreedVersionCard {
    std::int64_t version = 0;
    std::string title, language, text;
    Day since;
    std::optional<Day> until;
    std::string symbol;
    std::int64_t decision = 0;
    bool ends = false;                     ///< from here on the item holds no more
    std::vector<ChangeRow> changes;        ///< of title and properties, since the version before
    std::vector<ChangedWords> text_change; ///< empty: the same text, the first, or another language
};
BOOST_DESCRIBE_STRUCT(AgreedVersionCard, (),
                      (version, title, language, text, since, until, symbol, decision, ends, changes,
                       text_change))

/// /agreed/{kind}/{key}
struct AgreedItemPage {
    DayAsked asked;
    AgreedLine line;          ///< as of that day; of what did not hold then, the newest
    bool holds = false;       ///< on that day
    bool is_agreed = true;    ///< by a decision; else it is a group that stands in the charter alone
    std::optional<Day> first; ///< first day, of what was agreed only after the day asked about
    std::string text;
    std::vector<AttributeRow> attributes;
    std::optional<EndedLine> ended;          ///< where a decision has ended it by that day
    std::vector<AgreedVersionCard> versions; ///< newest first
};
BOOST_DESCRIBE_STRUCT(AgreedItemPage, (),
                      (asked, line, holds, is_agreed, first, text, attributes, ended, versions))

struct ChainStepRow {
    std::string step, title;
    std::string body, body_name; ///< that takes it here; empty: a body outside
    bool holds_back = true;      ///< the mechanism waits for it
    bool is_waited_for = false;  ///< it is the next
    std::optional<Day> day;      ///< on which it was taken
    std::string symbol, manner;  ///< "consensus", "vote"
    std::string source;
    std::int64_t decision = 0; ///< of a decision here; 0: none
};
BOOST_DESCRIBE_STRUCT(ChainStepRow, (),
                      (step, title, body, body_name, holds_back, is_waited_for, day, symbol, manner, source,
                       decision))

/// /decisions/founding
struct FoundingPage {
    bool is_active = true; ///< no chain holds the mechanism back
    std::optional<Instant> begun;
    std::int64_t charter_version = 0; ///< whose steps they are; 0: no charter is in force
    std::string clause;
    bool may_begin = false, may_record = false;
    std::vector<ChainStepRow> rows; ///< where none was begun: as the charter in force would have them
};
BOOST_DESCRIBE_STRUCT(FoundingPage, (),
                      (is_active, begun, charter_version, clause, may_begin, may_record, rows))

/// /decisions/founding/begin
struct BeginChainPage {
    std::int64_t charter_version = 0;
    std::string clause;
    std::vector<ChainStepRow> rows;
};
BOOST_DESCRIBE_STRUCT(BeginChainPage, (), (charter_version, clause, rows))

/// /decisions/founding/step
struct RecordStepPage {
    std::string clause;
    std::optional<ChainStepRow> step; ///< that is waited for
};
BOOST_DESCRIBE_STRUCT(RecordStepPage, (), (clause, step))

} // namespace poa::decisions
