// SPDX-License-Identifier: Apache-2.0
#pragma once
// Adding to the register of what was agreed: for effects_agreeing.cpp and nobody else (a test reads the
// tree).

#include "capabilities/decisions/agreed.hpp"
#include "storage/database.hpp"

namespace poa::decisions::store {

/// A further version; `until` and `ended_by` are not read. Needs: no such version.
void add_agreed(storage::Session& session, const AgreedVersion& version);

} // namespace poa::decisions::store
