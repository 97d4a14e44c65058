// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is given of documents as bytes of its own: plain text, the file as it came, the way from a symbol.

#include "capabilities/documents/module.hpp"

namespace poa::documents {

void add_bytes(web::Routes& routes, const ModuleLinks& links);

} // namespace poa::documents
