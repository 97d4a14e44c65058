// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/background_sequencer.hpp"

namespace poa::ledger {

BackgroundSequencer::BackgroundSequencer(Sequencer& sequencer, Settings settings)
    : sequencer_(sequencer), settings_(std::move(settings)), thread_([this] { run(); }) {}

BackgroundSequencer::~BackgroundSequencer() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void BackgroundSequencer::wake() noexcept {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

std::string BackgroundSequencer::problem() const {
    std::lock_guard lock(mutex_);
    return problem_;
}

void BackgroundSequencer::run() {
    bool going = true;
    while (going) {
        bool well = work_off();
        going =
            well ? wait_for_wake(settings_.look_again) && pause(settings_.gather) : pause(settings_.retry);
    }
    work_off();
}

bool BackgroundSequencer::work_off() {
    try {
        for (bool more = true; more;) {
            {
                std::lock_guard lock(mutex_);
                woken_ = false; // before looking: a commit during the look wakes again
            }
            more = sequencer_.run_once();
            std::lock_guard lock(mutex_);
            if (stopping_) break;
        }
        note_problem({});
        return true;
    } catch (const std::exception& failure) {
        note_problem(failure.what());
        return false;
    }
}

void BackgroundSequencer::note_problem(std::string problem) {
    {
        std::lock_guard lock(mutex_);
        if (problem == problem_) return;
        problem_ = problem;
    }
    if (settings_.on_problem) settings_.on_problem(problem);
}

bool BackgroundSequencer::wait_for_wake(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [this] { return woken_ || stopping_; });
    return !stopping_;
}

bool BackgroundSequencer::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, time, [this] { return stopping_; });
}

} // namespace poa::ledger
