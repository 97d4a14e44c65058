// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/commands/add_note.hpp"
#include "capabilities/acquis/commands/withdraw_note.hpp"
#include "capabilities/acquis/note_inputs.hpp"
#include "capabilities/acquis/pages_drawing.hpp"
#include "capabilities/acquis/pages_parts_drawing.hpp"
#include "web/frame.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

/// The words of a value of that kind's field of choices.
std::string status_words(const NoteRow& row, const Visit& visit) {
    const std::string_view name = row.kind == NoteKind::gap        ? "response"
                                  : row.kind == NoteKind::adjacent ? "scope"
                                                                   : "status";
    for (const FieldSpec& field : note_input(row.kind).fields())
        if (field.name == name)
            for (const Choice& choice : field.rules.choices)
                if (choice.value == row.status) return std::string(visit.in.tr(choice.label));
    return {};
}

bool has_status(NoteKind kind) {
    return kind == NoteKind::gap || kind == NoteKind::open_question || kind == NoteKind::adjacent ||
           kind == NoteKind::cooperation;
}

std::string_view status_label(NoteKind kind, const Visit& visit) {
    if (kind == NoteKind::gap) return visit.in.tr("Kind of answer");
    return kind == NoteKind::adjacent ? visit.in.tr("Where it stands") : visit.in.tr("Status");
}

Html note_line(const NoteRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html words;
    for (const NotePart& part : row.parts)
        if (part.is_own)
            for (const std::string& line : part.lines)
                words += p(lang(row.language, !row.language.empty()), dir("auto"), line);
    Html status;
    if (has_status(row.kind))
        status = td(data_label(status_label(row.kind, visit)), status_words(row, visit));
    return tr(th(scope("row"), link_to(row.address, row.title, row.language)),
              td(data_label(in.tr("About")), link_to(row.about_address, row.about_title, {})), status,
              td(data_label(in.tr("What it says")), words),
              td(data_label(in.tr("By")), bdi(row.author_name), " (", in.tr(title_of(row.author_type)), ")"),
              td(data_label(in.tr("Since")), in.day(row.since)));
}

InputValues start_of(const NotePage& page) {
    InputValues start;
    start.set("title", page.note.title);
    start.set("language", page.note.language);
    start.set("revision", std::to_string(page.note.revision));
    return start;
}

Html forms_of(const NotePage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const std::string number = std::to_string(page.note.note);
    Html made;
    if (page.may_revise) {
        InputValues start = start_of(page);
        for (const auto& [name_is, text] : page.kept) start.set("fields." + name_is, text);
        made += section(h2(in.tr("Write a further version")),
                        p(css("muted"), in.tr("What it said before stays on the record.")),
                        web::form_for(input_of(Of<ReviseNote>{}),
                                      Url::of("acquis", "notes", number, "revise_note"), visit, entered,
                                      {.submit = in.tr("Keep this version"),
                                       .start = &start,
                                       .inside = &note_input(page.note.kind)}));
    }
    if (page.may_withdraw)
        made += section(
            h2(in.tr("Take it back")),
            p(css("muted"), in.tr("It is shown in no list any more; its versions stay on the record.")),
            web::button_form(Url::of("acquis", "notes", number, "withdraw_note"), visit,
                             in.tr("Take it back"), {{"revision", std::to_string(page.note.revision)}}));
    return made;
}

Html versions_of(const NotePage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.versions.size() < 2) return {};
    Html list;
    for (const NoteVersionRow& row : page.versions)
        list += details(summary(in.tr("Version {n}", {{"n", std::to_string(row.revision)}}), " · ",
                                in.day(row.since), " · ", bdi(row.by)),
                        h3(bdi(lang(row.language), row.title)), draw_note_body(row.parts, row.language));
    return section(h2(in.tr("All versions, newest first")), list);
}

/// The first step of a note: what it is about.
Html subjects_of(const NewNotePage& page, const NoteKindSpec& spec, const Visit& visit) {
    const auto& in = visit.in;
    return group(h1(css("page-title"), in.tr(spec.add)), p(css("page-lead"), in.tr(spec.about)),
                 h2(in.tr("What is it about?")), ul(each(page.subjects, [](const LinkRow& row) {
                     return li(link_to(row.address, row.title, row.language));
                 })));
}

} // namespace

Screen draw_notes(const NotesPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const NoteKindSpec& spec = spec_of(page.kind);
    Html rows;
    for (const NoteRow& row : page.rows) rows += note_line(row, visit);
    Html status;
    if (has_status(page.kind)) status = th(scope("col"), status_label(page.kind, visit));
    Html list = page.rows.empty()
                    ? Html(p(in.tr("Nothing yet.")))
                    : Html(table(css("table table-list"), caption(in.tr(spec.title)),
                                 thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("About")),
                                          status, th(scope("col"), in.tr("What it says")),
                                          th(scope("col"), in.tr("By")), th(scope("col"), in.tr("Since")))),
                                 tbody(rows)));
    Screen screen = acquis_screen(
        visit, std::string(in.tr(spec.title)),
        group(h1(css("page-title"), in.tr(spec.title)), p(css("page-lead"), in.tr(spec.about)),
              when(page.may_add,
                   [&] {
                       return p(a(css("btn btn-secondary"), href(Url::of("acquis", "new", spec.name)),
                                  in.tr(spec.add)));
                   }),
              when(page.reached > 0,
                   [&] {
                       return p(in.tr_n("{n} person reached, by what is told here.",
                                        "{n} people reached, by what is told here.", page.reached));
                   }),
              form(css("filters"), method("get"), role("search"), aria_label(in.tr(spec.title)),
                   div(css("field"), label(css("form-label"), for_("q"), in.tr("Words")),
                       input(css("form-control"), id("q"), name("q"), type("search"), value(page.words))),
                   button(css("btn btn-primary"), type("submit"), in.tr("Show"))),
              list));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_note(const NotePage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const NoteRow& note = page.note;
    const NoteKindSpec& spec = spec_of(note.kind);
    Screen screen = acquis_screen(
        visit, note.title,
        group(h1(css("page-title"), bdi(lang(note.language, !note.language.empty()), note.title)),
              p(css("page-lead"), in.tr(spec.title), ": ", link_to(note.about_address, note.about_title, {})),
              when(page.withdrawn.has_value(),
                   [&] {
                       return p(css("notice notice-caution"),
                                in.tr("It was taken back on {day}.", {{"day", in.day(*page.withdrawn)}}));
                   }),
              note_by(note, visit), draw_note_body(note.parts, note.language), forms_of(page, visit, entered),
              versions_of(page, visit)));
    screen.form_page = Url::of("acquis", "notes", std::to_string(note.note));
    screen.other_faces = {
        {"JSON", Url::of("acquis", "notes", std::to_string(note.note)).with("format", "json")}};
    return screen;
}

Screen draw_new_note(const NewNotePage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const NoteKindSpec* spec = find_note_kind(page.kind);
    if (spec == nullptr) spec = &spec_of(NoteKind::clarification);
    if (page.about.empty()) {
        Screen screen = acquis_screen(visit, std::string(in.tr(spec->add)), subjects_of(page, *spec, visit));
        screen.form_page = Url::of("acquis", "new", spec->name);
        return screen;
    }
    InputValues start;
    start.set("kind", std::string(spec->name));
    start.set("about", page.about);
    start.set("language", std::string(in.code()));
    Screen screen = acquis_screen(
        visit, std::string(in.tr(spec->add)),
        group(h1(css("page-title"), in.tr(spec->add)), p(css("page-lead"), in.tr(spec->about)),
              p(in.tr("About:"), " ", strong(bdi(page.about_title))),
              p(css("notice"),
                in.tr("Everybody will read it, in the name of {name}.", {{"name", page.author_name}})),
              web::form_for(input_of(Of<AddNote>{}), Url("/acquis/add_note"), visit, entered,
                            {.submit = in.tr("Add it"), .start = &start, .inside = spec->input})));
    screen.form_page = Url::of("acquis", "new", spec->name).with("about", page.about);
    return screen;
}

} // namespace poa::acquis
