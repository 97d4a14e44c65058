// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

#include <algorithm>

namespace poa::peer_review {
const Input<StepBack>& input_of(Of<StepBack>) {
    static const auto input = Input<StepBack>("peer_review.step_back").id("review", &StepBack::review);
    return input;
}

Result<Acted> step_back(Work& work, const Ground& ground, const Actor& actor, const StepBack& request) {
    auto by = act_for_state(work, ground, actor, "peer_review.step_back");
    if (!by) return refuse(by.error());
    auto review = store::review(work.session(), request.review);
    if (!review) return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    ActingOn on{*review, store::reviewers(work.session(), review->id), by->permit, by->state, by->person};
    if (!may_know(on.review, sight_of(actor, on.review, on.reviewers)))
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    const auto known = std::ranges::find(on.reviewers, by->state, &Reviewer::state);
    if (known == on.reviewers.end() || !is_party(*known))
        return refuse(Refusal::Kind::not_permitted, "peer_review.not_a_reviewer");
    if (auto gone = go_on(work, on, ReviewVerb::leave); !gone) return refuse(gone.error());
    store::put_reviewer(work.session(), on.review.id,
                        {known->state, ReviewerStanding::stepped_back, known->conflicts, work.now()});
    work.record(entry_of("peer_review.step_back", on));
    return Acted{on.review, {}};
}

} // namespace poa::peer_review
