// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/commands.hpp"

namespace poa::peer_review {
const Input<StrikeStatement>& input_of(Of<StrikeStatement>) {
    static const auto input = Input<StrikeStatement>("peer_review.strike_statement")
                                  .id("review", &StrikeStatement::review)
                                  .id("statement", &StrikeStatement::statement);
    return input;
}

Result<Acted> strike_statement(Work& work, const Ground& ground, const Actor& actor,
                               const StrikeStatement& request) {
    auto on =
        act_on_review(work, ground, actor, "peer_review.strike_statement", request.review, Side::reviewer);
    if (!on) return refuse(on.error());
    auto struck = statement_at_hand(work, *on, actor, request.statement, StatementKind::finding);
    if (!struck)
        struck = statement_at_hand(work, *on, actor, request.statement, StatementKind::recommendation);
    if (!struck) return refuse(struck.error());
    if (auto gone = go_on(work, *on, ReviewVerb::draft); !gone) return refuse(gone.error());
    for (const Statement& each : store::statements(work.session(), on->review.id))
        if (each.id == struck->id || each.parent == struck->id) store::strike(work.session(), each.id);
    ledger::Entry entry = entry_of("peer_review.strike_statement", *on);
    entry.facts.emplace_back("statement", std::to_string(struck->id.number));
    work.record(entry);
    return Acted{on->review, struck->id};
}

} // namespace poa::peer_review
