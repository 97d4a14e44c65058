// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

#include <algorithm>

namespace poa::peer_review {
const Input<HandOverDraft>& input_of(Of<HandOverDraft>) {
    static const auto input =
        Input<HandOverDraft>("peer_review.hand_over_draft").id("review", &HandOverDraft::review);
    return input;
}

Result<Acted> hand_over_draft(Work& work, const Ground& ground, const Actor& actor,
                              const HandOverDraft& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.hand_over_draft", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    // Who stepped back meanwhile may have been the one of another region: then another is found first.
    if (auto team = team_of(ground, *on, Day::of(work.now())); !team) return refuse(team.error());
    if (auto gone = go_on(work, *on, ReviewVerb::hand_over); !gone) return refuse(gone.error());
    const auto all = store::statements(work.session(), on->review.id);
    const auto findings = std::ranges::count_if(
        all, [](const Statement& each) { return each.kind == StatementKind::finding && !each.struck; });
    if (findings == 0) return refuse(Refusal::Kind::rule, "peer_review.empty_draft");
    ledger::Entry entry = entry_of("peer_review.hand_over_draft", *on);
    entry.facts.emplace_back("findings", std::to_string(findings));
    entry.facts.emplace_back("sha256", digest_of(all).hex());
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
