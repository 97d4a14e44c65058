// SPDX-License-Identifier: Apache-2.0
// Why an act on a review was refused, in words.
#include "capabilities/peer_review/module.hpp"

namespace poa::peer_review {

void add_review_sentences(web::Routes& routes) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("peer_review." + std::string(code), sentence);
    };
    say("none_here", N_("The charter in force ({charter}) has no reviews by peers."));
    say("no_such_review", N_("There is no such review that you may know of."));
    say("no_such_act", N_("There is no such act on a review."));
    say("no_such_statement", N_("There is no such statement that you may read and this act is about."));
    say("changed_meanwhile", N_("Somebody else changed the review meanwhile. Look again."));
    say("changed_since", N_("Something was said or taken back after you read the review. Read it again."));
    say("not_at_this_stage", N_("A review at this stage does not allow that."));
    say("desk_only", N_("The State chose a review at the desk: there is no visit."));
    // volunteering
    say("no_such_procedure", N_("“{value}” is none of the ways in which a review may go."));
    say("no_subject", N_("Name a part of the framework, or a report your State released."));
    say("no_such_item", N_("The framework has no item “{value}”."));
    say("no_such_release", N_("Your State has no released report “{value}”."));
    say("review_runs", N_("A review of your State goes on already (number {review})."));
    // reviewers
    say("no_such_state", N_("“{value}” is no Member State's three letters."));
    say("own_state", N_("A State cannot review itself."));
    say("own_review", N_("A State cannot review itself."));
    say("asked_already", N_("That State was asked, has offered or has agreed already."));
    say("declined_already", N_("The State under review has declined; it is not asked again."));
    say("no_such_reviewer", N_("That State is not asked and has not offered."));
    say("no_offer", N_("That State has made no offer that could be accepted."));
    say("not_a_reviewer", N_("Your State is no reviewer here."));
    say("no_reviewer", N_("Nobody has agreed to review yet."));
    say("one_region", N_("At least one reviewer must be of another regional group."));
    say("day_past", N_("That day has passed."));
    say("not_among_reviewers", N_("Your State has not said that it would review others."));
    // what is said
    say("no_such_passage", N_("“{value}” is no item of the framework and no answer that you may read."));
    say("no_such_document", N_("No document on the record that you may read has the symbol “{value}”."));
    say("not_an_address", N_("“{value}” is no address that begins with https://."));
    say("empty_draft", N_("There is no finding in the draft yet."));
    say("not_accepted", N_("The State did not accept that recommendation, so it owes no word on it."));
    say("no_contributions",
        N_("The charter in force ({charter}) does not let accredited organisations write to groups."));
    say("not_accredited", N_("No accreditation of “{organisation}” holds today."));
}

} // namespace poa::peer_review
