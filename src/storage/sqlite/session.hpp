// SPDX-License-Identifier: Apache-2.0
#pragma once
// The open transaction of one SQLite connection.

#include "storage/sqlite/connection.hpp"

#include <exception>

namespace poa::storage::sqlite {

class SqliteSession final : public Session {
  public:
    explicit SqliteSession(Connection& connection) : connection_(connection) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    void script(std::string_view sql) override;
    /// A body may swallow a DatabaseError, but what it did before must then not be kept: as on PostgreSQL.
    void rethrow_if_broken() const {
        if (broken_) std::rethrow_exception(broken_);
    }

  protected:
    std::int64_t run(const Query& query, std::span<const Parameter> parameters,
                     FunctionRef<void(const Row&)> on_row) override;

  private:
    std::int64_t run_unguarded(const Query& query, std::span<const Parameter> parameters,
                               FunctionRef<void(const Row&)> on_row);
    Connection& connection_;
    std::exception_ptr broken_;
};

} // namespace poa::storage::sqlite
