// SPDX-License-Identifier: Apache-2.0
#include "app/timekeeper.hpp"

#include "app/log.hpp"
#include "capabilities/decisions/commands/close_question.hpp"
#include "capabilities/decisions/commands/resume_discussion.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>
#include <chrono>

namespace poa::app {
namespace {

/// A clock may be set: it is looked at again after so long at the latest.
constexpr std::int64_t wait_milliseconds_max = 30'000;
constexpr std::int64_t retry_milliseconds = 1'000;
constexpr std::int64_t grace_seconds = 2;

} // namespace

Timekeeper::Timekeeper(storage::Database& database, const Clock& clock, decisions::Mechanism mechanism)
    : database_(database), clock_(clock), mechanism_(mechanism), thread_([this] { run(); }) {}

Timekeeper::~Timekeeper() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Timekeeper::wake() noexcept {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

bool Timekeeper::close_due(Instant by) {
    bool all = true;
    const auto due = database_.read(
        [&](storage::Session& session) { return decisions::store::due_questions(session, by); });
    for (const decisions::Question& question : due) {
        try {
            database_.write([&](storage::Session& session) {
                ledger::Work work(session, clock_.now());
                // Somebody may have closed it since it was read.
                auto now = decisions::store::question(session, question.id);
                if (now && now->is_open() && now->closes && *now->closes <= by)
                    decisions::close_due_question(work, mechanism_, *now);
            });
        } catch (const std::exception& failure) {
            all = false;
            log::write(log::Level::error, "decisions.not_closed",
                       {{"question", std::to_string(question.id.number)}, {"why", failure.what()}});
        }
    }
    return all;
}

bool Timekeeper::resume_due(Instant by) {
    bool all = true;
    const auto due = database_.read(
        [&](storage::Session& session) { return decisions::store::due_back(session, Day::of(by)); });
    for (const Id<decisions::Proposal> proposal : due) {
        try {
            database_.write([&](storage::Session& session) {
                ledger::Work work(session, by);
                decisions::resume_when_due(work, proposal);
            });
        } catch (const std::exception& failure) {
            all = false;
            log::write(log::Level::error, "decisions.not_resumed",
                       {{"proposal", std::to_string(proposal.number)}, {"why", failure.what()}});
        }
    }
    return all;
}

std::int64_t Timekeeper::milliseconds_to_next() {
    // What was sent in time may still stand in the queue of the one writer.
    const bool all = close_due(clock_.now().plus_seconds(-grace_seconds)) && resume_due(clock_.now());
    const auto next = database_.read(decisions::store::next_closing);
    if (!all) return retry_milliseconds;
    if (!next) return wait_milliseconds_max;
    const std::int64_t closing = next->plus_seconds(grace_seconds).microseconds;
    const std::int64_t left = (closing - clock_.now().microseconds) / 1000 + 1;
    return std::clamp<std::int64_t>(left, 1, wait_milliseconds_max);
}

void Timekeeper::run() {
    for (;;) {
        std::int64_t wait = retry_milliseconds;
        try {
            wait = milliseconds_to_next();
        } catch (const std::exception& failure) {
            log::write(log::Level::error, "decisions.not_closed", {{"why", failure.what()}});
        }
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::milliseconds(wait), [this] { return woken_ || stopping_; });
        if (stopping_) return;
        woken_ = false;
    }
}

} // namespace poa::app
