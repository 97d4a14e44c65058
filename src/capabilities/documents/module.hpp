// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of documents: what it adds to the platform. Only app includes it.

#include "capabilities/documents/documents.hpp"
#include "capabilities/members/members.hpp"
#include "storage/files.hpp"
#include "web/routes.hpp"

namespace poa::documents {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    storage::FileStore& files;
    const members::CurrentRegister& states;
};

void add_routes(web::Routes& routes, ModuleLinks links);

/// Names of States and organisations for the importer, in all languages of the register.
[[nodiscard]] ActorNames actor_names(const members::Register& states);

} // namespace poa::documents
