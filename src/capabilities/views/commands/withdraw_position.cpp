// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/withdraw_position.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"

namespace poa::views {

Result<changing::Changed> withdraw_position(ledger::Work& work, const identity::Actor& actor,
                                            const WithdrawPosition& request) {
    auto cell = changing::find_cell(work.session(), request.actor, request.variable);
    if (!cell) return refuse(cell.error());
    if (cell->actor.actor.kind != ActorKind::state) return refuse(Refusal::Kind::rule, "views.not_a_state");
    auto permit =
        permissions().check("views.withdraw_position", actor, identity::Body::state(cell->actor.actor.code));
    if (!permit) return refuse(permit.error());
    if (!cell->position) return refuse(Refusal::Kind::not_found, "views.no_such_position");
    if (auto fresh = changing::check_revision(*cell, request.revision); !fresh) return refuse(fresh.error());
    store::KeptPosition position = *cell->position;
    if (position.origin == store::Origin::withdrawn) return refuse(Refusal::Kind::rule, "views.same_answer");
    position.answer.reset();
    position.strength = Strength::none;
    position.origin = store::Origin::withdrawn;
    position.coder = cell->actor.actor.key;
    auto changed = changing::save(work, *cell, position);
    if (!changed) return changed;
    ledger::Entry entry =
        changing::entry("views.withdraw_position", *permit, actor, *cell, std::nullopt, Strength::none);
    if (!trim(request.reason).empty()) entry.sealed = {{"reason", nfc(trim(request.reason))}};
    work.record(entry);
    return changed;
}

} // namespace poa::views
