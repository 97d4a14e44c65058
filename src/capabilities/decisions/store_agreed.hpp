// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reading the register of what was agreed. Writing it is in effects_agreeing.hpp, for effects alone.

#include "capabilities/decisions/agreed.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace poa::decisions::store {

/// What holds after all that was decided up to that moment, by key.
[[nodiscard]] std::vector<AgreedVersion> agreed_at(storage::Session& session, AgreedKind kind,
                                                   Instant moment);
/// One item likewise; nothing where there was none or it had ended.
[[nodiscard]] std::optional<AgreedVersion> agreed_at(storage::Session& session, AgreedKind kind,
                                                     std::string_view key, Instant moment);
/// What holds now, whatever the clock says; by key.
[[nodiscard]] std::vector<AgreedVersion> agreed_now(storage::Session& session, AgreedKind kind);
[[nodiscard]] std::optional<AgreedVersion> agreed_now(storage::Session& session, AgreedKind kind,
                                                      std::string_view key);
/// All versions of a kind up to that moment but those that end one, by key and version.
[[nodiscard]] std::vector<AgreedVersion> agreed_until(storage::Session& session, AgreedKind kind,
                                                      Instant moment);
/// All versions, oldest first; the last one may say that it ends.
[[nodiscard]] std::vector<AgreedVersion> agreed_history(storage::Session& session, AgreedKind kind,
                                                        std::string_view key);
/// How many versions of a kind there are: grows with each that is agreed.
[[nodiscard]] std::int64_t count_agreed(storage::Session& session, AgreedKind kind);
/// The newest version of every item, those that have ended among them, by kind and key.
[[nodiscard]] std::vector<AgreedVersion> agreed_newest(storage::Session& session);
/// How many versions there are, of all kinds: it grows with every decision that agreed something.
[[nodiscard]] std::int64_t register_size(storage::Session& session);
/// What one decision did, by kind and key.
[[nodiscard]] std::vector<AgreedVersion> agreed_by(storage::Session& session, Id<Proposal> proposal);

} // namespace poa::decisions::store
