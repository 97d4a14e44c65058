// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/keeping.hpp"

#include "capabilities/views/store.hpp"

namespace poa::views {

KeptReference keep_reference(ledger::Work& work, const identity::Permit& permit, const identity::Actor& actor,
                             std::string act, std::string_view name, const std::string& content,
                             std::size_t count) {
    const Sha256 digest = sha256(content);
    auto newest = store::reference(work.session(), name);
    if (newest && newest->digest == digest) return {newest->version, count, true};
    const int version = store::keep_reference(work.session(), name, content, digest, work.now());
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = "views:" + std::string(name);
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {
        {"version", std::to_string(version)}, {"count", std::to_string(count)}, {"sha256", digest.hex()}};
    work.record(entry);
    return {version, count, false};
}

} // namespace poa::views
