// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/put_question.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>
#include <set>

namespace poa::decisions {
namespace {

void say(Refusal& problems, std::string code, std::string clause,
         std::vector<std::pair<std::string, std::string>> facts = {}) {
    problems.reasons.push_back(Reason{std::move(code), {}, std::move(facts), std::move(clause)});
}

/// Which question comes now: the first by the rule, or the vote that may follow a consensus that failed.
Asked asked_now(const PutQuestion& request, const RuleApplied& applied, const std::optional<Question>& last,
                Stage stage, Refusal& problems) {
    const Asked first = first_asked(applied.rule);
    if (request.asked != "vote" || first == Asked::vote) {
        if (stage == Stage::blocked) say(problems, "decisions.already_failed", applied.clause);
        return first;
    }
    if (!applied.rule.has_vote())
        say(problems, "decisions.no_vote_by_rule", applied.clause);
    else if (stage != Stage::blocked || !last || last->asked != Asked::consensus ||
             last->outcome != charter::Outcome::blocked)
        say(problems, "decisions.vote_not_yet", applied.clause);
    return Asked::vote;
}

void check_text(storage::Session& session, const Proposal& proposal, Refusal& problems) {
    std::set<std::string> open;
    // Where a State stands on a paragraph is no objection to the question: that is lodged when it is put.
    for (const OpenPoint& point : open_points(session, proposal.id))
        if (point.kind != OpenPoint::Kind::objection) open.insert(point.paragraph);
    if (open.empty()) return;
    say(problems, "decisions.text_is_open", {},
        {{"paragraphs", join(std::vector<std::string>(open.begin(), open.end()), ", ")}});
}

/// No question is open while the charter it is asked under may change.
void check_charter_questions(storage::Session& session, const Proposal& proposal, Refusal& problems) {
    for (store::CharterConflict& open :
         store::charter_conflicts(session, proposal.matter == Matter::charter))
        say(problems, "decisions.charter_in_question", std::move(open.clause),
            {{"proposal", std::move(open.symbol)}});
}

/// Between meetings States are not in the room: what they can do then is break silence, or object in a window
/// of days. Where the charter plans no meeting of the body, it cannot be tied to one.
void check_meeting(const charter::Charter& charter, std::string_view body, const Question& question,
                   Day today, Refusal& problems) {
    namespace clause = charter::clause;
    if (!charter[clause::decisions::at_meetings] || !closable_from(question)) return;
    const MeetingDays meets = meeting_days(charter, body, today);
    if (!meets.has_any || meets.on_day) return;
    say(problems, "decisions.not_at_meeting", charter::spec_of(clause::decisions::at_meetings).number,
        {{"next", meets.next ? meets.next->iso() : std::string("–")}});
}

std::optional<Instant> closing(Asked asked, const RuleApplied& applied, Instant now) {
    if (asked != Asked::silence && asked != Asked::non_objection) return std::nullopt;
    return now.plus_seconds(applied.rule.hours * 3600);
}

void record(ledger::Work& work, const identity::Permit& permit, const identity::Actor& actor,
            const Proposal& proposal, const Question& question) {
    ledger::Entry entry = entry_of("decisions.put_question", permit, actor, proposal);
    entry.clause = question.applied.clause;
    entry.facts = {{"question", std::to_string(question.id.number)},
                   {"asked", std::string(name_of(question.asked))},
                   {"charter", std::to_string(question.charter_version)},
                   {"text_version", std::to_string(question.text_version)},
                   {"members", std::to_string(question.members)},
                   {"roll_call", question.roll_call ? "true" : "false"}};
    if (question.closes) entry.facts.emplace_back("closes", iso(*question.closes));
    work.record(entry);
}

} // namespace

const Input<PutQuestion>& input_of(Of<PutQuestion>) {
    static const auto input =
        Input<PutQuestion>("decisions.put_question")
            .id("proposal", &PutQuestion::proposal)
            .id("version", &PutQuestion::version)
            .choice("asked", &PutQuestion::asked,
                    {.label = N_("What is asked"),
                     .choices = {{"by_rule", N_("What the charter's rule asks first")},
                                 {"vote", N_("A vote, now that consensus has failed")}}})
            .tick("roll_call", &PutQuestion::roll_call,
                  {.label = N_("By roll-call: each State's vote is on the record")});
    return input;
}

Result<Question> put_question(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                              const PutQuestion& request) {
    auto permit = act_for_chair(work, actor, "decisions.put_question");
    if (!permit) return refuse(permit.error());
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    auto in_force = acting_charter(work, mechanism, proposal->matter);
    if (!in_force) return refuse(in_force.error());
    if (auto stage = next(proposal->stage, Verb::put); !stage) return refuse(stage.error());
    if (auto seen = text_as_seen(work.session(), *proposal, request.version); !seen)
        return refuse(seen.error());
    if (auto free = no_appeal_open(work.session(), proposal->id); !free) return refuse(free.error());
    Refusal problems{Refusal::Kind::rule, {}};
    Question made;
    made.proposal = proposal->id;
    made.applied = rule_for((*in_force)->charter, proposal->matter);
    made.asked = asked_now(request, made.applied, store::newest_question(work.session(), proposal->id),
                           proposal->stage, problems);
    check_meeting((*in_force)->charter, proposal->body, made, Day::of(work.now()), problems);
    check_text(work.session(), *proposal, problems);
    check_charter_questions(work.session(), *proposal, problems);
    if (auto effect = check_effect(work.session(), mechanism, **in_force, *proposal, work.now()); !effect)
        for (Reason& reason : effect.error().reasons) problems.reasons.push_back(std::move(reason));
    const auto entitled =
        entitled_states((*in_force)->charter, *mechanism.states.now(), proposal->body, Day::of(work.now()));
    if (entitled.empty()) say(problems, "decisions.nobody_entitled", "3.1");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    made.charter_version = (*in_force)->version;
    made.text_version = newest_version(work.session(), proposal->id);
    made.roll_call = made.asked == Asked::vote && request.roll_call;
    made.members = static_cast<std::int64_t>(entitled.size());
    made.put = work.now();
    made.closes = closing(made.asked, made.applied, made.put);
    made.id = store::add_question(work.session(), made, entitled);
    if (auto gone = go_on(work.session(), *proposal, Verb::put); !gone) return refuse(gone.error());
    record(work, *permit, actor, *proposal, made);
    return made;
}

} // namespace poa::decisions
