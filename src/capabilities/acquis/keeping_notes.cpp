// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/keeping_notes.hpp"

#include "base/require.hpp"
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/queries.hpp"
#include "capabilities/acquis/store_notes.hpp"
#include "capabilities/decisions/decisions.hpp"

namespace poa::acquis {
namespace {

ledger::Entry entry_about(std::string act, const Note& note, std::int64_t person) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = note.author;
    entry.subject = "note:" + std::to_string(note.id.number);
    entry.audience = Audience::everyone;
    entry.person = person;
    entry.facts = {{"kind", std::string(name_of(note.kind))},
                   {"about", note.about},
                   {"revision", std::to_string(note.newest.revision)}};
    return entry;
}

void record_words(ledger::Work& work, std::string act, const Note& note, std::int64_t person) {
    ledger::Entry entry = entry_about(std::move(act), note, person);
    entry.facts.emplace_back("sha256", sha256(note.newest.title + "\n" + note.newest.fields).hex());
    work.record(entry);
}

std::string fields_of(const PracticeFromReport& practice) {
    decisions::Attributes fields{{"text", practice.text}, {"source", practice.source}, {"consent", "true"}};
    return decisions::text_of(fields);
}

Note new_note(ledger::Work& work, const PracticeFromReport& practice) {
    Note made;
    made.kind = NoteKind::practice;
    made.author = "state:" + practice.state;
    made.origin = practice.origin;
    made.about = "framework";
    if (!practice.item.empty() && framework_now(work.session()).item(practice.item) != nullptr)
        made.about = "item:" + practice.item;
    return made;
}

} // namespace

Id<Note> keep_practice(ledger::Work& work, std::optional<Id<Note>> known,
                       const PracticeFromReport& practice) {
    auto note = known ? store::note(work.session(), *known) : std::nullopt;
    const std::string fields = fields_of(practice);
    if (note && note->withdrawn) return note->id;
    if (!note) {
        Note made = new_note(work, practice);
        made.newest = {1, practice.title, practice.language, made.author, fields, work.now()};
        made.id = store::add_note(work.session(), made);
        record_words(work, "acquis.add_note", made, practice.person);
        return made.id;
    }
    const NoteVersion& newest = note->newest;
    if (newest.title == practice.title && newest.language == practice.language && newest.fields == fields)
        return note->id;
    note->newest = {newest.revision + 1, practice.title, practice.language, note->author, fields, work.now()};
    require(store::add_version(work.session(), note->id, note->newest), "a note that stands, read just now");
    record_words(work, "acquis.revise_note", *note, practice.person);
    return note->id;
}

void drop_practice(ledger::Work& work, Id<Note> id, std::int64_t person) {
    const auto note = store::note(work.session(), id);
    if (!note || note->withdrawn) return;
    require(store::withdraw(work.session(), id, note->newest.revision, work.now()),
            "a note that stands, read just now");
    work.record(entry_about("acquis.withdraw_note", *note, person));
}

} // namespace poa::acquis
