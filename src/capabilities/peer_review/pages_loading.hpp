// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/peer_review/keeping.hpp"
#include "capabilities/peer_review/pages.hpp"
#include "web/visit.hpp"

namespace poa::peer_review {

/// Who reads reviews, and when.
struct ReviewReading {
    storage::Session& session;
    const Ground& ground;
    const identity::Actor& actor;
    const web::Visit& visit;
    Instant now;
};

[[nodiscard]] ReviewsPage load_reviews(const ReviewReading& reading);
/// Refuses who acts for no State (not_signed_in, not_permitted).
[[nodiscard]] Result<MyReviewsPage> load_my_reviews(const ReviewReading& reading);
/// Refuses as the permission table.
[[nodiscard]] Result<VolunteerPage> load_volunteer(const ReviewReading& reading);
/// Refuses (not_found) "peer_review.no_such_review" to whom it is not known.
[[nodiscard]] Result<ReviewPage> load_review(const ReviewReading& reading, Id<PeerReview> id);
/// `page` as the address has it. Refuses likewise; (not_signed_in, not_permitted) to whom the act is not
/// offered at any stage; (not_found) "peer_review.no_such_statement".
[[nodiscard]] Result<ReviewActPage> load_review_act(const ReviewReading& reading, Id<PeerReview> id,
                                                    ReviewActPage page);
/// For who may invite. Refuses likewise.
[[nodiscard]] Result<PairsPage> load_pairs(const ReviewReading& reading, Id<PeerReview> id);
[[nodiscard]] FollowUpsPage load_follow_ups(const ReviewReading& reading);

// Parts.
struct KnownReview {
    Review review;
    std::vector<Reviewer> reviewers;
    Sight sight;
};
/// Nothing to whom it is not known.
[[nodiscard]] std::optional<KnownReview> known_review(const ReviewReading& reading, Id<PeerReview> id);
[[nodiscard]] std::vector<KnownReview> known_reviews(const ReviewReading& reading); ///< newest first
[[nodiscard]] ReviewHead head_of(const ReviewReading& reading, const KnownReview& known);
[[nodiscard]] members::Language language_of(const web::Visit& visit);
[[nodiscard]] std::string state_name(const ReviewReading& reading, std::string_view iso3);
/// The regional group's name in the reader's language.
[[nodiscard]] std::string region_name(const ReviewReading& reading, std::string_view iso3);
/// What was accepted in that review and what became of it, as far as the reader may read.
void add_followed(const ReviewReading& reading, const KnownReview& known, std::vector<FollowedLine>& rows);
/// The address of what evidence names; empty where it is no page.
[[nodiscard]] std::string address_of_evidence(const ReviewReading& reading, EvidenceKind kind,
                                              std::string_view text);
[[nodiscard]] ClauseLine clause_line(const ReviewReading& reading);

} // namespace poa::peer_review
