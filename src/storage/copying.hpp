// SPDX-License-Identifier: Apache-2.0
#pragma once
// What copying a PostgreSQL database with its own tools needs from inside. SQLite: Database::copy_to.

#include "storage/database.hpp"

#include <cstdint>
#include <string>

namespace poa::storage {

/// The name under which another connection (`pg_dump --snapshot`) sees exactly what `session` sees, for as
/// long as the session is open. PostgreSQL only.
[[nodiscard]] std::string export_snapshot(Session& session);

/// Tables, views and sequences that are not the system's own, in all schemas. PostgreSQL only.
[[nodiscard]] std::int64_t count_tables(Session& session);

} // namespace poa::storage
