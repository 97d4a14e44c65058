// SPDX-License-Identifier: Apache-2.0
// Copies that are made while the database is written, and other processes on the same file.
#include "storage/tests/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <thread>
#include <unistd.h>

namespace poa::storage {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::int64_t notes(Database& database) {
    return *database.read([](Session& session) { return session.number(count_notes); });
}

void add_note(Database& database) {
    database.write([](Session& session) { session.execute(insert_note, "more"); });
}

TEST(Copies, AreConsistentWhileOthersWrite) {
    const TestFolder folder;
    make_notes(folder / "poa.sqlite", 500);
    const auto database = Database::open({.address = folder / "poa.sqlite"});
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        // Always two at a time, so that an uneven number in a copy would be a torn transaction.
        while (!stop)
            database->write([](Session& session) {
                session.execute(insert_note, "left");
                session.execute(insert_note, "right");
            });
    });
    for (int i = 0; i < 5; ++i) {
        const std::string path = folder / fmt::format("copy{}.sqlite", i);
        const std::int64_t before = notes(*database);
        database->copy_to(path);
        const std::int64_t after = notes(*database);
        const auto copy = Database::open({.address = path});
        EXPECT_THAT(copy->check(), IsEmpty());
        EXPECT_EQ(notes(*copy) % 2, 0);
        EXPECT_GE(notes(*copy), before);
        EXPECT_LE(notes(*copy), after);
    }
    stop = true;
    writer.join();
}

TEST(Copies, OfAMemoryDatabase) {
    const TestFolder folder;
    const auto database = Database::open({.address = ":memory:"});
    database->write([](Session& session) {
        session.script("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)");
        session.execute(insert_note, "kept");
    });
    database->copy_to(folder / "copy.sqlite");
    EXPECT_EQ(notes(*Database::open({.address = folder / "copy.sqlite"})), 1);
}

TEST(Copies, NeverReplaceAFile) {
    const TestFolder folder;
    make_notes(folder / "poa.sqlite", 1);
    const auto database = Database::open({.address = folder / "poa.sqlite"});
    std::ofstream(folder / "precious") << "precious";
    EXPECT_THAT(failure_of([&] { database->copy_to(folder / "precious"); }), HasSubstr("exists already"));
    EXPECT_EQ(std::filesystem::file_size(folder / "precious"), 8U);
    EXPECT_THAT(failure_of([&] { database->copy_to(folder / "nowhere/copy"); }), HasSubstr("nowhere"));
}

TEST(Copies, LeaveNothingOnAFullDisk) {
    const TestFolder folder;
    make_notes(folder / "poa.sqlite", 500);
    const std::string said = in_child([&] {
        const auto database = Database::open({.address = folder / "poa.sqlite"});
        limit_file_size(100'000);
        return failure_of([&] { database->copy_to(folder / "copy.sqlite"); });
    });
    EXPECT_THAT(said, HasSubstr("no space left"));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_THAT(entry.path().filename().string(), testing::Not(HasSubstr("copy")));
}

TEST(TwoProcesses, WriteTheSameFileInTurns) {
    const TestFolder folder;
    const std::string file = folder / "poa.sqlite";
    make_notes(file, 0);
    constexpr int each = 150;
    const auto write_all = [&] {
        const auto database = Database::open({.address = file});
        for (int i = 0; i < each; ++i) add_note(*database);
        return std::string("done");
    };
    ChildProcess child([&](int out) { (void)!::write(out, write_all().c_str(), 4); });
    EXPECT_EQ(write_all(), "done");
    EXPECT_EQ(child.output(), "done");
    const auto database = Database::open({.address = file});
    EXPECT_EQ(notes(*database), 2 * each);
    EXPECT_THAT(database->check(), IsEmpty());
}

TEST(TwoProcesses, CommitsOfTheOtherAreNoticed) {
    const TestFolder folder;
    const std::string file = folder / "poa.sqlite";
    make_notes(file, 0);
    // Before this process has threads: a fork of many threads is no clean start.
    ChildProcess child([&](int out) {
        while (!std::filesystem::exists(folder / "go"))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        add_note(*Database::open({.address = file}));
        (void)!::write(out, "done", 4);
    });
    const auto server = Database::open({.address = file});
    std::atomic<int> heard = 0;
    server->on_commit([&] { ++heard; });
    const std::uint64_t quiet = server->position();
    std::this_thread::sleep_for(std::chrono::milliseconds(250));
    EXPECT_EQ(server->position(), quiet) << "nothing was committed";
    std::ofstream(folder / "go") << "go";
    ASSERT_EQ(child.output(), "done");
    for (int i = 0; i < 500 && (server->position() == quiet || heard == 0); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_GT(server->position(), quiet);
    EXPECT_GT(heard, 0);
    EXPECT_EQ(notes(*server), 1);
}

TEST(Kill, LosesNoAcknowledgedWrite) {
    const TestFolder folder;
    const std::string file = folder / "poa.sqlite";
    make_notes(file, 0);
    std::minstd_rand random(20261121);
    std::int64_t acknowledged = 0;
    for (int round = 0; round < 12; ++round) {
        ChildProcess child([&](int out) {
            const auto database = Database::open({.address = file});
            std::vector<std::thread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] {
                    for (;;) {
                        add_note(*database);
                        (void)!::write(out, "+", 1);
                    }
                });
            for (std::thread& thread : threads) thread.join();
        });
        ASSERT_TRUE(child.wait_for_output(std::uniform_int_distribution<std::size_t>(1, 300)(random)));
        child.kill();
        acknowledged += static_cast<std::int64_t>(child.output().size());
        const auto database = Database::open({.address = file});
        EXPECT_GE(notes(*database), acknowledged);
        EXPECT_LE(notes(*database), acknowledged + (round + 1) * 4) << "at most one each was on its way";
        EXPECT_THAT(database->check(), IsEmpty());
    }
}

} // namespace
} // namespace poa::storage
