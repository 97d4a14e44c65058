// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<FixReviewers>& input_of(Of<FixReviewers>) {
    static const auto input =
        Input<FixReviewers>("peer_review.fix_reviewers").id("review", &FixReviewers::review);
    return input;
}

Result<Acted> fix_reviewers(Work& work, const Ground& ground, const Actor& actor,
                            const FixReviewers& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.fix_reviewers", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    auto team = team_of(ground, *on, Day::of(work.now()));
    if (!team) return refuse(team.error());
    on->review.paired_at = work.now();
    if (auto gone = go_on(work, *on, ReviewVerb::pair); !gone) return refuse(gone.error());
    ledger::Entry entry = known_entry_of("peer_review.fix_reviewers", *on);
    entry.facts.emplace_back("reviewers", join(*team, " "));
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
