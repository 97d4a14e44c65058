// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<RespondRecommendation>& input_of(Of<RespondRecommendation>) {
    static const auto input =
        Input<RespondRecommendation>("peer_review.respond_recommendation")
            .id("review", &RespondRecommendation::review)
            .id("statement", &RespondRecommendation::statement)
            .choice("response", &RespondRecommendation::response,
                    {.label = N_("What your State says"),
                     .choices = {{"accepted", N_("Accepted")}, {"noted", N_("Noted")}}})
            .multiline("text", &RespondRecommendation::text,
                       {.label = N_("In your own words"), .required = false, .characters_max = 8'000});
    return input;
}

Result<Acted> respond_recommendation(Work& work, const Ground& ground, const Actor& actor,
                                     const RespondRecommendation& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.respond_recommendation", request.review,
                            Side::reviewed);
    if (!on) return refuse(on.error());
    auto about = statement_at_hand(work, *on, actor, request.statement, StatementKind::recommendation);
    if (!about) return refuse(about.error());
    Statement said;
    said.kind = StatementKind::response;
    said.parent = about->id;
    said.choice = request.response;
    said.text = request.text;
    return say(work, *on, ReviewVerb::comment, "peer_review.respond_recommendation", std::move(said));
}

} // namespace poa::peer_review
