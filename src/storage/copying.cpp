// SPDX-License-Identifier: Apache-2.0
#include "storage/copying.hpp"

namespace poa::storage {

namespace {

constexpr Query select_snapshot{"storage.export_snapshot", "SELECT pg_export_snapshot()"};
constexpr Query select_tables{"storage.count_tables",
                              "SELECT count(*) FROM pg_catalog.pg_class c "
                              "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                              "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') "
                              "AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"};

} // namespace

std::string export_snapshot(Session& session) {
    require(session.dialect() == Dialect::postgres, "a snapshot is exported on PostgreSQL");
    auto name = session.one(select_snapshot, [](const Row& row) { return row.string(0); });
    require(name.has_value(), "a function gives a row");
    return std::move(*name);
}

std::int64_t count_tables(Session& session) {
    require(session.dialect() == Dialect::postgres, "tables are counted on PostgreSQL");
    return session.number(select_tables).value_or(0);
}

} // namespace poa::storage
