// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
namespace {

/// Whom it would be, told with the field.
std::optional<Refusal> problem_of(const Ground& ground, const ActingOn& on, const std::string& reviewer,
                                  Day today) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto states = ground.states.now();
    const members::State* state = states->by_iso3(reviewer);
    if (state == nullptr || state->status != members::Status::member || !state->at(today))
        problems.add_field("reviewer", "peer_review.no_such_state", {{"value", reviewer}});
    else if (reviewer == on.review.state)
        problems.add_field("reviewer", "peer_review.own_state");
    if (problems.reasons.empty()) return std::nullopt;
    return problems;
}

} // namespace

const Input<InviteReviewer>& input_of(Of<InviteReviewer>) {
    static const auto input =
        Input<InviteReviewer>("peer_review.invite_reviewer")
            .id("review", &InviteReviewer::review)
            .line("reviewer", &InviteReviewer::reviewer,
                  {.label = N_("State"), .hint = N_("Three letters, as in ISO 3166."), .characters_max = 3});
    return input;
}

Result<Acted> invite_reviewer(Work& work, const Ground& ground, const Actor& actor,
                              const InviteReviewer& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.invite_reviewer", request.review, Side::reviewed);
    if (!on) return refuse(on.error());
    if (auto problem = problem_of(ground, *on, request.reviewer, Day::of(work.now())))
        return refuse(*problem);
    Reviewer reviewer{request.reviewer, ReviewerStanding::invited, "", work.now()};
    for (const Reviewer& known : on->reviewers) {
        if (known.state != request.reviewer) continue;
        using enum ReviewerStanding;
        if (known.standing == invited || known.standing == agreed)
            return refuse(Refusal::Kind::conflict, "peer_review.asked_already");
        if (known.standing == offered) reviewer = {known.state, agreed, known.conflicts, work.now()};
    }
    if (auto gone = go_on(work, *on, ReviewVerb::find); !gone) return refuse(gone.error());
    store::put_reviewer(work.session(), on->review.id, reviewer);
    ledger::Entry entry = entry_of("peer_review.invite_reviewer", *on);
    entry.facts.emplace_back("reviewer", reviewer.state);
    work.record(entry);
    return Acted{on->review, {}};
}

} // namespace poa::peer_review
