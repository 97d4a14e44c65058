// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/proposal.hpp"

#include "base/input.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct StageRow {
    Stage stage;
    std::string_view name, title;
};
constexpr std::array stage_rows{
    StageRow{Stage::draft, "draft", N_("Draft")},
    StageRow{Stage::tabled, "tabled", N_("Tabled")},
    StageRow{Stage::under_discussion, "under_discussion", N_("Under discussion")},
    StageRow{Stage::before_the_body, "before_the_body", N_("Before the body")},
    StageRow{Stage::in_mediation, "in_mediation", N_("Set aside for mediation")},
    StageRow{Stage::adopted, "adopted", N_("Adopted")},
    StageRow{Stage::blocked, "blocked", N_("Not adopted")},
    StageRow{Stage::withdrawn, "withdrawn", N_("Withdrawn")},
    StageRow{Stage::lapsed, "lapsed", N_("Lapsed")},
};
constexpr std::array all{Stage::draft,           Stage::tabled,       Stage::under_discussion,
                         Stage::before_the_body, Stage::in_mediation, Stage::adopted,
                         Stage::blocked,         Stage::withdrawn,    Stage::lapsed};

struct VerbRow {
    Verb verb;
    std::string_view name, title;
};
constexpr std::array verb_rows{
    VerbRow{Verb::table, "table", N_("Table")},
    VerbRow{Verb::discuss, "discuss", N_("Open the discussion")},
    VerbRow{Verb::put, "put", N_("Put to the body")},
    VerbRow{Verb::adopt, "adopt", N_("Adopt")},
    VerbRow{Verb::block, "block", N_("Find that it is not adopted")},
    VerbRow{Verb::take_back, "take_back", N_("Take the question back")},
    VerbRow{Verb::reopen, "reopen", N_("Reopen the discussion")},
    VerbRow{Verb::defer, "defer", N_("Set aside for mediation")},
    VerbRow{Verb::resume, "resume", N_("Resume after mediation")},
    VerbRow{Verb::withdraw, "withdraw", N_("Withdraw")},
    VerbRow{Verb::lapse, "lapse", N_("Let lapse")},
};

constexpr std::string_view author = N_("who proposes it"), the_chair = N_("the Chair"),
                           the_rule = N_("the rule of the charter"),
                           chair_or_author = N_("the Chair, or who proposes it");
constexpr std::string_view italy =
    "A/78/76, Italy"; // opposed positions may go to mediation before a decision

constexpr std::array table{
    Transition{Stage::draft, Verb::table, Stage::tabled, author, ""},
    Transition{Stage::draft, Verb::withdraw, Stage::withdrawn, author, ""},
    Transition{Stage::tabled, Verb::discuss, Stage::under_discussion, the_chair, ""},
    Transition{Stage::tabled, Verb::put, Stage::before_the_body, the_chair, ""},
    Transition{Stage::tabled, Verb::withdraw, Stage::withdrawn, author, ""},
    Transition{Stage::tabled, Verb::lapse, Stage::lapsed, the_chair, ""},
    Transition{Stage::under_discussion, Verb::put, Stage::before_the_body, the_chair, ""},
    Transition{Stage::under_discussion, Verb::defer, Stage::in_mediation, the_chair, italy},
    Transition{Stage::under_discussion, Verb::withdraw, Stage::withdrawn, author, ""},
    Transition{Stage::under_discussion, Verb::lapse, Stage::lapsed, the_chair, ""},
    Transition{Stage::before_the_body, Verb::adopt, Stage::adopted, the_rule, ""},
    Transition{Stage::before_the_body, Verb::block, Stage::blocked, the_rule, ""},
    Transition{Stage::before_the_body, Verb::take_back, Stage::under_discussion, the_chair, ""},
    Transition{Stage::in_mediation, Verb::resume, Stage::under_discussion, the_chair, italy},
    Transition{Stage::in_mediation, Verb::withdraw, Stage::withdrawn, author, ""},
    Transition{Stage::blocked, Verb::put, Stage::before_the_body, the_chair,
               ""}, // a vote after consensus failed
    Transition{Stage::blocked, Verb::reopen, Stage::under_discussion, the_chair, ""},
    Transition{Stage::blocked, Verb::defer, Stage::in_mediation, the_chair, italy},
    Transition{Stage::blocked, Verb::withdraw, Stage::withdrawn, author, ""},
    Transition{Stage::blocked, Verb::lapse, Stage::lapsed, the_chair, ""},
};

Reason reason(std::string code, std::string clause,
              std::vector<std::pair<std::string, std::string>> facts = {}) {
    return Reason{std::move(code), {}, std::move(facts), std::move(clause)};
}

template <class Clause> std::string number_of(Clause name) {
    return charter::spec_of(name).number;
}

bool may_propose(const charter::Charter& charter, std::string_view proposer_class, std::string_view kind) {
    const charter::RightsTable& rights = charter[clause::participants::rights];
    const auto of_class = rights.find(proposer_class);
    if (of_class == rights.end()) return false;
    const auto of_kind = of_class->second.find(kind);
    return of_kind != of_class->second.end() &&
           std::ranges::find(of_kind->second, "propose") != of_kind->second.end();
}

bool is_bound_by_deadline(Matter matter) {
    return matter != Matter::procedural && matter != Matter::elections && matter != Matter::founding;
}

bool is_meeting_of(const charter::CalendarEvent& event, std::string_view body) {
    using charter::EventKind;
    if (body == "plenary") return event.kind == EventKind::plenary;
    if (body == "review_conference") return event.kind == EventKind::review_conference;
    if (body == "founding_conference") return event.kind == EventKind::founding_conference;
    return event.kind == EventKind::group_meeting && body.substr(6) == event.of;
}

} // namespace

std::span<const Stage> all_stages() {
    return all;
}
std::string_view name_of(Stage stage) {
    return stage_rows[static_cast<std::size_t>(stage)].name;
}
std::string_view title_of(Stage stage) {
    return stage_rows[static_cast<std::size_t>(stage)].title;
}
std::optional<Stage> parse_stage(std::string_view name) {
    for (const StageRow& row : stage_rows)
        if (row.name == name) return row.stage;
    return std::nullopt;
}
std::string_view name_of(Verb verb) {
    return verb_rows[static_cast<std::size_t>(verb)].name;
}
std::string_view title_of(Verb verb) {
    return verb_rows[static_cast<std::size_t>(verb)].title;
}
std::span<const Transition> transitions() {
    return table;
}

Result<Stage> next(Stage stage, Verb verb) {
    for (const Transition& row : table)
        if (row.from == stage && row.verb == verb) return row.to;
    return refuse(Refusal::because(Refusal::Kind::rule, "decisions.not_in_this_stage")
                      .with("stage", std::string(name_of(stage)))
                      .with("verb", std::string(name_of(verb))));
}

bool is_body(std::string_view text) {
    if (text == "plenary" || text == "review_conference" || text == "founding_conference") return true;
    if (!text.starts_with("group:") || text.size() < 7 || text.size() > 70) return false;
    return std::ranges::all_of(
        text.substr(6), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string_view meeting_kind_of(std::string_view body) {
    if (body == "plenary") return "plenary";
    return body.starts_with("group:") ? "group" : "review";
}

std::string_view words_of_body(std::string_view body) {
    if (body == "plenary") return N_("the plenary");
    if (body == "review_conference") return N_("the review conference");
    if (body == "founding_conference") return N_("the founding conference");
    return N_("a working group");
}

Refusal problems_of_tabling(const charter::Charter& charter, const Proposal& proposal,
                            std::string_view proposer_class, std::span<const Sponsor> sponsors, Day today) {
    Refusal problems{Refusal::Kind::rule, {}};
    const bool regional = proposer_class == "regional_organisations";
    const bool sponsored = regional && charter[clause::participants::regional_needs_sponsor];
    // A proposal that a State sponsors is that State's; without the sponsor rule the organisation proposes.
    if (!(sponsored && !sponsors.empty()) &&
        !may_propose(charter, proposer_class, meeting_kind_of(proposal.body)))
        problems.reasons.push_back(reason("decisions.no_right_to_propose",
                                          number_of(clause::participants::rights),
                                          {{"class", std::string(proposer_class)}, {"body", proposal.body}}));
    if (sponsored && sponsors.empty())
        problems.reasons.push_back(
            reason("decisions.sponsor_needed", number_of(clause::participants::regional_needs_sponsor)));
    // A/78/76, Chile, Denmark, Switzerland: the plenary takes up what its groups recommend.
    const bool from_group = proposal.proposer.starts_with("group:");
    if (from_group || !is_bound_by_deadline(proposal.matter) || !proposal.meeting) return problems;
    const Day deadline = tabling_deadline(charter, *proposal.meeting);
    if (today > deadline)
        problems.reasons.push_back(
            reason("decisions.tabled_late", number_of(clause::languages::documents_weeks),
                   {{"meeting", proposal.meeting->iso()}, {"deadline", deadline.iso()}}));
    return problems;
}

std::optional<Day> next_meeting(const charter::Charter& charter, std::string_view body, Day day) {
    charter::CalendarWish wish;
    wish.from = day;
    wish.to = Day{day.days + 3 * 366};
    std::optional<Day> first;
    for (const charter::CalendarEvent& event : charter::calendar_of(charter, wish).events)
        if (is_meeting_of(event, body) && event.first >= day && (!first || event.first < *first))
            first = event.first;
    return first;
}

MeetingDays meeting_days(const charter::Charter& charter, std::string_view body, Day day) {
    charter::CalendarWish wish;
    wish.from = Day{day.days - 7 * 366};
    wish.to = Day{day.days + 7 * 366};
    MeetingDays found;
    for (const charter::CalendarEvent& event : charter::calendar_of(charter, wish).events) {
        if (!is_meeting_of(event, body)) continue;
        found.has_any = true;
        found.on_day = found.on_day || (event.first <= day && day <= event.last);
        if (event.first > day && (!found.next || event.first < *found.next)) found.next = event.first;
    }
    return found;
}

Day tabling_deadline(const charter::Charter& charter, Day meeting) {
    return Day{meeting.days - static_cast<std::int32_t>(7 * charter[clause::languages::documents_weeks])};
}

} // namespace poa::decisions
