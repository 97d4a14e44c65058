// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<OfferReview>& input_of(Of<OfferReview>) {
    static const auto input =
        Input<OfferReview>("peer_review.offer_review")
            .id("review", &OfferReview::review)
            .multiline("conflicts", &OfferReview::conflicts,
                       {.label = N_("Interests of your State that could bear on this review"),
                        .hint = N_("Left empty, your State declares that it has none. The State under review "
                                   "reads this before it decides."),
                        .required = false,
                        .characters_max = 4'000});
    return input;
}

Result<Acted> offer_review(Work& work, const Ground& ground, const Actor& actor, const OfferReview& request) {
    auto by = act_for_state(work, ground, actor, "peer_review.offer_review");
    if (!by) return refuse(by.error());
    auto review = store::review(work.session(), request.review);
    if (!review) return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    ActingOn on{*review, store::reviewers(work.session(), review->id), by->permit, by->state, by->person};
    if (!may_know(on.review, sight_of(actor, on.review, on.reviewers)))
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    if (by->state == review->state) return refuse(Refusal::Kind::rule, "peer_review.own_review");
    Reviewer reviewer{by->state, ReviewerStanding::offered, request.conflicts, work.now()};
    for (const Reviewer& known : on.reviewers) {
        if (known.state != by->state) continue;
        using enum ReviewerStanding;
        if (known.standing == offered || known.standing == agreed)
            return refuse(Refusal::Kind::conflict, "peer_review.asked_already");
        // A State under review may decline without a reason; asking again would be asking for one.
        if (known.standing == declined) return refuse(Refusal::Kind::rule, "peer_review.declined_already");
        if (known.standing == invited) reviewer.standing = agreed;
    }
    if (auto gone = go_on(work, on, ReviewVerb::find); !gone) return refuse(gone.error());
    store::put_reviewer(work.session(), on.review.id, reviewer);
    ledger::Entry entry = entry_of("peer_review.offer_review", on);
    entry.facts.emplace_back("standing", name_of(reviewer.standing));
    if (!request.conflicts.empty()) entry.sealed = {{"conflicts", request.conflicts}};
    work.record(entry);
    return Acted{on.review, {}};
}

} // namespace poa::peer_review
