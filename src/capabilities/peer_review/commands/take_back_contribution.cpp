// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<TakeBackContribution>& input_of(Of<TakeBackContribution>) {
    static const auto input = Input<TakeBackContribution>("peer_review.take_back_contribution")
                                  .id("review", &TakeBackContribution::review)
                                  .id("statement", &TakeBackContribution::statement);
    return input;
}

Result<Acted> take_back_contribution(Work& work, const Ground& ground, const Actor& actor,
                                     const TakeBackContribution& request) {
    auto on = act_as_organisation(work, ground, actor, "peer_review.take_back_contribution", request.review);
    if (!on) return refuse(on.error());
    auto own = statement_at_hand(work, *on, actor, request.statement, StatementKind::contribution);
    if (!own || own->author != on->permit.on_behalf())
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_statement");
    // Own words can be taken back at any stage; what the State consented to is then not what is there.
    const std::int64_t seen = on->review.revision++;
    if (!store::change_review(work.session(), on->review, seen))
        return refuse(Refusal::Kind::conflict, "peer_review.changed_meanwhile");
    store::strike(work.session(), own->id);
    ledger::Entry entry = entry_of("peer_review.take_back_contribution", *on);
    entry.facts.emplace_back("statement", std::to_string(own->id.number));
    entry.facts.emplace_back("sha256", sha256(own->text).hex());
    work.record(entry);
    return Acted{on->review, own->id};
}

} // namespace poa::peer_review
