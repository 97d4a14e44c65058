// SPDX-License-Identifier: Apache-2.0
// The parts of backup and restore; the whole of it is in tests/journeys/backup.test.mjs.
#include "app/backup_manifest.hpp"
#include "app/postgres_tools.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace poa::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "poa-backup-XXXXXX").string();
        require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }
    void write(const fs::path& name, std::string_view text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

  private:
    fs::path path_;
};

BackedUpFile file_of(std::string_view text) {
    return {sha256(text), text.size()};
}

Manifest full_manifest() {
    Manifest manifest;
    manifest.program = "0.1.0";
    manifest.made = *parse_instant("2026-11-21T20:36:31Z");
    manifest.database = file_of("the database");
    manifest.settings = file_of("listen = \"[::1]:8080\"\n");
    manifest.origin = "poa.example.org/ledger";
    manifest.ledger_size = 17;
    manifest.ledger_root = sha256("root");
    manifest.verifier_key = "poa.example.org/ledger+01234567+AbC";
    manifest.files = {file_of("one"), file_of("two")};
    manifest.problems = {"a file is missing: “annex.pdf”"};
    return manifest;
}

std::string words_of_failure(const std::vector<std::string>& words) {
    try {
        run_tool(words, "");
    } catch (const MachineFailure& failure) {
        return failure.what();
    }
    return "it did not fail";
}

TEST(BackupManifest, ReadsWhatItWrites) {
    Manifest manifest = full_manifest();
    auto read = parse_manifest(manifest_text(manifest));
    ASSERT_TRUE(read.has_value()) << read.error();
    EXPECT_EQ(*read, manifest);
}

TEST(BackupManifest, ReadsOneWithoutLedgerSettingsAndFiles) {
    Manifest manifest;
    manifest.program = "0.1.0";
    manifest.is_postgres = true;
    auto read = parse_manifest(manifest_text(manifest));
    ASSERT_TRUE(read.has_value()) << read.error();
    EXPECT_EQ(*read, manifest);
    EXPECT_STREQ(read->database_name(), "poa.dump");
}

TEST(BackupManifest, IsRefusedWhereverItIsCutOff) {
    const std::string text = manifest_text(full_manifest());
    const std::size_t end = text.find_last_of('}');
    for (std::size_t length = 0; length <= end; ++length)
        EXPECT_FALSE(parse_manifest(text.substr(0, length)).has_value()) << length;
}

TEST(BackupManifest, SaysWhatCannotBeRead) {
    const std::string text = manifest_text(full_manifest());
    struct Row {
        std::string from, to, said;
    };
    for (const Row& row :
         {Row{"poa-backup", "another", "“format”"}, Row{"\"made\"", "\"mode\"", "“made”"},
          Row{"2026-11-21", "2026-11-31", "“made”"}, Row{"sqlite", "oracle", "“engine”"},
          Row{"\"entries\":17", "\"entries\":-1", "“entries”"}, Row{sha256("two").hex(), "12", "“sha256”"},
          Row{"\"files\":[", "\"files\":[7,", "“files”"},
          Row{"\"problems\":[", "\"problems\":[7,", "“problems”"},
          Row{"\"format_version\":1", "\"format_version\":2", "newer"},
          Row{"{\"format\"", "[{\"format\"", "no JSON object"}}) {
        std::string altered = replace_all(text, row.from, row.to);
        ASSERT_NE(altered, text) << row.from;
        auto read = parse_manifest(altered);
        ASSERT_FALSE(read.has_value()) << row.from;
        EXPECT_THAT(read.error(), HasSubstr(row.said));
    }
}

TEST(BackupFiles, AllThatIsMissingOrAlteredIsNamedAtOnce) {
    Folder folder;
    Manifest manifest = full_manifest();
    folder.write("poa.sqlite", "the databaze");
    folder.write("poa.conf", "listen = \"[::1]:8080\"\n");
    folder.write(place_in_backup("", sha256("one")), "one more byte");
    EXPECT_THAT(
        altered_files(folder.path(), manifest),
        ElementsAre(HasSubstr("poa.sqlite was altered"),
                    HasSubstr(sha256("one").hex().substr(2) + " has 13 bytes, but the manifest says 3"),
                    HasSubstr(sha256("two").hex().substr(2) + " is missing")));
    folder.write("poa.sqlite", "the database");
    folder.write(place_in_backup("", sha256("one")), "one");
    folder.write(place_in_backup("", sha256("two")), "two");
    EXPECT_THAT(altered_files(folder.path(), manifest), ElementsAre());
}

TEST(BackupFiles, ALargeFileIsMeasuredPieceByPiece) {
    Folder folder;
    std::string text;
    while (text.size() < 200'000) text += std::to_string(text.size());
    folder.write("large", text);
    EXPECT_EQ(measure_file(folder.path() / "large"), file_of(text));
    EXPECT_EQ(measure_file(folder.path() / "none"), std::nullopt);
    EXPECT_THROW((void)measure_file(folder.path()), MachineFailure) << "a folder is no file";
}

TEST(PostgresTools, ThePasswordLeavesTheAddress) {
    struct Row {
        std::string address, without, password;
    };
    for (const Row& row :
         {Row{"postgresql:///poa", "postgresql:///poa", ""},
          Row{"postgresql://poa@db/poa", "postgresql://poa@db/poa", ""},
          Row{"postgresql://poa:s%40cret@db:5433/poa", "postgresql://poa@db:5433/poa", "s@cret"},
          Row{"postgres://poa:p:q@db/poa?sslmode=require", "postgres://poa@db/poa?sslmode=require", "p:q"},
          Row{"postgresql:///poa?host=/run/x&password=hush&user=poa",
              "postgresql:///poa?host=/run/x&user=poa", "hush"},
          Row{"postgresql://db/poa?password=a%26b", "postgresql://db/poa", "a&b"},
          Row{"postgresql://one:5432,two:5433/poa", "postgresql://one:5432,two:5433/poa", ""},
          Row{"postgresql://db:5432/a@b", "postgresql://db:5432/a@b", ""},
          Row{"postgresql://poa:secret@db", "postgresql://poa@db", "secret"}}) {
        ToolAddress made = without_password(row.address);
        EXPECT_EQ(made.address, row.without);
        EXPECT_EQ(made.password, row.password) << row.address;
    }
}

TEST(PostgresTools, AMissingToolIsNamedWithItsPackage) {
    EXPECT_THAT(
        words_of_failure({"pg_dump_that_is_not_there", "-x"}),
        testing::AllOf(HasSubstr("pg_dump_that_is_not_there is missing"), HasSubstr("postgresql-client")));
}

TEST(PostgresTools, AFailureKeepsTheToolsOwnWords) {
    EXPECT_THAT(words_of_failure({"sh", "-c", "echo the disk is full >&2; exit 3"}),
                HasSubstr("sh failed: the disk is full"));
    EXPECT_THAT(words_of_failure({"sh", "-c", "kill -9 $$"}), HasSubstr("it was killed"));
    EXPECT_THAT(words_of_failure({"false"}), HasSubstr("it said nothing"));
}

TEST(PostgresTools, ThePasswordReachesTheToolAndNothingElseDoes) {
    EXPECT_NO_THROW(run_tool({"sh", "-c", "test \"$PGPASSWORD\" = hush && test $# = 0"}, "hush"));
    EXPECT_NO_THROW(run_tool({"sh", "-c", "test \"$1\" = '$(exit 1) ; *'", "sh", "$(exit 1) ; *"}, ""))
        << "no shell reads the words";
}

} // namespace
} // namespace poa::app
