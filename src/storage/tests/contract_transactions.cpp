// SPDX-License-Identifier: Apache-2.0
// The contract of storage, on every engine: transactions, snapshots, many at once.
#include "support/storage/test_databases.hpp"

#include <gmock/gmock.h>

#include <condition_variable>
#include <latch>
#include <set>
#include <thread>

namespace poa::storage {
namespace {

using test::Engine;
using test::TestDatabase;

constexpr Migration tables[] = {{"contract", 1, "counters", R"(
CREATE TABLE counter (name TEXT PRIMARY KEY, number {int} NOT NULL) {strict};
CREATE TABLE event (id {key}, words TEXT NOT NULL UNIQUE) {strict};
)"}};

constexpr Query insert_event{"contract.event", "INSERT INTO event (words) VALUES ($1) RETURNING id"};
constexpr Query count_events{"contract.events", "SELECT count(*) FROM event"};
constexpr Query select_counter{"contract.counter", "SELECT number FROM counter WHERE name = $1"};
constexpr Query set_counter{"contract.set",
                            "INSERT INTO counter (name, number) VALUES ($1, $2) ON CONFLICT (name) DO "
                            "UPDATE SET number = excluded.number"};

class Transactions : public testing::TestWithParam<Engine> {
  protected:
    TestDatabase made = test::make_test_database(GetParam(), tables);
    Database& database = *made;
    std::int64_t events() {
        return *database.read([](Session& session) { return session.number(count_events); });
    }
};
INSTANTIATE_TEST_SUITE_P(Contract, Transactions, testing::ValuesIn(test::engines_under_test()),
                         test::engine_name);

struct NotToday {
    int code;
};

TEST_P(Transactions, ExpectedErrorRollsBackAndIsReturned) {
    const auto refused = database.write([](Session& session) -> std::expected<int, std::string> {
        session.execute(insert_event, "a");
        return std::unexpected("no");
    });
    EXPECT_EQ(refused.error(), "no");
    EXPECT_EQ(events(), 0);
    const auto accepted = database.write([](Session& session) -> std::expected<void, std::string> {
        session.execute(insert_event, "a");
        return {};
    });
    EXPECT_TRUE(accepted.has_value());
    EXPECT_EQ(events(), 1);
}

TEST_P(Transactions, ExceptionRollsBackAndComesOut) {
    try {
        database.write([](Session& session) {
            session.execute(insert_event, "a");
            throw NotToday{7};
        });
        FAIL() << "nothing came out";
    } catch (const NotToday& thrown) {
        EXPECT_EQ(thrown.code, 7);
    }
    EXPECT_EQ(events(), 0);
    database.write([](Session& session) { session.execute(insert_event, "a"); });
    EXPECT_EQ(events(), 1);
}

TEST_P(Transactions, ExceptionInARowLeavesTheConnectionUsable) {
    database.write([](Session& session) {
        session.execute(insert_event, "a");
        session.execute(insert_event, "b");
    });
    constexpr Query all{"contract.all", "SELECT words FROM event"};
    for (int i = 0; i < 10; ++i)
        EXPECT_THROW(database.read(
                         [&](Session& session) { session.each(all, [](const Row&) { throw NotToday{1}; }); }),
                     NotToday);
    EXPECT_EQ(events(), 2);
}

TEST_P(Transactions, SwallowedErrorIsNotCommitted) {
    database.write([](Session& session) { session.execute(insert_event, "a"); });
    const auto swallow = [&] {
        database.write([](Session& session) {
            session.execute(insert_event, "b");
            try {
                session.execute(insert_event, "a");
            } catch (const DatabaseError&) {
                EXPECT_THROW(session.number(count_events), DatabaseError);
            }
        });
    };
    EXPECT_THROW(swallow(), DatabaseError);
    EXPECT_EQ(events(), 1);
}

TEST_P(Transactions, BrokenRuleMayBecomeARefusal) {
    const auto add = [&] {
        return database.write([](Session& session) -> std::expected<void, std::string> {
            try {
                session.execute(insert_event, "a");
            } catch (const DatabaseError& error) {
                if (error.kind() != DatabaseError::Kind::unique) throw;
                return std::unexpected("taken");
            }
            return {};
        });
    };
    EXPECT_TRUE(add().has_value());
    EXPECT_EQ(add().error(), "taken");
}

TEST_P(Transactions, ReadsCannotWrite) {
    try {
        database.read([](Session& session) { session.execute(insert_event, "a"); });
        FAIL() << "a read wrote";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), DatabaseError::Kind::read_only);
        EXPECT_THAT(error.what(), testing::HasSubstr("contract.event"));
    }
    EXPECT_EQ(events(), 0);
}

TEST_P(Transactions, ReadStandsStillWhileOthersCommit) {
    database.write([](Session& session) { session.execute(insert_event, "a"); });
    database.read([&](Session& session) {
        EXPECT_EQ(session.number(count_events), 1);
        std::thread([&] {
            database.write([](Session& other) { other.execute(insert_event, "b"); });
            EXPECT_EQ(events(), 2);
        }).join();
        EXPECT_EQ(session.number(count_events), 1);
    });
    EXPECT_EQ(events(), 2);
}

TEST_P(Transactions, WriteMaySeeItsOwnRows) {
    database.write([](Session& session) {
        session.execute(insert_event, "a");
        EXPECT_EQ(session.number(count_events), 1);
    });
}

TEST_P(Transactions, InsideOneAnotherIsOurMistake) {
    EXPECT_THROW(database.write([&](Session&) { database.write([](Session&) {}); }), OurMistake);
    EXPECT_THROW(database.write([&](Session&) { database.read([](Session&) {}); }), OurMistake);
    EXPECT_THROW(database.read([&](Session&) { database.read([](Session&) {}); }), OurMistake);
    database.read(
        [&](Session&) { database.write([](Session& session) { session.execute(insert_event, "a"); }); });
    EXPECT_EQ(events(), 1);
}

TEST_P(Transactions, NoUpdateIsLost) {
    constexpr int writers = 16;
    constexpr int rounds = 25;
    database.write([](Session& session) { session.execute(set_counter, "hits", 0); });
    std::latch start(writers);
    std::vector<std::thread> threads;
    std::atomic<int> given_up = 0;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&] {
            start.arrive_and_wait();
            for (int round = 0; round < rounds; ++round) {
                try {
                    database.write([](Session& session) { // reads, then writes what it has read
                        const auto number = session.number(select_counter, "hits");
                        session.execute(set_counter, "hits", *number + 1);
                    });
                } catch (const DatabaseError& error) {
                    EXPECT_EQ(error.kind(), DatabaseError::Kind::again);
                    ++given_up;
                }
            }
        });
    for (std::thread& thread : threads) thread.join();
    const auto hits = database.read([](Session& session) { return session.number(select_counter, "hits"); });
    EXPECT_EQ(*hits + given_up, writers * rounds);
    EXPECT_LE(given_up, writers * rounds / 20); // bounded tries may fail, but rarely
}

TEST_P(Transactions, AFailingWriteHurtsNoOther) {
    constexpr int writers = 24;
    constexpr int rounds = 20;
    std::latch start(writers);
    std::vector<std::thread> threads;
    std::atomic<int> kept = 0;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            for (int round = 0; round < rounds; ++round) {
                const std::string words = fmt::format("{}-{}", i, round);
                try {
                    const auto outcome = database.write([&](Session& session) -> std::expected<void, int> {
                        session.execute(insert_event, words);
                        if (i % 4 == 1) throw NotToday{i};
                        if (i % 4 == 2) return std::unexpected(i);
                        if (i % 4 == 3) session.execute(insert_event, words); // twice: unique
                        return {};
                    });
                    if (i % 4 == 2)
                        EXPECT_EQ(outcome.error(), i);
                    else
                        ++kept;
                } catch (const NotToday& thrown) {
                    EXPECT_EQ(thrown.code, i);
                } catch (const DatabaseError& error) {
                    EXPECT_EQ(error.kind(),
                              i % 4 == 3 ? DatabaseError::Kind::unique : DatabaseError::Kind::again);
                }
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(events(), kept);
    EXPECT_GE(kept, writers * rounds / 5);
    constexpr Query wrong{"contract.wrong", "SELECT words FROM event"};
    database.read([&](Session& session) {
        session.each(wrong,
                     [](const Row& row) { EXPECT_EQ(std::stoi(row.string(0)) % 4, 0) << row.text(0); });
    });
}

TEST_P(Transactions, PositionGrowsBeforeTheWriterIsTold) {
    for (int i = 0; i < 5; ++i) {
        const std::uint64_t before = database.position();
        database.write([&](Session& session) { session.execute(insert_event, std::to_string(i)); });
        EXPECT_GT(database.position(), before);
    }
    const std::uint64_t before = database.position();
    EXPECT_THROW(database.write([](Session& session) { session.execute(insert_event, "0"); }), DatabaseError);
    EXPECT_EQ(events(), 5);
    EXPECT_EQ(database.position(), before);
}

TEST_P(Transactions, ListenerHearsOfCommits) {
    std::mutex mutex;
    std::condition_variable changed;
    std::int64_t heard = 0;
    {
        const TestDatabase own = test::make_test_database(GetParam(), tables);
        own->on_commit([&] {
            const std::lock_guard lock(mutex);
            ++heard;
            changed.notify_all();
        });
        for (int i = 0; i < 3; ++i) {
            std::unique_lock lock(mutex);
            const std::int64_t before = heard;
            lock.unlock();
            own->write([&](Session& session) { session.execute(insert_event, std::to_string(i)); });
            lock.lock();
            EXPECT_TRUE(changed.wait_for(lock, std::chrono::seconds(10), [&] { return heard > before; }));
        }
    }
    EXPECT_GE(heard, 3);
}

TEST_P(Transactions, ManyReadersAndWritersAtOnce) {
    // Two rows that every writer changes together: no reader may see them differ.
    const auto set_both = [&](std::int64_t number) {
        database.write([&](Session& session) {
            session.execute(set_counter, "left", number);
            session.execute(set_counter, "right", number);
        });
    };
    set_both(0);
    std::atomic<bool> stop = false;
    std::atomic<int> seen = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 8; ++i)
        readers.emplace_back([&] {
            do {
                database.read([&](Session& session) {
                    const auto left = session.number(select_counter, "left");
                    std::this_thread::yield();
                    EXPECT_EQ(left, session.number(select_counter, "right"));
                });
                ++seen;
            } while (!stop);
        });
    for (std::int64_t number = 1; number <= 200; ++number) set_both(number);
    stop = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_GE(seen, 8);
}

TEST_P(Transactions, ScriptRunsSeveralStatementsOrNone) {
    database.write([](Session& session) {
        session.script(
            "INSERT INTO event (words) VALUES ('a'); INSERT INTO event (words) VALUES ('b;c');\n-- end\n");
    });
    EXPECT_EQ(events(), 2);
    EXPECT_THROW(database.write([](Session& session) {
        session.script("INSERT INTO event (words) VALUES ('d'); INSERT INTO event (words) VALUES ('a')");
    }),
                 DatabaseError);
    EXPECT_EQ(events(), 2);
}

TEST_P(Transactions, CheckFindsNothingWrong) {
    EXPECT_THAT(database.check(), testing::IsEmpty());
}

} // namespace
} // namespace poa::storage
