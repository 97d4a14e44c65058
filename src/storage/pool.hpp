// SPDX-License-Identifier: Apache-2.0
#pragma once
// A fixed number of things that are lent out one at a time. Whoever waits longest is served first.

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace poa::storage {

template <class T> class Pool {
  public:
    /// What was lent; goes back by itself.
    class Lease {
      public:
        Lease(Pool& pool, T* lent) : pool_(pool), lent_(lent) {}
        ~Lease() { pool_.give_back(lent_); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        T& operator*() const { return *lent_; }
        T* operator->() const { return lent_; }

      private:
        Pool& pool_;
        T* lent_;
    };

    /// Before use by several threads.
    void add(std::unique_ptr<T> one) {
        idle_.push_back(one.get());
        all_.push_back(std::move(one));
    }
    [[nodiscard]] const std::vector<std::unique_ptr<T>>& all() const { return all_; }

    /// Waits until one is free.
    [[nodiscard]] Lease take() {
        std::unique_lock lock(mutex_);
        if (!idle_.empty()) {
            T* lent = idle_.back(); // the one used last has the warmest caches
            idle_.pop_back();
            return Lease(*this, lent);
        }
        Waiter waiter;
        waiters_.push_back(&waiter);
        waiter.served.wait(lock, [&] { return waiter.lent != nullptr; });
        return Lease(*this, waiter.lent);
    }

  private:
    struct Waiter {
        std::condition_variable served;
        T* lent = nullptr;
    };

    void give_back(T* lent) {
        const std::lock_guard lock(mutex_);
        if (waiters_.empty()) {
            idle_.push_back(lent);
            return;
        }
        Waiter& first = *waiters_.front();
        waiters_.pop_front();
        first.lent = lent;
        first.served.notify_one(); // under the lock: the waiter lives on its thread's stack
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<T>> all_;
    std::vector<T*> idle_;
    std::deque<Waiter*> waiters_;
};

} // namespace poa::storage
