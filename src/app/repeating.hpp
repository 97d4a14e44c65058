// SPDX-License-Identifier: Apache-2.0
#pragma once
// A thread that does one thing again and again: when it is woken, and after the pause that the thing itself
// asks for.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace poa::app {

class Repeating {
  public:
    /// Begins at once. `step` gives the longest pause until it is to be done again. Where it throws, that is
    /// logged as `failure` (a name that outlives this) and it is done again after a second.
    Repeating(std::string_view failure, std::function<std::chrono::milliseconds()> step);
    /// Lets a step that runs come to its end.
    ~Repeating();
    Repeating(const Repeating&) = delete;
    Repeating& operator=(const Repeating&) = delete;

    /// Cheap, any thread, does not throw.
    void wake() noexcept;

  private:
    void run();

    const std::string_view failure_;
    const std::function<std::chrono::milliseconds()> step_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false, stopping_ = false;
    std::thread thread_;
};

} // namespace poa::app
