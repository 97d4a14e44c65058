// SPDX-License-Identifier: Apache-2.0
#pragma once
// The signed head of the tree (C2SP tlog-checkpoint): origin, size, root.

#include "capabilities/ledger/note.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::ledger {

struct Checkpoint {
    std::string origin; ///< one line, not empty
    std::uint64_t size = 0;
    Sha256 root;
    std::vector<std::string> extensions; ///< lines we write none of, and read past
    bool operator==(const Checkpoint&) const = default;
};

/// The note's text.
[[nodiscard]] std::string checkpoint_text(const Checkpoint& checkpoint);
/// Refuses (bad_input, "ledger.checkpoint_malformed", fact "what": origin, size, root or extension) what the
/// format forbids: numbers that are not canonical, hashes that are not canonical base64 of 32 bytes, empty
/// lines.
[[nodiscard]] Result<Checkpoint> parse_checkpoint(std::string_view text);

[[nodiscard]] inline std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
    return sign_note(checkpoint_text(checkpoint), key);
}

} // namespace poa::ledger
