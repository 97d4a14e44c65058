// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/in_force.hpp"

#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/store.hpp"

namespace poa::charter {
namespace {

std::shared_ptr<const CharterInForce> read_back(store::KeptVersion kept) {
    auto file = read_charter(kept.text);
    auto whole = file ? assemble(*file, [](std::string_view) { return nullptr; }) : refuse(file.error());
    if (!whole || sha256(kept.text) != kept.digest)
        throw MachineFailure("The charter's version " + std::to_string(kept.version) +
                             " in the database does not read back; restore a backup");
    return std::make_shared<const CharterInForce>(CharterInForce{
        kept.version, std::move(*whole), std::move(kept.text), kept.since, std::move(kept.reason)});
}

} // namespace

std::shared_ptr<const CharterInForce> read_in_force(storage::Session& session) {
    auto kept = store::version(session, store::newest_version(session));
    return kept ? read_back(std::move(*kept)) : nullptr;
}

std::vector<std::shared_ptr<const CharterInForce>> all_versions(storage::Session& session) {
    std::vector<std::shared_ptr<const CharterInForce>> made;
    for (store::KeptVersion& kept : store::versions(session)) made.push_back(read_back(std::move(kept)));
    return made;
}

std::shared_ptr<const CharterInForce> CurrentCharter::of(storage::Session& session) {
    auto known = current_.load();
    const std::int64_t newest = store::newest_version(session);
    if (newest == (known ? known->version : 0)) return known;
    auto read = read_in_force(session);
    // Another thread may have kept a newer one since; an older reader must not take it away again.
    while (!known || (read && known->version < read->version))
        if (current_.compare_exchange_weak(known, read)) break;
    return read;
}

} // namespace poa::charter
