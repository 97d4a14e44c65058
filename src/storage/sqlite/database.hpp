// SPDX-License-Identifier: Apache-2.0
#pragma once
// One SQLite file: several readers, each on a snapshot, and one writer (sqlite/writer.hpp). Other processes
// may use the file at the same time: each waits for the other's transactions, and sees the other's commits
// within 0.1 s.

#include "storage/notifier.hpp"
#include "storage/pool.hpp"
#include "storage/sqlite/connection.hpp"
#include "storage/sqlite/opening.hpp"
#include "storage/sqlite/writer.hpp"

namespace poa::storage::sqlite {

class SqliteDatabase final : public Database {
  public:
    explicit SqliteDatabase(const Settings& settings);

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] std::uint64_t position() const override { return notifier_.position(); }
    void on_commit(std::function<void()> listener) override { notifier_.listen(std::move(listener)); }
    void copy_to(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> check() override;

  protected:
    void run_read(FunctionRef<void(Session&)> body) override;
    void run_write(FunctionRef<bool(Session&)> body) override;

  private:
    void open_readers(const std::string& path, int readers);

    Notifier notifier_;
    std::unique_ptr<Writer> writer_;
    Pool<Connection> readers_;
};

} // namespace poa::storage::sqlite
