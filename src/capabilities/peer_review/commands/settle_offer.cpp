// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

#include <algorithm>

namespace poa::peer_review {
const Input<SettleOffer>& input_of(Of<SettleOffer>) {
    static const auto input =
        Input<SettleOffer>("peer_review.settle_offer")
            .id("review", &SettleOffer::review)
            .line("reviewer", &SettleOffer::reviewer,
                  {.label = N_("State"), .hint = N_("Three letters, as in ISO 3166."), .characters_max = 3})
            .choice("verdict", &SettleOffer::verdict,
                    {.label = N_("What your State says"),
                     .hint = N_("No reason is asked for or kept."),
                     .choices = {{"accept", N_("It shall review")}, {"decline", N_("Declined")}}});
    return input;
}

Result<Acted> settle_offer(Work& work, const Ground& ground, const Actor& actor, const SettleOffer& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.settle_offer", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    const auto known = std::ranges::find(on->reviewers, request.reviewer, &Reviewer::state);
    if (known == on->reviewers.end() || !is_party(*known))
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_reviewer");
    Reviewer reviewer = *known;
    const bool accepts = request.verdict == "accept";
    if (accepts && known->standing != ReviewerStanding::offered)
        return refuse(Refusal::Kind::rule, "peer_review.no_offer");
    reviewer.standing = accepts ? ReviewerStanding::agreed : ReviewerStanding::declined;
    reviewer.at = work.now();
    // Declining is for ever open, as leaving is: nobody is reviewed by whom it does not want.
    if (auto gone = go_on(work, *on, accepts ? ReviewVerb::find : ReviewVerb::leave); !gone)
        return refuse(gone.error());
    store::put_reviewer(work.session(), on->review.id, reviewer);
    ledger::Entry entry = entry_of("peer_review.settle_offer", *on);
    entry.facts.emplace_back("reviewer", reviewer.state);
    entry.facts.emplace_back("verdict", request.verdict);
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
