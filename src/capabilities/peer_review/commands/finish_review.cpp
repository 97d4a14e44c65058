// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<FinishReview>& input_of(Of<FinishReview>) {
    static const auto input =
        Input<FinishReview>("peer_review.finish_review")
            .id("review", &FinishReview::review)
            .number("revision", &FinishReview::revision, {.label = N_("Revision read"), .least = 1})
            .choice("shown_to", &FinishReview::shown_to,
                    {.label = N_("Who may read the review"),
                     .hint = N_("Notes of the visit stay with the parties; answers go no further than you "
                                "said with each."),
                     .choices = {{"parties", N_("Your State and its reviewers")},
                                 {"member_states", N_("Member States")},
                                 {"public", N_("Everyone")}}});
    return input;
}

Result<Acted> finish_review(Work& work, const Ground& ground, const Actor& actor,
                            const FinishReview& request) {
    auto on = act_on_review(work, ground, actor, "peer_review.finish_review", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    if (auto may = after(on->review.stage, ReviewVerb::finish, on->review.scope); !may)
        return refuse(may.error());
    // Consent is to what was read: whatever came since has not been read.
    if (request.revision != on->review.revision)
        return refuse(Refusal::because(Refusal::Kind::conflict, "peer_review.changed_since")
                          .with("seen", std::to_string(request.revision))
                          .with("now", std::to_string(on->review.revision)));
    const Audience before = on->review.shown_to;
    on->review.shown_to = *parse_audience(request.shown_to);
    if (!on->review.finished_at) on->review.finished_at = work.now();
    if (auto gone = go_on(work, *on, ReviewVerb::finish); !gone) return refuse(gone.error());
    ledger::Entry entry = known_entry_of("peer_review.finish_review", *on);
    // What was open to them is closed to them openly.
    if (before > on->review.shown_to && before > on->review.known_to) entry.audience = before;
    entry.facts.emplace_back("shown_to", name_of(on->review.shown_to));
    entry.facts.emplace_back("sha256", digest_of(store::statements(work.session(), on->review.id)).hex());
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
