// SPDX-License-Identifier: Apache-2.0
// What `poa charter` says of options that cannot be taken.
#include "app/charter_calendar.hpp"
#include "app/command_line.hpp"

#include <gtest/gtest.h>

namespace poa::app {
namespace {

struct Told {
    int code;
    std::string out, error;
};
Told told_by(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "poa");
    std::vector<char*> pointers;
    for (std::string& one : arguments) pointers.push_back(one.data());
    pointers.push_back(nullptr);
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code = run(static_cast<int>(arguments.size()), pointers.data());
    std::string out = ::testing::internal::GetCapturedStdout();
    return {code, std::move(out), ::testing::internal::GetCapturedStderr()};
}

/// Exit code, then what was said on standard error.
std::pair<int, std::string> said_by(const std::vector<std::string>& arguments) {
    Told told = told_by(arguments);
    return {told.code, std::move(told.error)};
}

TEST(CharterOptions, ASeedIsAWholeNumberThatFits) {
    for (const char* seed : {"-1", "+1", "1.5", "18446744073709551616", "one", "0x10", " 1"}) {
        const auto [code, said] =
            said_by({"charter", "simulate", "agreed-2025", "--years", "1", "--runs", "1", "--seed", seed});
        EXPECT_EQ(code, 2) << seed;
        EXPECT_NE(said.find("a seed is a whole number from 0 to 18446744073709551615"), std::string::npos)
            << seed << ": " << said;
    }
    EXPECT_EQ(said_by({"charter", "simulate", "agreed-2025", "--years", "1", "--runs", "1", "--seed",
                       "18446744073709551615"})
                  .first,
              0);
}

TEST(CharterOptions, NumbersBelowNothingAreRefused) {
    for (const char* option : {"--years", "--runs", "--threads", "--first-year"})
        EXPECT_EQ(said_by({"charter", "simulate", "agreed-2025", option, "-1"}).first, 2) << option;
    for (const char* option : {"--years", "--people", "--from"})
        EXPECT_EQ(said_by({"charter", "burden", "agreed-2025", option, "-1"}).first, 2) << option;
}

TEST(CharterOptions, AFolderIsNoEmptyFile) {
    const std::string folder = testing::TempDir();
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"charter", "check", folder},
          {"charter", "calendar", "agreed-2025", "--from", "2027", "--to", "2027", "--others", folder},
          {"charter", "simulate", "agreed-2025", "--others", folder}}) {
        const auto [code, said] = said_by(command);
        EXPECT_NE(code, 0) << command.at(1);
        EXPECT_NE(said.find("cannot be read"), std::string::npos) << command.at(1) << ": " << said;
    }
}

TEST(CharterOptions, EachEndOfAPeriodHasASentenceOfItsOwn) {
    using Problems = std::vector<std::string>;
    EXPECT_EQ(problems_of_period("2026", "2026"), Problems{});
    EXPECT_EQ(problems_of_period("2026-07-01", "2030"), Problems{});
    EXPECT_EQ(problems_of_period("soon", "2026-02-30"),
              (Problems{"--from takes a year or a day, as 2026 or 2026-07-01; \"soon\" is neither",
                        "--to takes a year or a day, as 2026 or 2026-07-01; \"2026-02-30\" is neither"}));
    EXPECT_EQ(problems_of_period("1800", "2026"),
              Problems{"--from 1800 is not among the years 1900 to 2300"});
    EXPECT_EQ(problems_of_period("2026", "2301-01-01"),
              Problems{"--to 2301-01-01 is not among the years 1900 to 2300"});
    EXPECT_EQ(problems_of_period("2030", "2026-05-01"), Problems{"--from 2030 comes after --to 2026-05-01"});
    EXPECT_EQ(problems_of_period("2000", "2061"), Problems{"--from and --to are at most 60 years apart"});
    EXPECT_EQ(said_by({"charter", "calendar", "agreed-2025", "--from", "soon", "--to", "late"}).first, 2);
}

// What a cell says is the value alone: words and whether it is inherited have columns of their own.
TEST(CharterOptions, AComparisonAsATableKeepsValueWordsAndInheritanceApart) {
    const Told told = told_by({"charter", "compare", "agreed-2025", "egypt", "--format", "csv"});
    EXPECT_EQ(told.code, 0);
    EXPECT_TRUE(
        told.out.starts_with("number,clause,title,agreed-2025,agreed-2025_words,agreed-2025_inherited,"
                             "egypt,egypt_words,egypt_inherited\r\n"))
        << told.out.substr(0, 200);
    EXPECT_NE(told.out.find("\r\n4.1,plenary.every_months,"), std::string::npos);
    EXPECT_NE(told.out.find(",24,every 24 months,no\r\n"), std::string::npos);
    EXPECT_EQ(told.out.find("(inherited)"), std::string::npos);
}

TEST(CharterOptions, PassagesThatNobodyLookedUpAreSaidToBeUnchecked) {
    const Told told = told_by({"charter", "check", "egypt"});
    EXPECT_EQ(told.code, 0);
    EXPECT_NE(told.out.find(" passages are named and not checked (--data names a record)"), std::string::npos)
        << told.out;
    EXPECT_NE(told_by({"charter", "check", "egypt", "--format", "json"}).out.find("\"checked\":false"),
              std::string::npos);
}

} // namespace
} // namespace poa::app
