// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<WithdrawReview>& input_of(Of<WithdrawReview>) {
    static const auto input =
        Input<WithdrawReview>("peer_review.withdraw_review").id("review", &WithdrawReview::review);
    return input;
}

Result<Acted> withdraw_review(Work& work, const Ground& ground, const Actor& actor,
                              const WithdrawReview& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.withdraw_review", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    if (auto gone = go_on(work, *on, ReviewVerb::withdraw); !gone) return refuse(gone.error());
    ledger::Entry entry = known_entry_of("peer_review.withdraw_review", *on);
    entry.facts.emplace_back("sha256", digest_of(store::statements(work.session(), on->review.id)).hex());
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
