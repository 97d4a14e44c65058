// SPDX-License-Identifier: Apache-2.0
// A database in memory that one thread has for itself.
#include "base/refusal.hpp"
#include "storage/alone.hpp"
#include "storage/migrations.hpp"

#include <gtest/gtest.h>

namespace poa::storage {
namespace {

constexpr Migration tables[] = {{"alone", 1, "notes", R"(
CREATE TABLE note (id {key}, words TEXT NOT NULL UNIQUE) {strict};
CREATE TABLE line (
    note  {int} NOT NULL CONSTRAINT line_note REFERENCES note (id),
    words TEXT NOT NULL
) {strict};
)"}};
constexpr Query add_note{"alone.note", "INSERT INTO note (words) VALUES ($1) RETURNING id"};
constexpr Query add_line{"alone.line", "INSERT INTO line (note, words) VALUES ($1, $2)"};
constexpr Query count_notes{"alone.notes", "SELECT count(*) FROM note"};

class Alone : public testing::Test {
  protected:
    Alone() { migrate(*database, tables, StillClock(Instant{})); }
    void note(std::string_view words) {
        database->write([&](Session& session) { session.execute(add_note, words); });
    }
    std::int64_t notes() {
        return *database->read([](Session& session) { return session.number(count_notes); });
    }
    std::unique_ptr<AloneDatabase> database = AloneDatabase::open();
};

TEST_F(Alone, GoesBackToWhereItStoodAsOftenAsAsked) {
    note("founded");
    database->keep_here();
    for (int run = 0; run < 3; ++run) {
        note("first");
        note("second");
        EXPECT_EQ(notes(), 3);
        database->go_back();
        EXPECT_EQ(notes(), 1);
    }
    EXPECT_TRUE(database->check().empty());
}

TEST_F(Alone, WhatIsRefusedIsNotKeptAndWhatCameBeforeIs) {
    database->keep_here();
    note("kept");
    const auto refused = database->write([](Session& session) -> Result<int> {
        session.execute(add_note, "dropped");
        return refuse(Refusal::Kind::rule, "no");
    });
    EXPECT_FALSE(refused);
    EXPECT_THROW(database->write([](Session& session) {
        session.execute(add_note, "thrown away");
        throw MachineFailure("no");
    }),
                 MachineFailure);
    EXPECT_EQ(notes(), 1);
    note("dropped");
    EXPECT_EQ(notes(), 2);
}

TEST_F(Alone, ConstraintsHoldBehindSavepointsToo) {
    database->keep_here();
    note("once");
    EXPECT_THROW(note("once"), DatabaseError);
    EXPECT_THROW(database->write([](Session& session) { session.execute(add_line, 99, "of no note"); }),
                 DatabaseError);
    // Swallowed by the body, and yet nothing of it is kept: as in the file that is served.
    EXPECT_THROW(database->write([](Session& session) {
        session.execute(add_note, "before the mistake");
        try {
            session.execute(add_note, "once");
        } catch (const DatabaseError&) {
            return;
        }
    }),
                 DatabaseError);
    EXPECT_EQ(notes(), 1);
}

TEST_F(Alone, TellsOfEveryCommit) {
    const auto before = database->position();
    note("one");
    EXPECT_GT(database->position(), before);
    database->keep_here();
    EXPECT_THROW(database->keep_here(), OurMistake);
}

TEST_F(Alone, NothingGoesBackThatWasNotKept) {
    EXPECT_THROW(database->go_back(), OurMistake);
}

} // namespace
} // namespace poa::storage
