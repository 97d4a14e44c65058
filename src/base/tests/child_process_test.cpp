// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace poa {
namespace {

using End = ChildResult::End;

constexpr ChildLimits roomy{5, 10, std::size_t{1} << 30, 1 << 20};

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A shell line as a child in a folder of its own.
struct Shell {
    TemporaryFolder folder;
    ChildResult run(const std::string& line, const ChildLimits& limits = roomy) {
        return run_child("/bin/sh", {"-c", line}, folder.path(), limits);
    }
    std::string file(const std::string& name) { return slurp(folder.path() / name); }
};

TEST(ChildProcess, GivesOutputErrorsAndExitCode) {
    Shell shell;
    ChildResult result = shell.run("echo said; echo wrong >&2; pwd > where; exit 3");
    EXPECT_EQ(result.end, End::exited);
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.errors, "wrong\n");
    EXPECT_EQ(shell.file("output"), "said\n");
    EXPECT_EQ(shell.file("where"), shell.folder.path().string() + "\n");
}

TEST(ChildProcess, PassesNoEnvironmentAndNoInputOn) {
    setenv("POA_CHILD_TEST_SECRET", "hidden", 1);
    Shell shell;
    EXPECT_EQ(shell.run("env; cat").exit_code, 0);
    EXPECT_EQ(shell.file("output").find("hidden"), std::string::npos);
    EXPECT_NE(shell.file("output").find("HOME=/nonexistent"), std::string::npos);
}

TEST(ChildProcess, LimitsTimeProcessorOutputAndOpenFiles) {
    Shell shell;
    EXPECT_EQ(shell.run("exec yes", roomy).end, End::output_too_large);
    ChildLimits limits = roomy;
    limits.cpu_seconds = 1;
    EXPECT_EQ(shell.run("while :; do :; done", limits).end, End::out_of_cpu);
    limits.open_files = 16;
    EXPECT_EQ(shell.run("ulimit -n", limits).exit_code, 0);
    EXPECT_EQ(shell.file("output"), "16\n");
}

TEST(ChildProcess, FindsProgramsWhereDebianPutsThem) {
    EXPECT_EQ(find_program("no-such-program"), "");
    EXPECT_EQ(find_program("/no/such/program"), "");
    EXPECT_TRUE(find_program("sh").ends_with("/bin/sh"));
}

TEST(ChildProcess, KillsTheWholeGroupAndLeavesNoFiles) {
    std::filesystem::path where;
    {
        TemporaryFolder folder;
        where = folder.path();
        ChildResult result = run_child("/bin/sh", {"-c", "sleep 300 & echo $! > child; wait"}, folder.path(),
                                       {5, 1, std::size_t{1} << 30, 1 << 20});
        EXPECT_EQ(result.end, ChildResult::End::out_of_time);
        int grandchild = std::stoi(slurp(folder.path() / "child"));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        std::string state = slurp("/proc/" + std::to_string(grandchild) + "/stat");
        EXPECT_TRUE(state.empty() || state.find(") Z") != std::string::npos) << state;
    }
    EXPECT_FALSE(std::filesystem::exists(where));
}

} // namespace
} // namespace poa
