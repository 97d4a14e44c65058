// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/appeal_ruling.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store_rulings.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

Question vote_on(const Ruling& ruling, const charter::CharterInForce& in_force, storage::Session& session,
                 std::size_t members, bool roll_call, Instant now) {
    Question made;
    made.proposal = ruling.proposal;
    made.asked = Asked::vote;
    made.applied = rule_of_appeals(in_force.charter);
    made.charter_version = in_force.version;
    made.text_version = newest_version(session, ruling.proposal);
    made.roll_call = roll_call;
    made.members = static_cast<std::int64_t>(members);
    made.put = now;
    made.ruling = ruling.id.number;
    return made;
}

} // namespace

const Input<AppealRuling>& input_of(Of<AppealRuling>) {
    static const auto input = Input<AppealRuling>("decisions.appeal_ruling")
                                  .id("proposal", &AppealRuling::proposal)
                                  .id("ruling", &AppealRuling::ruling)
                                  .multiline("reasons", &AppealRuling::reasons,
                                             {.label = N_("Reasons of the appeal"),
                                              .hint = N_("Shown to everyone."),
                                              .required = false,
                                              .characters_max = 2'000})
                                  .tick("roll_call", &AppealRuling::roll_call,
                                        {.label = N_("By roll-call: each State's vote is on the record")});
    return input;
}

Result<Question> appeal_ruling(ledger::Work& work, const identity::Actor& actor, const Mechanism& mechanism,
                               const AppealRuling& request) {
    auto who = act_for_state(work, actor, "decisions.appeal_ruling");
    if (!who) return refuse(who.error());
    auto proposal = find_proposal(work.session(), actor, request.proposal);
    if (!proposal) return refuse(proposal.error());
    auto in_force = acting_charter(work, mechanism, proposal->matter);
    if (!in_force) return refuse(in_force.error());
    auto rulings = store::rulings_of(work.session(), proposal->id);
    const auto found = std::ranges::find(rulings, request.ruling, &Ruling::id);
    if (found == rulings.end()) return refuse(Refusal::Kind::not_found, "decisions.no_such_ruling");
    const auto entitled =
        entitled_states((*in_force)->charter, *mechanism.states.now(), proposal->body, Day::of(work.now()));
    const bool may = std::ranges::find(entitled, who->state) != entitled.end();
    if (auto allowed = may_appeal(*found, rulings.back(), *proposal, may); !allowed)
        return refuse(allowed.error());
    Question made =
        vote_on(*found, **in_force, work.session(), entitled.size(), request.roll_call, work.now());
    made.id = store::add_question(work.session(), made, entitled);
    found->appealed_by = who->state;
    found->reasons = request.reasons;
    found->appealed = work.now();
    found->question = made.id;
    if (!store::add_appeal(work.session(), *found))
        return refuse(Refusal::Kind::conflict, "decisions.changed_meanwhile");
    ledger::Entry entry = entry_of("decisions.appeal_ruling", who->permit, actor, *proposal);
    entry.clause = made.applied.clause;
    entry.facts = {{"ruling", std::to_string(found->id.number)},
                   {"question", std::to_string(made.id.number)},
                   {"members", std::to_string(made.members)},
                   {"sha256", sha256(request.reasons).hex()}};
    work.record(entry);
    return made;
}

} // namespace poa::decisions
