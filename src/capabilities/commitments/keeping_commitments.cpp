// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/keeping_commitments.hpp"

#include "capabilities/commitments/permissions.hpp"

namespace poa::commitments {
namespace {

using identity::Actor;
using identity::Body;
using identity::Permit;

/// As whoever the actor stands for; refuses as the table where none of them may.
Result<Permit> any_permit(const Actor& actor, std::string_view command) {
    for (const identity::Standing& standing : actor.standings())
        if (standing.body.kind() == Body::Kind::state)
            if (auto permit = permissions().check(command, actor, standing.body)) return permit;
    return permissions().check(command, actor);
}

std::unexpected<Refusal> changed_meanwhile() {
    return refuse(Refusal::Kind::conflict, "commitments.changed_meanwhile");
}

} // namespace

Result<Permit> permit_of(ledger::Work& work, const Actor& actor, std::string_view command) {
    auto permit = any_permit(actor, command);
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

Result<OwnCommitment> own_commitment(ledger::Work& work, const Actor& actor, std::string_view command,
                                     Id<Commitment> id, std::int64_t revision) {
    if (auto may = any_permit(actor, command); !may) return refuse(may.error());
    auto commitment = store::commitment(work.session(), id);
    if (!commitment) return refuse(Refusal::Kind::not_found, "commitments.no_such_commitment");
    auto permit = permissions().check(command, actor, Body::state(commitment->state));
    if (!permit) return refuse(Refusal::Kind::not_permitted, "commitments.of_others");
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    if (commitment->stage == Stage::withdrawn) return refuse(Refusal::Kind::rule, "commitments.is_withdrawn");
    if (commitment->revision != revision) return changed_meanwhile();
    return OwnCommitment{std::move(*commitment), std::move(*permit)};
}

Result<void> take_step(ledger::Work& work, Commitment& commitment, Step step) {
    step.number = ++commitment.revision;
    commitment.stage = step.stage;
    if (!store::add_step(work.session(), commitment.id, step)) return changed_meanwhile();
    return {};
}

ledger::Entry entry_of(std::string act, const Permit& permit, const Actor& actor,
                       const Commitment& commitment) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = "state:" + commitment.state;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"commitment", std::to_string(commitment.id.number)},
                   {"state", commitment.state},
                   {"stage", std::string(name_of(commitment.stage))}};
    return entry;
}

} // namespace poa::commitments
