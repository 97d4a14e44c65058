// SPDX-License-Identifier: Apache-2.0
// bench_commands FOLDER [PAIRS]: durable commands a second, alone and with 16 writers, beside the commits a
// second of bare SQLite on the same disk. A command is what every command of the platform is: a small row and
// one journal entry in one transaction, while the ledger is sequenced, signed and guarded behind it.
// Prints one line of JSON for each number of writers. Medians of pairs, so that a disk that drifts favours
// neither.
#include "base/json.hpp"
#include "capabilities/ledger/background_sequencer.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/queries.hpp"
#include "storage/migrations.hpp"

#include <latch>
#include <sqlite3.h>
#include <thread>

namespace {

using namespace poa;
using std::chrono::steady_clock;

constexpr auto run_time = std::chrono::milliseconds(1500);
constexpr storage::Query insert_row{"bench.insert", "INSERT INTO motion (title, tabled_at) VALUES ($1, $2)"};
const std::string title = "That the group of experts meet twice a year";
/// The bare side writes as many bytes as one of our leaves has.
const std::string bare_words(400, 'x');

double seconds_since(steady_clock::time_point start) {
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// One connection, one kept statement, one INSERT a transaction.
class Bare {
  public:
    explicit Bare(const std::string& path) {
        require(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK, "opened");
        const char* set_up = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                             "CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT NOT NULL)";
        require(sqlite3_exec(handle_, set_up, nullptr, nullptr, nullptr) == SQLITE_OK, "set up");
        const char* insert = "INSERT INTO entry (words) VALUES (?)";
        require(sqlite3_prepare_v2(handle_, insert, -1, &insert_, nullptr) == SQLITE_OK, "prepared");
    }
    ~Bare() {
        sqlite3_finalize(insert_);
        sqlite3_close(handle_);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    double commits_per_second() {
        const auto start = steady_clock::now();
        int count = 0;
        for (; steady_clock::now() - start < run_time; ++count) {
            sqlite3_bind_text(insert_, 1, bare_words.data(), static_cast<int>(bare_words.size()),
                              SQLITE_STATIC);
            require(sqlite3_step(insert_) == SQLITE_DONE, "inserted");
            sqlite3_reset(insert_);
        }
        return count / seconds_since(start);
    }

  private:
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

/// A database with journal and ledger as the serving platform has it.
class Platform {
  public:
    explicit Platform(const std::filesystem::path& folder)
        : database_(storage::Database::open({.address = folder / "poa.sqlite", .create = true})),
          sequencer_(*database_, made_key(folder), {.guard_file = made_guard(folder)}, clock_) {
        storage::migrate(*database_, ledger::migrations(), clock_);
        database_->write([](storage::Session& session) {
            session.script("CREATE TABLE motion (id INTEGER PRIMARY KEY, title TEXT NOT NULL, "
                           "tabled_at INTEGER NOT NULL) STRICT");
        });
        background_.emplace(sequencer_);
        database_->on_commit([this] { background_->wake(); });
    }

    void command(int writer) {
        const Instant now = clock_.now();
        database_->write([&](storage::Session& session) {
            ledger::Work work(session, now);
            session.execute(insert_row, title, now);
            ledger::Entry entry;
            entry.act = "bench.table_motion";
            entry.on_behalf = "secretariat";
            entry.subject = fmt::format("motion:{}", writer);
            entry.audience = Audience::everyone;
            entry.facts = {{"title", title}};
            entry.sealed = {{"address", "delegate@example.org"}};
            entry.person = writer + 1;
            work.record(entry);
        });
    }

    [[nodiscard]] storage::Database& database() { return *database_; }

  private:
    static ledger::SigningKey made_key(const std::filesystem::path& folder) {
        return ledger::make_key_file(folder / "ledger.key");
    }
    static std::filesystem::path made_guard(const std::filesystem::path& folder) {
        const std::filesystem::path guard = ledger::guard_file_of(folder / "ledger.key");
        ledger::make_guard_file(guard);
        return guard;
    }

    SystemClock clock_;
    std::unique_ptr<storage::Database> database_;
    ledger::Sequencer sequencer_;
    std::optional<ledger::BackgroundSequencer> background_; ///< ends first
};

struct Run {
    double per_second = 0;
    std::vector<double> milliseconds; ///< of each command
};

Run commands(Platform& platform, int writers) {
    std::latch ready(writers + 1);
    std::atomic<bool> stop = false;
    std::vector<std::vector<double>> waits(static_cast<std::size_t>(writers));
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            ready.arrive_and_wait();
            while (!stop) {
                const auto start = steady_clock::now();
                platform.command(writer);
                waits[static_cast<std::size_t>(writer)].push_back(seconds_since(start) * 1e3);
            }
        });
    ready.arrive_and_wait();
    const auto start = steady_clock::now();
    std::this_thread::sleep_for(run_time);
    stop = true;
    for (std::thread& thread : threads) thread.join();
    const double elapsed = seconds_since(start);
    Run run;
    for (const auto& of_writer : waits)
        run.milliseconds.insert(run.milliseconds.end(), of_writer.begin(), of_writer.end());
    run.per_second = static_cast<double>(run.milliseconds.size()) / elapsed;
    return run;
}

/// The next pair must not pay for the backlog of this one: nobody says that the ledger keeps up for ever with
/// a load test, only that commands do not wait for it.
std::int64_t wait_for_ledger(Platform& platform) {
    const auto waiting = [&] {
        return platform.database().read(
            [](storage::Session& session) { return ledger::standing(session).waiting; });
    };
    const std::int64_t backlog = waiting();
    while (waiting() > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return backlog;
}

void compare(Bare& bare, Platform& platform, int writers, int pairs) {
    std::vector<double> theirs, ours, shares, milliseconds;
    std::int64_t backlog = 0;
    for (int i = 0; i < pairs; ++i) {
        theirs.push_back(bare.commits_per_second());
        Run run = commands(platform, writers);
        ours.push_back(run.per_second);
        shares.push_back(run.per_second / theirs.back());
        milliseconds.insert(milliseconds.end(), run.milliseconds.begin(), run.milliseconds.end());
        backlog = std::max(backlog, wait_for_ledger(platform));
    }
    std::ranges::sort(milliseconds);
    std::string line;
    JsonWriter json(line);
    json.begin_object().key("writers").value(writers).key("bare_per_second").value(median(theirs));
    json.key("commands_per_second").value(median(ours)).key("share").value(median(shares));
    json.key("p99_milliseconds").value(milliseconds[milliseconds.size() * 99 / 100]);
    json.key("worst_milliseconds").value(milliseconds.back()).key("backlog").value(backlog).end_object();
    fmt::print("{}\n", line);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        fmt::print(stderr, "usage: bench_commands FOLDER [PAIRS]\n");
        return 2;
    }
    const std::filesystem::path folder = std::filesystem::path(arguments[1]) / "bench-commands";
    const int pairs = count > 2 ? std::atoi(arguments[2]) : 5;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        Bare bare(folder / "bare.sqlite");
        Platform platform(folder);
        for (const int writers : {1, 16}) compare(bare, platform, writers, pairs);
    }
    std::filesystem::remove_all(folder);
}
