// SPDX-License-Identifier: Apache-2.0
// bench_storage [FOLDER]: durable commits a second of bare SQLite and of Database::write, side by side on one
// disk, and the time of a read by key. Medians of pairs, so that a disk that drifts does not favour one.
#include "storage/database.hpp"

#include <latch>
#include <sqlite3.h>
#include <thread>

namespace {

using namespace poa;
using namespace poa::storage;
using std::chrono::steady_clock;

constexpr int pairs = 7;
constexpr auto run_time = std::chrono::milliseconds(1000);
constexpr Query insert{"bench.insert", "INSERT INTO entry (words) VALUES ($1)"};
constexpr Query select_one{"bench.select", "SELECT words FROM entry WHERE id = $1"};
const std::string words(400, 'x');

double seconds_since(steady_clock::time_point start) {
    return std::chrono::duration<double>(steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Plain SQLite as its manual would have it: one connection, one kept statement, a transaction each.
class Bare {
  public:
    explicit Bare(const std::string& path) {
        require(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK, "opened");
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entry (id INTEGER PRIMARY KEY, "
            "words TEXT)");
        require(sqlite3_prepare_v2(handle_, "INSERT INTO entry (words) VALUES (?)", -1, &insert_, nullptr) ==
                    SQLITE_OK,
                "prepared");
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
            sqlite3_bind_text(insert_, 1, words.data(), static_cast<int>(words.size()), SQLITE_STATIC);
            require(sqlite3_step(insert_) == SQLITE_DONE, "inserted");
            sqlite3_reset(insert_);
        }
        return count / seconds_since(start);
    }

  private:
    void run(const char* sql) {
        require(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, "executed");
    }
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

double commits_per_second(Database& database, int writers, double& worst_milliseconds) {
    std::latch ready(writers + 1);
    std::atomic<bool> stop = false;
    std::atomic<int> count = 0;
    std::vector<double> worst(static_cast<std::size_t>(writers));
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&, i] {
            ready.arrive_and_wait();
            while (!stop) {
                const auto start = steady_clock::now();
                database.write([](Session& session) { session.execute(insert, words); });
                worst[static_cast<std::size_t>(i)] =
                    std::max(worst[static_cast<std::size_t>(i)], seconds_since(start) * 1e3);
                ++count;
            }
        });
    ready.arrive_and_wait();
    const auto start = steady_clock::now();
    std::this_thread::sleep_for(run_time);
    stop = true;
    for (std::thread& thread : threads) thread.join();
    worst_milliseconds = std::max(worst_milliseconds, *std::ranges::max_element(worst));
    return count / seconds_since(start);
}

/// Of this thread's processor, so that others on the machine do not count.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double microseconds_per_read(Database& database) {
    const auto last = *database.read([](Session& s) {
        return s.number({"bench.last", "SELECT max(id) FROM entry"});
    });
    constexpr int reads = 100'000;
    std::size_t bytes = 0;
    const double start = processor_seconds();
    for (int i = 0; i < reads; ++i)
        database.read([&](Session& session) {
            session.each(
                select_one, [&](const Row& row) { bytes += row.text(0).size(); }, 1 + (i * 7919L) % last);
        });
    require(bytes == reads * words.size(), "all rows read");
    return (processor_seconds() - start) * 1e6 / reads;
}

} // namespace

int main(int count, char** arguments) {
    const std::filesystem::path folder =
        std::filesystem::path(count > 1 ? arguments[1] : ".") / "bench-storage";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        Bare bare(folder / "bare.sqlite");
        const auto database = Database::open({.address = folder / "poa.sqlite", .create = true});
        database->write([](Session& session) {
            session.script("CREATE TABLE entry (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
        });
        for (const int writers : {1, 16, 64}) {
            std::vector<double> theirs, ours, shares;
            double worst = 0;
            const std::uint64_t groups_before = database->position();
            for (int i = 0; i < pairs; ++i) {
                theirs.push_back(bare.commits_per_second());
                ours.push_back(commits_per_second(*database, writers, worst));
                shares.push_back(ours.back() / theirs.back());
            }
            double jobs = 0;
            for (const double rate : ours) jobs += rate * std::chrono::duration<double>(run_time).count();
            const double groups = static_cast<double>(database->position() - groups_before);
            fmt::print("{:2} writers: bare SQLite (1 writer) {:6.0f}/s, ours {:6.0f}/s, {:5.0f} % of bare, "
                       "worst wait {:.1f} ms, "
                       "{:.0f} groups of {:.1f}\n",
                       writers, median(theirs), median(ours), median(shares) * 100, worst, groups,
                       jobs / groups);
        }
        fmt::print("read by key through Database::read: {:.2f} us of processor\n",
                   microseconds_per_read(*database));
    }
    std::filesystem::remove_all(folder);
}
