// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/charter/in_force.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::charter {

/// Brings the first charter of a mechanism into force, as version 1. By command line only, once; whatever
/// comes after is a decision. Records "charter.found_mechanism" with the charter's id, its digest and the
/// digest of its text. Refuses: "charter.in_force_already" (rule; version), "charter.contradicts_itself"
/// (rule; a reason for each contradiction follows it).
[[nodiscard]] Result<std::int64_t> found_mechanism(ledger::Work& work, const identity::Actor& actor,
                                                   const Charter& charter);

} // namespace poa::charter
