// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/commands/add_note.hpp"

#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/store_notes.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

Result<const NoteKindSpec*> kind_for(const identity::Permit& permit, const std::string& name) {
    const NoteKindSpec* spec = find_note_kind(name);
    if (spec == nullptr) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("kind", "acquis.no_such_kind", {{"kind", name}});
        return refuse(std::move(problems));
    }
    const AuthorType author = author_type_of(permit.on_behalf());
    if (std::ranges::find(spec->authors, author) == spec->authors.end())
        return refuse(
            Refusal::because(Refusal::Kind::not_permitted, "acquis.not_for_you").with("kind", name));
    return spec;
}

void add_reasons(Refusal& problems, const Refusal& more) {
    problems.reasons.insert(problems.reasons.end(), more.reasons.begin(), more.reasons.end());
}

} // namespace

const Input<AddNote>& input_of(Of<AddNote>) {
    static const auto input =
        Input<AddNote>("acquis.add_note")
            .hidden("kind", &AddNote::kind, {.characters_max = 40})
            .hidden("about", &AddNote::about, {.characters_max = 120})
            .line("title", &AddNote::title, {.label = N_("Title"), .characters_max = 300})
            .choice("language", &AddNote::language,
                    {.label = N_("Language of title and text"), .choices = language_choices()})
            .fields("fields", &AddNote::fields, {.label = N_("What it says")});
    return input;
}

Result<Note> add_note(ledger::Work& work, const identity::Actor& actor, const AddNote& request) {
    auto permit = may_write(work, actor, "acquis.add_note");
    if (!permit) return refuse(permit.error());
    auto spec = kind_for(*permit, request.kind);
    if (!spec) return refuse(spec.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto subject = check_subject(work.session(), **spec, request.about);
    if (!subject) add_reasons(problems, subject.error());
    auto fields = check_fields(work.session(), **spec, request.fields);
    if (!fields) add_reasons(problems, fields.error());
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    Note made;
    made.kind = (*spec)->kind;
    made.about = subject->text();
    made.author = permit->on_behalf();
    made.newest = {1, request.title, request.language, made.author, *fields, work.now()};
    made.id = store::add_note(work.session(), made);
    ledger::Entry entry = entry_of("acquis.add_note", *permit, actor, made);
    entry.facts.emplace_back("sha256", sha256(request.title + "\n" + *fields).hex());
    work.record(entry);
    return made;
}

} // namespace poa::acquis
