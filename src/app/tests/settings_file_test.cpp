// SPDX-License-Identifier: Apache-2.0
#include "app/settings_file.hpp"
#include "base/require.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace poa::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class SettingsFile : public testing::Test {
  protected:
    SettingsFile() {
        std::string name = (std::filesystem::temp_directory_path() / "poa-conf-XXXXXX").string();
        const int made = ::mkstemp(name.data());
        require(made >= 0, "a temporary file");
        ::close(made);
        path_ = name;
    }
    ~SettingsFile() override { std::filesystem::remove(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] auto read(std::string_view text) const {
        std::ofstream(path_) << text;
        return read_settings_file(path_);
    }
    [[nodiscard]] std::string refused(std::string_view text) const {
        try {
            (void)read(text);
        } catch (const MachineFailure& failure) {
            return failure.what();
        }
        return "it was taken";
    }

  private:
    std::filesystem::path path_;
};

TEST_F(SettingsFile, GivesNamesAndValues) {
    EXPECT_THAT(read("# of this exercise\n"
                     "platform-name = \"A programme, rehearsed\"\n"
                     "listen = 127.0.0.1:8081   # behind a proxy\n"
                     "\n"
                     "workers=4\n"
                     "exercise = true\n"
                     "database = \"postgresql://poa@db/poa?sslmode=require\"\n"
                     "trusted-proxy = [\"127.0.0.1\", \"::1\"]\n"),
                ElementsAre(Pair("POA_PLATFORM_NAME", "A programme, rehearsed"),
                            Pair("POA_LISTEN", "127.0.0.1:8081"), Pair("POA_WORKERS", "4"),
                            Pair("POA_EXERCISE", "true"),
                            Pair("POA_DATABASE", "postgresql://poa@db/poa?sslmode=require"),
                            Pair("POA_TRUSTED_PROXY", "127.0.0.1,::1")));
    EXPECT_THAT(read(""), ElementsAre());
}

TEST_F(SettingsFile, NamesAllThatIsUnknownAtOnce) {
    EXPECT_THAT(refused("lisen = 1\nworkers = 2\n[serve]\nlisten = 127.0.0.1:1\n"),
                AllOf(HasSubstr(path().string()), HasSubstr("“lisen”"), HasSubstr("“serve.listen”"),
                      HasSubstr("page-cache-kib")));
    EXPECT_THAT(refused("workers = 2\nworkers = 3\n"), HasSubstr("“workers” has more than one value"));
    EXPECT_THAT(refused("Dear operator,\n"), HasSubstr("There is no setting"));
}

TEST_F(SettingsFile, AMissingFileAndAFolderAreNamed) {
    EXPECT_THROW((void)read_settings_file("/nowhere/poa.conf"), MachineFailure);
    EXPECT_THROW((void)read_settings_file("/"), MachineFailure);
}

TEST_F(SettingsFile, YieldsToTheEnvironment) {
    ::setenv("POA_METRICS_TOKEN", "from the environment", 1);
    ::unsetenv("POA_LOG_LEVEL");
    std::ofstream(path()) << "metrics-token = from-the-file\nlog-level = warn\n";
    apply_settings_file(path());
    EXPECT_STREQ(std::getenv("POA_METRICS_TOKEN"), "from the environment");
    EXPECT_STREQ(std::getenv("POA_LOG_LEVEL"), "warn");
    ::unsetenv("POA_METRICS_TOKEN");
    ::unsetenv("POA_LOG_LEVEL");
}

} // namespace
} // namespace poa::app
