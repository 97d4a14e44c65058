// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/resolve_position.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"

#include <algorithm>

namespace poa::views {

Result<changing::Changed> resolve_position(ledger::Work& work, const identity::Actor& actor,
                                           const ResolvePosition& request) {
    auto permit = permissions().check("views.resolve_position", actor);
    if (!permit) return refuse(permit.error());
    auto cell = changing::find_cell(work.session(), request.actor, request.variable);
    if (!cell) return refuse(cell.error());
    if (!cell->position) return refuse(Refusal::Kind::not_found, "views.no_such_position");
    if (auto fresh = changing::check_revision(*cell, request.revision); !fresh) return refuse(fresh.error());
    store::KeptPosition position = *cell->position;
    if (position.origin == store::Origin::own_word || position.origin == store::Origin::withdrawn)
        return refuse(Refusal::because(Refusal::Kind::rule, "views.own_word_stands")
                          .with("actor", cell->actor.actor.name));
    auto readings = store::readings_of(work.session(), *cell->variable, position.id);
    auto chosen = std::ranges::find(readings, request.coder, &store::KeptReading::coder);
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (chosen == readings.end()) problems.add_field("coder", "views.no_such_reading");
    if (trim(request.reason).empty()) problems.add_field("reason", "views.reason_required");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    const bool differ = std::ranges::any_of(readings, [&](const store::KeptReading& each) {
        return each.answer != chosen->answer || each.strength != chosen->strength;
    });
    if (!differ) return refuse(Refusal::Kind::rule, "views.nothing_to_resolve");
    if (position.origin == store::Origin::resolved && position.coder == chosen->coder &&
        position.answer == chosen->answer && position.strength == chosen->strength)
        return refuse(Refusal::Kind::rule, "views.same_answer");
    position.answer = chosen->answer;
    position.strength = chosen->strength;
    position.coder = chosen->coder;
    position.note = chosen->note;
    position.origin = store::Origin::resolved;
    if (chosen->quote != position.quote)
        if (auto tied = changing::tie(work.session(), *cell, position, chosen->quote); !tied)
            return refuse(tied.error());
    auto changed = changing::save(work, *cell, position);
    if (!changed) return changed;
    ledger::Entry entry =
        changing::entry("views.resolve_position", *permit, actor, *cell, position.answer, position.strength);
    entry.sealed = {{"coder", chosen->coder}, {"reason", nfc(trim(request.reason))}};
    work.record(entry);
    return changed;
}

} // namespace poa::views
