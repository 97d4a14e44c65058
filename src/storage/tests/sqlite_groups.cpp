// SPDX-License-Identifier: Apache-2.0
// Group commit: what one job of a group does to the others when things go wrong.
#include "storage/tests/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <latch>
#include <thread>

namespace poa::storage {
namespace {

using testing::HasSubstr;
using Kind = DatabaseError::Kind;

/// Jobs that are in one group for certain: they queue up, in order, while the writer is held.
class Together {
  public:
    explicit Together(Database& database) : database_(database) {
        holder_ = std::thread([this] {
            database_.write([this](Session&) {
                held_.count_down();
                go_.wait();
            });
        });
        held_.wait();
    }
    /// Where the job ends: nothing, or the kind of its DatabaseError.
    void add(std::function<void(Session&)> body) {
        std::optional<Kind>& outcome = outcomes_.emplace_back();
        std::latch started(1);
        threads_.emplace_back([this, &outcome, &started, body = std::move(body)] {
            started.count_down();
            try {
                database_.write([&](Session& session) {
                    ++runs_;
                    body(session);
                });
            } catch (const DatabaseError& error) {
                outcome = error.kind();
            }
        });
        started.wait();
        std::this_thread::sleep_for(std::chrono::milliseconds(20)); // until it stands in the queue
    }
    std::vector<std::optional<Kind>> go() {
        go_.count_down();
        holder_.join();
        for (std::thread& thread : threads_) thread.join();
        return {outcomes_.begin(), outcomes_.end()};
    }
    [[nodiscard]] int runs() const { return runs_; }

  private:
    Database& database_;
    std::latch held_{1}, go_{1};
    std::thread holder_;
    std::deque<std::thread> threads_;
    std::deque<std::optional<Kind>> outcomes_; ///< each written by its own thread
    std::atomic<int> runs_ = 0;
};

std::int64_t notes(Database& database) {
    return *database.read([](Session& session) { return session.number(count_notes); });
}
void note(Session& session) {
    session.execute(insert_note, "small");
}

class Groups : public testing::Test {
  protected:
    Groups() {
        make_notes(folder / "poa.sqlite", 0);
        database = Database::open({.address = folder / "poa.sqlite"});
    }
    TestFolder folder;
    std::unique_ptr<Database> database;
};

TEST_F(Groups, FailedJobIsTakenOutAlone) {
    Together together(*database);
    together.add(note);
    together.add([](Session& session) {
        note(session);
        session.execute({"test.unique", "INSERT INTO note (id, words) SELECT max(id), 'x' FROM note"});
    });
    together.add(note);
    using testing::ElementsAre, testing::Optional;
    EXPECT_THAT(together.go(), ElementsAre(std::nullopt, Optional(Kind::unique), std::nullopt));
    EXPECT_EQ(notes(*database), 2);
    EXPECT_EQ(together.runs(), 3) << "nobody had to run again";
}

TEST_F(Groups, JobThatLosesTheTransactionHurtsNoOther) {
    // SQLite rolls the whole transaction back when it is full, so what ran before has to run again.
    database->write([](Session& session) {
        const auto pages = session.number({"test.pages", "PRAGMA page_count"});
        session.script(fmt::format("PRAGMA max_page_count={}", *pages + 20));
    });
    Together together(*database);
    for (int i = 0; i < 3; ++i) together.add(note);
    together.add([](Session& session) { session.execute(insert_note, std::string(1'000'000, 'x')); });
    for (int i = 0; i < 3; ++i) together.add(note);
    const auto outcomes = together.go();
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        EXPECT_EQ(outcomes[i], i == 3 ? std::optional(Kind::full) : std::nullopt) << i;
    EXPECT_EQ(notes(*database), 6);
    EXPECT_GT(together.runs(), 7) << "the transaction was to be lost in this test";
}

TEST_F(Groups, DeferredRuleFailsOnlyWhoBrokeIt) {
    database->write([](Session& session) {
        session.script(
            "CREATE TABLE reply (note INTEGER NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED)");
    });
    Together together(*database);
    together.add(note);
    together.add([](Session& session) {
        session.execute({"test.orphan", "INSERT INTO reply VALUES (4711)"});
    });
    together.add(note);
    using testing::ElementsAre, testing::Optional;
    EXPECT_THAT(together.go(), ElementsAre(std::nullopt, Optional(Kind::constraint), std::nullopt));
    EXPECT_EQ(notes(*database), 2);
}

TEST_F(Groups, FullDiskAtTheCommitFailsAllAndNothingIsLost) {
    const std::string file = folder / "poa.sqlite";
    database.reset();
    const std::string said = in_child([&] {
        const auto own = Database::open({.address = file});
        own->write(note);
        const auto log_size = std::filesystem::file_size(file + "-wal");
        Together together(*own);
        for (int i = 0; i < 4; ++i) together.add(note);
        limit_file_size(log_size);
        int full = 0;
        for (const auto& outcome : together.go()) full += outcome == Kind::full ? 1 : 0;
        const std::string words = failure_of([&] { own->write(note); });
        const std::int64_t still = notes(*own);
        limit_file_size(0);
        own->write(note); // the disk has room again
        return fmt::format("{} full, {} kept, then {}; {}", full, still, notes(*own), words);
    });
    EXPECT_THAT(said, testing::StartsWith("4 full, 1 kept, then 2; storage.commit: there is no space left"));
    const auto after = Database::open({.address = file});
    EXPECT_EQ(notes(*after), 2);
    EXPECT_THAT(after->check(), testing::IsEmpty());
}

TEST_F(Groups, SwallowedFullDiskIsStillTold) {
    database->write([](Session& session) {
        const auto pages = session.number({"test.pages", "PRAGMA page_count"});
        session.script(fmt::format("PRAGMA max_page_count={}", *pages + 5));
    });
    const auto refuse = [&] {
        return database->write([](Session& session) -> std::expected<void, int> {
            try {
                session.execute(insert_note, std::string(1'000'000, 'x'));
            } catch (const DatabaseError&) {
                return std::unexpected(1);
            }
            return {};
        });
    };
    EXPECT_THROW((void)refuse(), DatabaseError);
    database->write(note);
    EXPECT_EQ(notes(*database), 1);
}

TEST_F(Groups, OtherExceptionsKeepTheirType) {
    Together together(*database);
    together.add(note);
    std::thread other([&] {
        EXPECT_THROW(database->write([](Session& session) {
            note(session);
            throw std::out_of_range("mine");
        }),
                     std::out_of_range);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    together.add(note);
    EXPECT_THAT(together.go(), testing::Each(testing::Eq(std::nullopt)));
    other.join();
    EXPECT_EQ(notes(*database), 2);
}

} // namespace
} // namespace poa::storage
