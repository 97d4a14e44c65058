// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/module.hpp"

namespace poa::decisions {
namespace {

void add_proposals(web::Routes& routes) {
    routes.sentence("decisions.no_such", N_("There is no such proposal, or it is a draft of others."));
    routes.sentence("decisions.no_such_act", N_("There is no such act."));
    routes.sentence("decisions.no_such_body",
                    N_("Write plenary, review_conference, founding_conference, or group: and its key."));
    routes.sentence("decisions.no_such_effect", N_("No adoption can do this: {effect}."));
    routes.sentence("decisions.not_for_that_body", N_("This body does not decide that: {effect}."));
    routes.sentence("decisions.group_is_of_chair", N_("Only the Chair brings in the proposal of a group."));
    routes.sentence(
        "decisions.no_right_to_propose",
        N_("The charter gives the participants you are one of no right to propose in this body."));
    routes.sentence("decisions.sponsor_needed",
                    N_("A regional organisation's proposal needs a State as sponsor before it is tabled."));
    routes.sentence("decisions.tabled_late",
                    N_("The meeting begins on {meeting}; documents for it were due on {deadline}."));
    routes.sentence("decisions.no_meeting", N_("No meeting of that body is planned within three years."));
    routes.sentence("decisions.not_in_this_stage",
                    N_("This cannot be done at the stage the proposal is at."));
    routes.sentence("decisions.changed_meanwhile",
                    N_("Somebody changed the proposal meanwhile. Read it again, then confirm."));
    routes.sentence("decisions.draft_reads_otherwise",
                    N_("Somebody of your side wrote the draft anew meanwhile. Read it again, then confirm."));
    routes.sentence("decisions.tabled_already", N_("The proposal is tabled: every reader sees it."));
    routes.sentence("decisions.own_state", N_("That is the State whose draft it is."));
    routes.sentence("decisions.shared_already", N_("The draft is shared with that State already."));
    routes.sentence("decisions.not_shared", N_("The draft is not shared with that State."));
    routes.sentence("decisions.sponsors_it",
                    N_("That State sponsors the draft: it sees it until it leaves by itself."));
    routes.sentence("decisions.draft_brackets", N_("Paragraph {number} has a bracket without its fellow."));
    routes.sentence("decisions.draft_reference",
                    N_("Paragraph {number} refers to a paragraph that is not there: {reference}."));
    routes.sentence("decisions.proposal_is_over", N_("The proposal is decided, withdrawn or lapsed."));
    routes.sentence("decisions.sponsor_already", N_("Your State sponsors it already."));
    routes.sentence("decisions.no_sponsor", N_("Your State does not sponsor it."));
    routes.sentence("decisions.not_tabled", N_("The proposal is not tabled yet."));
    routes.sentence("decisions.meeting_not_over",
                    N_("Its meeting begins on {meeting}: it cannot lapse before."));
    routes.sentence("decisions.no_mediation", N_("The charter knows no mediation."));
    routes.sentence("decisions.resumes_in_the_past", N_("Give a day to come."));
}

void add_questions(web::Routes& routes) {
    routes.sentence("decisions.no_question", N_("No question is open on this proposal."));
    routes.sentence("decisions.another_question",
                    N_("Another question has been put since you opened the page. Read it first."));
    routes.sentence("decisions.question_over", N_("The question ended on {ended}: nothing more counts."));
    routes.sentence("decisions.too_late",
                    N_("The time ended on {closed}; what comes at that moment or later does not "
                       "count."));
    routes.sentence("decisions.not_by_objection", N_("This is a vote: vote, instead of objecting."));
    routes.sentence("decisions.not_entitled",
                    N_("Only Member States that were members when the question was put take "
                       "part."));
    routes.sentence("decisions.objected_already",
                    N_("Your State's objection stands since {at}; it counts once."));
    routes.sentence("decisions.grounds_needed", N_("The charter asks for the grounds of an objection."));
    routes.sentence("decisions.no_objection", N_("No objection of your State stands."));
    routes.sentence("decisions.not_a_vote", N_("This is no vote."));
    routes.sentence("decisions.voted_already",
                    N_("Your State voted at {at}. The head of the delegation may correct the vote."));
    routes.sentence("decisions.not_voted", N_("Your State has not voted."));
    routes.sentence("decisions.corrected_already",
                    N_("Your State has corrected its vote; it is corrected once."));
    routes.sentence("decisions.explained_already",
                    N_("Your State has said this once on this question; what was said stays."));
    routes.sentence("decisions.correction_over", N_("Votes could be corrected until {until}."));
    routes.sentence("decisions.not_yet", N_("It closes on {closes}; the outcome is declared then."));
    routes.sentence("decisions.too_soon",
                    N_("States have {minutes} minutes to speak to a question: the outcome is declared at "
                       "{from} or later."));
    routes.sentence(
        "decisions.not_at_meeting",
        N_("The body does not meet today; its next meeting begins on {next}. Between meetings there "
           "are the silence procedure and non-objection alone."));
    routes.sentence("decisions.appeal_open",
                    N_("States vote on an appeal against a ruling of the Chair: that comes first."));
    routes.sentence("decisions.appeal_is_voted_on",
                    N_("An appeal is put to the vote and not taken back by the Chair."));
    routes.sentence("decisions.no_such_ruling", N_("There is no such ruling."));
    routes.sentence("decisions.ruling_not_newest",
                    N_("An appeal comes at once: the Chair has ruled again since."));
    routes.sentence("decisions.appealed_already", N_("A State has appealed against it already: {state}."));
    routes.sentence(
        "decisions.only_members_dissociate",
        N_("Observer States take no part in the decision, and dissociate themselves from nothing; "
           "they may explain their position."));
    routes.sentence("decisions.replies_used", N_("A State replies at most {most} times on one item."));
    routes.sentence("decisions.reply_too_long",
                    N_("This reply can have {most} words at most; it has {words}."));
    routes.sentence(
        "decisions.text_changed",
        N_("You saw version {seen} of the text; it reads otherwise now, in version {newest}. Read "
           "what changed, then confirm."));
    routes.sentence("decisions.no_end",
                    N_("This question has no end to move: the Chair declares the outcome."));
    routes.sentence("decisions.not_longer", N_("More time only: the end cannot come sooner."));
    routes.sentence(
        "decisions.text_is_open",
        N_("What does not meet with consensus cannot be in an outcome. Still open: {paragraphs}."));
    routes.sentence(
        "decisions.vote_not_yet",
        N_("A vote comes only when every effort at consensus has failed: put the question by consensus "
           "first."));
    routes.sentence("decisions.no_vote_by_rule", N_("The charter knows no vote on this matter."));
    routes.sentence("decisions.already_failed",
                    N_("It was not adopted. Reopen the discussion before it is put again."));
    routes.sentence(
        "decisions.charter_in_question",
        N_("A question on changing the charter and another question are not open at the same time: "
           "{proposal}."));
    routes.sentence("decisions.nobody_entitled",
                    N_("The charter gives no State the right to decide in this body."));
    routes.sentence("decisions.no_such_paragraph", N_("There is no such paragraph."));
    routes.sentence("decisions.before_is_over", N_("The decision is taken: explain your position after it."));
    routes.sentence("decisions.not_decided_yet",
                    N_("There is no decision yet: explain your position before it."));
    routes.sentence("decisions.dissociated_already",
                    N_("Your State has dissociated itself from that paragraph."));
    routes.sentence("identity.appointment_over",
                    N_("Your appointment has ended: you cannot act for that body any more."));
}

} // namespace

void add_sentences(web::Routes& routes) {
    add_proposals(routes);
    add_questions(routes);
}

} // namespace poa::decisions
