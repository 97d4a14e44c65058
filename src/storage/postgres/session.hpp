// SPDX-License-Identifier: Apache-2.0
#pragma once
// The open transaction of one PostgreSQL connection.

#include "storage/postgres/connection.hpp"

#include <exception>
#include <optional>

namespace poa::storage::postgres {

class PostgresSession final : public Session {
  public:
    explicit PostgresSession(Connection& connection) : connection_(connection) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    void script(std::string_view sql) override;
    /// After an error PostgreSQL only rolls back, also where the body has swallowed it.
    void rethrow_if_broken() const {
        if (broken_) std::rethrow_exception(broken_);
    }
    /// What broke it, whatever the body made of it.
    [[nodiscard]] std::optional<DatabaseError::Kind> broken_by() const { return broken_by_; }

  protected:
    std::int64_t run(const Query& query, std::span<const Parameter> parameters,
                     FunctionRef<void(const Row&)> on_row) override;

  private:
    void note(const DatabaseError& error);
    Connection& connection_;
    std::exception_ptr broken_;
    std::optional<DatabaseError::Kind> broken_by_;
};

} // namespace poa::storage::postgres
