// SPDX-License-Identifier: Apache-2.0
#include "tidy/cpp_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poa::tidy {
namespace {

TEST(CppText, BlanksCommentsAndWhatStandsInQuotes) {
    const CppText read = read_cpp("int a = 1'000; // co_await\nauto s = \"a \\\" // b\"; char c = '\"';\n");
    EXPECT_EQ(read.code[0].substr(0, 14), "int a = 1'000;");
    EXPECT_EQ(read.code[0].find("co_await"), std::string::npos);
    EXPECT_EQ(read.code[1].find("//"), std::string::npos);
    EXPECT_NE(read.code[1].find("; char c ="), std::string::npos);
    ASSERT_EQ(read.literals.size(), 1u);
    EXPECT_EQ(read.literals[0].text, "a \\\" // b");
    EXPECT_EQ(read.literals[0].line, 2);
}

TEST(CppText, KnowsRawLiteralsOverSeveralLines) {
    const CppText read = read_cpp("auto q = R\"sql(\nSELECT \"x\"\n)sql\";\nint after;\n");
    ASSERT_EQ(read.literals.size(), 1u);
    EXPECT_EQ(read.literals[0].text, "\nSELECT \"x\"\n");
    EXPECT_EQ(read.code[3], "int after;");
}

TEST(CppText, KeepsLineNumbersThroughBlockComments) {
    const CppText read =
        read_cpp("/* one\n * two DOC-09\n */ int x;\n#include <vector>\n  # include \"base/text.hpp\"\n");
    EXPECT_EQ(read.code[2].substr(3), " int x;");
    ASSERT_EQ(read.comments.size(), 3u);
    EXPECT_EQ(read.comments[1].text, "two DOC-09");
    ASSERT_EQ(read.includes.size(), 2u);
    EXPECT_EQ(read.includes[0].text, "vector");
    EXPECT_EQ(read.includes[1].text, "base/text.hpp");
    EXPECT_EQ(read.includes[1].line, 5);
}

TEST(CppText, EndsWhereTheTextEnds) {
    EXPECT_EQ(read_cpp("auto s = \"open").literals.size(), 1u);
    EXPECT_EQ(read_cpp("auto s = \"open\\").literals.size(), 1u);
    EXPECT_EQ(read_cpp("/* open").comments.size(), 1u);
    EXPECT_EQ(read_cpp("R\"x(open").literals.size(), 1u);
    EXPECT_TRUE(read_cpp("'").literals.empty());
}

} // namespace
} // namespace poa::tidy
