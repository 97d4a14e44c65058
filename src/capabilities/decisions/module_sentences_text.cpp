// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module_sentences_text.hpp"

namespace poa::decisions {
namespace {

void add_of_typing(web::Routes& routes) {
    routes.sentence("decisions.wording_needed", N_("The wording is missing."));
    routes.sentence("decisions.one_paragraph",
                    N_("This is more than one paragraph: propose a new paragraph for each."));
    routes.sentence("decisions.brackets_unbalanced",
                    N_("A square bracket is opened and not closed, or closed and not opened."));
    routes.sentence("decisions.unknown_reference", N_("There never was a paragraph {reference}."));
    routes.sentence("decisions.references_differ",
                    N_("The translation must refer to the same paragraphs as the authentic text."));
    routes.sentence("decisions.no_such_version", N_("There is no such version. The newest is {newest}."));
    routes.sentence("decisions.beside_itself", N_("A paragraph cannot stand behind itself."));
    routes.sentence("decisions.no_change", N_("This changes nothing."));
    routes.sentence("decisions.authentic_language",
                    N_("The text is negotiated in this language: change it by an amendment."));
}

void add_of_conflicts(web::Routes& routes) {
    routes.sentence("decisions.collision",
                    N_("The paragraph changed at the same place. It reads now: “{now}” You propose: "
                       "“{yours}” Nothing was saved; write the wording that shall stand."));
    routes.sentence("decisions.collision_at", N_("“{base}” became “{now}”; you propose “{yours}”."));
    routes.sentence("decisions.paragraph_removed", N_("The paragraph was deleted meanwhile."));
    routes.sentence("decisions.paragraph_changed",
                    N_("The paragraph changed meanwhile. It read “{base}” and reads now “{now}”."));
    routes.sentence("decisions.moved_meanwhile", N_("The paragraph was moved meanwhile."));
    routes.sentence("decisions.another_version",
                    N_("The text went on meanwhile: its newest version is {newest}. Nothing was undone."));
    routes.sentence("decisions.draft_changed",
                    N_("Somebody of your side changed the draft meanwhile. It reads now: “{now}” Nothing "
                       "of yours was saved yet."));
}

void add_of_rules(web::Routes& routes) {
    routes.sentence("decisions.text_not_open",
                    N_("This is not possible with the text at this stage of the proposal."));
    routes.sentence("decisions.no_such_amendment", N_("There is no such amendment."));
    routes.sentence("decisions.amendment_over", N_("This amendment is not open any more."));
    routes.sentence("decisions.not_your_amendment", N_("Only who proposed an amendment can withdraw it."));
    routes.sentence("decisions.no_wording_to_amend",
                    N_("Only an amendment to the text that asks for a wording can be amended."));
    routes.sentence("decisions.nothing_to_compile",
                    N_("There is no open amendment that could be taken into the text."));
    routes.sentence("decisions.nothing_to_undo", N_("There are not as many changes to undo."));
    routes.sentence("decisions.brackets_remain",
                    N_("The paragraph cannot be agreed: wordings in square brackets remain ({count})."));
    routes.sentence("decisions.amendments_open",
                    N_("The paragraph cannot be agreed: amendments to it are open ({count})."));
    routes.sentence("decisions.objections_stand",
                    N_("The paragraph cannot be agreed: objections to it stand ({count})."));
    routes.sentence("decisions.no_position", N_("Your State declared no position here."));
}

} // namespace

void add_text_sentences(web::Routes& routes) {
    add_of_typing(routes);
    add_of_conflicts(routes);
    add_of_rules(routes);
}

} // namespace poa::decisions
