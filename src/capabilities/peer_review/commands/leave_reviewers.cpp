// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<LeaveReviewers>& input_of(Of<LeaveReviewers>) {
    static const auto input = Input<LeaveReviewers>("peer_review.leave_reviewers");
    return input;
}

Result<Volunteer> leave_reviewers(Work& work, const Ground& ground, const Actor& actor,
                                  const LeaveReviewers&) {
    auto by = act_for_state(work, ground, actor, "peer_review.leave_reviewers");
    if (!by) return refuse(by.error());
    for (Volunteer& known : store::volunteers(work.session())) {
        if (known.state != by->state || known.left_at) continue;
        known.left_at = work.now();
        store::put_volunteer(work.session(), known);
        ledger::Entry entry =
            entry_of("peer_review.leave_reviewers", {{}, {}, by->permit, by->state, by->person});
        entry.subject = "state:" + by->state;
        entry.audience = Audience::member_states;
        entry.facts = {};
        work.record(entry);
        return known;
    }
    return refuse(Refusal::Kind::rule, "peer_review.not_among_reviewers");
}

} // namespace poa::peer_review
