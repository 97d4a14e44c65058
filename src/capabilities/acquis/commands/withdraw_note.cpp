// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/commands/withdraw_note.hpp"

#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/store_notes.hpp"

namespace poa::acquis {

const Input<WithdrawNote>& input_of(Of<WithdrawNote>) {
    static const auto input = Input<WithdrawNote>("acquis.withdraw_note")
                                  .id("note", &WithdrawNote::note)
                                  .id("revision", &WithdrawNote::revision);
    return input;
}

Result<Note> withdraw_note(ledger::Work& work, const identity::Actor& actor, const WithdrawNote& request) {
    auto permit = may_write(work, actor, "acquis.withdraw_note");
    if (!permit) return refuse(permit.error());
    auto note = store::note(work.session(), request.note);
    if (!note) return refuse(Refusal::Kind::not_found, "acquis.no_such_note");
    if (note->author != permit->on_behalf())
        return refuse(Refusal::Kind::not_permitted, "acquis.not_your_note");
    if (note->withdrawn) return refuse(Refusal::Kind::rule, "acquis.note_withdrawn");
    if (!store::withdraw(work.session(), note->id, request.revision.number, work.now()))
        return refuse(Refusal::Kind::conflict, "acquis.note_changed");
    note->withdrawn = work.now();
    work.record(entry_of("acquis.withdraw_note", *permit, actor, *note));
    return std::move(*note);
}

} // namespace poa::acquis
