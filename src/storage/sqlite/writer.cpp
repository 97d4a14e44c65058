// SPDX-License-Identifier: Apache-2.0
#include "storage/sqlite/writer.hpp"

#include "storage/nesting.hpp"
#include "storage/sqlite/session.hpp"

namespace poa::storage::sqlite {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t group_max = 256;
constexpr auto group_time_max = std::chrono::milliseconds(5);
constexpr auto foreign_commits_every = std::chrono::milliseconds(100);

/// What a waiting thread sleeps on. It lives as long as its thread, so that waking it is never too late.
thread_local std::atomic<std::uint32_t> asleep;

/// Each thread gets an exception of its own: handlers may change what they catch.
std::exception_ptr own_copy(const DatabaseError& error) {
    return std::make_exception_ptr(
        DatabaseError(error.kind(), error.constraint(), std::string(error.what())));
}

} // namespace

struct Writer::Job {
    explicit Job(FunctionRef<bool(Session&)> what) : body(what) {}
    FunctionRef<bool(Session&)> body;
    std::exception_ptr error;
    std::atomic<std::uint32_t>* waiter = nullptr;
};

Writer::Writer(const std::string& path, Connection::Purpose purpose, Notifier& notifier, const void* owner)
    : connection_(path, purpose), notifier_(notifier), owner_(owner) {
    version_seen_ = connection_.version_seen();
    looked_at_ = steady_clock::now();
    thread_ = std::thread([this] { work(); });
}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Writer::run(FunctionRef<bool(Session&)> body) {
    Job job(body);
    std::unique_lock lock(mutex_);
    if (!taken_ && queue_.empty()) {
        taken_ = true;
        lock.unlock();
        run_alone(job);
        lock.lock();
        taken_ = false;
        const bool others_wait = !queue_.empty();
        lock.unlock();
        if (others_wait) wake_.notify_one();
    } else {
        asleep.store(1, std::memory_order_relaxed);
        job.waiter = &asleep;
        queue_.push_back(&job);
        const bool writer_sleeps = !taken_;
        lock.unlock();
        if (writer_sleeps) wake_.notify_one();
        asleep.wait(1, std::memory_order_acquire);
    }
    if (job.error) std::rethrow_exception(job.error);
}

void Writer::work() {
    std::unique_lock lock(mutex_);
    while (!stopping_ || !queue_.empty()) {
        const bool woken = wake_.wait_for(lock, foreign_commits_every,
                                          [this] { return !taken_ && (stopping_ || !queue_.empty()); });
        if (taken_) continue;
        taken_ = true;
        if (woken && !queue_.empty()) {
            take_group(lock);
        } else {
            lock.unlock();
            look_for_foreign_commits();
            lock.lock();
        }
        taken_ = false;
    }
}

void Writer::take_group(std::unique_lock<std::mutex>& lock) {
    const std::size_t count = std::min(queue_.size(), group_max);
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Job*> jobs(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    lock.unlock();
    std::size_t done = 1;
    if (count == 1)
        run_alone(*jobs.front());
    else
        done = run_group(jobs);
    for (std::size_t i = 0; i < done; ++i) {
        // The job is the waiter's: it may be gone as soon as the store is seen.
        std::atomic<std::uint32_t>* const waiter = jobs[i]->waiter;
        waiter->store(0, std::memory_order_release);
        waiter->notify_one();
    }
    lock.lock();
    queue_.insert(queue_.begin(), jobs.begin() + static_cast<std::ptrdiff_t>(done), jobs.end());
}

/// Commits of other processes (`poa import` while the server runs) are found by asking, as SQLite tells
/// nobody.
void Writer::look_for_foreign_commits() {
    const auto now = steady_clock::now();
    if (now - looked_at_ < foreign_commits_every) return;
    looked_at_ = now;
    try {
        const std::int64_t version = connection_.version_seen();
        if (version == version_seen_) return;
        version_seen_ = version;
        notifier_.advance();
    } catch (const DatabaseError&) {
        // Busy or unreadable now: whoever reads or writes next is told, with words.
        looked_at_ = now;
    }
}

bool Writer::run_body(Job& job) {
    const Nesting nesting(owner_, Nesting::Kind::write);
    SqliteSession session(connection_);
    const bool keep = job.body(session);
    if (keep || !connection_.in_transaction()) session.rethrow_if_broken();
    return keep;
}

void Writer::run_alone(Job& job) {
    look_for_foreign_commits();
    try {
        connection_.begin();
        const bool keep = run_body(job);
        if (keep)
            connection_.commit();
        else
            connection_.roll_back();
        if (keep) notifier_.advance();
    } catch (...) {
        connection_.roll_back();
        job.error = std::current_exception();
    }
}

/// Returns how many of `jobs`, from the first, have their outcome; there was no time for the rest.
std::size_t Writer::run_group(Group jobs) {
    look_for_foreign_commits();
    try {
        connection_.begin();
    } catch (const DatabaseError& error) {
        for (Job* job : jobs) job->error = own_copy(error);
        return jobs.size();
    }
    const auto started = steady_clock::now();
    std::size_t done = 0;
    while (done < jobs.size() && (done == 0 || steady_clock::now() - started < group_time_max)) {
        Job& job = *jobs[done++];
        if (run_behind_savepoint(job)) continue;
        connection_.roll_back();
        run_each_alone(jobs.first(done), &job);
        return done;
    }
    commit_group(jobs.first(done));
    return done;
}

/// False where the group's transaction is lost with what the jobs before had done in it.
bool Writer::run_behind_savepoint(Job& job) {
    try {
        connection_.set_savepoint();
        if (!run_body(job)) connection_.roll_back_to_savepoint();
        connection_.release_savepoint();
        return true;
    } catch (...) {
        job.error = std::current_exception();
    }
    if (!connection_.in_transaction()) return false;
    try {
        connection_.roll_back_to_savepoint();
        connection_.release_savepoint();
        return true;
    } catch (const DatabaseError&) {
        return false; // the job keeps the error that came first
    }
}

void Writer::commit_group(Group jobs) {
    try {
        connection_.commit();
        notifier_.advance();
    } catch (const DatabaseError& error) {
        connection_.roll_back();
        // A deferred foreign key is checked at the commit: one job broke it, the others did not.
        if (error.kind() == DatabaseError::Kind::constraint) return run_each_alone(jobs, nullptr);
        // Also refused jobs fail: what they saw when they refused was never kept.
        for (Job* job : jobs) job->error = own_copy(error);
    }
}

void Writer::run_each_alone(Group jobs, const Job* but) {
    for (Job* job : jobs) {
        if (job == but) continue;
        job->error = nullptr;
        run_alone(*job);
    }
}

} // namespace poa::storage::sqlite
