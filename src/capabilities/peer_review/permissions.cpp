// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/permissions.hpp"

namespace poa::peer_review {

const identity::PermissionTable& permissions() {
    namespace role = identity::role;
    using identity::own;
    static const identity::PermissionTable table = {
        // What opens a State to others, and what others may read of it, binds the State.
        {"peer_review.volunteer_review", {own(role::head_of_delegation), own(role::report_approver)}},
        {"peer_review.invite_reviewer", {own(role::head_of_delegation), own(role::report_approver)}},
        {"peer_review.settle_offer", {own(role::head_of_delegation), own(role::report_approver)}},
        {"peer_review.fix_reviewers", {own(role::head_of_delegation), own(role::report_approver)}},
        {"peer_review.finish_review", {own(role::head_of_delegation), own(role::report_approver)}},
        {"peer_review.withdraw_review", {own(role::head_of_delegation), own(role::report_approver)}},
        // The State's words in a review.
        {"peer_review.answer_question",
         {own(role::head_of_delegation), own(role::delegate), own(role::report_approver)}},
        {"peer_review.comment_draft",
         {own(role::head_of_delegation), own(role::delegate), own(role::report_approver)}},
        {"peer_review.respond_recommendation",
         {own(role::head_of_delegation), own(role::delegate), own(role::report_approver)}},
        {"peer_review.follow_up",
         {own(role::head_of_delegation), own(role::delegate), own(role::report_approver)}},
        // Those who review.
        {"peer_review.join_reviewers", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.leave_reviewers", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.offer_review", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.step_back", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.ask_question", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.note_visit", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.add_finding", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.add_recommendation", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.strike_statement", {own(role::head_of_delegation), own(role::delegate)}},
        {"peer_review.hand_over_draft", {own(role::head_of_delegation), own(role::delegate)}},
        // Stakeholders, in their own name.
        {"peer_review.contribute_statement", {own(role::representative)}},
        {"peer_review.take_back_contribution", {own(role::representative)}},
    };
    return table;
}

} // namespace poa::peer_review
