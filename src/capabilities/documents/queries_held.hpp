// SPDX-License-Identifier: Apache-2.0
#pragma once
// How much the record holds of each State.

#include "capabilities/documents/queries_readable.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace poa::documents {

/// Replies and own papers of each State (ISO3) that this reader may see; States without any are left out.
[[nodiscard]] std::map<std::string, std::int64_t, std::less<>> held_by_state(storage::Session& session,
                                                                             const Reader& reader);

} // namespace poa::documents
