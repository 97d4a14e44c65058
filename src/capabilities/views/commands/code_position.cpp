// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/code_position.hpp"

#include "base/text.hpp"
#include "capabilities/views/permissions.hpp"

namespace poa::views {

Result<changing::Changed> code_position(ledger::Work& work, const identity::Actor& actor,
                                        const CodePosition& request) {
    auto permit = permissions().check("views.code_position", actor);
    if (!permit) return refuse(permit.error());
    auto cell = changing::find_cell(work.session(), request.actor, request.variable);
    if (!cell) return refuse(cell.error());
    const std::string coder = nfc(trim(request.coder));
    if (coder.empty()) {
        Refusal refusal{Refusal::Kind::bad_input, {}};
        refusal.add_field("coder", "views.coder_required");
        return refuse(std::move(refusal));
    }
    auto read = changing::read(*cell, request.answer, request.strength);
    if (!read) return refuse(read.error());
    store::KeptPosition position = cell->position.value_or(store::KeptPosition{});
    store::KeptPosition tied = position;
    if (auto done = changing::tie(work.session(), *cell, tied, request.quote); !done)
        return refuse(done.error());
    // Only the coder whose reading it is changes the position; another's stands beside it.
    const bool is_own =
        !position.id.is_known() || (position.origin == store::Origin::reading && position.coder == coder);
    changing::Changed changed{cell->actor.actor.code, cell->variable->key, position.revision};
    if (is_own) {
        tied.answer = read->answer;
        tied.strength = read->strength;
        tied.coder = coder;
        tied.note = nfc(trim(request.note));
        auto saved = changing::save(work, *cell, tied);
        if (!saved) return saved;
        changed = *saved;
        if (!position.id.is_known())
            position.id =
                store::position(work.session(), *cell->questions, cell->actor.actor.key, cell->variable->key)
                    ->id;
    }
    store::keep_reading(work.session(), {position.id, coder, read->answer, read->strength, tied.quote,
                                         nfc(trim(request.note)), work.now()});
    ledger::Entry entry =
        changing::entry("views.code_position", *permit, actor, *cell, read->answer, read->strength);
    entry.facts.emplace_back("stands", is_own ? "position" : "beside");
    entry.sealed = {{"coder", coder}};
    work.record(entry);
    return changed;
}

} // namespace poa::views
