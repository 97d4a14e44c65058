// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of each kind of note, declared.

#include "capabilities/acquis/note.hpp"

namespace poa::acquis {

[[nodiscard]] const Input<NoteFields>& note_input(NoteKind kind);

} // namespace poa::acquis
