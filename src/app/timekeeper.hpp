// SPDX-License-Identifier: Apache-2.0
#pragma once
// Does what is due at a moment, without anybody asking: questions whose silence or window has ended are
// closed, and what was set aside for mediation comes back on the day that was named.

#include "base/time.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "storage/database.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace poa::app {

class Timekeeper {
  public:
    /// Starts at once, with what became due while nobody served. Everything must outlive it.
    Timekeeper(storage::Database& database, const Clock& clock, decisions::Mechanism mechanism);
    ~Timekeeper();
    Timekeeper(const Timekeeper&) = delete;
    Timekeeper& operator=(const Timekeeper&) = delete;

    /// Something was committed: the next moment may be another. Cheap, any thread, does not throw.
    void wake() noexcept;

  private:
    void run();
    /// Each in a transaction of its own. False where one failed: it is logged and tried again.
    [[nodiscard]] bool close_due(Instant by);
    /// What was set aside for mediation comes back on its day. Likewise.
    [[nodiscard]] bool resume_due(Instant by);
    /// Does what is due. Gives how long nothing is.
    [[nodiscard]] std::int64_t milliseconds_to_next();

    storage::Database& database_;
    const Clock& clock_;
    const decisions::Mechanism mechanism_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false, stopping_ = false;
    std::thread thread_;
};

} // namespace poa::app
