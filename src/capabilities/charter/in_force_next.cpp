// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/in_force_next.hpp"

#include "base/require.hpp"
#include "capabilities/charter/charter_text.hpp"
#include "capabilities/charter/store.hpp"
#include "capabilities/charter/yaml_reading.hpp"

#include <algorithm>

namespace poa::charter {

Result<ClauseValue> read_clause_text(const ClauseSpec& clause, std::string_view text) {
    auto yaml = read_yaml(text);
    if (!yaml) return refuse(yaml.error());
    return read_clause(clause, yaml->json);
}

Charter amended(const Charter& charter, std::span<const ClauseChange> changes, const std::string& symbol) {
    std::vector<ClauseEntry> entries;
    for (const ClauseSpec& clause : clauses()) entries.push_back(charter.entry(clause.index));
    for (const ClauseChange& change : changes) {
        Provenance provenance;
        provenance.basis = Basis::stated;
        provenance.document = symbol;
        entries.at(change.clause) = ClauseEntry{change.value, std::move(provenance), charter.id(), 0};
    }
    return Charter(charter.head(), std::move(entries));
}

std::int64_t bring_into_force(ledger::Work& work, const Charter& charter, std::string reason) {
    const auto found = contradictions_in(charter);
    require(std::ranges::none_of(
                found, [](const Contradiction& one) { return one.severity == Severity::contradiction; }),
            "a charter that does not contradict itself");
    const std::int64_t newest = store::newest_version(work.session());
    require(newest > 0, "a mechanism that was founded");
    std::string text = write_charter(charter);
    const Sha256 digest = sha256(text);
    store::add_version(work.session(), {newest + 1, std::move(text), digest, work.now(), std::move(reason)});
    return newest + 1;
}

} // namespace poa::charter
