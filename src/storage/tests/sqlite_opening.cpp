// SPDX-License-Identifier: Apache-2.0
// What the operator is told when a database file cannot be used, and that nothing is changed by looking.
#include "storage/tests/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sqlite3.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace poa::storage {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

std::string content_of(const std::filesystem::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(out).str();
}

void overwrite(const std::filesystem::path& path, std::size_t at, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

class Opening : public testing::Test {
  protected:
    std::string opening_failure(bool create = false) {
        return failure_of([&] { (void)Database::open({.address = file, .create = create}); });
    }
    TestFolder folder;
    std::string file = folder / "poa.sqlite";
};

TEST_F(Opening, MissingFileIsSaidAndNotMade) {
    EXPECT_THAT(opening_failure(), AllOf(HasSubstr("no database at " + file), HasSubstr("poa init")));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Opening, CreatesFolderAndFileForItsOwnerAlone) {
    file = folder / "new/deeper/poa.sqlite";
    make_notes(file, 1);
    struct stat found {};
    ASSERT_EQ(::stat(file.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600U);
    EXPECT_EQ(opening_failure(), "");
    std::size_t entries = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "new/deeper"))
        entries += entry.exists() ? 1 : 0;
    EXPECT_EQ(entries, 1U) << "the log is folded in when the last connection closes, and no part is left";
}

TEST_F(Opening, CreateTakesWhatIsThere) {
    make_notes(file, 3);
    const auto database = Database::open({.address = file, .create = true});
    EXPECT_EQ(database->read([](Session& session) { return session.number(count_notes); }), 3);
}

TEST_F(Opening, ParentThatIsAFile) {
    std::ofstream(folder / "plain") << "x";
    file = folder / "plain/poa.sqlite";
    EXPECT_THAT(opening_failure(true), HasSubstr("plain"));
}

TEST_F(Opening, FolderInPlaceOfTheFile) {
    std::filesystem::create_directory(file);
    EXPECT_THAT(opening_failure(), HasSubstr("is not a file"));
}

TEST_F(Opening, EmptyFile) {
    std::ofstream{file};
    EXPECT_THAT(opening_failure(), HasSubstr("is empty"));
    EXPECT_THAT(opening_failure(true), HasSubstr("is empty"));
}

TEST_F(Opening, OtherFile) {
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_THAT(opening_failure(), HasSubstr("is not an SQLite database"));
    EXPECT_EQ(content_of(file), std::string(5000, 'x'));
}

TEST_F(Opening, ForeignDatabaseIsLeftAsItIs) {
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "CREATE TABLE t (x); PRAGMA application_id=77", nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(other);
    const std::string before = content_of(file);
    EXPECT_THAT(opening_failure(), AllOf(HasSubstr("foreign database"), HasSubstr("77")));
    EXPECT_EQ(content_of(file), before);
}

TEST_F(Opening, TruncatedFile) {
    make_notes(file, 200);
    std::filesystem::resize_file(file, 8192);
    EXPECT_THAT(opening_failure(), AllOf(HasSubstr(file), HasSubstr("restore the last backup")));
}

TEST_F(Opening, DamagedSchemaPage) {
    make_notes(file, 1);
    overwrite(file, 100, std::string(300, '\xee'));
    EXPECT_THAT(opening_failure(), AllOf(HasSubstr(file), HasSubstr("restore the last backup")));
}

TEST_F(Opening, DamagedPageIsFoundByCheckAndSaidByQueries) {
    make_notes(file, 200);
    overwrite(file, 4096 * 9, std::string(4096, '\xee'));
    const auto database = Database::open({.address = file});
    EXPECT_THAT(database->check(), testing::Not(IsEmpty()));
    constexpr Query all{"test.all_notes", "SELECT words FROM note"};
    try {
        database->read([&](Session& session) { session.each(all, [](const Row&) {}); });
        FAIL() << "read over a damaged page";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), DatabaseError::Kind::corrupt);
        EXPECT_THAT(error.what(), AllOf(HasSubstr("test.all_notes"), HasSubstr("restore the last backup"),
                                        HasSubstr(file)));
    }
    // What is safe goes on.
    EXPECT_EQ(database->read([](Session& session) { return session.number({"test.one", "SELECT 1"}); }), 1);
}

TEST_F(Opening, FolderWithoutTheRightToWrite) {
    make_notes(file, 1);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    std::filesystem::permissions(file, std::filesystem::perms(0444));
    const std::string said = in_child([&] {
        if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
            return std::string("cannot become nobody");
        return opening_failure();
    });
    EXPECT_THAT(said, AllOf(HasSubstr(folder.path().string()), HasSubstr("cannot be written")));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
}

TEST_F(Opening, MemoryDatabasesAreSeparateAndLeaveNoName) {
    const auto count = [] {
        std::size_t found = 0;
        for (const auto& entry : std::filesystem::directory_iterator("/dev/shm"))
            found += entry.path().filename().string().starts_with("poa-") ? 1 : 0;
        return found;
    };
    const std::size_t before = std::filesystem::exists("/dev/shm") ? count() : 0;
    const auto one = Database::open({.address = ":memory:"});
    const auto two = Database::open({.address = ":memory:"});
    one->write([](Session& session) { session.script("CREATE TABLE only_here (x INTEGER)"); });
    EXPECT_EQ(one->read([](Session& session) {
        return session.number({"test.t", "SELECT count(*) FROM only_here"});
    }),
              0);
    EXPECT_THROW(two->read([](Session& session) {
        session.number({"test.t", "SELECT count(*) FROM only_here"});
    }),
                 DatabaseError);
    if (std::filesystem::exists("/dev/shm")) {
        EXPECT_LE(count(), before);
    }
}

} // namespace
} // namespace poa::storage
