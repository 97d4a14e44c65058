// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who writes: all waiting jobs share one transaction, each behind a savepoint of its own, and one sync of the
// disk.

#include "storage/notifier.hpp"
#include "storage/sqlite/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace poa::storage::sqlite {

/// A job that finds the connection free runs on its own thread; jobs that find it taken wait in a queue,
/// which the writer thread commits in groups. So a lone writer pays for no change of threads, and many share
/// the disk.
class Writer {
  public:
    /// `owner` tells transactions of one database from another's (Nesting).
    Writer(const std::string& path, Connection::Purpose purpose, Notifier& notifier, const void* owner);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Returns once the job is durable or, where `body` said false, rolled back; throws what `body` threw or
    /// why the commit failed. `body` runs again where another job's failure took the whole group's
    /// transaction with it.
    void run(FunctionRef<bool(Session&)> body);

  private:
    struct Job;
    using Group = std::span<Job* const>;

    void work();
    void take_group(std::unique_lock<std::mutex>& lock);
    void look_for_foreign_commits();
    void run_alone(Job& job);
    [[nodiscard]] std::size_t run_group(Group jobs);
    [[nodiscard]] bool run_behind_savepoint(Job& job);
    void commit_group(Group jobs);
    void run_each_alone(Group jobs, const Job* but);
    bool run_body(Job& job);

    Connection connection_;
    Notifier& notifier_;
    const void* owner_;
    std::int64_t version_seen_ = 0;
    std::chrono::steady_clock::time_point looked_at_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job*> queue_;
    bool taken_ = false; ///< somebody uses the connection
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace poa::storage::sqlite
