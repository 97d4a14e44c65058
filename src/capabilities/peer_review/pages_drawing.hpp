// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/peer_review/pages.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::peer_review {

[[nodiscard]] web::Screen draw_reviews(const ReviewsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_my_reviews(const MyReviewsPage& page, const web::Visit& visit,
                                          const web::Entered& entered);
[[nodiscard]] web::Screen draw_volunteer(const VolunteerPage& page, const web::Visit& visit,
                                         const web::Entered& entered);
[[nodiscard]] web::Screen draw_review(const ReviewPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_review_act(const ReviewActPage& page, const web::Visit& visit,
                                          const web::Entered& entered);
[[nodiscard]] web::Screen draw_pairs(const PairsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_follow_ups(const FollowUpsPage& page, const web::Visit& visit);

// Parts.
/// With the way back to the list of reviews.
[[nodiscard]] web::Screen review_screen(const web::Visit& visit, std::string title, web::Html body);
[[nodiscard]] web::Url review_url(std::int64_t review);
[[nodiscard]] std::string title_of(const ReviewHead& head, const web::Visit& visit);
/// Words of names that rows carry: a stage, a scope, who a phase is by.
[[nodiscard]] std::string_view stage_words(std::string_view stage, const web::Visit& visit);
[[nodiscard]] std::string_view scope_words(std::string_view scope, const web::Visit& visit);
[[nodiscard]] std::string_view by_words(std::string_view by, const web::Visit& visit);
[[nodiscard]] std::string_view standing_words(std::string_view standing, const web::Visit& visit);
[[nodiscard]] std::string_view status_words(std::string_view status, const web::Visit& visit);
/// "A document on the record ...: A/78/76", with its link; empty where nothing is named.
[[nodiscard]] web::Html evidence_of(const std::string& kind, const std::string& text,
                                    const std::string& address, const web::Visit& visit);
[[nodiscard]] web::Html followed_item(const FollowedLine& row, const web::Visit& visit);
/// The clause by which there are reviews, or none.
[[nodiscard]] web::Html clause_note(const ClauseLine& clause, const web::Visit& visit);
/// A declaration with choices that are known only where it is drawn; sent and read as the declaration says.
class DrawnInput : public InputSpec {
  public:
    explicit DrawnInput(const InputSpec& spec) : InputSpec(spec.name()), fields_(spec.fields()) {}
    /// Needs: `choices` outlive the drawing.
    void choose(std::string_view field, const std::vector<NamedChoice>& choices);
    /// Carried along unseen.
    void hide(std::string_view field);
    /// To be called once, after all others.
    [[nodiscard]] const InputSpec& done();

  private:
    std::vector<FieldSpec> fields_;
};

} // namespace poa::peer_review
