// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/session.hpp"

#include "storage/postgres/types.hpp"
#include "storage/row_mistake.hpp"

#include <charconv>

namespace poa::storage::postgres {

namespace {

class PostgresRow final : public Row {
  public:
    PostgresRow(const PGresult* answer, std::string_view query_name)
        : answer_(answer), query_name_(query_name), columns_(PQnfields(answer)) {}
    void go_to(int row) { row_ = row; }

    [[nodiscard]] bool is_null(int column) const override {
        if (column < 0 || column >= columns_) [[unlikely]]
            mistaken_column(query_name_, column, "in the answer");
        return PQgetisnull(answer_, row_, column) != 0;
    }
    [[nodiscard]] std::int64_t integer(int column) const override {
        const auto found = is_null(column) ? std::nullopt : integer_of(type(column), value(column));
        if (!found) [[unlikely]]
            mistaken_column(query_name_, column, "an integer");
        return *found;
    }
    [[nodiscard]] double real(int column) const override {
        const auto found = is_null(column) ? std::nullopt : real_of(type(column), value(column));
        if (!found) [[unlikely]]
            mistaken_column(query_name_, column, "a double");
        return *found;
    }
    [[nodiscard]] std::string_view text(int column) const override {
        if (is_null(column) || !is_text(type(column))) [[unlikely]]
            mistaken_column(query_name_, column, "text");
        return value(column);
    }
    [[nodiscard]] Bytes bytes(int column) const override {
        if (is_null(column) || type(column) != type::bytea) [[unlikely]]
            mistaken_column(query_name_, column, "bytes");
        return bytes_of(value(column));
    }

  private:
    [[nodiscard]] Oid type(int column) const { return PQftype(answer_, column); }
    [[nodiscard]] std::string_view value(int column) const {
        return {PQgetvalue(answer_, row_, column),
                static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
    }
    const PGresult* answer_;
    std::string_view query_name_;
    int columns_;
    int row_ = 0;
};

std::int64_t rows_changed(PGresult* answer) {
    if (std::string_view(PQcmdStatus(answer)).starts_with("SELECT")) return 0;
    const std::string_view count = PQcmdTuples(answer);
    std::int64_t number = 0;
    std::from_chars(count.data(), count.data() + count.size(), number);
    return number;
}

} // namespace

void PostgresSession::note(const DatabaseError& error) {
    if (broken_) return;
    broken_ = std::current_exception();
    broken_by_ = error.kind();
}

void PostgresSession::script(std::string_view sql) {
    rethrow_if_broken();
    try {
        connection_.script(std::string(sql));
    } catch (const DatabaseError& error) {
        note(error);
        throw;
    }
}

std::int64_t PostgresSession::run(const Query& query, std::span<const Parameter> parameters,
                                  FunctionRef<void(const Row&)> on_row) {
    rethrow_if_broken();
    Answer answer;
    try {
        answer = connection_.ask(query, parameters);
    } catch (const DatabaseError& error) {
        note(error);
        throw;
    }
    PostgresRow row(answer.get(), query.name);
    const int rows = PQntuples(answer.get());
    for (int i = 0; i < rows; ++i) {
        row.go_to(i);
        on_row(row);
    }
    return rows_changed(answer.get());
}

} // namespace poa::storage::postgres
