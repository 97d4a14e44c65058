// SPDX-License-Identifier: Apache-2.0
#pragma once
// A proposal on its way to a decision. One number and one address for its whole life: the adopted proposal is
// the decision.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/matter.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

enum class Stage : std::uint8_t {
    draft,            ///< seen by who writes it, and by the Chair's office of its own drafts
    tabled,           ///< official: it has a symbol, and every State sees it
    under_discussion, ///< amendments and positions are open
    before_the_body,  ///< a question is open
    in_mediation,     ///< set aside until mediation has ended
    adopted,          ///< its effect holds
    blocked,          ///< the question was put and it was not adopted
    withdrawn,
    lapsed, ///< its meeting ended without a question
};
[[nodiscard]] std::span<const Stage> all_stages();
[[nodiscard]] std::string_view name_of(Stage stage);
[[nodiscard]] std::string_view title_of(Stage stage); ///< source string
[[nodiscard]] std::optional<Stage> parse_stage(std::string_view name);

enum class Verb : std::uint8_t {
    table,
    discuss,
    put,
    adopt,
    block,
    take_back, ///< the question, without a result
    reopen,
    defer,
    resume,
    withdraw,
    lapse,
};
[[nodiscard]] std::string_view name_of(Verb verb);
[[nodiscard]] std::string_view title_of(Verb verb); ///< source string

/// One row of the table of stages. A verb without a row for a stage is refused there.
struct Transition {
    Stage from;
    Verb verb;
    Stage to;
    std::string_view who;    ///< source string
    std::string_view source; ///< of the rule: "A/78/76, Italy"; empty: practice of meetings
};
[[nodiscard]] std::span<const Transition> transitions();
/// Refuses (rule) "decisions.not_in_this_stage" (stage, verb).
[[nodiscard]] Result<Stage> next(Stage stage, Verb verb);

/// A body that decides: "plenary", "review_conference", "founding_conference", or "group:ID".
[[nodiscard]] bool is_body(std::string_view text);
/// The kind of meeting whose rights hold in that body (charter: participants.rights): "plenary", "review",
/// "group".
[[nodiscard]] std::string_view meeting_kind_of(std::string_view body);

/// What people call it (source string); of a group "a working group".
[[nodiscard]] std::string_view words_of_body(std::string_view body);

struct Proposal {
    Id<Proposal> id;
    std::string symbol;          ///< "POA/2026/L.3" once tabled
    std::string decision_symbol; ///< "POA/2026/3" once adopted
    Stage stage = Stage::draft;
    std::string proposer; ///< "state:XXA", "chair", "group:capacity", "organisation:some-union"
    std::string title, agenda_item;
    std::string body;          ///< that decides
    std::string effect;        ///< name of an EffectSpec
    std::string effect_fields; ///< JSON object of texts, as the effect's input reads it
    Matter matter = Matter::substantive;
    std::string language;       ///< authentic for the negotiation: "en"
    std::string evidence;       ///< addresses and symbols it rests on, one a line
    std::optional<Day> meeting; ///< first day of the meeting it is tabled for
    std::optional<Day> resumes; ///< after mediation, at the latest
    Instant drafted;
    std::optional<Instant> tabled, ended;
    std::int64_t revision = 0;
};

/// Sponsors of a proposal: States, in the order they joined.
struct Sponsor {
    std::string state; ///< ISO3
    Instant since;
};

/// Whether it may be tabled, as the charter has it. All reasons at once, kind rule:
///   "decisions.no_right_to_propose" (class, body; clause 3.1) the proposer's class may not propose there
///   "decisions.sponsor_needed" (clause 3.3) a regional organisation's proposal without a State as sponsor
///   (A/78/76, Cuba)
///   "decisions.tabled_late" (meeting, deadline; clause 16.4) after the last day for documents; matters of
///   procedure, elections and what a group recommends are not bound by it
/// `proposer_class`: name of the rights table, "member_states". `meeting`: the first day of the meeting.
[[nodiscard]] Refusal problems_of_tabling(const charter::Charter& charter, const Proposal& proposal,
                                          std::string_view proposer_class, std::span<const Sponsor> sponsors,
                                          Day today);

/// The first day of the next meeting of that body on or after `day`, by the charter's calendar; nothing where
/// none is planned within three years.
[[nodiscard]] std::optional<Day> next_meeting(const charter::Charter& charter, std::string_view body,
                                              Day day);
/// When a body meets, by the charter's calendar.
struct MeetingDays {
    bool has_any = false;    ///< within seven years before and after; else the charter plans none
    bool on_day = false;     ///< it meets on that day
    std::optional<Day> next; ///< first day of its next meeting after it
};
[[nodiscard]] MeetingDays meeting_days(const charter::Charter& charter, std::string_view body, Day day);
/// The last day on which documents for a meeting can be tabled.
[[nodiscard]] Day tabling_deadline(const charter::Charter& charter, Day meeting);

} // namespace poa::decisions
