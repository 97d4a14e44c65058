// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_chain.hpp"

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query chain_query{"decisions.chain",
                            "SELECT charter_version, begun_at FROM decisions_chain WHERE name = 'founding'"};
constexpr Query steps_query{
    "decisions.chain_steps",
    "SELECT s.step, a.symbol, a.day, a.manner, a.source, a.proposal FROM decisions_chain c "
    "JOIN decisions_chain_step s ON s.chain = c.id "
    "LEFT JOIN decisions_chain_act a ON a.chain = s.chain AND a.position = s.position "
    "WHERE c.name = 'founding' ORDER BY s.position"};
constexpr Query add_query{"decisions.add_chain",
                          "INSERT INTO decisions_chain (name, charter_version, begun_at) "
                          "VALUES ('founding', $1, $2)"};
constexpr Query add_step_query{"decisions.add_chain_step",
                               "INSERT INTO decisions_chain_step (chain, position, step) "
                               "SELECT id, $1, $2 FROM decisions_chain WHERE name = 'founding'"};
constexpr Query take_query{
    "decisions.take_step",
    "INSERT INTO decisions_chain_act (chain, position, symbol, day, manner, source, proposal, recorded_at) "
    "SELECT id, $1, $2, $3, $4, $5, $6, $7 FROM decisions_chain WHERE name = 'founding'"};

ChainStep read_step(const Row& row) {
    ChainStep made{row.string(0), std::nullopt};
    if (row.is_null(1)) return made;
    made.act = StepAct{row.string(1), row.day(2), row.text(3) == "consensus", row.string(4),
                       row.maybe(5, [](const Row& r, int c) { return r.id<Proposal>(c); })};
    return made;
}

} // namespace

std::optional<Chain> founding_chain(Session& session) {
    auto chain = session.one(chain_query, [](const Row& row) {
        return Chain{row.integer(0), row.instant(1), {}};
    });
    if (chain) chain->steps = session.all(steps_query, read_step);
    return chain;
}

void add_chain(Session& session, const Chain& chain) {
    session.execute(add_query, chain.charter_version, chain.begun);
    std::int64_t position = 0;
    for (const ChainStep& step : chain.steps) session.execute(add_step_query, ++position, step.step);
}

void take_step(Session& session, std::size_t place, const StepAct& act, Instant now) {
    session.execute(take_query, static_cast<std::int64_t>(place) + 1, act.symbol, act.day,
                    act.by_consensus ? "consensus" : "vote", act.source, act.proposal, now);
}

} // namespace poa::decisions::store
