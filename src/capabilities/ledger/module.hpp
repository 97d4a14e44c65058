// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of the ledger: what it adds to the platform. Only app includes it.

#include "capabilities/ledger/ledger.hpp"
#include "web/routes.hpp"

#include <functional>
#include <string>

namespace poa::ledger {

/// What the pages need from rooms the ledger may not know.
struct ModuleLinks {
    storage::Database& database;
    std::string origin; ///< of the signing key
    /// The audience a reader belongs to for things of others.
    std::function<Audience(const web::Visit&)> least_of;
    /// Whether the visitor may open a restricted entry.
    std::function<bool(const web::Visit&, const Recorded&)> may_open;
    /// Why the ledger stands still; empty where it does not.
    std::function<std::string()> problem;
};

void add_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::ledger
