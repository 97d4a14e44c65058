// SPDX-License-Identifier: Apache-2.0
#pragma once
// The one writer of the register of what was agreed. Only files of effects include it (a test reads the
// tree): what was agreed changes by adoption and in no other way.

#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/effects.hpp"

#include <string>
#include <string_view>

namespace poa::decisions {

/// What a version is to say.
struct ToAgree {
    AgreedKind kind = AgreedKind::outcome;
    std::string key, title, text;
    Attributes attributes;
};
/// Adds the next version of that item: the first, where there is none. Needs: a key that is one.
void agree(ledger::Work& work, ToAgree agreed, const Adoption& adoption);
/// Says that the item holds no more. Needs: one that holds.
void end_agreed(ledger::Work& work, AgreedKind kind, std::string_view key, const Adoption& adoption);

} // namespace poa::decisions
