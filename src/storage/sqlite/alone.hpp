// SPDX-License-Identifier: Apache-2.0
#pragma once
// One connection for reading and writing, without write-ahead log or writer thread.

#include "storage/alone.hpp"
#include "storage/notifier.hpp"
#include "storage/sqlite/connection.hpp"

namespace poa::storage::sqlite {

class AloneSqliteDatabase final : public AloneDatabase {
  public:
    AloneSqliteDatabase();
    ~AloneSqliteDatabase() override;

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] std::uint64_t position() const override { return notifier_.position(); }
    void on_commit(std::function<void()> listener) override { notifier_.listen(std::move(listener)); }
    void copy_to(const std::string& path) override;
    [[nodiscard]] std::vector<std::string> check() override;
    void keep_here() override;
    void go_back() override;

  protected:
    void run_read(FunctionRef<void(Session&)> body) override;
    void run_write(FunctionRef<bool(Session&)> body) override;

  private:
    void begin() { is_kept_ ? connection_.set_savepoint() : connection_.begin(); }
    void commit() { is_kept_ ? connection_.release_savepoint() : connection_.commit(); }
    void roll_back();

    Notifier notifier_;
    Connection connection_;
    bool is_kept_ = false; ///< keep_here was called: the outer transaction is open
};

} // namespace poa::storage::sqlite
