// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/checking_notes.hpp"
#include "capabilities/acquis/commands/add_note.hpp"
#include "capabilities/acquis/commands/withdraw_note.hpp"
#include "capabilities/acquis/module_turns.hpp"
#include "capabilities/acquis/pages_drawing.hpp"

namespace poa::acquis {
namespace {

using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

/// What a program gets of an act on a note.
struct NoteOutcome {
    std::int64_t note = 0, revision = 0;
    std::string kind, about;
    bool withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(NoteOutcome, (), (note, revision, kind, about, withdrawn))

NoteOutcome outcome_of(const Note& note) {
    return {note.id.number, note.newest.revision, std::string(name_of(note.kind)), note.about,
            note.withdrawn.has_value()};
}

struct RegisteredOutcome {
    bool changed = false;
    std::int64_t version = 0, instruments = 0, items_added = 0, items_revised = 0, checklists = 0;
};
BOOST_DESCRIBE_STRUCT(RegisteredOutcome, (),
                      (changed, version, instruments, items_added, items_revised, checklists))

template <class Request, class Command>
Result<Done<NoteOutcome>> act(const ModuleLinks& links, const Visit& visit, const Request& request,
                              int status, Command command) {
    auto note = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return command(work, identity::actor_of(visit), request);
    });
    if (!note) return refuse(note.error());
    return Done<NoteOutcome>{
        outcome_of(*note), Url::of("acquis", "notes", std::to_string(note->id.number)), {}, status};
}

std::string entered_text(const Entered& entered, std::string_view name) {
    const auto* value = entered.values != nullptr ? entered.values->find(name) : nullptr;
    return value != nullptr ? value->text : std::string();
}

/// The form again; without what it would show beside, where that cannot be read.
Screen new_note_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    const std::string kind = entered_text(entered, "kind"), about = entered_text(entered, "about");
    auto page = reading(links, visit, [&](const Reading& read) { return load_new_note(read, kind, about); });
    return draw_new_note(page ? *page : NewNotePage{kind, about, about, {}}, visit, entered);
}

Screen note_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    struct Named {
        Id<Note> note;
    };
    static const auto input = Input<Named>("acquis.named").id("note", &Named::note);
    InputValues values;
    web::add_path(visit, values);
    auto named = input.parse(values);
    auto page = reading(
        links, visit, [&](const Reading& read) { return load_note(read, named ? named->note : Id<Note>{}); });
    return draw_note(page ? *page : NotePage{}, visit, entered);
}

} // namespace

void add_command_routes(web::Routes& routes, const ModuleLinks& links) {
    routes.command<RegisterInstrument, RegisteredOutcome>(
        "/acquis/register_instrument", {"acquis.register_instrument", N_("Register an instrument")},
        input_of(Of<RegisterInstrument>{}),
        [links](const Visit& visit, const RegisterInstrument& request) -> Result<Done<RegisteredOutcome>> {
            auto done = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return register_instrument(work, identity::actor_of(visit), request);
            });
            if (!done) return refuse(done.error());
            return Done<RegisteredOutcome>{{done->changed, done->version, done->instruments,
                                            done->items_added, done->items_revised, done->checklists},
                                           Url("/acquis/versions"),
                                           {},
                                           201};
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = reading(links, visit, load_register);
            return draw_register(page ? *page : RegisterPage{}, visit, entered);
        });
    routes.command<AddNote, NoteOutcome>(
        "/acquis/add_note", {"acquis.add_note", N_("Add a note on the framework")}, input_of(Of<AddNote>{}),
        [links](const Visit& visit, const AddNote& request) {
            return act(links, visit, request, 201, add_note);
        },
        [links](const Visit& visit, const Entered& entered) {
            return new_note_again(links, visit, entered);
        });
    routes.command<ReviseNote, NoteOutcome>(
        "/acquis/notes/{note}/revise_note", {"acquis.revise_note", N_("Write a further version of a note")},
        input_of(Of<ReviseNote>{}),
        [links](const Visit& visit, const ReviseNote& request) {
            return act(links, visit, request, 200, revise_note);
        },
        [links](const Visit& visit, const Entered& entered) { return note_again(links, visit, entered); });
    routes.command<WithdrawNote, NoteOutcome>(
        "/acquis/notes/{note}/withdraw_note", {"acquis.withdraw_note", N_("Take a note back")},
        input_of(Of<WithdrawNote>{}),
        [links](const Visit& visit, const WithdrawNote& request) {
            return act(links, visit, request, 200, withdraw_note);
        },
        [links](const Visit& visit, const Entered& entered) { return note_again(links, visit, entered); });
}

} // namespace poa::acquis
