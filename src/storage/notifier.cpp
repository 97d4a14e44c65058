// SPDX-License-Identifier: Apache-2.0
#include "storage/notifier.hpp"

#include "base/require.hpp"

namespace poa::storage {

Notifier::~Notifier() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Notifier::advance() {
    position_.fetch_add(1, std::memory_order_release);
    if (!listened_.load(std::memory_order_acquire)) return;
    {
        const std::lock_guard lock(mutex_);
        if (news_) return;
        news_ = true;
    }
    changed_.notify_one();
}

void Notifier::listen(std::function<void()> listener) {
    require(!thread_.joinable(), "one listener to the commits of a database");
    listener_ = std::move(listener);
    thread_ = std::thread([this] { tell(); });
    listened_.store(true, std::memory_order_release);
}

void Notifier::tell() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return news_ || stopping_; });
        if (stopping_) return;
        news_ = false;
        lock.unlock();
        listener_();
        lock.lock();
    }
}

} // namespace poa::storage
