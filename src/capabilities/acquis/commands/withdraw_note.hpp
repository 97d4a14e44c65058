// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/acquis/commands/revise_note.hpp"

namespace poa::acquis {

struct WithdrawNote {
    Id<Note> note;
    Id<NoteRevision> revision; ///< that the sender saw
};
[[nodiscard]] const Input<WithdrawNote>& input_of(Of<WithdrawNote>);

/// Who wrote a note takes it back: it is shown no more; its versions stay on the record. Records
/// "acquis.withdraw_note" (kind, about, revision) for everyone. Refuses: identity.not_permitted,
/// identity.appointment_over; (not_found) "acquis.no_such_note"; (not_permitted) "acquis.not_your_note";
/// (rule) "acquis.note_withdrawn"; (conflict) "acquis.note_changed".
[[nodiscard]] Result<Note> withdraw_note(ledger::Work& work, const identity::Actor& actor,
                                         const WithdrawNote& request);

} // namespace poa::acquis
