// SPDX-License-Identifier: Apache-2.0
#pragma once
// members.load_reference: puts the reference data into the database. Run by the operator (`poa init`); nobody
// can do it over the network.

#include "base/bytes.hpp"
#include "base/refusal.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/reference.hpp"

namespace poa::members {

struct LoadedReference {
    bool changed = false; ///< false: the same texts were there already, nothing was written
    Sha256 digest;        ///< of both texts
    int member_states = 0;
    int observer_states = 0;
    int groups = 0;
    int organisations = 0;
};

/// Reads both texts, refuses with all their problems (see parse_reference), and keeps them. Where they differ
/// from what was kept, writes the public journal entry "members.load_reference" with digests and counts.
[[nodiscard]] Result<LoadedReference> load_reference(ledger::Work& work, const ReferenceTexts& texts);

} // namespace poa::members
