// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module_sentences_effects.hpp"

namespace poa::decisions {
namespace {

void add_charter(web::Routes& routes) {
    routes.sentence("decisions.only_at_review", N_("The charter changes only at a review conference."));
    routes.sentence("decisions.amendment_line",
                    N_("Line {line} is not a clause, an equals sign and a value."));
    routes.sentence("decisions.amends_no_clause", N_("Line {line}: there is no clause “{clause}”."));
    routes.sentence("decisions.clause_not_amendable",
                    N_("The clause {clause} is of the founding, which is past: it is not amended."));
    routes.sentence("decisions.amended_twice", N_("The clause {clause} stands there twice."));
    routes.sentence("decisions.clause_same", N_("The clause {clause} says {value} already."));
    routes.sentence("decisions.no_such_version",
                    N_("The charter has no version {version}; the newest is {newest}."));
    routes.sentence("decisions.clause_changed_meanwhile",
                    N_("The clause {clause} has changed since version {base}; version {version} is in "
                       "force."));
    routes.sentence("decisions.charter_changed",
                    N_("Meanwhile version {version} of the charter is in force."));
}

void add_register(web::Routes& routes) {
    routes.sentence("decisions.bad_key",
                    N_("“{key}” is no key: at most 64 lower-case letters, digits and single hyphens."));
    routes.sentence("decisions.agreed_already", N_("“{key}” was agreed already."));
    routes.sentence("decisions.no_such_agreed", N_("Nothing agreed is called “{key}”."));
    routes.sentence("decisions.not_by_that_body", N_("The charter does not let {body_words} decide it."));
    routes.sentence("decisions.nothing_changes", N_("It says the same already."));
    routes.sentence("decisions.charter_has_none", N_("The charter does not provide for it."));
    routes.sentence("decisions.no_text", N_("There is no text."));
    routes.sentence("decisions.day_passed", N_("{day} has passed."));
    routes.sentence("decisions.days_backwards", N_("The last day is before the first."));
}

void add_framework(web::Routes& routes) {
    routes.sentence("decisions.acquis_lowered",
                    N_("What was agreed is built on and never taken from. This sentence of “{item}” would be "
                       "lost: {sentence}"));
    routes.sentence("decisions.other_language",
                    N_("The item was agreed in another language ({language}) and is developed in that one."));
    routes.sentence("decisions.framework_by_consensus",
                    N_("The framework changes by consensus alone; the charter's rule for it knows a vote."));
    routes.sentence("decisions.no_binding_track",
                    N_("The charter has no track towards a legally binding instrument."));
    routes.sentence(
        "decisions.neither_group_nor_in_time",
        N_("A recommendation comes from a group, or was tabled by {deadline} for the meeting that "
           "begins on {meeting}."));
    routes.sentence("decisions.declaratory_locked",
                    N_("The text of “{key}” is declaratory and not negotiated again; its measures are."));
    routes.sentence("decisions.recommendation_lapsed",
                    N_("“{key}” lapsed after {last}, because nobody confirmed it. It can be adopted again."));
}

void add_groups(web::Routes& routes) {
    routes.sentence("decisions.groups_by_consensus",
                    N_("Groups are created by consensus; the charter's rule for it knows a vote."));
    routes.sentence("decisions.sunset_needed",
                    N_("A group ends unless it is extended: it needs a last day, {latest} at the latest."));
    routes.sentence("decisions.sunset_too_late", N_("The last day can be {latest} at the latest."));
    routes.sentence("decisions.too_many_groups",
                    N_("At most {most} groups may exist at once; there would be {there} beside this one."));
    routes.sentence("decisions.priority_of_other_year",
                    N_("A priority is chosen for this year or the next: {next} at the latest."));
    routes.sentence("decisions.priority_chosen",
                    N_("The priority of {year} is chosen: the group “{key}” works on it."));
    routes.sentence("decisions.group_may_not_study", N_("Groups may not be given this to study: {matter}."));
    routes.sentence("decisions.group_over", N_("The group “{key}” ended on {last}."));
    routes.sentence("decisions.no_longer_end", N_("That is no later than its last day now: {last}."));
    routes.sentence("decisions.no_earlier_end", N_("That is no earlier than its last day now: {last}."));
    routes.sentence("decisions.no_such_group", N_("There is no such group on that day: “{key}”."));
}

void add_work(web::Routes& routes) {
    routes.sentence("decisions.programme_years",
                    N_("A programme of work has {least} to {most} years, not {years}."));
    routes.sentence("decisions.programme_overlaps",
                    N_("The programme of work {key} has some of these years."));
    routes.sentence("decisions.area_out_of_scope",
                    N_("The charter does not have this area in its scope: {area}."));
    routes.sentence("decisions.no_member_state", N_("There is no Member State with the code {state}."));
    routes.sentence("decisions.no_such_seat", N_("A group has {seats} co-facilitators."));
    routes.sentence("decisions.office_taken",
                    N_("The office is held until {last}; a term can begin on {free} at the earliest."));
    routes.sentence("decisions.no_term_to_extend",
                    N_("No Chair is in office, or the next one is elected already."));
    routes.sentence("decisions.extension_too_long",
                    N_("A term is extended by at most {most} months; it was extended by {before}."));
    routes.sentence(
        "decisions.same_region",
        N_("The office rotates among the regional groups: the one before ({before}) is of the same "
           "group."));
    routes.sentence("decisions.element_missing",
                    N_("A founding declaration needs this element; say where it stands: {element}."));
    routes.sentence("decisions.element_not_in_text",
                    N_("No paragraph of the text begins like this: {element}."));
}

void add_chain(web::Routes& routes) {
    routes.sentence(
        "decisions.mechanism_not_active",
        N_("The mechanism is not active yet: its founding waits for this step: {waiting_words}."));
    routes.sentence("decisions.no_chain", N_("No chain of founding acts was begun."));
    routes.sentence("decisions.chain_begun", N_("The chain of founding acts was begun already."));
    routes.sentence("decisions.charter_names_no_chain", N_("The charter names no chain of founding acts."));
    routes.sentence("decisions.chain_complete", N_("All steps of the founding were taken."));
    routes.sentence("decisions.step_not_next",
                    N_("The step that is waited for is another: {waiting_words}."));
    routes.sentence("decisions.step_decided_here", N_("This step is decided here, by {body_words}."));
    routes.sentence("decisions.step_out_of_order",
                    N_("It is before the day of the step before it: {before}."));
    routes.sentence("decisions.step_to_come", N_("{day} is still to come."));
    routes.sentence("decisions.step_by_consensus",
                    N_("This step establishes the mechanism, and the charter knows no vote for that."));
}

} // namespace

void add_effects_sentences(web::Routes& routes) {
    add_charter(routes);
    add_register(routes);
    add_framework(routes);
    add_groups(routes);
    add_work(routes);
    add_chain(routes);
}

} // namespace poa::decisions
