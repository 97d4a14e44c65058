// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/durable_file.hpp"
#include "capabilities/ledger/guard.hpp"
#include "capabilities/ledger/merkle.hpp"
#include "capabilities/ledger/tests/platform.hpp"
#include "capabilities/ledger/tests/property.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poa::ledger {
namespace {

TEST(Guard, ReadsBackAndNothingElse) {
    expect_property("a record reads back; a changed text does not read as another", [] {
        GuardRecord record;
        record.base = {*rc::gen::inRange<std::uint64_t>(0, 1000), leaf_hash(bytes_of("base"))};
        std::int64_t id = 0;
        for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
            record.entries.push_back(id += *rc::gen::inRange<std::int64_t>(1, 3));
        record.last = {record.base.size + record.entries.size(), leaf_hash(bytes_of("last"))};
        std::string text = guard_text(record);
        RC_ASSERT(parse_guard(text) == record);
        auto place = *rc::gen::inRange<std::size_t>(0, text.size());
        RC_ASSERT(!parse_guard(text.substr(0, place)));
    });
    for (std::string_view text :
         {"", "poa ledger guard v1\n", "poa ledger guard v2\nbase 0 x\nlast 0 x\nentries \n"})
        EXPECT_FALSE(parse_guard(text));
}

/// A ledger in a file, so that an older copy of it can be brought back.
struct FilePlatform {
    TemporaryFolder folder;
    StillClock clock = test::still_clock();
    std::filesystem::path file = folder / "poa.sqlite";
    std::filesystem::path guard = folder / "ledger.key.guard";
    std::unique_ptr<storage::Database> database;

    FilePlatform() {
        make_guard_file(guard);
        open();
        storage::migrate(*database, migrations(), clock);
    }
    void open() { database = storage::Database::open({.address = file.string(), .create = true}); }
    void close() { database.reset(); }
    void sequence() {
        Sequencer sequencer(*database, key_of_tests(), {guard}, clock);
        sequence_all(sequencer);
    }
    void copy_to(const std::filesystem::path& copy) { database->copy_to(copy.string()); }
    void bring_back(const std::filesystem::path& copy) {
        close();
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
        std::filesystem::copy_file(copy, file);
        open();
    }
    std::uint64_t size() { return database->read(standing).size; }
};

TEST(RollbackGuard, AnOlderCopyIsNotSignedOn) {
    FilePlatform platform;
    record(*platform.database, 0, 5);
    platform.sequence();
    platform.copy_to(platform.folder / "old");
    record(*platform.database, 5, 5);
    platform.sequence();
    std::string lost = platform.database->read(checkpoint)->note;
    platform.bring_back(platform.folder / "old");
    record(*platform.database, 100, 20); // it grows past the lost size before anybody signs
    EXPECT_THROW(platform.sequence(), SigningRefused);
    EXPECT_EQ(platform.size(), 5u);

    accept_rollback(*platform.database, platform.guard, platform.clock);
    platform.sequence();
    EXPECT_EQ(platform.size(), 26u);
    auto entry = platform.database->read(
        [](storage::Session& session) { return recent(session, Audience::everyone, 0, 1).at(0); });
    EXPECT_EQ(entry.entry.act, "ledger.accept_rollback");
    EXPECT_EQ(entry.entry.facts.at(2), (std::pair<std::string, std::string>{"lost_size", "10"}));
    EXPECT_TRUE(verified(*platform.database).verified());
    // Whoever kept the lost checkpoint sees the break.
    VerifyOptions options;
    options.earlier = *parse_checkpoint(parse_note(lost)->text);
    DatabaseFiles files(*platform.database);
    auto report = verify(files, options);
    ASSERT_TRUE(report.wrong);
    EXPECT_EQ(report.wrong->kind, Finding::Kind::earlier_tree_differs);
}

TEST(RollbackGuard, AnotherHistoryIsNotSignedOn) {
    FilePlatform platform;
    platform.copy_to(platform.folder / "old");
    record(*platform.database, 0, 5);
    platform.sequence();
    GuardRecord remembered = load_guard(platform.guard);
    platform.bring_back(platform.folder / "old");
    save_guard(platform.guard, fresh_guard()); // as on a machine that did not know
    record(*platform.database, 100, 7);
    platform.sequence();
    save_guard(platform.guard, remembered);
    record(*platform.database, 200, 1);
    EXPECT_THROW(platform.sequence(), SigningRefused);
    EXPECT_EQ(platform.size(), 7u);
}

TEST(RollbackGuard, MissingOrBrokenGuardsSignNothing) {
    FilePlatform platform;
    record(*platform.database, 0, 5);
    std::filesystem::remove(platform.guard);
    EXPECT_THROW(platform.sequence(), SigningRefused);
    write_durably(platform.guard, "poa ledger guard v1\nbase", Existing::replace);
    EXPECT_THROW(platform.sequence(), SigningRefused);
    accept_rollback(*platform.database, platform.guard, platform.clock);
    platform.sequence();
    EXPECT_EQ(platform.size(), 6u);
}

/// Ends the process, as a killed one ends, at one step.
class Dying : public Sequencer {
  public:
    Dying(storage::Database& database, const std::filesystem::path& guard, const Clock& clock, int step)
        : Sequencer(database, key_of_tests(), {guard}, clock), step_(step) {}

  protected:
    void reached(Step step) override {
        if (static_cast<int>(step) == step_) ::_exit(7);
    }

  private:
    int step_;
};

int run_and_die(FilePlatform& platform, int step) {
    platform.close();
    pid_t child = ::fork();
    if (child == 0) {
        platform.open();
        Dying dying(*platform.database, platform.guard, platform.clock, step);
        dying.run_once();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    platform.open();
    return WEXITSTATUS(status);
}

TEST(RollbackGuard, AProcessKilledAtAnyStepGoesOnWithTheSameBatch) {
    for (int step = 0; step < 4; ++step) {
        FilePlatform platform;
        record(*platform.database, 0, 5);
        platform.sequence();
        record(*platform.database, 5, 5);
        ASSERT_EQ(run_and_die(platform, step), 7);
        EXPECT_EQ(platform.size(), 5u);
        GuardRecord announced = load_guard(platform.guard);
        EXPECT_EQ(announced.last.size, step == 0 ? 5u : 10u);
        record(*platform.database, 10, 3); // later entries do not get into the announced batch
        platform.sequence();
        EXPECT_EQ(platform.size(), 13u);
        auto tree =
            platform.database->read([](storage::Session& session) { return checkpoint_at(session, 10); });
        if (step > 0) {
            ASSERT_TRUE(tree);
            EXPECT_EQ(tree->checkpoint.root, announced.last.root);
        }
        VerifyReport report = verified(*platform.database);
        EXPECT_TRUE(report.verified()) << report.wrong->sentence();
    }
}

TEST(RollbackGuard, AnAnnouncedBatchThatIsGoneIsAnOlderCopy) {
    FilePlatform platform;
    record(*platform.database, 0, 5);
    platform.sequence();
    platform.copy_to(platform.folder / "old");
    record(*platform.database, 5, 5);
    platform.sequence(); // committed and seen; the guard's base is the size of the copy
    platform.bring_back(platform.folder / "old");
    EXPECT_EQ(load_guard(platform.guard).base.size, platform.size());
    record(*platform.database, 50, 5); // the same journal numbers, other acts
    EXPECT_THROW(platform.sequence(), SigningRefused);
    EXPECT_EQ(platform.size(), 5u);
}

TEST(KeyFile, IsMadeOnceAndReadByItsOwnerAlone) {
    TemporaryFolder folder;
    auto file = folder / "ledger.key";
    SigningKey key = make_key_file(file);
    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u);
    EXPECT_EQ(key.name(), default_origin(key.verifier()));
    EXPECT_TRUE(key.name().starts_with("localhost/poa/"));
    EXPECT_EQ(key.name().size(), 26u);
    EXPECT_EQ(load_key_file(file).verifier(), key.verifier());
    EXPECT_THROW(make_key_file(file), MachineFailure);
    EXPECT_EQ(load_key_file(file).verifier(), key.verifier());
    EXPECT_EQ(guard_file_of(file).filename(), "ledger.key.guard");

    ::chmod(file.c_str(), 0640);
    EXPECT_THROW((void)load_key_file(file), MachineFailure);
    EXPECT_THROW((void)load_key_file(folder / "none"), MachineFailure);
    write_durably(folder / "noise", "no key\n", Existing::keep);
    EXPECT_THROW((void)load_key_file(folder / "noise"), MachineFailure);
    EXPECT_THROW(make_key_file(folder / "spaced", "a b"), MachineFailure);
    EXPECT_EQ(make_key_file(folder / "named", "poa.example.org/ledger").name(), "poa.example.org/ledger");
}

} // namespace
} // namespace poa::ledger
