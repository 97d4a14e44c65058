// SPDX-License-Identifier: Apache-2.0
#pragma once
// What calls for views add to the platform: their pages, commands and sentences.

#include "capabilities/views/module.hpp"

namespace poa::views {

void add_call_routes(web::Routes& routes, ModuleLinks links);

} // namespace poa::views
