// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/in_force.hpp"

#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/store.hpp"

#include <map>
#include <mutex>

namespace poa::charter {
namespace {

/// A version kept before a clause was declared says nothing on it: there the agreed mechanism's word holds
/// until a decision says another.
void fill_later_clauses(CharterFile& file) {
    const Charter& agreed = Presets::shipped().agreed();
    for (const ClauseSpec& clause : clauses())
        if (!file.entries.contains(clause.index))
            file.entries.emplace(clause.index, agreed.entry(clause.index));
}

/// Versions that were read, by the digest of their text: to read one takes a millisecond.
class VersionsInMemory {
  public:
    std::shared_ptr<const CharterInForce> find(const store::KeptVersion& kept) {
        const std::scoped_lock lock(mutex_);
        const auto found = versions_.find(kept.digest);
        // The same text may have come into force twice, or in another mechanism.
        const bool is_it = found != versions_.end() && found->second->version == kept.version &&
                           found->second->since == kept.since && found->second->reason == kept.reason;
        return is_it ? found->second : nullptr;
    }
    void keep(const std::shared_ptr<const CharterInForce>& version) {
        const std::scoped_lock lock(mutex_);
        if (versions_.size() >= versions_max) versions_.clear();
        versions_.insert_or_assign(version->digest, version);
    }

  private:
    static constexpr std::size_t versions_max = 64;
    std::mutex mutex_;
    std::map<Sha256, std::shared_ptr<const CharterInForce>> versions_;
};

VersionsInMemory& versions_in_memory() {
    static VersionsInMemory versions;
    return versions;
}

std::shared_ptr<const CharterInForce> read_back(store::KeptVersion kept) {
    const bool is_whole = sha256(kept.text) == kept.digest;
    if (auto known = is_whole ? versions_in_memory().find(kept) : nullptr) return known;
    auto file = read_charter(kept.text);
    if (file) fill_later_clauses(*file);
    auto whole = file ? assemble(*file, [](std::string_view) { return nullptr; }) : refuse(file.error());
    if (!whole || !is_whole)
        throw MachineFailure("The charter's version " + std::to_string(kept.version) +
                             " in the database does not read back; restore a backup");
    auto made = std::make_shared<const CharterInForce>(CharterInForce{kept.version, std::move(*whole),
                                                                      std::move(kept.text), kept.digest,
                                                                      kept.since, std::move(kept.reason)});
    versions_in_memory().keep(made);
    return made;
}

} // namespace

std::shared_ptr<const CharterInForce> read_in_force(storage::Session& session) {
    auto kept = store::version(session, store::newest_version(session));
    return kept ? read_back(std::move(*kept)) : nullptr;
}

std::shared_ptr<const CharterInForce> version_at(storage::Session& session, Instant moment) {
    auto kept = store::version(session, store::version_at(session, moment));
    return kept ? read_back(std::move(*kept)) : nullptr;
}

std::vector<std::shared_ptr<const CharterInForce>> all_versions(storage::Session& session) {
    std::vector<std::shared_ptr<const CharterInForce>> made;
    for (store::KeptVersion& kept : store::versions(session)) made.push_back(read_back(std::move(kept)));
    return made;
}

Result<void> may_act_on(storage::Session& session, const Charter& charter, Day day) {
    const auto processes = store::processes(session);
    return may_act(charter, day, processes);
}

std::shared_ptr<const CharterInForce> CurrentCharter::of(storage::Session& session) {
    auto known = current_.load();
    const auto newest = store::newest_digest(session);
    if (!newest) return nullptr;
    // By digest, not by number: a version that was written and rolled back leaves its number to another.
    if (known && known->digest == *newest) return known;
    auto read = read_in_force(session);
    current_.store(read);
    return read;
}

} // namespace poa::charter
