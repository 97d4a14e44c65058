// SPDX-License-Identifier: Apache-2.0
// What only PostgreSQL does: other processes, lost connections, work that is run again.
#include "storage/postgres/types.hpp"
#include "support/storage/test_databases.hpp"

#include <gmock/gmock.h>

#include <latch>
#include <thread>

namespace poa::storage {
namespace {

using test::Engine;
using test::TestDatabase;
using testing::AllOf;
using testing::HasSubstr;

constexpr Migration tables[] = {
    {"contract", 1, "counters", "CREATE TABLE counter (name TEXT PRIMARY KEY, number {int} NOT NULL);"}};
constexpr Query insert{"test.insert", "INSERT INTO counter (name, number) VALUES ($1, $2)"};
constexpr Query total{"test.total", "SELECT coalesce(sum(number), 0) FROM counter"};
constexpr Query own_process{"test.pid", "SELECT pg_backend_pid()"};
constexpr Query terminate_query{"test.terminate", "SELECT pg_terminate_backend(CAST($1 AS integer), 5000)"};

class Postgres : public testing::TestWithParam<Engine> {
  protected:
    static Settings one_each() {
        Settings settings;
        settings.readers = settings.writers = 1;
        return settings;
    }
    TestDatabase made = test::make_test_database(Engine::postgres, tables, one_each());
    Database& database = *made;
    TestDatabase beside = test::make_test_database(Engine::postgres);

    void terminate(std::int64_t process) {
        beside->read([&](Session& session) { EXPECT_EQ(session.number(terminate_query, process), 1); });
    }
    std::int64_t sum() {
        return *database.read([](Session& session) { return session.number(total); });
    }
    std::int64_t reader() {
        return *database.read([](Session& session) { return session.number(own_process); });
    }
    std::int64_t writer() {
        return *database.write([](Session& session) { return session.number(own_process); });
    }
};

std::vector<Engine> postgres_alone() {
    std::vector<Engine> engines = test::engines_under_test();
    std::erase(engines, Engine::sqlite);
    return engines;
}
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Postgres);
INSTANTIATE_TEST_SUITE_P(Only, Postgres, testing::ValuesIn(postgres_alone()), test::engine_name);

TEST_P(Postgres, WorkThatCannotBeOrderedIsRunAgain) {
    Settings settings;
    settings.writers = 2;
    const TestDatabase two = test::make_test_database(Engine::postgres, tables, settings);
    std::latch both_have_read(2);
    std::atomic<int> runs = 0;
    const auto add = [&](std::string_view name) {
        two->write([&](Session& session) {
            const auto seen = session.number(total); // each rests on what the other is about to change
            if (++runs <= 2) both_have_read.arrive_and_wait();
            session.execute(insert, name, *seen + 1);
        });
    };
    std::thread one([&] { add("one"); });
    add("two");
    one.join();
    EXPECT_GE(runs, 3);
    EXPECT_EQ(two->read([](Session& session) { return session.number(total); }), 1 + 2);
}

TEST_P(Postgres, TriesAreBounded) {
    Settings settings = one_each();
    settings.tries_max = 4;
    const TestDatabase bounded = test::make_test_database(Engine::postgres, {}, settings);
    int runs = 0;
    try {
        bounded->write([&](Session& session) {
            ++runs;
            session.script("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
        });
        FAIL() << "kept";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), DatabaseError::Kind::again);
    }
    EXPECT_EQ(runs, 4);
}

TEST_P(Postgres, RunAgainAlsoWhereTheBodyHidesTheError) {
    int runs = 0;
    const auto outcome = database.write([&](Session& session) -> std::expected<int, std::string> {
        if (++runs > 1) return runs;
        try {
            session.script("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$");
        } catch (const DatabaseError&) {
            return std::unexpected("refused on what never was");
        }
        return 0;
    });
    EXPECT_EQ(outcome, 2);
}

TEST_P(Postgres, LostReaderIsReplaced) {
    const std::int64_t before = reader();
    terminate(before);
    EXPECT_NE(reader(), before);
    int runs = 0;
    database.read([&](Session& session) {
        const auto process = session.number(own_process);
        if (++runs == 1) terminate(*process);
        EXPECT_EQ(session.number(total), 0);
    });
    EXPECT_EQ(runs, 2);
}

TEST_P(Postgres, LostWriterIsReplacedAndItsWorkRunOnce) {
    terminate(writer());
    database.write([](Session& session) { session.execute(insert, "a", 1); });
    int runs = 0;
    database.write([&](Session& session) {
        session.execute(insert, "b", 10);
        if (++runs == 1) terminate(*session.number(own_process));
        session.execute(insert, "c", 100);
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(sum(), 111);
}

TEST_P(Postgres, CommitCutOffIsNeverReportedAsDone) {
    database.write([](Session& session) {
        session.script(R"(CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
                          $$ BEGIN PERFORM pg_sleep(20); RETURN NULL; END $$;
                          CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON counter DEFERRABLE INITIALLY DEFERRED
                          FOR EACH ROW EXECUTE FUNCTION wait_at_commit())");
    });
    const std::int64_t process = writer();
    std::thread killer([&] {
        constexpr Query sleeping{"test.sleeping", "SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND "
                                                  "wait_event = 'PgSleep'"};
        for (int i = 0; i < 1000; ++i) {
            if (beside->read([&](Session& session) { return session.number(sleeping, process); }) == 1) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        terminate(process);
    });
    int runs = 0;
    try {
        database.write([&](Session& session) {
            ++runs;
            session.execute(insert, "a", 1);
        });
        ADD_FAILURE() << "reported as done";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), DatabaseError::Kind::unavailable);
        EXPECT_THAT(error.what(), HasSubstr("not known"));
    }
    killer.join();
    EXPECT_EQ(runs, 1) << "it may have been kept, so it is not done again";
}

TEST_P(Postgres, OtherProcessesHearOfCommits) {
    const auto other = Database::open(made.settings());
    std::atomic<int> heard = 0;
    other->on_commit([&] { ++heard; });
    const std::uint64_t before = other->position();
    database.write([](Session& session) { session.execute(insert, "a", 1); });
    for (int i = 0; i < 1000 && (other->position() == before || heard == 0); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GT(other->position(), before);
    EXPECT_GT(heard, 0);
    EXPECT_EQ(other->read([](Session& session) { return session.number(total); }), 1);
}

TEST_P(Postgres, ListenerComesBackAndCountsWhatItMayHaveMissed) {
    constexpr Query listeners{"test.listeners", "SELECT pid FROM pg_stat_activity WHERE query = $1"};
    const std::uint64_t before = database.position();
    const std::string listening = "LISTEN poa_commit_" + made.settings().schema;
    terminate(*beside->read([&](Session& session) { return session.number(listeners, listening); }));
    for (int i = 0; i < 1000 && database.position() == before; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GT(database.position(), before);
    const std::uint64_t quiet = database.position();
    const auto other = Database::open(made.settings());
    other->write([](Session& session) { session.execute(insert, "a", 1); });
    for (int i = 0; i < 1000 && database.position() == quiet; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GT(database.position(), quiet);
}

TEST_P(Postgres, MissingSchemaAndOddNamesAreRefused) {
    Settings settings = made.settings();
    settings.create = false;
    settings.schema = "nowhere";
    const auto words = [&] {
        try {
            (void)Database::open(settings);
        } catch (const MachineFailure& failure) {
            return std::string(failure.what());
        }
        return std::string();
    };
    EXPECT_THAT(words(), AllOf(HasSubstr("nowhere"), HasSubstr("poa init")));
    settings.create = true;
    settings.schema = "x\"; DROP TABLE counter; --";
    EXPECT_THAT(words(), HasSubstr("cannot name a schema"));
}

TEST_P(Postgres, CopyToIsRefused) {
    EXPECT_THROW(database.copy_to("/nonexistent/copy"), MachineFailure);
}

TEST(PostgresAway, OpeningSaysSo) {
    try {
        (void)Database::open({.address = "postgresql:///postgres?host=/nonexistent"});
        FAIL() << "opened nothing";
    } catch (const MachineFailure& failure) {
        EXPECT_THAT(failure.what(), HasSubstr("cannot be reached"));
    }
}

// numeric as PostgreSQL sends it: count, weight, sign, scale, digits of base 10000.
std::string numeric(std::initializer_list<int> words) {
    std::string bytes;
    for (const int word : words) {
        bytes += static_cast<char>((word >> 8) & 0xff);
        bytes += static_cast<char>(word & 0xff);
    }
    return bytes;
}

TEST(PostgresTypes, NumericReadsAsIntegerOnlyWhereItIsOne) {
    using namespace postgres;
    EXPECT_EQ(integer_of(type::numeric, numeric({0, 0, 0, 0})), 0);
    EXPECT_EQ(integer_of(type::numeric, numeric({1, 0, 0x4000, 0, 7})), -7);
    EXPECT_EQ(integer_of(type::numeric, numeric({1, 2, 0, 0, 3})), 300'000'000);
    EXPECT_EQ(integer_of(type::numeric, numeric({2, 0, 0, 1, 3, 5000})), std::nullopt);
    EXPECT_EQ(real_of(type::numeric, numeric({2, 0, 0, 1, 3, 5000})), 3.5);
    // 9223372036854775807, one more, and the lowest of 64 bits
    EXPECT_EQ(integer_of(type::numeric, numeric({5, 4, 0, 0, 922, 3372, 368, 5477, 5807})), INT64_MAX);
    EXPECT_EQ(integer_of(type::numeric, numeric({5, 4, 0, 0, 922, 3372, 368, 5477, 5808})), std::nullopt);
    EXPECT_EQ(integer_of(type::numeric, numeric({5, 4, 0x4000, 0, 922, 3372, 368, 5477, 5808})), INT64_MIN);
    EXPECT_EQ(integer_of(type::numeric, numeric({1, 4000, 0, 0, 1})), std::nullopt);
    EXPECT_EQ(integer_of(type::numeric, numeric({0, 0, 0xC000, 0})), std::nullopt);
    EXPECT_EQ(integer_of(type::text, "12"), std::nullopt);
}

} // namespace
} // namespace poa::storage
