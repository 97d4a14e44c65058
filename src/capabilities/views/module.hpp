// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of views: what it adds to the platform. Only app includes it.

#include "capabilities/documents/documents.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/report.hpp"
#include "capabilities/views/views.hpp"
#include "storage/files.hpp"
#include "web/routes.hpp"

#include <string>

namespace poa::views {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    storage::FileStore& files;
    const members::CurrentRegister& states;
    CurrentStanding& standing;
    std::string public_url; ///< for feeds; empty: addresses without host
};

void add_routes(web::Routes& routes, ModuleLinks links);
/// The sentences of refusals, for the command line as well.
void add_sentences(web::Routes& routes);

} // namespace poa::views
