// SPDX-License-Identifier: Apache-2.0
#pragma once
// The thread that keeps the ledger up with the journal while the platform serves.

#include "capabilities/ledger/sequencer.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace poa::ledger {

class BackgroundSequencer {
  public:
    struct Settings {
        /// After a wake it waits this long, so that many commands share one checkpoint and one flush of the
        /// disk. Also the longest an entry waits while the ledger keeps up.
        std::chrono::milliseconds gather{200};
        /// Looks without being woken: entries of another process that stopped before it sequenced them.
        std::chrono::milliseconds look_again{5000};
        /// After a failure or a refusal.
        std::chrono::milliseconds retry{5000};
        /// Told of every problem once when it begins (a sentence), and with an empty text when it is over.
        /// Own thread.
        std::function<void(const std::string&)> on_problem = {};
    };
    /// Starts at once. `sequencer` must outlive this and be used by nobody else.
    BackgroundSequencer(Sequencer& sequencer, Settings settings);
    explicit BackgroundSequencer(Sequencer& sequencer) : BackgroundSequencer(sequencer, Settings{}) {}
    /// Sequences one more batch of what waits, then ends.
    ~BackgroundSequencer();
    BackgroundSequencer(const BackgroundSequencer&) = delete;
    BackgroundSequencer& operator=(const BackgroundSequencer&) = delete;

    /// Something was committed. Cheap, any thread, does not throw: made for storage::Database::on_commit.
    void wake() noexcept;
    /// Why the ledger stands still; empty where it does not.
    [[nodiscard]] std::string problem() const;

  private:
    void run();
    bool work_off(); ///< false after a problem
    void note_problem(std::string problem);
    bool wait_for_wake(std::chrono::milliseconds longest); ///< false: stop
    bool pause(std::chrono::milliseconds time);            ///< false: stop

    Sequencer& sequencer_;
    Settings settings_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = true;
    bool stopping_ = false;
    std::string problem_;
    std::thread thread_;
};

} // namespace poa::ledger
