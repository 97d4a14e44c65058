// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of proposals and decisions. Tabled ones are public; a draft is its author's alone, and
// who objected or voted how is told as the charter's clause of disclosure has it: what a reader may not know
// is not in the struct.

#include "base/time.hpp"
#include "capabilities/decisions/question.hpp"
#include "capabilities/decisions/statement.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::decisions {

struct DecisionRow {
    std::int64_t id = 0;
    std::string symbol;          ///< of the proposal; empty: a draft
    std::string decision_symbol; ///< empty: not adopted
    std::string title;
    Stage stage = Stage::draft;
    std::string body;
    Matter matter = Matter::substantive;
    std::string proposer, proposer_name;
    std::optional<Day> tabled, ended;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (),
                      (id, symbol, decision_symbol, title, stage, body, matter, proposer, proposer_name,
                       tabled, ended))

/// /decisions
struct DecisionsPage {
    std::string stage, body; ///< asked for; empty: all
    bool may_draft = false;
    std::vector<DecisionRow> rows; ///< newest first, at most fifty
    std::int64_t next = 0;         ///< `before` of the page of older ones; 0: there are none
};
BOOST_DESCRIBE_STRUCT(DecisionsPage, (), (stage, body, may_draft, rows, next))

struct ParagraphRow {
    std::string key;
    std::string text;
    bool agreed = false;                  ///< ad referendum
    std::vector<std::string> dissociated; ///< names of States
};
BOOST_DESCRIBE_STRUCT(ParagraphRow, (), (key, text, agreed, dissociated))

struct StateName {
    std::string state, name;
};
BOOST_DESCRIBE_STRUCT(StateName, (), (state, name))

struct ChangeRow {
    std::string what, before, after;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (what, before, after))

struct ObjectionRow {
    std::string state, name, grounds;
    Instant lodged;
    std::optional<Instant> withdrawn;
};
BOOST_DESCRIBE_STRUCT(ObjectionRow, (), (state, name, grounds, lodged, withdrawn))

struct VoteRow {
    std::string state, name;
    std::string voice;     ///< empty: not cast, of a roll-call that is open or over
    std::string corrected; ///< after the vote, beside the record
};
BOOST_DESCRIBE_STRUCT(VoteRow, (), (state, name, voice, corrected))

struct QuestionCard {
    std::int64_t id = 0;
    Asked asked = Asked::consensus;
    std::string rule;   ///< name of its form
    std::string clause; ///< that says so
    std::int64_t charter_version = 0, text_version = 0;
    Instant put;
    std::optional<Instant> closes, ended;
    std::optional<Instant> declared_from; ///< of consensus and votes: the outcome not before
    std::string outcome;                  ///< name; empty: open or taken back
    std::string taken_back;
    std::int64_t members = 0;
    std::string disclosed_to;
    bool grounds_needed = false;
    std::optional<std::int64_t> objections; ///< that stand; only where the reader learns of them
    std::vector<ObjectionRow> objectors;    ///< likewise, those withdrawn as well
    std::vector<StateName> states;          ///< likewise, while it is open: all that take part
    bool roll_call = false;
    std::int64_t votes_cast = 0;
    std::optional<std::int64_t> in_favour, against, abstaining; ///< when it is over, or of a roll-call
    std::vector<VoteRow> votes;                                 ///< of a roll-call
    std::string own; ///< what the reader's State did: "", "objects", "yes" ...
};
BOOST_DESCRIBE_STRUCT(QuestionCard, (),
                      (id, asked, rule, clause, charter_version, text_version, put, closes, ended,
                       declared_from, outcome, taken_back, members, disclosed_to, grounds_needed, objections,
                       objectors, states, roll_call, votes_cast, in_favour, against, abstaining, votes, own))

struct StatementRow {
    std::string state, name;
    StatementKind kind = StatementKind::after;
    std::string paragraph, text;
    Instant made;
    std::int64_t text_version = 0; ///< of a dissociation: the State read the paragraph in it; 0: not kept
    bool on_older_wording = false; ///< the paragraph reads otherwise now
};
BOOST_DESCRIBE_STRUCT(StatementRow, (),
                      (state, name, kind, paragraph, text, made, text_version, on_older_wording))

/// A ruling of the Chair on a point of order.
struct RulingRow {
    std::int64_t id = 0;
    std::string raised_by, raised_by_name; ///< a State
    std::string point, ruling, clause;
    Instant ruled;
    std::string standing;                      ///< "stands", "appealed", "overruled"
    std::string appealed_by, appealed_by_name; ///< empty: nobody did
    std::string reasons;
    std::optional<QuestionCard> vote; ///< on the appeal
};
BOOST_DESCRIBE_STRUCT(RulingRow, (),
                      (id, raised_by, raised_by_name, point, ruling, clause, ruled, standing, appealed_by,
                       appealed_by_name, reasons, vote))

/// What the reader may do now, by the stage and the reader's appointments.
struct ActRow {
    std::string command; ///< "lodge_objection"
    std::string address; ///< of the page that asks for confirmation
};
BOOST_DESCRIBE_STRUCT(ActRow, (), (command, address))

/// /decisions/{proposal}
struct DecisionPage {
    DecisionRow head;
    std::string agenda_item, language;
    std::vector<std::string> evidence;
    std::optional<Day> meeting, resumes;
    std::int64_t revision = 0, text_version = 0;
    std::int64_t draft_version = 0; ///< how often a draft was written
    std::string rule, clause;       ///< by which it is decided, as the charter in force has it now
    std::int64_t rule_hours = 0;
    std::vector<ParagraphRow> text;
    std::string effect, effect_title;
    std::string binding;  ///< of a decision: "politically", or "not" where a group was not unanimous
    bool applied = false; ///< adopted: the changes are what was done, else what would be
    std::string changed_url;
    std::vector<ChangeRow> changes;
    std::vector<std::string> effect_problems; ///< codes: it could not be applied as it stands
    std::vector<StateName> sponsors;
    std::vector<StateName> shared_with;   ///< of a draft: States that read it as well
    std::vector<RulingRow> rulings;       ///< oldest first
    std::optional<QuestionCard> question; ///< the newest
    std::vector<QuestionCard> earlier;    ///< oldest first
    std::vector<StatementRow> statements;
    std::vector<ActRow> acts;
};
BOOST_DESCRIBE_STRUCT(DecisionPage, (),
                      (head, agenda_item, language, evidence, meeting, resumes, revision, text_version,
                       draft_version, rule, clause, rule_hours, text, effect, effect_title, binding, applied,
                       changed_url, changes, effect_problems, sponsors, shared_with, rulings, question,
                       earlier, statements, acts))

/// /decisions/new
struct EffectChoice {
    std::string name, title, about, matter;
};
BOOST_DESCRIBE_STRUCT(EffectChoice, (), (name, title, about, matter))
struct NewProposalPage {
    std::vector<EffectChoice> rows;
};
BOOST_DESCRIBE_STRUCT(NewProposalPage, (), (rows))

/// /decisions/new/effects/{effect}
struct DraftFormPage {
    std::string effect, title, about;
    std::string proposer;             ///< in whose name
    std::int64_t charter_version = 0; ///< in force
};
BOOST_DESCRIBE_STRUCT(DraftFormPage, (), (effect, title, about, proposer, charter_version))

/// /decisions/{proposal}/act/{command}: before an act, what will be recorded.
struct ActPage {
    std::string command;
    std::int64_t proposal = 0, revision = 0, question = 0;
    std::int64_t version = 0; ///< of the text; of a draft how often it was written
    std::int64_t ruling = 0;  ///< the newest of the Chair; 0: none
    std::string title;        ///< of the proposal
    std::string symbol;
    std::string on_behalf, on_behalf_name;
    std::string clause;             ///< it is done under; empty: none
    std::vector<ParagraphRow> text; ///< for what names a paragraph
};
BOOST_DESCRIBE_STRUCT(ActPage, (),
                      (command, proposal, revision, question, version, ruling, title, symbol, on_behalf,
                       on_behalf_name, clause, text))

} // namespace poa::decisions
