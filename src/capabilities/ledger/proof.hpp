// SPDX-License-Identifier: Apache-2.0
#pragma once
// A receipt that can be checked offline (C2SP tlog-proof@v1): checkpoint, index and inclusion proof of one
// entry.

#include "capabilities/ledger/checkpoint.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::ledger {

struct Proof {
    std::optional<std::string> extra; ///< bytes nobody vouches for
    std::uint64_t index = 0;
    std::vector<Sha256> path;
    std::string checkpoint; ///< the signed note, as it was published
};

[[nodiscard]] std::string write_proof(const Proof& proof);
/// Refuses (bad_input, "ledger.proof_malformed", fact "what") what the format forbids. The checkpoint is not
/// read.
[[nodiscard]] Result<Proof> parse_proof(std::string_view text);

enum class ProofCheck {
    proven,          ///< the leaf stands at the proof's index in the tree that the key signed
    malformed,       ///< proof or checkpoint cannot be read
    other_log,       ///< the checkpoint is of another origin than the key, or the key did not sign it
    wrong_signature, ///< the key's signature does not verify
    not_included,    ///< the path does not lead from this leaf to the root
};
/// Needs nothing but its arguments.
[[nodiscard]] ProofCheck check_proof(std::string_view proof, std::string_view leaf, const VerifierKey& key);

} // namespace poa::ledger
