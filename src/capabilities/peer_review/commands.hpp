// SPDX-License-Identifier: Apache-2.0
#pragma once
// The acts on reviews by peers. All refuse as act_on_review (or act_for_state) does, and where the review is
// at another stage (rule) "peer_review.not_at_this_stage"; what else is told with each. Records are for the
// own delegation where nothing else is said, with the digest of what was written and never the words.

#include "base/input.hpp"
#include "capabilities/peer_review/keeping.hpp"

namespace poa::peer_review {

using identity::Actor;
using ledger::Work;

struct VolunteerReview {
    std::string procedure, scope, report;
    std::vector<std::string> items;
    std::string known_to;
};
[[nodiscard]] const Input<VolunteerReview>& input_of(Of<VolunteerReview>);
/// The actor's State lets its peers look at parts of the framework, or at a report it released ("2026" and
/// the survey, with a stroke between). Recorded for whom it chose to let know. Refuses the fields (bad_input,
/// all at once) "peer_review.no_subject", "peer_review.no_such_item", "peer_review.no_such_release";
/// (conflict) "peer_review.review_runs" (review).
[[nodiscard]] Result<Acted> volunteer_review(Work& work, const Ground& ground, const Actor& actor,
                                             const VolunteerReview& request);

struct InviteReviewer {
    Id<PeerReview> review;
    std::string reviewer; ///< ISO3
};
[[nodiscard]] const Input<InviteReviewer>& input_of(Of<InviteReviewer>);
/// The State asks another one. Who offered already, agrees by that. Refuses (field reviewer)
/// "peer_review.no_such_state", "peer_review.own_state"; (conflict) "peer_review.asked_already".
[[nodiscard]] Result<Acted> invite_reviewer(Work& work, const Ground& ground, const Actor& actor,
                                            const InviteReviewer& request);

struct OfferReview {
    Id<PeerReview> review;
    std::string conflicts;
};
[[nodiscard]] const Input<OfferReview>& input_of(Of<OfferReview>);
/// Another State says it would review, and declares what interests it has. Who was invited, agrees by that.
/// Refuses (rule) "peer_review.own_review", "peer_review.declined_already"; (conflict)
/// "peer_review.asked_already".
[[nodiscard]] Result<Acted> offer_review(Work& work, const Ground& ground, const Actor& actor,
                                         const OfferReview& request);

struct SettleOffer {
    Id<PeerReview> review;
    std::string reviewer, verdict; ///< ISO3; "accept", "decline"
};
[[nodiscard]] const Input<SettleOffer>& input_of(Of<SettleOffer>);
/// The State accepts an offer, or declines a reviewer, offered, invited or agreed, without a reason. Refuses
/// (not_found) "peer_review.no_such_reviewer"; (rule) "peer_review.no_offer": it made none that could be
/// accepted.
[[nodiscard]] Result<Acted> settle_offer(Work& work, const Ground& ground, const Actor& actor,
                                         const SettleOffer& request);

struct StepBack {
    Id<PeerReview> review;
};
[[nodiscard]] const Input<StepBack>& input_of(Of<StepBack>);
/// A reviewer leaves, without a reason.
[[nodiscard]] Result<Acted> step_back(Work& work, const Ground& ground, const Actor& actor,
                                      const StepBack& request);

struct FixReviewers {
    Id<PeerReview> review;
};
[[nodiscard]] const Input<FixReviewers>& input_of(Of<FixReviewers>);
/// The State begins with those who agreed. Recorded, with their names, for whom the review is known to.
/// Refuses as check_team.
[[nodiscard]] Result<Acted> fix_reviewers(Work& work, const Ground& ground, const Actor& actor,
                                          const FixReviewers& request);

struct AskQuestion {
    Id<PeerReview> review;
    std::string about, text;
};
[[nodiscard]] const Input<AskQuestion>& input_of(Of<AskQuestion>);
/// A reviewer asks about an item or a released answer. Refuses as check_about.
[[nodiscard]] Result<Acted> ask_question(Work& work, const Ground& ground, const Actor& actor,
                                         const AskQuestion& request);

struct AnswerQuestion {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
    std::string text, audience;
};
[[nodiscard]] const Input<AnswerQuestion>& input_of(Of<AnswerQuestion>);
/// The State answers; the audience counts once it opens the finished review, and never widens that. Refuses
/// "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> answer_question(Work& work, const Ground& ground, const Actor& actor,
                                            const AnswerQuestion& request);

struct NoteVisit {
    Id<PeerReview> review;
    std::string text;
};
[[nodiscard]] const Input<NoteVisit>& input_of(Of<NoteVisit>);
/// A reviewer writes down what was seen; the parties alone ever read it. Refuses "peer_review.desk_only".
[[nodiscard]] Result<Acted> note_visit(Work& work, const Ground& ground, const Actor& actor,
                                       const NoteVisit& request);

struct AddFinding {
    Id<PeerReview> review;
    std::string about, text, evidence, evidence_text;
};
[[nodiscard]] const Input<AddFinding>& input_of(Of<AddFinding>);
/// A reviewer adds to the draft what was found, about which passage, resting on what. Refuses as check_about
/// and check_evidence.
[[nodiscard]] Result<Acted> add_finding(Work& work, const Ground& ground, const Actor& actor,
                                        const AddFinding& request);

struct AddRecommendation {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
    std::string text;
};
[[nodiscard]] const Input<AddRecommendation>& input_of(Of<AddRecommendation>);
/// A reviewer recommends something from a finding. Refuses "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> add_recommendation(Work& work, const Ground& ground, const Actor& actor,
                                               const AddRecommendation& request);

struct StrikeStatement {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
};
[[nodiscard]] const Input<StrikeStatement>& input_of(Of<StrikeStatement>);
/// A reviewer strikes a finding out of the draft, with its recommendations, or a recommendation. Refuses
/// "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> strike_statement(Work& work, const Ground& ground, const Actor& actor,
                                             const StrikeStatement& request);

struct HandOverDraft {
    Id<PeerReview> review;
};
[[nodiscard]] const Input<HandOverDraft>& input_of(Of<HandOverDraft>);
/// The draft goes to the State. Refuses (rule) "peer_review.empty_draft", and as check_team.
[[nodiscard]] Result<Acted> hand_over_draft(Work& work, const Ground& ground, const Actor& actor,
                                            const HandOverDraft& request);

struct CommentDraft {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
    std::string text;
};
[[nodiscard]] const Input<CommentDraft>& input_of(Of<CommentDraft>);
/// The State comments on a finding; the comment stands beside it wherever it is read. Refuses
/// "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> comment_draft(Work& work, const Ground& ground, const Actor& actor,
                                          const CommentDraft& request);

struct RespondRecommendation {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
    std::string response, text; ///< "accepted", "noted"
};
[[nodiscard]] const Input<RespondRecommendation>& input_of(Of<RespondRecommendation>);
/// The State accepts a recommendation or takes note of it, in its own words; its newest word counts. Refuses
/// "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> respond_recommendation(Work& work, const Ground& ground, const Actor& actor,
                                                   const RespondRecommendation& request);

struct FinishReview {
    Id<PeerReview> review;
    std::int64_t revision = 0; ///< as the State read it
    std::string shown_to;      ///< "parties", "member_states", "public"
};
[[nodiscard]] const Input<FinishReview>& input_of(Of<FinishReview>);
/// The State ends the review and says who may read it, or says otherwise later. Recorded with the digest of
/// what was said for whom the review is known or shown to. Refuses (conflict) "peer_review.changed_since".
[[nodiscard]] Result<Acted> finish_review(Work& work, const Ground& ground, const Actor& actor,
                                          const FinishReview& request);

struct WithdrawReview {
    Id<PeerReview> review;
};
[[nodiscard]] const Input<WithdrawReview>& input_of(Of<WithdrawReview>);
/// The State takes the review back, at any stage: nobody reads any of it any more. Recorded as finish_review.
[[nodiscard]] Result<Acted> withdraw_review(Work& work, const Ground& ground, const Actor& actor,
                                            const WithdrawReview& request);

struct FollowUp {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
    std::string status, text, evidence, evidence_text; ///< "not_begun", "under_way", "done"
};
[[nodiscard]] const Input<FollowUp>& input_of(Of<FollowUp>);
/// The State tells what became of a recommendation it accepted. Refuses "peer_review.no_such_statement",
/// (rule) "peer_review.not_accepted", and as check_evidence.
[[nodiscard]] Result<Acted> follow_up(Work& work, const Ground& ground, const Actor& actor,
                                      const FollowUp& request);

struct ContributeStatement {
    Id<PeerReview> review;
    std::string about, text, address, audience;
};
[[nodiscard]] const Input<ContributeStatement>& input_of(Of<ContributeStatement>);
/// An accredited organisation adds its own words, in its own name, to a review that is known to everyone.
/// Refuses (rule) "peer_review.no_contributions" (clause 3.1: the charter gives no right to write),
/// "peer_review.not_accredited"; as check_about and check_evidence.
[[nodiscard]] Result<Acted> contribute_statement(Work& work, const Ground& ground, const Actor& actor,
                                                 const ContributeStatement& request);

struct TakeBackContribution {
    Id<PeerReview> review;
    Id<ReviewStatement> statement;
};
[[nodiscard]] const Input<TakeBackContribution>& input_of(Of<TakeBackContribution>);
/// An organisation takes its own words back, at any stage. Refuses "peer_review.no_such_statement".
[[nodiscard]] Result<Acted> take_back_contribution(Work& work, const Ground& ground, const Actor& actor,
                                                   const TakeBackContribution& request);

struct JoinReviewers {
    std::optional<Day> until;
    std::string words;
};
[[nodiscard]] const Input<JoinReviewers>& input_of(Of<JoinReviewers>);
/// The actor's State says it would review others, until a day; Member States read that. Refuses (field until)
/// "peer_review.day_past".
[[nodiscard]] Result<Volunteer> join_reviewers(Work& work, const Ground& ground, const Actor& actor,
                                               const JoinReviewers& request);

struct LeaveReviewers {};
[[nodiscard]] const Input<LeaveReviewers>& input_of(Of<LeaveReviewers>);
/// It does not any more. Reviews it agreed to are not touched. Refuses (rule)
/// "peer_review.not_among_reviewers".
[[nodiscard]] Result<Volunteer> leave_reviewers(Work& work, const Ground& ground, const Actor& actor,
                                                const LeaveReviewers& request);

} // namespace poa::peer_review
