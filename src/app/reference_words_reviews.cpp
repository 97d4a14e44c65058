// SPDX-License-Identifier: Apache-2.0
#include "app/reference_words.hpp"

namespace poa::app {
namespace {

constexpr std::string_view said_entry = "One entry for the own delegation with the review, the kind of "
                                        "statement and the digest of its words; the "
                                        "words are not in it.";

} // namespace

std::vector<CommandWords> words_of_reviews() {
    return {
        {"peer_review.volunteer_review",
         "One entry with the State, the procedure, the scope and what is looked at, for those whom the State "
         "lets know of the review; where that is the parties, for the own delegation.",
         {"charter.none_in_force", "peer_review.none_here", "peer_review.no_such_procedure",
          "peer_review.no_subject", "peer_review.no_such_item", "peer_review.no_such_release",
          "peer_review.review_runs", "identity.appointment_over"}},
        {"peer_review.invite_reviewer",
         "One entry for the own delegation with the State that is invited.",
         {"peer_review.no_such_review", "peer_review.no_such_state", "peer_review.own_state",
          "peer_review.asked_already", "peer_review.not_at_this_stage"}},
        {"peer_review.offer_review",
         "One entry for the own delegation with the standing of the offer; the interests declared are "
         "sealed.",
         {"peer_review.no_such_review", "peer_review.own_review", "peer_review.asked_already",
          "peer_review.declined_already", "peer_review.not_at_this_stage"}},
        {"peer_review.settle_offer",
         "One entry for the own delegation with the reviewer and the verdict; no reason is kept.",
         {"peer_review.no_such_review", "peer_review.no_such_reviewer", "peer_review.no_offer",
          "peer_review.not_at_this_stage"}},
        {"peer_review.step_back",
         "One entry for the own delegation.",
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.not_at_this_stage"}},
        {"peer_review.fix_reviewers",
         "One entry with the reviewers, for those whom the State lets know of the review.",
         {"peer_review.no_such_review", "peer_review.no_reviewer", "peer_review.one_region",
          "peer_review.not_at_this_stage"}},
        {"peer_review.ask_question",
         said_entry,
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.no_such_passage",
          "peer_review.not_at_this_stage"}},
        {"peer_review.answer_question",
         said_entry,
         {"peer_review.no_such_review", "peer_review.no_such_statement", "peer_review.not_at_this_stage"}},
        {"peer_review.note_visit",
         said_entry,
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.desk_only",
          "peer_review.not_at_this_stage"}},
        {"peer_review.add_finding",
         said_entry,
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.no_such_passage",
          "peer_review.no_such_document", "peer_review.not_an_address", "peer_review.not_at_this_stage"}},
        {"peer_review.add_recommendation",
         said_entry,
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.no_such_statement",
          "peer_review.not_at_this_stage"}},
        {"peer_review.strike_statement",
         "One entry for the own delegation with the number of what was struck.",
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.no_such_statement",
          "peer_review.not_at_this_stage"}},
        {"peer_review.hand_over_draft",
         "One entry for the own delegation with the number of findings and the digest of what was said.",
         {"peer_review.no_such_review", "peer_review.not_a_reviewer", "peer_review.empty_draft",
          "peer_review.one_region", "peer_review.not_at_this_stage"}},
        {"peer_review.comment_draft",
         said_entry,
         {"peer_review.no_such_review", "peer_review.no_such_statement", "peer_review.not_at_this_stage"}},
        {"peer_review.respond_recommendation",
         said_entry,
         {"peer_review.no_such_review", "peer_review.no_such_statement", "peer_review.not_at_this_stage"}},
        {"peer_review.finish_review",
         "One entry with the State, who may read the review and the digest of what was said, for those who "
         "may know of the review or read it; where that is the parties, for the own delegation.",
         {"peer_review.no_such_review", "peer_review.changed_since", "peer_review.changed_meanwhile",
          "peer_review.not_at_this_stage"}},
        {"peer_review.withdraw_review",
         "One entry with the State and the digest of what was said, for those who knew of the review or read "
         "it; where that was the parties, for the own delegation.",
         {"peer_review.no_such_review", "peer_review.not_at_this_stage"}},
        {"peer_review.follow_up",
         said_entry,
         {"peer_review.no_such_review", "peer_review.no_such_statement", "peer_review.not_accepted",
          "peer_review.no_such_document", "peer_review.not_an_address", "peer_review.not_at_this_stage"}},
        {"peer_review.contribute_statement",
         "One entry for the own organisation with the review and the digest of the words; the words are not "
         "in it.",
         {"peer_review.no_such_review", "peer_review.no_contributions", "peer_review.not_accredited",
          "peer_review.no_such_passage", "peer_review.not_an_address", "peer_review.not_at_this_stage"}},
        {"peer_review.take_back_contribution",
         "One entry for the own organisation with the review and the digest of the words.",
         {"peer_review.no_such_review", "peer_review.no_such_statement"}},
        {"peer_review.join_reviewers",
         "One entry for Member States with the State and the day.",
         {"peer_review.none_here", "peer_review.day_past"}},
        {"peer_review.leave_reviewers",
         "One entry for Member States with the State.",
         {"peer_review.none_here", "peer_review.not_among_reviewers"}},
    };
}

} // namespace poa::app
