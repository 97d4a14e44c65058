// SPDX-License-Identifier: Apache-2.0
#include "app/repeating.hpp"

#include "app/log.hpp"

namespace poa::app {

Repeating::Repeating(std::string_view failure, std::function<std::chrono::milliseconds()> step)
    : failure_(failure), step_(std::move(step)), thread_([this] { run(); }) {}

Repeating::~Repeating() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Repeating::wake() noexcept {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

void Repeating::run() {
    for (;;) {
        std::chrono::milliseconds pause{1'000};
        try {
            pause = step_();
        } catch (const std::exception& failure) {
            log::write(log::Level::error, failure_, {{"why", failure.what()}});
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, pause, [this] { return woken_ || stopping_; });
        if (stopping_) return;
        woken_ = false;
    }
}

} // namespace poa::app
