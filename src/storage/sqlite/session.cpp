// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/session.hpp"

#include "storage/row_mistake.hpp"

#include <sqlite3.h>

namespace poa::storage::sqlite {

namespace {

class SqliteRow final : public Row {
  public:
    SqliteRow(sqlite3_stmt* statement, std::string_view query_name)
        : statement_(statement), query_name_(query_name), columns_(sqlite3_column_count(statement)) {}

    [[nodiscard]] bool is_null(int column) const override {
        if (column < 0 || column >= columns_) [[unlikely]]
            mistaken_column(query_name_, column, "in the answer");
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        expect(column, SQLITE_INTEGER, "an integer");
        return sqlite3_column_int64(statement_, column);
    }
    [[nodiscard]] double real(int column) const override {
        if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER)
            expect(column, SQLITE_FLOAT, "a double");
        return sqlite3_column_double(statement_, column);
    }
    [[nodiscard]] std::string_view text(int column) const override {
        expect(column, SQLITE_TEXT, "text");
        const auto* first = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {first, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    [[nodiscard]] Bytes bytes(int column) const override {
        expect(column, SQLITE_BLOB, "bytes");
        const auto* first = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
        return {first, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

  private:
    void expect(int column, int type, std::string_view what) const {
        if (sqlite3_column_type(statement_, column) != type) [[unlikely]]
            mistaken_column(query_name_, column, what);
    }
    sqlite3_stmt* statement_;
    std::string_view query_name_;
    int columns_;
};

/// The key of the row that was just written.
class KeyRow final : public Row {
  public:
    KeyRow(std::int64_t key, std::string_view query_name) : key_(key), query_name_(query_name) {}

    [[nodiscard]] bool is_null(int column) const override {
        if (column != 0) [[unlikely]]
            mistaken_column(query_name_, column, "in the answer");
        return false;
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        if (column != 0) [[unlikely]]
            mistaken_column(query_name_, column, "an integer");
        return key_;
    }
    [[nodiscard]] double real(int column) const override { return static_cast<double>(integer(column)); }
    [[nodiscard]] std::string_view text(int column) const override {
        mistaken_column(query_name_, column, "text");
    }
    [[nodiscard]] Bytes bytes(int column) const override { mistaken_column(query_name_, column, "bytes"); }

  private:
    std::int64_t key_;
    std::string_view query_name_;
};

int bind(sqlite3_stmt* statement, int place, const Parameter& parameter) {
    const std::string_view text = parameter.text();
    switch (parameter.kind()) {
    case Parameter::Kind::null:
        return sqlite3_bind_null(statement, place);
    case Parameter::Kind::integer:
        return sqlite3_bind_int64(statement, place, parameter.integer());
    case Parameter::Kind::real:
        return sqlite3_bind_double(statement, place, parameter.real());
    case Parameter::Kind::text:
        // An empty view may have no address, which SQLite would take for NULL.
        return sqlite3_bind_text64(statement, place, text.empty() ? "" : text.data(), text.size(),
                                   SQLITE_STATIC, SQLITE_UTF8);
    case Parameter::Kind::bytes:
        return sqlite3_bind_blob64(statement, place, text.empty() ? "" : text.data(), text.size(),
                                   SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

} // namespace

void SqliteSession::script(std::string_view sql) {
    rethrow_if_broken();
    try {
        connection_.script(std::string(sql), "storage.script");
    } catch (const DatabaseError&) {
        broken_ = std::current_exception();
        throw;
    }
}

std::int64_t SqliteSession::run(const Query& query, std::span<const Parameter> parameters,
                                FunctionRef<void(const Row&)> on_row) {
    rethrow_if_broken();
    try {
        return run_unguarded(query, parameters, on_row);
    } catch (const DatabaseError&) {
        broken_ = std::current_exception();
        throw;
    }
}

std::int64_t SqliteSession::run_unguarded(const Query& query, std::span<const Parameter> parameters,
                                          FunctionRef<void(const Row&)> on_row) {
    sqlite3* const handle = connection_.handle();
    const Connection::Lease lease(connection_, query);
    const Statement& statement = lease.statement();
    require_placeholders(query.name, statement.places.size(), parameters);
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if (bind(lease.handle(), statement.places[i], parameters[i]) != SQLITE_OK)
            fail(handle, sqlite3_extended_errcode(handle), query.name);

    const std::int64_t changes_before = statement.reads_only ? 0 : sqlite3_total_changes64(handle);
    const SqliteRow row(lease.handle(), query.name);
    int code = sqlite3_step(lease.handle());
    for (; code == SQLITE_ROW; code = sqlite3_step(lease.handle())) on_row(row);
    if (code != SQLITE_DONE) fail(handle, sqlite3_extended_errcode(handle), query.name);
    if (statement.gives_key) {
        on_row(KeyRow(sqlite3_last_insert_rowid(handle), query.name));
        return 1;
    }
    // sqlite3_changes tells of the last change ever made, also after a statement that changed nothing of its
    // own.
    if (statement.reads_only || sqlite3_total_changes64(handle) == changes_before) return 0;
    return sqlite3_changes64(handle);
}

} // namespace poa::storage::sqlite
