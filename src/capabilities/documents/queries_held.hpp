// SPDX-License-Identifier: Apache-2.0
#pragma once
// How much the record holds of each State.

#include "capabilities/documents/queries_readable.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace poa::documents {

/// Replies and own papers of each State (ISO3) that this reader may see; States without any are left out.
[[nodiscard]] std::map<std::string, std::int64_t, std::less<>> held_by_state(storage::Session& session,
                                                                             const Reader& reader);

/// The slug of the document of that symbol, where this reader may read it.
[[nodiscard]] std::optional<std::string> slug_of_symbol(storage::Session& session, const Reader& reader,
                                                        std::string_view symbol);

} // namespace poa::documents
