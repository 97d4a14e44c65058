// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/acquis/note.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::acquis {

struct NoteRevision; ///< tag of Id<NoteRevision>
struct ReviseNote {
    Id<Note> note;
    Id<NoteRevision> revision; ///< that the sender saw
    std::string title, language;
    InputValues fields;
};
[[nodiscard]] const Input<ReviseNote>& input_of(Of<ReviseNote>);

/// A further version of a note by who wrote it; of a gap or a question also by the Chair and the secretariat,
/// who answer it. Earlier versions stay. Records "acquis.revise_note" (kind, about, revision, sha256 of the
/// words) for everyone. Refuses: identity.not_permitted, identity.appointment_over; (not_found)
/// "acquis.no_such_note"; (not_permitted) "acquis.not_your_note"; (conflict) "acquis.note_changed";
/// (rule) "acquis.note_withdrawn"; what check_fields refuses.
[[nodiscard]] Result<Note> revise_note(ledger::Work& work, const identity::Actor& actor,
                                       const ReviseNote& request);

/// Whether that body may write a further version.
[[nodiscard]] bool may_revise(const Note& note, std::string_view body);

} // namespace poa::acquis
