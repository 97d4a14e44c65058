// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/queries_notes.hpp"

#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/store_notes.hpp"

#include <algorithm>

namespace poa::acquis {

std::vector<SharedPractice> practices_of(storage::Session& session, std::string_view state) {
    const std::string author = "state:" + std::string(state);
    std::vector<SharedPractice> found;
    for (const Note& note : store::notes_by(session, NoteKind::practice, author)) {
        const auto subject = parse_subject(note.about);
        if (!subject || subject->kind != "item") continue;
        found.push_back(
            {note.id, subject->key, note.newest.title, fields_of(note.kind, note.newest.fields).text});
    }
    return found;
}

} // namespace poa::acquis
