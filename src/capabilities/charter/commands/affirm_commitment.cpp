// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/commands/affirm_commitment.hpp"

#include "base/text.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/charter/store.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

/// "state:FRA" -> "FRA".
std::string state_of(const identity::Permit& permit) {
    const std::string body = permit.on_behalf();
    return body.substr(body.find(':') + 1);
}

Result<void> check_charter(storage::Session& session, Day today) {
    auto in_force = read_in_force(session);
    if (!in_force) return refuse(Refusal::Kind::rule, "charter.none_in_force");
    const auto processes = store::processes(session);
    if (auto may = may_act(in_force->charter, today, processes); !may) return may;
    if (in_force->charter[clause::review::first_affirms]) return {};
    Refusal refusal = Refusal::because(Refusal::Kind::rule, "charter.no_affirmations");
    refusal.reasons.back().clause = spec_of(clause::review::first_affirms).number;
    return refuse(std::move(refusal));
}

void record(ledger::Work& work, const identity::Actor& actor, const identity::Permit& permit,
            const Affirmation& affirmation) {
    ledger::Entry entry;
    entry.act = "charter.affirm_commitment";
    entry.on_behalf = permit.on_behalf();
    entry.subject = permit.on_behalf();
    entry.clause = spec_of(clause::review::first_affirms).number;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"level", affirmation.level}, {"statement", affirmation.statement}};
    work.record(entry);
}

} // namespace

const Input<AffirmCommitment>& input_of(Of<AffirmCommitment>) {
    static const auto input = Input<AffirmCommitment>("charter.affirm_commitment")
                                  .choice("level", &AffirmCommitment::level,
                                          {.label = N_("Level at which the commitment is affirmed"),
                                           .choices = {{"head_of_state", N_("Head of State")},
                                                       {"head_of_government", N_("Head of Government")},
                                                       {"minister", N_("Minister")},
                                                       {"representative", N_("Representative")}}})
                                  .multiline("statement", &AffirmCommitment::statement,
                                             {.label = N_("Statement"),
                                              .hint = N_("In the State's own words; shown to everyone."),
                                              .required = false,
                                              .characters_max = 2000});
    return input;
}

Result<Affirmation> affirm_commitment(ledger::Work& work, const identity::Actor& actor,
                                      const AffirmCommitment& request) {
    auto allowed = permit("charter.affirm_commitment", actor);
    if (!allowed) return refuse(allowed.error());
    if (auto may = check_charter(work.session(), Day::of(work.now())); !may) return refuse(may.error());
    Affirmation made{state_of(*allowed), request.level, nfc(trim(request.statement)), work.now()};
    const auto before = store::affirmations(work.session());
    if (std::ranges::find(before, made.state, &Affirmation::state) != before.end())
        return refuse(Refusal::Kind::conflict, "charter.affirmed_already");
    store::add_affirmation(work.session(), made);
    record(work, actor, *allowed, made);
    return made;
}

} // namespace poa::charter
