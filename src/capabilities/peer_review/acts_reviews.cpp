// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/acts_reviews.hpp"

#include "capabilities/peer_review/commands.hpp"
#include "capabilities/peer_review/permissions.hpp"

#include <algorithm>
#include <array>

namespace poa::peer_review {
namespace {

using identity::Body;

constexpr std::array<StatementKind, 0> itself = {};
constexpr std::array question = {StatementKind::question};
constexpr std::array finding = {StatementKind::finding};
constexpr std::array recommendation = {StatementKind::recommendation};
constexpr std::array of_draft = {StatementKind::finding, StatementKind::recommendation};
constexpr std::array contribution = {StatementKind::contribution};

bool permits(const Offering& to, const std::string& command, const Body& body) {
    return permissions().permits(command, to.actor, body);
}

bool permits_a_reviewer(const Offering& to, const std::string& command, bool agreed) {
    return std::ranges::any_of(to.reviewers, [&](const Reviewer& each) {
        const bool counts = agreed ? each.standing == ReviewerStanding::agreed : is_party(each);
        return counts && permits(to, command, Body::state(each.state));
    });
}

/// A State that has not said yes or been declined, and is not the one under review.
bool permits_a_volunteer(const Offering& to, const std::string& command) {
    return std::ranges::any_of(to.actor.standings(), [&](const identity::Standing& standing) {
        if (standing.body.kind() != Body::Kind::state || standing.body.code() == to.review.state)
            return false;
        const auto known = std::ranges::find(to.reviewers, standing.body.code(), &Reviewer::state);
        using enum ReviewerStanding;
        const bool could =
            known == to.reviewers.end() || known->standing == invited || known->standing == stepped_back;
        return could && permits(to, command, standing.body);
    });
}

bool permits_an_organisation(const Offering& to, const std::string& command) {
    return std::ranges::any_of(to.actor.standings(), [&](const identity::Standing& standing) {
        return standing.body.kind() == Body::Kind::organisation && permits(to, command, standing.body);
    });
}

} // namespace

std::span<const ReviewAct> review_acts() {
    using enum ActFor;
    using Verb = ReviewVerb;
    static const std::array<ReviewAct, 19> acts = {{
        {"invite_reviewer", reviewed, Verb::find, itself, N_("Invite a reviewer"),
         N_("The State that is invited learns of the review by that, and says yes or nothing."),
         &input_of(Of<InviteReviewer>{})},
        {"fix_reviewers", reviewed, Verb::pair, itself, N_("Begin with these reviewers"),
         N_("At least one of them must be of another regional group. Who may know of the review learns their "
            "names."),
         &input_of(Of<FixReviewers>{})},
        {"finish_review", reviewed, Verb::finish, itself, N_("Finish the review and say who may read it"),
         N_("Nobody but the parties reads any of it unless you say so here; you may say otherwise later. The "
            "ledger keeps a digest of what was said, never the words."),
         &input_of(Of<FinishReview>{})},
        {"settle_offer", reviewed, std::nullopt, itself, N_("Accept or decline a reviewer"),
         N_("Your State gives no reason. A State that was declined is not asked again."),
         &input_of(Of<SettleOffer>{})},
        {"withdraw_review", reviewed, Verb::withdraw, itself, N_("Withdraw the review"),
         N_("Nobody reads any of it any more, the reviewers as little as others. The commitment to what was "
            "said stays in the ledger."),
         &input_of(Of<WithdrawReview>{})},
        {"offer_review", volunteering, Verb::find, itself, N_("Offer to review"),
         N_("The State under review decides; it gives no reason where it declines."),
         &input_of(Of<OfferReview>{})},
        {"ask_question", reviewer, Verb::ask, itself, N_("Ask a question"),
         N_("The parties read it. Others do only together with an answer that the State opens to them."),
         &input_of(Of<AskQuestion>{})},
        {"note_visit", reviewer, Verb::visit, itself, N_("Write a note of the visit"),
         N_("The State under review and its reviewers read it, and never anybody else."),
         &input_of(Of<NoteVisit>{})},
        {"add_finding", reviewer, Verb::draft, itself, N_("Add a finding to the draft"),
         N_("The reviewers alone read it until the draft is handed over. Say what it is about and what it "
            "rests on, so that it can be looked at again."),
         &input_of(Of<AddFinding>{})},
        {"hand_over_draft", reviewer, Verb::hand_over, itself, N_("Hand the draft over to the State"),
         N_("From then on the State reads it, comments and responds; the draft changes no more."),
         &input_of(Of<HandOverDraft>{})},
        {"step_back", leaving, Verb::leave, itself, N_("Step back as a reviewer"),
         N_("Your State gives no reason. What it said so far stays with the review."),
         &input_of(Of<StepBack>{})},
        {"contribute_statement", organisation, Verb::contribute, itself,
         N_("Contribute in your organisation's name"),
         N_("It is shown as your organisation's, to whom you choose, and stands beside the review."),
         &input_of(Of<ContributeStatement>{})},
        {"answer_question", reviewed, Verb::answer, question, N_("Answer"),
         N_("The reviewers read it at once; others only if your State opens the finished review to them."),
         &input_of(Of<AnswerQuestion>{})},
        {"add_recommendation", reviewer, Verb::draft, finding, N_("Recommend something"),
         N_("It follows from this finding. The reviewers alone read it until the draft is handed over."),
         &input_of(Of<AddRecommendation>{})},
        {"strike_statement", reviewer, Verb::draft, of_draft, N_("Strike out of the draft"),
         N_("It leaves the draft, with the recommendations that follow from it."),
         &input_of(Of<StrikeStatement>{})},
        {"comment_draft", reviewed, Verb::comment, finding, N_("Comment"),
         N_("Your comment stands beside the finding wherever that is read."), &input_of(Of<CommentDraft>{})},
        {"respond_recommendation", reviewed, Verb::comment, recommendation, N_("Respond"),
         N_("Accepted or noted, in your own words. Saying nothing means nothing."),
         &input_of(Of<RespondRecommendation>{})},
        {"follow_up", reviewed, Verb::follow_up, recommendation, N_("Tell what became of it"),
         N_("Whoever reads the review reads it. It is your State's word, with what shows it."),
         &input_of(Of<FollowUp>{})},
        {"take_back_contribution", organisation, std::nullopt, contribution, N_("Take it back"),
         N_("Nobody reads it any more."), &input_of(Of<TakeBackContribution>{})},
    }};
    return acts;
}

const ReviewAct* find_review_act(std::string_view command) {
    const auto acts = review_acts();
    const auto found = std::ranges::find(acts, command, &ReviewAct::command);
    return found == acts.end() ? nullptr : &*found;
}

bool is_offered(const ReviewAct& act, const Offering& to) {
    if (!to.clause.has_reviews || to.review.stage == ReviewStage::withdrawn) return false;
    if (act.verb && !after(to.review.stage, *act.verb, to.review.scope)) return false;
    const std::string command = "peer_review." + std::string(act.command);
    switch (act.whose) {
    case ActFor::reviewed:
        return permits(to, command, Body::state(to.review.state));
    case ActFor::reviewer:
        return permits_a_reviewer(to, command, true);
    case ActFor::leaving:
        return permits_a_reviewer(to, command, false);
    case ActFor::volunteering:
        return permits_a_volunteer(to, command);
    case ActFor::organisation:
        return to.clause.stakeholders_write && permits_an_organisation(to, command);
    }
    return false;
}

} // namespace poa::peer_review
