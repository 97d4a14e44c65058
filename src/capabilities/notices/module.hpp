// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of notices: what it adds to the platform. Only app includes it.

#include "capabilities/notices/queries.hpp"
#include "web/routes.hpp"

namespace poa::notices {

struct ModuleLinks {
    storage::Database& database;
    const Clock& clock;
    MailboxOf mailbox_of;
    bool sends_mail = false; ///< a mail server is set
};

void add_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::notices
