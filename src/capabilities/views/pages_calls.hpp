// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of calls for views. What came in under a call for Member States is shown to them alone;
// everybody sees the call and its counts.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::views {

struct CallListing {
    std::string slug;
    std::string title;
    std::string mandate;         ///< "A/RES/77/37, para. 3"
    std::string mandate_address; ///< of the passage; empty: not on the record
    std::string stage;           ///< "announced", "open", "extended", "past_deadline", "closed"
    Day opening;
    Day deadline; ///< that holds now
    Day first_deadline;
    std::optional<Day> closed;
    std::string called; ///< "member_states", "all_states"
    bool stakeholders_invited = false;
    std::int64_t stakeholder_words = 0; ///< most words of a stakeholder's paper; 0: no limit
    std::string audience;               ///< of what comes in
    std::vector<std::string> languages;
    std::int64_t states = 0; ///< whose own submission stands, in time or late
    std::int64_t late = 0;   ///< of them
    std::int64_t extra = 0, consultation = 0, stakeholders = 0;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(CallListing, (),
                      (slug, title, mandate, mandate_address, stage, opening, deadline, first_deadline,
                       closed, called, stakeholders_invited, stakeholder_words, audience, languages, states,
                       late, extra, consultation, stakeholders, address))

/// /views/calls
struct CallsPage {
    std::vector<CallListing> rows; ///< the newest first
    bool may_open = false;
};
BOOST_DESCRIBE_STRUCT(CallsPage, (), (rows, may_open))

struct ExtensionRow {
    Day from;
    Day to;
    std::string reason;
    bool after_deadline = false;
    Instant decided_at;
    std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(ExtensionRow, (), (from, to, reason, after_deadline, decided_at, decided_by))

struct ReminderRow {
    Day day;
    std::string channel;
    std::string text;
    std::int64_t reminded = 0; ///< how many States
    std::string recorded_by;
};
BOOST_DESCRIBE_STRUCT(ReminderRow, (), (day, channel, text, reminded, recorded_by))

struct SubmissionListing {
    std::int64_t submission = 0; ///< number within the call
    std::string listed;          ///< "in_time", "late", "extra", "consultation", "stakeholder"
    std::string actor;           ///< "state:CAN", "organisation:..."
    std::string name;
    std::string actor_kind; ///< "state", "stakeholder"
    std::string source;     ///< "online", "upload", "entered", "consultation"
    std::string channel;    ///< how it reached the secretariat; empty: here
    std::string language;
    Instant received_at;
    bool day_only = false; ///< only the day of receipt is known
    bool late = false;     ///< by `deadline`
    Day deadline;          ///< that held when it came
    bool late_by_present_deadline = false;
    bool superseded = false;
    std::optional<Day> withdrawn;
    std::optional<std::int64_t> consultation; ///< number within the call
    std::string document, document_title;     ///< empty: not for this reader
    std::string address;                      ///< where it is read; empty: not for this reader
    bool may_withdraw = false;
};
BOOST_DESCRIBE_STRUCT(SubmissionListing, (),
                      (submission, listed, actor, name, actor_kind, source, channel, language, received_at,
                       day_only, late, deadline, late_by_present_deadline, superseded, withdrawn,
                       consultation, document, document_title, address, may_withdraw))

struct ConsultationListing {
    std::int64_t consultation = 0;
    Day day;
    std::string place;
    std::string held_by;
    std::vector<std::string> states; ///< names
    std::string address;             ///< of its record
};
BOOST_DESCRIBE_STRUCT(ConsultationListing, (), (consultation, day, place, held_by, states, address))

struct CoverageRow {
    std::string group;
    std::string name;
    std::int64_t called = 0;
    std::int64_t replied = 0; ///< their own submission stands
    std::int64_t late = 0;    ///< of them
    std::int64_t consultation = 0;
};
BOOST_DESCRIBE_STRUCT(CoverageRow, (), (group, name, called, replied, late, consultation))

struct ReplyTile {
    std::string iso3;
    std::string name;
    std::string address; ///< of the State
    int column = 0;
    int row = 0;
    bool called = true;
    bool replied = false;
};
BOOST_DESCRIBE_STRUCT(ReplyTile, (), (iso3, name, address, column, row, called, replied))

/// What the reader may do to the call now.
struct CallOffers {
    bool extend = false, close = false, remind = false, consult = false;
    bool submit = false, enter = false;
};
BOOST_DESCRIBE_STRUCT(CallOffers, (), (extend, close, remind, consult, submit, enter))

/// /views/calls/{call}
struct CallPage {
    CallListing call;
    std::string questions;
    std::string announcement;
    std::vector<Day> reminder_days;
    std::vector<ExtensionRow> extensions;
    std::vector<ReminderRow> reminders;
    std::int64_t states_called = 0;
    std::int64_t without_reply = 0;
    bool shows_submissions = false; ///< what came in is for this reader
    std::vector<SubmissionListing> submissions;
    std::vector<ConsultationListing> consultations;
    std::vector<CoverageRow> coverage;
    std::vector<ReplyTile> tiles;
    int tile_columns = 0, tile_rows = 0;
    CallOffers offers;
};
BOOST_DESCRIBE_STRUCT(CallPage, (),
                      (call, questions, announcement, reminder_days, extensions, reminders, states_called,
                       without_reply, shows_submissions, submissions, consultations, coverage, tiles,
                       tile_columns, tile_rows, offers))

/// /views/calls/{call}/submissions
struct SubmissionsPage {
    std::string call;
    std::string title;
    std::vector<SubmissionListing> rows; ///< the newest first
};
BOOST_DESCRIBE_STRUCT(SubmissionsPage, (), (call, title, rows))

struct PlainState {
    std::string iso3;
    std::string name;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(PlainState, (), (iso3, name, address))

/// /views/calls/{call}/no-reply
struct NoReplyPage {
    std::string call;
    std::string title;
    std::vector<PlainState> rows; ///< in alphabetical order
};
BOOST_DESCRIBE_STRUCT(NoReplyPage, (), (call, title, rows))

/// Before a form about a call.
struct CallFormPage {
    std::string call, title;
    std::string stage;
    Day deadline;
    std::vector<std::string> languages;
    std::vector<std::string> bodies; ///< in whose name the sender may send; empty: enters those of others
};
BOOST_DESCRIBE_STRUCT(CallFormPage, (), (call, title, stage, deadline, languages, bodies))

struct CallOutcome {
    std::string call, address, stage;
    Day deadline;
};
BOOST_DESCRIBE_STRUCT(CallOutcome, (), (call, address, stage, deadline))

struct ReminderOutcome {
    std::string call;
    Day day;
    std::vector<std::string> reminded; ///< ISO3
};
BOOST_DESCRIBE_STRUCT(ReminderOutcome, (), (call, day, reminded))

struct SubmissionOutcome {
    std::string call;
    std::int64_t submission = 0;
    std::string actor, document;
    bool late = false;
    Day deadline; ///< that held when it came
    bool withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(SubmissionOutcome, (), (call, submission, actor, document, late, deadline, withdrawn))

struct ConsultationOutcome {
    std::string call;
    std::int64_t consultation = 0;
    std::string document;
    std::vector<std::int64_t> entries; ///< numbers of submissions
};
BOOST_DESCRIBE_STRUCT(ConsultationOutcome, (), (call, consultation, document, entries))

} // namespace poa::views
