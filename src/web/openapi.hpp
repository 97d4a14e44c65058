// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/routes.hpp"

#include <string>

namespace poa::web {

/// The OpenAPI 3.1 description of all routes: parameters and bodies from the declared inputs, answers from
/// the page structs, refusals as RFC 9457 problems.
[[nodiscard]] std::string openapi_of(const Routes& routes, std::string_view title, std::string_view version,
                                     std::string_view server_url);

} // namespace poa::web
