// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_export.hpp"

namespace poa::views {
namespace {

void add_answers(web::Routes& routes) {
    routes.sentence("views.answer_kind",
                    N_("{actor} {variable}: “{answer}” is no answer of the kind {kind}."));
    routes.sentence("views.answer_not_allowed",
                    N_("{actor} {variable}: “{answer}” is not among the allowed answers: {allowed}."));
    routes.sentence("views.answer_twice", N_("{actor} {variable}: “{answer}” stands twice in the answer."));
    routes.sentence("views.answer_interval",
                    N_("{actor} {variable}: the interval {answer} begins after it ends."));
    routes.sentence("views.answer_empty", N_("{actor} {variable}: there is no answer."));
    routes.sentence(
        "views.strength_unknown",
        N_("{actor} {variable}: “{answer}” is no strength. Write firm, conditional or inferred."));
    routes.sentence("views.quote_missing", N_("{actor} {variable}: the phrase it rests on is missing."));
    routes.sentence("views.variable_unknown", N_("{actor} {variable}: there is no such question."));
    routes.sentence("views.quote_twice",
                    N_("{actor} {variable}: the phrase “{quote}” stands {times} times in {document}, and the "
                       "locator does not tell which is meant. Give a longer phrase."));
    routes.sentence("views.quote_nowhere",
                    N_("The phrase stands in no paper of this actor on the public record."));
}

void add_questions(web::Routes& routes) {
    routes.sentence("views.variable_key",
                    N_("The question “{variable}” needs a key of small letters, digits and underscores."));
    routes.sentence("views.variable_twice", N_("The question {variable} stands twice."));
    routes.sentence("views.no_allowed_answers",
                    N_("The question {variable} asks for one of its answers but lists none."));
    routes.sentence("views.allowed_twice", N_("The question {variable} allows “{answer}” twice."));
    routes.sentence("views.accepts_unknown",
                    N_("The question {variable} does not allow “{answer}”, which another answer accepts."));
    routes.sentence("views.no_such_question", N_("There is no such question in the question set."));
    routes.sentence("views.no_questions",
                    N_("No question set is on the record yet. Import coded positions first."));
}

void add_actors(web::Routes& routes) {
    routes.sentence("views.file_part", N_("The part {part} {claim} is missing or of the wrong kind."));
    routes.sentence("views.actor_unknown", N_("{actor} has positions but is not among the actors."));
    routes.sentence("views.actor_twice", N_("The actor {actor} ({name}) stands twice."));
    routes.sentence("views.actor_kind", N_("The actor {actor} is neither a State nor a stakeholder."));
    routes.sentence(
        "views.actor_code",
        N_("The actor {actor} needs a code of its own of letters, digits and hyphens, which is no "
           "State's where it is none, and a plain name."));
    routes.sentence(
        "views.text_not_plain",
        N_("{actor} {variable}: {answer} is too long or holds characters that no page can show."));
    routes.sentence(
        "views.own_word_lost",
        N_("{actor} {variable}: the State itself has corrected or withdrawn this reading, and its "
           "word cannot be carried to the changed question. Leave the question as it was."));
    routes.sentence("views.no_such_state", N_("There is no State with the code {actor}."));
    routes.sentence("views.no_such_actor", N_("No positions of such an actor are on the record."));
    routes.sentence("views.no_such_position", N_("No such position is on the record."));
    routes.sentence("views.no_such_claim", N_("The summary has no such statement."));
    routes.sentence("views.stale",
                    N_("The position was changed meanwhile. Look at it again, then repeat your change."));
    routes.sentence("views.own_word_stands",
                    N_("{actor} has corrected or withdrawn this reading itself. Its word stands."));
    routes.sentence("views.nothing_to_resolve", N_("The coders do not differ here."));
    routes.sentence("views.no_such_reading", N_("There is no such reading of this position."));
    routes.sentence("views.coder_required", N_("Say whose reading it is."));
    routes.sentence("views.reason_required", N_("Say why."));
    routes.sentence("views.same_answer", N_("That is what the position says already."));
    routes.sentence("views.not_a_state", N_("Only a State corrects the reading of its own reply here."));
}

void add_formulas(web::Routes& routes) {
    routes.sentence("views.claim_twice", N_("The claim “{claim}” stands twice or has no name."));
    routes.sentence("views.claim_without_part", N_("The claim {claim} has no formula."));
    routes.sentence("views.section_unknown",
                    N_("The claim {claim} stands in a section “{section}” that is not listed."));
    routes.sentence("formula.unknown_variable",
                    N_("Claim {claim}: there is no question “{variable}” (character {at} of: {formula})."));
    routes.sentence("formula.answer_not_allowed",
                    N_("Claim {claim}: “{answer}” is no answer to {variable}; its answers are {allowed} "
                       "(character {at} of: {formula})."));
    routes.sentence("formula.wrong_test",
                    N_("Claim {claim}: “{test}” cannot be asked of {variable}, which is of the kind {kind} "
                       "(character {at} of: {formula})."));
    routes.sentence("formula.expected",
                    N_("Claim {claim}: expected {expected} before “{near}” (character {at} of: {formula})."));
    routes.sentence("formula.interval",
                    N_("Claim {claim}: the interval begins after it ends (character {at} of: {formula})."));
    routes.sentence("formula.too_deep", N_("Claim {claim}: the formula is too long or too deep."));
    routes.sentence("views.word_unknown", N_("{part}: “{word}” is no word summaries are written with."));
    routes.sentence("views.band_none", N_("There are no bands."));
    routes.sentence("views.band_gap",
                    N_("Near the word “{word}”: no word stands for {least} to {most} States."));
    routes.sentence("views.band_overlap",
                    N_("The word “{word}”: {least} to {most} States have another word already."));
    routes.sentence("views.band_order", N_("The word “{word}”: its band goes from {least} to {most}."));
    routes.sentence("views.band_word_twice", N_("The word “{word}” stands twice."));
    routes.sentence("views.band_word_empty", N_("The band from {least} to {most} has no word."));
}

} // namespace

void add_sentences(web::Routes& routes) {
    add_answers(routes);
    add_questions(routes);
    add_actors(routes);
    add_formulas(routes);
    add_export_sentences(routes);
}

} // namespace poa::views
