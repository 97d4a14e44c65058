// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/commands/found_mechanism.hpp"

#include "capabilities/charter/charter_text.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/charter/store.hpp"

namespace poa::charter {
namespace {

Refusal contradictions_of(const Charter& charter) {
    Refusal refusal{Refusal::Kind::rule, {}};
    for (const Contradiction& found : contradictions_in(charter)) {
        if (found.severity != Severity::contradiction) continue;
        const ClauseSpec& first = clauses()[found.clauses.front()];
        refusal.reasons.push_back(Reason{found.code, first.path, found.facts, first.number});
    }
    if (!refusal.reasons.empty())
        refusal.reasons.insert(refusal.reasons.begin(), Reason{"charter.contradicts_itself", {}, {}, {}});
    return refusal;
}

void record(ledger::Work& work, const identity::Permit& permit, const Charter& charter,
            const store::KeptVersion& kept) {
    ledger::Entry entry;
    entry.act = "charter.found_mechanism";
    entry.on_behalf = permit.on_behalf();
    entry.subject = "charter:" + std::to_string(kept.version);
    entry.audience = Audience::everyone;
    entry.facts = {{"charter", charter.id()},
                   {"name", charter[clause::mechanism::name]},
                   {"version", std::to_string(kept.version)},
                   {"sha256", kept.digest.hex()}};
    work.record(entry);
}

} // namespace

Result<std::int64_t> found_mechanism(ledger::Work& work, const identity::Actor& actor,
                                     const Charter& charter) {
    auto permit = permissions().check("charter.found_mechanism", actor);
    if (!permit) return refuse(permit.error());
    if (const std::int64_t version = store::newest_version(work.session()); version > 0)
        return refuse(Refusal::because(Refusal::Kind::rule, "charter.in_force_already")
                          .with("version", std::to_string(version)));
    if (Refusal wrong = contradictions_of(charter); !wrong.reasons.empty()) return refuse(std::move(wrong));
    std::string text = write_charter(charter);
    const Sha256 digest = sha256(text);
    store::KeptVersion kept{1, std::move(text), digest, work.now(), "founding"};
    store::add_version(work.session(), kept);
    record(work, *permit, charter, kept);
    return kept.version;
}

} // namespace poa::charter
