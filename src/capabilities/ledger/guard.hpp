// SPDX-License-Identifier: Apache-2.0
#pragma once
// The rollback guard: a small file beside the signing key that remembers what the key signed last. A database
// can be restored from an old copy; the signatures given since then are out in the world and cannot be taken
// back. So the key signs only what continues the guard's word.
//
// It must not travel with backups of the database: a restored guard would forget exactly what it is there to
// remember.

#include "base/bytes.hpp"
#include "base/require.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::ledger {

struct TreeHead {
    std::uint64_t size = 0;
    Sha256 root;
    bool operator==(const TreeHead&) const = default;
};

struct GuardRecord {
    TreeHead base;                     ///< the tree that the last batch was put on
    TreeHead last;                     ///< the tree after it: the newest that was signed, or was about to be
    std::vector<std::int64_t> entries; ///< journal numbers of that batch, ascending
    bool operator==(const GuardRecord&) const = default;
};

[[nodiscard]] std::string guard_text(const GuardRecord& record);
/// Nothing where the text is not exactly what `guard_text` writes.
[[nodiscard]] std::optional<GuardRecord> parse_guard(std::string_view text);

/// The record of an empty tree.
[[nodiscard]] GuardRecord fresh_guard();

/// Throw MachineFailure, with a sentence, where the file is missing, malformed or cannot be read or written.
[[nodiscard]] GuardRecord load_guard(const std::filesystem::path& file);
void save_guard(const std::filesystem::path& file, const GuardRecord& record); ///< durable when it returns

/// The ledger does not sign, and why: a sentence for the operator, with the way out.
class SigningRefused : public MachineFailure {
  public:
    using MachineFailure::MachineFailure;
};

} // namespace poa::ledger
