// SPDX-License-Identifier: Apache-2.0
#pragma once
// The manifest of charter: what it adds to the platform. Only app includes it.

#include "capabilities/charter/charter.hpp"
#include "web/routes.hpp"

namespace poa::charter {

/// The sentences of refusals and of contradictions.
void add_sentences(web::Routes& routes);

} // namespace poa::charter
