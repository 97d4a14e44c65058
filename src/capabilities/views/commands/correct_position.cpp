// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/correct_position.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"

namespace poa::views {

Result<changing::Changed> correct_position(ledger::Work& work, const identity::Actor& actor,
                                           const CorrectPosition& request) {
    auto cell = changing::find_cell(work.session(), request.actor, request.variable);
    if (!cell) return refuse(cell.error());
    if (cell->actor.actor.kind != ActorKind::state) return refuse(Refusal::Kind::rule, "views.not_a_state");
    auto permit =
        permissions().check("views.correct_position", actor, identity::Body::state(cell->actor.actor.code));
    if (!permit) return refuse(permit.error());
    if (auto fresh = changing::check_revision(*cell, request.revision); !fresh) return refuse(fresh.error());
    store::KeptPosition position = cell->position.value_or(store::KeptPosition{});
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto read = changing::read(*cell, request.answer, request.strength);
    if (!read) problems = read.error();
    if (!trim(request.quote).empty())
        if (auto tied = changing::tie(work.session(), *cell, position, request.quote); !tied)
            problems.reasons.insert(problems.reasons.end(), tied.error().reasons.begin(),
                                    tied.error().reasons.end());
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    if (cell->position && position.origin == store::Origin::own_word && position.answer == read->answer &&
        position.strength == read->strength && position.quote == cell->position->quote)
        return refuse(Refusal::Kind::rule, "views.same_answer");
    position.answer = read->answer;
    position.strength = read->strength;
    position.origin = store::Origin::own_word;
    position.coder = cell->actor.actor.key;
    position.note = nfc(trim(request.note));
    auto changed = changing::save(work, *cell, position);
    if (!changed) return changed;
    work.record(
        changing::entry("views.correct_position", *permit, actor, *cell, position.answer, position.strength));
    return changed;
}

} // namespace poa::views
