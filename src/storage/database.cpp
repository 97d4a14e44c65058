// SPDX-License-Identifier: Apache-2.0
#include "storage/database.hpp"

#include "storage/postgres/database.hpp"
#include "storage/sqlite/database.hpp"

namespace poa::storage {

std::unique_ptr<Database> Database::open(const Settings& settings) {
    require(!settings.address.empty(), "an address of a database");
    const std::string_view address = settings.address;
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return std::make_unique<postgres::PostgresDatabase>(settings);
    return std::make_unique<sqlite::SqliteDatabase>(settings);
}

} // namespace poa::storage
