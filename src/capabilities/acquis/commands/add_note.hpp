// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/acquis/note.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::acquis {

struct AddNote {
    std::string kind, about, title, language;
    InputValues fields; ///< as the kind's input reads them
};
[[nodiscard]] const Input<AddNote>& input_of(Of<AddNote>);

/// Adds what somebody knows of the framework, in the name of who says so. Records "acquis.add_note" (kind,
/// about, revision, sha256 of the words) for everyone. Refuses: identity.not_permitted,
/// identity.appointment_over; (bad_input) "acquis.no_such_kind"; (not_permitted) "acquis.not_for_you" (kind);
/// what check_subject and check_fields refuse.
[[nodiscard]] Result<Note> add_note(ledger::Work& work, const identity::Actor& actor, const AddNote& request);

} // namespace poa::acquis
