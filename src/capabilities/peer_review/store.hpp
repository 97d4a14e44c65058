// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of reviews, to types and back. Everything runs in the session it is given.

#include "capabilities/peer_review/pairing.hpp"
#include "capabilities/peer_review/review.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::peer_review {

/// A State that says it would review others.
struct Volunteer {
    std::string state; ///< ISO3
    Day until;         ///< its last day
    std::string words; ///< what it knows well
    Instant joined_at;
    std::optional<Instant> left_at;
};

namespace store {

Id<PeerReview> add_review(storage::Session& session, const Review& review);
/// Shown_to, stage, revision and moments as given; false where the kept revision is not `seen` any more.
[[nodiscard]] bool change_review(storage::Session& session, const Review& review, std::int64_t seen);
[[nodiscard]] std::optional<Review> review(storage::Session& session, Id<PeerReview> id);
[[nodiscard]] std::vector<Review> reviews(storage::Session& session); ///< newest first
/// Newest first.
[[nodiscard]] std::vector<Review> reviews_of(storage::Session& session, std::string_view state);

void put_reviewer(storage::Session& session, Id<PeerReview> review, const Reviewer& reviewer);
[[nodiscard]] std::vector<Reviewer> reviewers(storage::Session& session, Id<PeerReview> review); ///< by State

Id<ReviewStatement> add_statement(storage::Session& session, Id<PeerReview> review,
                                  const Statement& statement);
/// In the order they were made.
[[nodiscard]] std::vector<Statement> statements(storage::Session& session, Id<PeerReview> review);
void strike(storage::Session& session, Id<ReviewStatement> id);

void put_volunteer(storage::Session& session, const Volunteer& volunteer);
/// All that ever said so, by State.
[[nodiscard]] std::vector<Volunteer> volunteers(storage::Session& session);

} // namespace store
} // namespace poa::peer_review
