// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<JoinReviewers>& input_of(Of<JoinReviewers>) {
    static const auto input =
        Input<JoinReviewers>("peer_review.join_reviewers")
            .day("until", &JoinReviewers::until, {.label = N_("Your State would review until")})
            .multiline("words", &JoinReviewers::words,
                       {.label = N_("What it knows well"),
                        .hint = N_("Member States read this."),
                        .required = false,
                        .characters_max = 1'000});
    return input;
}

Result<Volunteer> join_reviewers(Work& work, const Ground& ground, const Actor& actor,
                                 const JoinReviewers& request) {
    auto by = act_for_state(work, ground, actor, "peer_review.join_reviewers");
    if (!by) return refuse(by.error());
    if (*request.until < Day::of(work.now())) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("until", "peer_review.day_past");
        return refuse(std::move(problems));
    }
    const Volunteer volunteer{by->state, *request.until, request.words, work.now(), {}};
    store::put_volunteer(work.session(), volunteer);
    ledger::Entry entry = entry_of("peer_review.join_reviewers", {{}, {}, by->permit, by->state, by->person});
    entry.subject = "state:" + by->state;
    entry.audience = Audience::member_states;
    entry.facts = {{"until", request.until->iso()}};
    work.record(entry);
    return volunteer;
}

} // namespace poa::peer_review
