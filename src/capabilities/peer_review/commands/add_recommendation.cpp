// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<AddRecommendation>& input_of(Of<AddRecommendation>) {
    static const auto input = Input<AddRecommendation>("peer_review.add_recommendation")
                                  .id("review", &AddRecommendation::review)
                                  .id("statement", &AddRecommendation::statement)
                                  .multiline("text", &AddRecommendation::text,
                                             {.label = N_("Recommendation"), .characters_max = 8'000});
    return input;
}

Result<Acted> add_recommendation(Work& work, const Ground& ground, const Actor& actor,
                                 const AddRecommendation& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.add_recommendation", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    auto finding = statement_at_hand(work, *on, actor, request.statement, StatementKind::finding);
    if (!finding) return refuse(finding.error());
    Statement said;
    said.kind = StatementKind::recommendation;
    said.parent = finding->id;
    said.text = request.text;
    return say(work, *on, ReviewVerb::draft, "peer_review.add_recommendation", std::move(said));
}

} // namespace poa::peer_review
