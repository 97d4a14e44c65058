// SPDX-License-Identifier: Apache-2.0
#pragma once
// Claims and bands are kept as texts, each the next version of the one before.

#include "base/refusal.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

#include <string>
#include <string_view>

namespace poa::views {

struct KeptReference {
    int version = 0;
    std::size_t count = 0; ///< claims or bands
    bool unchanged = false;
};

/// Keeps the text as the next version of `name` and records `act`, unless it is what holds already.
[[nodiscard]] KeptReference keep_reference(ledger::Work& work, const identity::Permit& permit,
                                           const identity::Actor& actor, std::string act,
                                           std::string_view name, const std::string& content,
                                           std::size_t count);

} // namespace poa::views
