// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/module.hpp"

namespace poa::acquis {
namespace {

void add_registering(web::Routes& routes) {
    routes.sentence("acquis.not_by_consensus",
                    N_("{symbol} was not adopted by consensus, so it is no part of the framework. It "
                       "may be recorded as context."));
    routes.sentence("acquis.nothing_is_removed",
                    N_("“{key}” stays: the framework is built on and nothing is ever taken from it."));
    routes.sentence("acquis.unknown_instrument", N_("Item “{item}”: there is no instrument “{key}”."));
    routes.sentence("acquis.source_is_context",
                    N_("Item “{key}”: {symbol} is no part of the framework, so no item comes from it."));
    routes.sentence("acquis.unknown_topic", N_("There is no subject “{key}”."));
    routes.sentence("acquis.unknown_item", N_("There is no item “{key}”."));
    routes.sentence(
        "acquis.kind_stays",
        N_("Item “{key}” stays of its kind: a voluntary norm never becomes law, nor law a norm."));
    routes.sentence("acquis.source_stays", N_("Item “{key}” stays from the instrument it came from."));
    routes.sentence("acquis.levels_stay", N_("Item “{key}” holds on at the {level} level."));
    routes.sentence("acquis.instrument_stays",
                    N_("Instrument “{key}” keeps its symbol and its place in the framework."));
    routes.sentence("acquis.item_is_fixed",
                    N_("“{key}” is a foundation: no registration and no decision rewords it."));
    routes.sentence("acquis.by_decision_alone", N_("An item of this kind comes by decision alone: “{key}”."));
    routes.sentence("acquis.norm_as_law",
                    N_("The summary of the voluntary norm “{key}” reads as law: “{word}”."));
    routes.sentence("acquis.reserved_key",
                    N_("“{key}” is the name of a page and cannot be that of an item."));
    routes.sentence("acquis.changes_nothing", N_("The framework says all of it already."));
}

void add_reading(web::Routes& routes) {
    routes.sentence("acquis.missing", N_("Something is missing here."));
    routes.sentence("acquis.wrong_kind", N_("Expected: {expected}."));
    routes.sentence("acquis.not_a_choice", N_("“{value}” is none of the words that can stand here."));
    routes.sentence("acquis.not_a_key",
                    N_("“{value}” is no key: at most 64 lower-case letters, digits and single hyphens."));
    routes.sentence("acquis.not_plain", N_("White space at an end, or a character that is none."));
    routes.sentence("acquis.unknown_field", N_("Nothing is called “{name}” here."));
    routes.sentence("acquis.taken_twice", N_("“{value}” stands twice."));
    routes.sentence("acquis.registers_nothing", N_("It registers nothing."));
}

void add_notes(web::Routes& routes) {
    routes.sentence("acquis.no_such_topic",
                    N_("The framework has no subject “{key}”. Those it has: {known}."));
    routes.sentence("acquis.no_such_instrument",
                    N_("The framework has no instrument “{key}”. Those it has: {known}."));
    routes.sentence("acquis.no_such_item", N_("The framework has no item “{key}”."));
    routes.sentence("acquis.no_such_version", N_("The framework has versions up to {last}."));
    routes.sentence("acquis.no_such_note", N_("There is no such note."));
    routes.sentence("acquis.no_such_kind", N_("There is no kind of note called “{kind}”."));
    routes.sentence("acquis.no_such_subject", N_("There is nothing called “{subject}” to write about."));
    routes.sentence("acquis.not_about_that", N_("A note of this kind is about something else: {kind}."));
    routes.sentence("acquis.not_for_you", N_("A note of this kind is written by others: {kind}."));
    routes.sentence("acquis.not_your_note", N_("Only who wrote it can go on with it."));
    routes.sentence("acquis.note_changed",
                    N_("Somebody wrote a further version meanwhile. Read it, then try again."));
    routes.sentence("acquis.note_withdrawn", N_("It was taken back."));
    routes.sentence("acquis.consent_needed",
                    N_("A practice is shown to everybody only where its State agrees to it."));
    routes.sentence("acquis.answer_missing", N_("An answered question has an answer."));
    routes.sentence("acquis.answer_first",
                    N_("An answer or a decision has a kind: say what kind of answer it is."));
    routes.sentence("acquis.action_without_norm",
                    N_("Each action corresponds to a norm: name at least one item of the framework."));
    routes.sentence("acquis.state_without_source",
                    N_("“{line}” names no State with its source, such as “FJI: Lantern Act, 2031”."));
    routes.sentence("acquis.one_partner", N_("Cooperation has at least two partners, one a line."));
    routes.sentence("acquis.bad_address", N_("An address begins with https:// or http://."));
    routes.sentence("acquis.no_such_decision", N_("There is no decision {symbol}."));
}

} // namespace

void add_sentences(web::Routes& routes) {
    add_registering(routes);
    add_reading(routes);
    add_notes(routes);
}

} // namespace poa::acquis
