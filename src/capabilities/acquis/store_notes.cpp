// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/store_notes.hpp"

#include "base/require.hpp"

#define NOTE_ROWS                                                                                            \
    "SELECT n.id, n.kind, n.about, n.author, n.withdrawn, v.revision, v.title, v.language, v.by_body, "      \
    "v.fields, v.written_at, n.origin FROM acquis_note n JOIN acquis_note_version v ON v.note = n.id AND "   \
    "v.revision "                                                                                            \
    "= n.revision "

namespace poa::acquis::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query one_query{"acquis.note", NOTE_ROWS "WHERE n.id = $1"};
constexpr Query about_query{"acquis.notes_about",
                            NOTE_ROWS "WHERE n.about = $1 AND n.withdrawn IS NULL ORDER BY n.kind, n.id"};
constexpr Query author_query{"acquis.notes_by", NOTE_ROWS
                             "WHERE n.kind = $1 AND n.author = $2 AND n.withdrawn IS NULL ORDER BY n.id"};
constexpr Query kind_query{"acquis.notes_of_kind",
                           NOTE_ROWS "WHERE n.kind = $1 AND n.withdrawn IS NULL ORDER BY n.about, n.id"};
constexpr Query history_query{"acquis.note_history",
                              "SELECT revision, title, language, by_body, fields, written_at FROM "
                              "acquis_note_version WHERE note = $1 ORDER BY revision"};
constexpr Query add_query{"acquis.add_note", "INSERT INTO acquis_note (kind, about, author, revision, "
                                             "origin) VALUES ($1, $2, $3, 1, $4) RETURNING id"};
constexpr Query version_query{"acquis.add_note_version",
                              "INSERT INTO acquis_note_version (note, revision, title, language, fields, "
                              "by_body, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
constexpr Query advance_query{
    "acquis.advance_note",
    "UPDATE acquis_note SET revision = $2 WHERE id = $1 AND revision = $2 - 1 AND withdrawn IS NULL"};
constexpr Query withdraw_query{
    "acquis.withdraw_note",
    "UPDATE acquis_note SET withdrawn = $3 WHERE id = $1 AND revision = $2 AND withdrawn IS NULL"};

NoteVersion read_version(const Row& row, int from) {
    return {row.integer(from),    row.string(from + 1), row.string(from + 2),
            row.string(from + 3), row.string(from + 4), row.instant(from + 5)};
}

Note read_note(const Row& row) {
    const NoteKindSpec* spec = find_note_kind(row.text(1));
    require(spec != nullptr, "a row as the code writes it");
    Note made{row.id<Note>(0),      spec->kind,    row.string(2), row.string(3), {},
              read_version(row, 5), row.string(11)};
    if (!row.is_null(4)) made.withdrawn = row.instant(4);
    return made;
}

void add_row(Session& session, Id<Note> id, const NoteVersion& version) {
    session.execute(version_query, id, version.revision, version.title, version.language, version.fields,
                    version.by_body, version.at);
}

} // namespace

std::optional<Note> note(Session& session, Id<Note> id) {
    return session.one(one_query, read_note, id);
}
std::vector<Note> notes_about(Session& session, std::string_view about) {
    return session.all(about_query, read_note, about);
}
std::vector<Note> notes_by(Session& session, NoteKind kind, std::string_view author) {
    return session.all(author_query, read_note, name_of(kind), author);
}

std::vector<Note> notes_of_kind(Session& session, NoteKind kind) {
    return session.all(kind_query, read_note, name_of(kind));
}
std::vector<NoteVersion> note_history(Session& session, Id<Note> id) {
    return session.all(
        history_query, [](const Row& row) { return read_version(row, 0); }, id);
}

Id<Note> add_note(Session& session, const Note& note) {
    const auto number = session.number(add_query, name_of(note.kind), note.about, note.author, note.origin);
    const Id<Note> id{number.value()};
    NoteVersion first = note.newest;
    first.revision = 1;
    add_row(session, id, first);
    return id;
}

bool add_version(Session& session, Id<Note> id, const NoteVersion& version) {
    if (session.execute(advance_query, id, version.revision) == 0) return false;
    add_row(session, id, version);
    return true;
}

bool withdraw(Session& session, Id<Note> id, std::int64_t revision, Instant at) {
    return session.execute(withdraw_query, id, revision, at) == 1;
}

} // namespace poa::acquis::store
