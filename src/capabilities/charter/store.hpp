// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows to types and back: charter versions, affirmations, processes.

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "capabilities/charter/process.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter::store {

struct KeptVersion {
    std::int64_t version = 0;
    std::string text;
    Sha256 digest;
    Instant since;
    std::string reason;
};
/// 0 where the mechanism has no charter.
[[nodiscard]] std::int64_t newest_version(storage::Session& session);
/// Number of the one that held at that moment; before the founding 1, 0 where there is none.
[[nodiscard]] std::int64_t version_at(storage::Session& session, Instant moment);
/// Of the newest version's text; nothing where the mechanism has no charter.
[[nodiscard]] std::optional<Sha256> newest_digest(storage::Session& session);
/// Oldest first.
[[nodiscard]] std::vector<KeptVersion> versions(storage::Session& session);
[[nodiscard]] std::optional<KeptVersion> version(storage::Session& session, std::int64_t number);
void add_version(storage::Session& session, const KeptVersion& version);

/// By State.
[[nodiscard]] std::vector<Affirmation> affirmations(storage::Session& session);
void add_affirmation(storage::Session& session, const Affirmation& affirmation);

/// By first day, then key.
[[nodiscard]] std::vector<Process> processes(storage::Session& session);
void add_process(storage::Session& session, const Process& process, Instant now);
void end_process(storage::Session& session, std::string_view key, Day last);

} // namespace poa::charter::store
