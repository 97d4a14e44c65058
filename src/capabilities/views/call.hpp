// SPDX-License-Identifier: Apache-2.0
#pragma once
// A call for views and what comes in under it. Rules only: a call is open from its opening day until it is
// closed for good; the deadline is a day and runs to its end in UTC. What comes after the deadline is taken
// and marked, against the deadline that held at the moment it came. See A/78/76, paras. 2 and 3: views
// received by the deadline and its extension, and those that came later.

#include "base/audience.hpp"
#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

struct CallRow;         ///< tag of Id
struct SubmissionRow;   ///< tag of Id
struct ConsultationRow; ///< tag of Id

using CallId = Id<CallRow>;
using SubmissionId = Id<SubmissionRow>;
using ConsultationId = Id<ConsultationRow>;

/// Which States are asked.
enum class Called { member_states = 0, all_states = 1 /**< observer States as well */ };
[[nodiscard]] std::string_view name_of(Called called);
[[nodiscard]] std::optional<Called> parse_called(std::string_view name);

enum class CallStage {
    announced,     ///< the opening day has not come
    open,          ///< until the end of the deadline's day
    extended,      ///< the same, the deadline having been moved
    past_deadline, ///< views are still taken, and marked as late
    closed,        ///< for good: nothing more is taken
};
[[nodiscard]] std::string_view name_of(CallStage stage);

struct Extension {
    Day from, to; ///< the deadline before and after
    std::string reason;
    bool after_deadline = false; ///< decided when the deadline before had passed
    Instant decided_at;
    std::string decided_by;
};

struct Reminder {
    Day day;
    std::string text;
    std::string channel;               ///< one of `channels`
    std::vector<std::string> reminded; ///< ISO3 of the States that had not submitted
    Instant recorded_at;
    std::string recorded_by;
};

struct Call {
    CallId id;
    std::string slug;
    std::string title;
    std::string mandate_symbol;    ///< "A/RES/77/37"
    std::string mandate_paragraph; ///< "3", "3 (a)"
    std::string questions;         ///< empty: none asked
    Called called = Called::member_states;
    bool stakeholders_invited = false;
    std::int64_t stakeholder_words = 0;                 ///< most words of a stakeholder's paper; 0: no limit
    std::vector<std::string> languages;                 ///< codes of the official languages that are accepted
    Audience views_audience = Audience::own_delegation; ///< who reads what comes in
    Day opening;
    Day first_deadline;
    std::string announcement; ///< reference of the note verbale; empty: none
    std::vector<Day> reminder_days;
    std::vector<Extension> extensions; ///< in the order they were decided
    Instant opened_at;
    std::string opened_by;
    std::optional<Instant> closed_at;
    std::int64_t revision = 0;
};

[[nodiscard]] Instant first_moment_of(Day day);
[[nodiscard]] Instant last_moment_of(Day day);

/// The deadline that holds now, with all extensions.
[[nodiscard]] Day present_deadline(const Call& call);
/// The deadline that held at that moment: extensions decided later do not count.
[[nodiscard]] Day deadline_at(const Call& call, Instant moment);
[[nodiscard]] CallStage stage_of(const Call& call, Instant now);

/// When something came, measured against the deadline that held then and the one that holds now.
struct Lateness {
    Day deadline;                 ///< that held when it came
    bool late = false;            ///< by that deadline
    bool late_by_present = false; ///< by the deadline as it is now
};
[[nodiscard]] Lateness lateness_of(const Call& call, Instant received);

/// Whether views are taken now. Refuses (kind rule): "views.call_closed", "views.not_open_yet" (opening).
[[nodiscard]] Result<void> takes_views(const Call& call, Instant now);

/// What is wrong with a call to be opened today, all of it: input.required, views.day_past,
/// views.deadline_before_opening, views.reminder_outside, views.malformed_paragraph, views.language_unknown.
[[nodiscard]] Refusal problems_of_opening(const Call& call, bool has_opening, bool has_deadline, Day today);
/// The same for a new deadline: input.required, views.deadline_not_later, views.day_past.
[[nodiscard]] Refusal problems_of_extension(const Call& call, std::optional<Day> deadline,
                                            std::string_view reason, Day today);

/// The anchor of a paragraph as people write it: "3" is "para-3", "3 (a)" is "para-3/a". Nothing where it is
/// no number with sub-paragraphs.
[[nodiscard]] std::optional<std::string> paragraph_anchor(std::string_view paragraph);

/// Days written with a comma or space between, each once, in their order; nothing where one is no day.
[[nodiscard]] std::optional<std::vector<Day>> read_days(std::string_view text);
[[nodiscard]] std::string write_days(const std::vector<Day>& days);
/// Words with a comma or space between, each once.
[[nodiscard]] std::vector<std::string> read_words(std::string_view text);

/// The six official languages by code, in the order of their English names.
[[nodiscard]] const std::vector<std::string>& official_language_codes();

// --- what comes in

enum class Source {
    online = 0,       ///< typed here
    upload = 1,       ///< a file, by the actor itself
    entered = 2,      ///< by the secretariat, for who sent it by other ways
    consultation = 3, ///< gathered in a consultation; not the actor's own paper
};
[[nodiscard]] std::string_view name_of(Source source);

enum class SubmitterKind { state = 0, stakeholder = 1 };
[[nodiscard]] std::string_view name_of(SubmitterKind kind);
/// By its key: "state:CAN" is a State, everything else a stakeholder.
[[nodiscard]] SubmitterKind kind_of_submitter(std::string_view key);

struct Submission {
    SubmissionId id;
    CallId call;
    std::int64_t number = 0; ///< 1, 2 ... within the call
    std::string actor;       ///< "state:CAN", "organisation:..."
    SubmitterKind kind = SubmitterKind::state;
    bool was_called = true; ///< a State that was asked
    std::string language;
    Source source = Source::online;
    Instant received_at;
    bool day_only = false;    ///< only the day of receipt is known
    Day deadline;             ///< that held when it came
    bool late = false;        ///< by that deadline
    std::string channel;      ///< how it reached the secretariat; empty: here
    std::string document;     ///< slug
    std::string section;      ///< anchor in it; empty: all of it
    bool own_document = true; ///< the document was made by this submission
    std::optional<ConsultationId> consultation;
    bool superseded = false; ///< the actor sent a newer one
    std::optional<Instant> withdrawn_at;
    Instant recorded_at;
    std::string recorded_by;
};

[[nodiscard]] inline bool stands(const Submission& submission) {
    return !submission.superseded && !submission.withdrawn_at;
}

/// Under which heading a submission is listed.
enum class Listed {
    in_time,      ///< of a State that was called
    late,         ///< the same, after the deadline that held
    extra,        ///< of a State that was not called
    consultation, ///< of a State, gathered in a consultation
    stakeholder,  ///< of anybody else; never counted among States
};
[[nodiscard]] Listed listed_as(const Submission& submission);
[[nodiscard]] std::string_view name_of(Listed listed);

struct Consultation {
    ConsultationId id;
    CallId call;
    std::int64_t number = 0; ///< 1, 2 ... within the call
    Day day;
    std::string place;
    std::string held_by;
    std::vector<std::string> states; ///< ISO3 of those that took part
    std::string document;            ///< slug of its record
    Instant recorded_at;
    std::string recorded_by;
};

/// How something reaches people, or reached the secretariat: "note_verbale", "e_mail", "paper", "meeting".
[[nodiscard]] const std::vector<std::string>& channels();

} // namespace poa::views
