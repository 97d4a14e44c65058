// SPDX-License-Identifier: Apache-2.0
#pragma once
// Notes, row by row.

#include "capabilities/acquis/note.hpp"
#include "storage/database.hpp"

namespace poa::acquis::store {

[[nodiscard]] std::optional<Note> note(storage::Session& session, Id<Note> id);
/// Those that stand, of one subject, by kind and then oldest first.
[[nodiscard]] std::vector<Note> notes_about(storage::Session& session, std::string_view about);
/// Those that stand, of one kind, by subject and then oldest first.
[[nodiscard]] std::vector<Note> notes_of_kind(storage::Session& session, NoteKind kind);
/// Those that stand, of one kind and author, oldest first.
[[nodiscard]] std::vector<Note> notes_by(storage::Session& session, NoteKind kind, std::string_view author);
/// All versions, oldest first.
[[nodiscard]] std::vector<NoteVersion> note_history(storage::Session& session, Id<Note> id);

/// Of `note.newest` the revision is 1, whatever it says.
[[nodiscard]] Id<Note> add_note(storage::Session& session, const Note& note);
/// A further version. False where the newest one is not the one before it any more.
[[nodiscard]] bool add_version(storage::Session& session, Id<Note> id, const NoteVersion& version);
/// False where its newest version is another, or it was withdrawn.
[[nodiscard]] bool withdraw(storage::Session& session, Id<Note> id, std::int64_t revision, Instant at);

} // namespace poa::acquis::store
