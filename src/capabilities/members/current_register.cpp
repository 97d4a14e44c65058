// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/current_register.hpp"

#include "base/require.hpp"
#include "capabilities/members/store.hpp"

namespace poa::members {
namespace {

std::shared_ptr<const Register> read_register(storage::Session& session, const Sha256& digest) {
    const auto members = store::text(session, "members");
    const auto organisations = store::text(session, "organisations");
    require(members && organisations, "both reference texts are kept together");
    if (sha256(members->content) != members->digest ||
        sha256(organisations->content) != organisations->digest)
        throw MachineFailure("The reference data in the database is damaged: its digest does not fit. "
                             "Restore a backup, or run `poa init` to load data/ again.");
    auto reference = parse_reference({members->content, organisations->content});
    if (!reference)
        throw MachineFailure("The reference data in the database cannot be read by this version (" +
                             reference.error().reasons.front().code + " at " +
                             reference.error().reasons.front().field +
                             "). Run `poa init` to load data/ again.");
    return std::make_shared<const Register>(std::move(*reference), digest);
}

} // namespace

bool CurrentRegister::refresh(storage::Session& session) {
    const auto members = store::digest(session, "members");
    const auto organisations = store::digest(session, "organisations");
    if (!members || !organisations) return false;
    const Sha256 digest = digest_of(*members, *organisations);
    if (now()->digest() == digest) return false;
    register_.store(read_register(session, digest));
    return true;
}

} // namespace poa::members
