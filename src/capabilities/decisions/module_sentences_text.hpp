// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/routes.hpp"

namespace poa::decisions {

/// Sentences for what is refused about negotiated texts.
void add_text_sentences(web::Routes& routes);

} // namespace poa::decisions
