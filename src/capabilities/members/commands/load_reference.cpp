// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/commands/load_reference.hpp"

#include "capabilities/members/register.hpp"
#include "capabilities/members/store.hpp"

#include <algorithm>

namespace poa::members {
namespace {

LoadedReference counted(const Reference& reference) {
    LoadedReference loaded;
    loaded.member_states =
        static_cast<int>(std::ranges::count(reference.states, Status::member, &State::status));
    loaded.observer_states = static_cast<int>(reference.states.size()) - loaded.member_states;
    loaded.groups = static_cast<int>(reference.groups.size());
    loaded.organisations = static_cast<int>(reference.organisations.size());
    return loaded;
}

void record(ledger::Work& work, const LoadedReference& loaded, const Sha256& members,
            const Sha256& organisations) {
    ledger::Entry entry;
    entry.act = "members.load_reference";
    entry.on_behalf = "operator";
    entry.subject = "members:reference";
    entry.audience = Audience::everyone;
    entry.facts = {{"members_sha256", members.hex()},
                   {"organisations_sha256", organisations.hex()},
                   {"member_states", std::to_string(loaded.member_states)},
                   {"observer_states", std::to_string(loaded.observer_states)},
                   {"groups", std::to_string(loaded.groups)},
                   {"organisations", std::to_string(loaded.organisations)}};
    work.record(entry);
}

} // namespace

Result<LoadedReference> load_reference(ledger::Work& work, const ReferenceTexts& texts) {
    const auto reference = parse_reference(texts);
    if (!reference) return refuse(reference.error());
    const Sha256 members = sha256(texts.members);
    const Sha256 organisations = sha256(texts.organisations);
    LoadedReference loaded = counted(*reference);
    loaded.digest = digest_of(members, organisations);
    loaded.changed = store::digest(work.session(), "members") != members ||
                     store::digest(work.session(), "organisations") != organisations;
    if (!loaded.changed) return loaded;
    store::keep_text(work.session(), "members", texts.members, members, work.now());
    store::keep_text(work.session(), "organisations", texts.organisations, organisations, work.now());
    store::keep_keys(work.session(), *reference);
    record(work, loaded, members, organisations);
    return loaded;
}

} // namespace poa::members
