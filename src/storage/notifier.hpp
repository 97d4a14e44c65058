// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts commits, and tells a listener of them on a thread of its own: many commits may be told at once.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace poa::storage {

class Notifier {
  public:
    Notifier() = default;
    ~Notifier();
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    [[nodiscard]] std::uint64_t position() const { return position_.load(std::memory_order_acquire); }
    /// After a commit, before anybody is told that it is done.
    void advance();
    /// Once.
    void listen(std::function<void()> listener);

  private:
    void tell();

    std::atomic<std::uint64_t> position_{1};
    std::atomic<bool> listened_{false};
    std::mutex mutex_;
    std::condition_variable changed_;
    bool news_ = false;
    bool stopping_ = false;
    std::function<void()> listener_;
    std::thread thread_;
};

} // namespace poa::storage
