// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/commands/revise_note.hpp"

#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/store_notes.hpp"

namespace poa::acquis {

const Input<ReviseNote>& input_of(Of<ReviseNote>) {
    static const auto input =
        Input<ReviseNote>("acquis.revise_note")
            .id("note", &ReviseNote::note)
            .id("revision", &ReviseNote::revision)
            .line("title", &ReviseNote::title, {.label = N_("Title"), .characters_max = 300})
            .choice("language", &ReviseNote::language,
                    {.label = N_("Language of title and text"), .choices = language_choices()})
            .fields("fields", &ReviseNote::fields, {.label = N_("What it says")});
    return input;
}

// What a State says stays the State's: nobody else puts words into it.
bool may_revise(const Note& note, std::string_view body) {
    if (!note.origin.empty()) return false; // its words are those of the report
    if (note.author == body) return true;
    return spec_of(note.kind).is_answered_by_others && (body == "secretariat" || body == "chair");
}

Result<Note> revise_note(ledger::Work& work, const identity::Actor& actor, const ReviseNote& request) {
    auto permit = may_write(work, actor, "acquis.revise_note");
    if (!permit) return refuse(permit.error());
    auto note = store::note(work.session(), request.note);
    if (!note) return refuse(Refusal::Kind::not_found, "acquis.no_such_note");
    if (!may_revise(*note, permit->on_behalf()))
        return refuse(Refusal::Kind::not_permitted, "acquis.not_your_note");
    if (note->withdrawn) return refuse(Refusal::Kind::rule, "acquis.note_withdrawn");
    if (note->newest.revision != request.revision.number)
        return refuse(Refusal::Kind::conflict, "acquis.note_changed");
    auto fields = check_fields(work.session(), spec_of(note->kind), request.fields);
    if (!fields) return refuse(fields.error());
    note->newest = {note->newest.revision + 1, request.title,      request.language,
                    permit->on_behalf(),       std::move(*fields), work.now()};
    if (!store::add_version(work.session(), note->id, note->newest))
        return refuse(Refusal::Kind::conflict, "acquis.note_changed");
    ledger::Entry entry = entry_of("acquis.revise_note", *permit, actor, *note);
    entry.facts.emplace_back("sha256", sha256(request.title + "\n" + note->newest.fields).hex());
    work.record(entry);
    return std::move(*note);
}

} // namespace poa::acquis
