// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/commands/revise_note.hpp"
#include "capabilities/acquis/note_inputs.hpp"
#include "capabilities/acquis/pages_loading.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/acquis/store_notes.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

std::string in_words(const Reading& reading, const FieldSpec& field, const std::string& value) {
    if (field.kind == FieldKind::day) {
        const auto day = Day::parse(value);
        return day ? reading.visit.in.day(*day) : value;
    }
    if (field.kind == FieldKind::tick) return std::string(reading.visit.in.tr("yes"));
    for (const Choice& choice : field.rules.choices)
        if (choice.value == value) return std::string(reading.visit.in.tr(choice.label));
    return value;
}

/// The fields in the order of their declaration, those that say something.
std::vector<NotePart> parts_of(const Reading& reading, NoteKind kind, const std::string& kept) {
    const auto texts = decisions::parse_attributes(kept);
    std::vector<NotePart> made;
    for (const FieldSpec& field : note_input(kind).fields()) {
        const auto found = texts->find(field.name);
        if (found == texts->end() || found->second.empty()) continue;
        NotePart part{field.name, std::string(reading.visit.in.tr(field.rules.label)), {}, true};
        part.is_own =
            field.rules.choices.empty() && field.kind != FieldKind::day && field.kind != FieldKind::tick;
        for (const std::string& line : lines_of(found->second))
            part.lines.push_back(in_words(reading, field, line));
        made.push_back(std::move(part));
    }
    return made;
}

/// Title and address of what a note is about.
LinkRow subject_of(const Reading& reading, const Framework& framework, const std::string& about) {
    const auto subject = parse_subject(about);
    const auto& in = reading.visit.in;
    LinkRow made{about, about, "", "/acquis"};
    if (!subject) return made;
    if (subject->kind == "framework") made.title = in.tr("The framework as a whole");
    if (subject->kind == "item")
        if (const FrameworkItem* item = framework.item(subject->key)) return link_of(reading, *item);
    if (subject->kind == "topic")
        if (const Topic* topic = framework.topic(subject->key)) {
            made.title = topic->names.in(in.code()).text;
            made.address = "/acquis?topic=" + subject->key;
        }
    if (subject->kind == "pillar")
        if (const auto pillar = parse_pillar(subject->key)) {
            made.title = in.tr(title_of(*pillar));
            made.address = "/acquis?pillar=" + subject->key;
        }
    if (subject->kind == "recommendation") {
        made.address = decisions::url_of(decisions::AgreedKind::recommendation, subject->key);
        if (const auto agreed = decisions::store::agreed_now(
                reading.session, decisions::AgreedKind::recommendation, subject->key))
            made.title = agreed->title;
    }
    return made;
}

/// Everything a note of that kind may be about, as "item:norm-f".
std::vector<std::string> subjects_of(const Reading& reading, const Framework& framework,
                                     const NoteKindSpec& spec) {
    std::vector<std::string> found;
    for (const std::string_view kind : spec.subjects) {
        const std::string begin = std::string(kind) + ":";
        if (kind == "framework") found.emplace_back(kind);
        if (kind == "pillar")
            for (Pillar pillar : all_pillars()) found.push_back(begin + std::string(name_of(pillar)));
        if (kind == "topic")
            for (const Topic& topic : framework.topics()) found.push_back(begin + topic.key);
        if (kind == "item")
            for (const FrameworkItem& item : framework.items()) found.push_back(begin + item.item().key);
        if (kind == "recommendation")
            for (const decisions::AgreedVersion& agreed :
                 decisions::store::agreed_now(reading.session, decisions::AgreedKind::recommendation))
                found.push_back(begin + agreed.key);
    }
    return found;
}

bool holds_words(const NoteRow& row, std::string_view words) {
    std::string text = ascii_lower(row.title + " " + row.about_title + " " + row.author_name);
    for (const std::string& line : row.words) text += " " + ascii_lower(line);
    const std::string lower = ascii_lower(words);
    return std::ranges::all_of(split(lower, ' '), [&](std::string_view word) {
        return word.empty() || text.find(word) != std::string::npos;
    });
}

} // namespace

std::string name_of_body(const Reading& reading, std::string_view body) {
    const auto& in = reading.visit.in;
    const auto language = members::language_or_english(in.code());
    if (body.starts_with("state:")) return std::string(reading.states.display_name(body.substr(6), language));
    if (body.starts_with("organisation:")) {
        const members::Organisation* organisation = reading.states.organisation(body.substr(13));
        return organisation != nullptr ? organisation->name(language) : std::string(body.substr(13));
    }
    return std::string(in.tr(title_of(author_type_of(body))));
}

NoteRow row_of(const Reading& reading, const Framework& framework, const Note& note) {
    const LinkRow subject = subject_of(reading, framework, note.about);
    NoteRow made;
    made.note = note.id.number;
    made.kind = note.kind;
    made.about = note.about;
    made.about_title = subject.title;
    made.about_address = subject.address;
    made.title = note.newest.title;
    made.language = note.newest.language;
    made.author = note.author;
    made.author_name = name_of_body(reading, note.author);
    made.author_type = author_type_of(note.author);
    made.last_by = name_of_body(reading, note.newest.by_body);
    made.revision = note.newest.revision;
    made.since = Day::of(note.newest.at);
    const NoteFields fields = fields_of(note.kind, note.newest.fields);
    made.status = note.kind == NoteKind::gap        ? fields.response
                  : note.kind == NoteKind::adjacent ? fields.scope
                                                    : fields.status;
    made.parts = parts_of(reading, note.kind, note.newest.fields);
    for (const NotePart& part : made.parts) made.words.push_back(part.label + ": " + join(part.lines, " / "));
    made.address = "/acquis/notes/" + std::to_string(note.id.number);
    made.origin = note.origin;
    return made;
}

NotesPage load_notes(const Reading& reading, NoteKind kind, std::string_view words) {
    const auto framework = reading.current.of(reading.session);
    NotesPage page{kind, std::string(words), {}, may_add(reading, spec_of(kind))};
    for (const Note& note : store::notes_of_kind(reading.session, kind)) {
        NoteRow row = row_of(reading, *framework, note);
        if (!holds_words(row, words)) continue;
        page.reached += fields_of(kind, note.newest.fields).reached;
        page.rows.push_back(std::move(row));
    }
    return page;
}

Result<NotePage> load_note(const Reading& reading, Id<Note> id) {
    auto note = store::note(reading.session, id);
    // What came from a report is gone with it.
    if (!note || (note->withdrawn && !note->origin.empty()))
        return refuse(Refusal::Kind::not_found, "acquis.no_such_note");
    const auto framework = reading.current.of(reading.session);
    NotePage page;
    page.note = row_of(reading, *framework, *note);
    if (note->withdrawn) page.withdrawn = Day::of(*note->withdrawn);
    for (const NoteVersion& version : store::note_history(reading.session, id))
        page.versions.push_back({version.revision, Day::of(version.at),
                                 name_of_body(reading, version.by_body), version.title, version.language,
                                 parts_of(reading, note->kind, version.fields)});
    std::ranges::reverse(page.versions);
    const auto author = author_of(reading.actor);
    if (!author || note->withdrawn) return page;
    page.may_revise = permissions().permits("acquis.revise_note", reading.actor, author) &&
                      may_revise(*note, author->text());
    const auto texts = decisions::parse_attributes(note->newest.fields);
    page.kept.assign(texts->begin(), texts->end());
    page.may_withdraw = note->author == author->text() &&
                        permissions().permits("acquis.withdraw_note", reading.actor, author);
    return page;
}

Result<NewNotePage> load_new_note(const Reading& reading, std::string_view kind, std::string_view about) {
    auto permit = permissions().check("acquis.add_note", reading.actor, author_of(reading.actor));
    if (!permit) return refuse(permit.error());
    const NoteKindSpec* spec = find_note_kind(kind);
    if (spec == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "acquis.no_such_kind")
                          .with("kind", std::string(kind)));
    if (!may_add(reading, *spec))
        return refuse(Refusal::because(Refusal::Kind::not_permitted, "acquis.not_for_you")
                          .with("kind", std::string(kind)));
    const auto framework = reading.current.of(reading.session);
    NewNotePage page{std::string(spec->name), std::string(about), {}, {}, {}};
    page.author_name = name_of_body(reading, permit->on_behalf());
    if (about.empty())
        for (const std::string& subject : subjects_of(reading, *framework, *spec)) {
            LinkRow row = subject_of(reading, *framework, subject);
            row.key = subject;
            row.address = web::Url::of("acquis", "new", spec->name).with("about", subject).text();
            page.subjects.push_back(std::move(row));
        }
    else
        page.about_title = subject_of(reading, *framework, page.about).title;
    return page;
}

} // namespace poa::acquis
