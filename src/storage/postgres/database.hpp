// SPDX-License-Identifier: Apache-2.0
#pragma once
// One PostgreSQL database: reads REPEATABLE READ, writes SERIALIZABLE and run again where they could not be
// ordered.

#include "storage/notifier.hpp"
#include "storage/pool.hpp"
#include "storage/postgres/connection.hpp"
#include "storage/postgres/listener.hpp"

namespace poa::storage::postgres {

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const Settings& settings);

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    [[nodiscard]] std::uint64_t position() const override { return notifier_.position(); }
    void on_commit(std::function<void()> listener) override { notifier_.listen(std::move(listener)); }
    void copy_to(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> check() override;

  protected:
    void run_read(FunctionRef<void(Session&)> body) override;
    void run_write(FunctionRef<bool(Session&)> body) override;

  private:
    enum class Outcome { done, run_again, lost };
    void set_up();
    [[nodiscard]] Outcome try_to_read(FunctionRef<void(Session&)> body, bool may_repeat);
    [[nodiscard]] Outcome try_to_write(FunctionRef<bool(Session&)> body, bool may_repeat);

    Settings settings_;
    std::string notify_;
    Notifier notifier_;
    Pool<Connection> readers_, writers_;
    std::unique_ptr<Listener> listener_;
};

} // namespace poa::storage::postgres
