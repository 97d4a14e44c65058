// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/current_register.hpp"

#include "base/require.hpp"
#include "capabilities/members/store.hpp"

#include <map>
#include <mutex>

namespace poa::members {
namespace {

/// Registers that somebody in this process holds, by the digest of their texts: reading them takes long, and
/// the same texts make the same register.
class RegistersInMemory {
  public:
    std::shared_ptr<const Register> find(const Sha256& digest) {
        const std::scoped_lock lock(mutex_);
        const auto found = registers_.find(digest);
        return found == registers_.end() ? nullptr : found->second.lock();
    }
    void keep(const Sha256& digest, const std::shared_ptr<const Register>& made) {
        const std::scoped_lock lock(mutex_);
        std::erase_if(registers_, [](const auto& one) { return one.second.expired(); });
        registers_[digest] = made;
    }

  private:
    std::mutex mutex_;
    std::map<Sha256, std::weak_ptr<const Register>> registers_;
};

RegistersInMemory& registers_in_memory() {
    static RegistersInMemory registers;
    return registers;
}

std::shared_ptr<const Register> read_register(storage::Session& session, const Sha256& digest) {
    const auto members = store::text(session, "members");
    const auto organisations = store::text(session, "organisations");
    require(members && organisations, "both reference texts are kept together");
    if (sha256(members->content) != members->digest ||
        sha256(organisations->content) != organisations->digest)
        throw MachineFailure("The reference data in the database is damaged: its digest does not fit. "
                             "Restore a backup, or run `poa init` to load data/ again.");
    if (auto known = registers_in_memory().find(digest)) return known;
    auto reference = parse_reference({members->content, organisations->content});
    if (!reference)
        throw MachineFailure("The reference data in the database cannot be read by this version (" +
                             reference.error().reasons.front().code + " at " +
                             reference.error().reasons.front().field +
                             "). Run `poa init` to load data/ again.");
    auto made = std::make_shared<const Register>(std::move(*reference), digest);
    registers_in_memory().keep(digest, made);
    return made;
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
