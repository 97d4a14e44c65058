// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/close_question.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/asking.hpp"
#include "capabilities/decisions/store_rulings.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// By whom it is closed, and as of which moment.
struct Closing {
    identity::Permit permit; ///< without a body: the platform
    const identity::Actor& actor;
    Instant at;
};

std::string decision_symbol(storage::Session& session, Instant at) {
    const int year = Day::of(at).year();
    return "POA/" + std::to_string(year) + "/" +
           std::to_string(store::next_number(session, "decision", year));
}

Result<Applied> apply(ledger::Work& work, const Mechanism& mechanism, const Proposal& proposal, Instant at) {
    const EffectSpec* effect = mechanism.effects.find(proposal.effect);
    if (effect == nullptr)
        return refuse(Refusal::because(Refusal::Kind::rule, "decisions.no_such_effect")
                          .with("effect", proposal.effect));
    auto in_force = mechanism.charter.of(work.session());
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    const PutText text = put_text(work.session(), proposal);
    const EffectScene scene{work.session(), *in_force, proposal, text, at};
    return effect->apply(work, scene, read_fields(proposal.effect_fields),
                         {proposal.id, proposal.decision_symbol, at});
}

/// Where not everyone learns of objections, their number is not told either.
std::string objections_told(const Question& question) {
    if (question.applied.disclosure == Disclosure::everyone) return std::to_string(question.tally.objections);
    return question.tally.objections > 0 ? "some" : "none";
}

void record(ledger::Work& work, const Closing& closing, const OpenMatter& matter,
            const std::optional<Applied>& applied) {
    const Question& question = matter.question;
    ledger::Entry entry = entry_on("decisions.close_question", closing.permit, closing.actor, matter);
    auto add = [&](std::string name, std::string value) {
        entry.facts.emplace_back(std::move(name), std::move(value));
    };
    add("outcome", std::string(charter::name_of(*question.outcome)));
    add("charter", std::to_string(question.charter_version));
    add("members", std::to_string(question.members));
    add("objections", objections_told(question));
    if (question.asked == Asked::vote) {
        add("in_favour", std::to_string(question.tally.in_favour));
        add("against", std::to_string(question.tally.against));
        add("abstaining", std::to_string(question.tally.abstaining));
    }
    if (applied) {
        add("symbol", matter.proposal.decision_symbol);
        add("effect", matter.proposal.effect);
        add("changed", applied->subject);
        for (const auto& [name, value] : applied->facts) add("effect_" + name, value);
    }
    work.record(entry);
}

/// What was heard, and what the rule makes of it.
void hear(storage::Session& session, Question& question, Instant at) {
    question.tally =
        tally_of(question, store::objections_of(session, question.id), store::votes_of(session, question.id));
    question.outcome = outcome_of(question, question.tally);
    question.ended = at;
}

/// What comes out, and what it does.
Result<Question> close(ledger::Work& work, const Mechanism& mechanism, OpenMatter& matter,
                       const Closing& closing) {
    storage::Session& session = work.session();
    Question& question = matter.question;
    Proposal& proposal = matter.proposal;
    hear(session, question, closing.at);
    store::end_question(session, question);
    const bool adopted = charter::is_adopted(*question.outcome);
    std::optional<Applied> applied;
    if (adopted) {
        proposal.decision_symbol = decision_symbol(session, closing.at);
        proposal.ended = closing.at;
        auto done = apply(work, mechanism, proposal, closing.at);
        if (!done) return refuse(done.error());
        store::add_effect(session, proposal.id, *done, closing.at);
        applied = std::move(*done);
    }
    if (auto gone = go_on(session, proposal, adopted ? Verb::adopt : Verb::block); !gone)
        return refuse(gone.error());
    record(work, closing, matter, applied);
    return question;
}

/// The ruling stands or is overruled; the proposal is where it was.
Result<Question> close_appeal(ledger::Work& work, OpenMatter& matter, const Closing& closing) {
    Question& question = matter.question;
    hear(work.session(), question, closing.at);
    store::end_question(work.session(), question);
    ledger::Entry entry = entry_on("decisions.close_question", closing.permit, closing.actor, matter);
    entry.facts.insert(entry.facts.end(), {{"outcome", std::string(charter::name_of(*question.outcome))},
                                           {"ruling", std::to_string(*question.ruling)},
                                           {"ruling_is", std::string(standing_of(&question))},
                                           {"members", std::to_string(question.members)},
                                           {"in_favour", std::to_string(question.tally.in_favour)},
                                           {"against", std::to_string(question.tally.against)},
                                           {"abstaining", std::to_string(question.tally.abstaining)}});
    work.record(entry);
    return question;
}

/// Time to appeal is time to speak: a ruling begins it anew.
Result<void> may_close_now(ledger::Work& work, const OpenMatter& matter) {
    Question question = matter.question;
    if (!question.ruling) {
        if (auto free = no_appeal_open(work.session(), matter.proposal.id); !free) return free;
        const auto rulings = store::rulings_of(work.session(), matter.proposal.id);
        if (!rulings.empty() && !rulings.back().question)
            question.put = std::max(question.put, rulings.back().ruled);
    }
    return may_close(question, store::spoken(work.session(), question.id), work.now());
}

/// Codes of what the effect refuses now; empty where it can be applied, or nothing is adopted.
std::string why_not_applied(ledger::Work& work, const Mechanism& mechanism, const OpenMatter& matter,
                            Instant at) {
    Question heard = matter.question;
    hear(work.session(), heard, at);
    if (!charter::is_adopted(*heard.outcome)) return {};
    auto in_force = mechanism.charter.of(work.session());
    if (!in_force) return "charter.none_in_force";
    auto checked = check_effect(work.session(), mechanism, *in_force, matter.proposal, at);
    if (checked) return {};
    std::vector<std::string> codes;
    for (const Reason& reason : checked.error().reasons) codes.push_back(reason.code);
    return join(codes, " ");
}

/// What nobody objected to cannot take effect any more: it is not adopted, and discussed again.
void take_back(ledger::Work& work, OpenMatter& matter, const Closing& closing, std::string why) {
    matter.question.ended = closing.at;
    matter.question.taken_back = std::move(why);
    store::end_question(work.session(), matter.question);
    auto gone = go_on(work.session(), matter.proposal, Verb::take_back);
    require(gone.has_value(), "an open question's proposal is before the body");
    ledger::Entry entry = entry_on("decisions.take_back_question", closing.permit, closing.actor, matter);
    entry.facts.emplace_back("reason", matter.question.taken_back);
    work.record(entry);
}

} // namespace

const Input<CloseQuestion>& input_of(Of<CloseQuestion>) {
    static const auto input = Input<CloseQuestion>("decisions.close_question")
                                  .id("proposal", &CloseQuestion::proposal)
                                  .id("question", &CloseQuestion::question);
    return input;
}

Result<Question> close_question(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                                const CloseQuestion& request) {
    auto permit = act_for_chair(work, actor, "decisions.close_question");
    if (!permit) return refuse(permit.error());
    auto matter = matter_of(work, actor, request.proposal, request.question);
    if (!matter) return refuse(matter.error());
    if (auto may = may_close_now(work, *matter); !may) return refuse(may.error());
    const Closing closing{*permit, actor, moment_of(matter->question, work.now())};
    return matter->question.ruling ? close_appeal(work, *matter, closing)
                                   : close(work, mechanism, *matter, closing);
}

void close_due_question(ledger::Work& work, const Mechanism& mechanism, const Question& due) {
    require(due.closes.has_value(), "a question with a last moment");
    const identity::Actor platform = identity::Actor::visitor();
    OpenMatter matter{store::proposal(work.session(), due.proposal).value(), due};
    const Closing closing{{}, platform, *due.closes};
    if (std::string why = why_not_applied(work, mechanism, matter, closing.at); !why.empty())
        return take_back(work, matter, closing, std::move(why));
    auto done = close(work, mechanism, matter, closing);
    require(done.has_value(), "what was checked in this transaction can be applied");
}

std::int64_t close_due_questions(ledger::Work& work, const Mechanism& mechanism, Instant by) {
    const auto due = store::due_questions(work.session(), by);
    for (const Question& question : due) close_due_question(work, mechanism, question);
    return static_cast<std::int64_t>(due.size());
}

} // namespace poa::decisions
