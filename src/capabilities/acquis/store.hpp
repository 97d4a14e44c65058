// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was registered, row by row.

#include "base/bytes.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::acquis::store {

struct KeptRegistration {
    std::int64_t number = 0; ///< from 1
    std::string title;
    Sha256 digest;
    std::string content;
    std::string on_behalf;
    Instant at;
};

/// All up to that moment, in order.
[[nodiscard]] std::vector<KeptRegistration> registrations(storage::Session& session, Instant until);
/// 0 where there is none.
[[nodiscard]] std::int64_t newest_number(storage::Session& session);
/// Whether the very same text was registered before.
[[nodiscard]] bool has_registration(storage::Session& session, const Sha256& digest);
void add_registration(storage::Session& session, const KeptRegistration& registration);

} // namespace poa::acquis::store
