// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/undo_change.hpp"

#include "capabilities/decisions/store_amendments.hpp"

namespace poa::decisions {

const Input<UndoChange>& input_of(Of<UndoChange>) {
    static const auto input =
        Input<UndoChange>("decisions.undo_change")
            .id("proposal", &UndoChange::proposal)
            .number("version", &UndoChange::version, {.label = N_("Version"), .least = 1})
            .number("changes", &UndoChange::changes,
                    {.label = N_("How many of the last changes"), .least = 1, .most = 1'000});
    return input;
}

Result<TextChanged> undo_change(ledger::Work& work, const identity::Actor& actor, const UndoChange& request) {
    auto permit = act_for_chair(work, actor, "decisions.undo_change");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    if (open->is_stale())
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.another_version")
                          .with("newest", std::to_string(open->head.newest)));
    const std::int64_t restored = open->head.newest - request.changes;
    if (restored < 1) return refuse(Refusal::Kind::rule, "decisions.nothing_to_undo");
    const Text text = store::text_at(work.session(), request.proposal, restored);
    if (text == open->text) return refuse(Refusal::Kind::rule, "decisions.no_change");
    store::reopen_amendments(work.session(), request.proposal, restored);
    store::Version version;
    version.cause = "undone";
    version.restored = restored;
    const std::int64_t newest = save_text(work, actor, *open, text, version);
    ledger::Entry entry = text_entry("decisions.undo_change", *permit, actor, *open);
    entry.facts.emplace_back("restored", std::to_string(restored));
    work.record(entry);
    return TextChanged{request.proposal, newest, {}, 0};
}

} // namespace poa::decisions
