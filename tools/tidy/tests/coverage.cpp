// SPDX-License-Identifier: Apache-2.0
#include "tidy/coverage.hpp"

#include "fake_tree.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace poa::tidy {
namespace {

// Written in two parts, so that this file claims nothing itself.
const std::string doc_9 = "DOC"
                          "-09",
                  doc_8 = "DOC"
                          "-08",
                  doc_8_in_name = "DOC"
                                  "_08";

std::string claims_of(const std::string& path, const std::string& text) {
    std::vector<std::string> all;
    for (const Claim& claim : claims_in({path, text})) all.push_back(claim.row + " " + claim.test);
    return join(all, "; ");
}

TEST(Coverage, ReadsNamesAndFirstLinesOfTests) {
    EXPECT_EQ(claims_of("a/tests/x.cpp", "TEST(Reader, " + doc_8_in_name + "_word_limit) {\n"),
              doc_8 + " Reader." + doc_8_in_name + "_word_limit");
    EXPECT_EQ(
        claims_of("a/tests/x.cpp", "TEST(Reader, Languages) {\n    // " + doc_9 + ": marked\n    int x;\n"),
        doc_9 + " Reader.Languages");
    EXPECT_EQ(claims_of("a/tests/x.cpp", "// " + doc_9 + ", " + doc_8 + "\nTEST_F(Reader, Languages) {\n"),
              doc_9 + " Reader.Languages; " + doc_8 + " Reader.Languages");
    EXPECT_EQ(claims_of("tests/browser/x.mjs", "test(\"" + doc_9 + " shows languages\", async () => {\n"),
              doc_9 + " " + doc_9 + " shows languages");
    EXPECT_EQ(claims_of("a/tests/cases/x.http", "# " + doc_9 + "\nGET /documents\n"),
              doc_9 + " the whole file");
    EXPECT_EQ(claims_of("a/tests/x.cpp", "// SPDX\n// Shows " + doc_9 + ".\n#include <x>\n"),
              doc_9 + " the whole file");
}

TEST(Coverage, IsNotFooledByOtherWords) {
    EXPECT_EQ(claims_of("a/tests/x.cpp",
                        "TEST(A, B) {\n    int x;\n    int y;\n    int z;\n    int w;\n    // like " + doc_9 +
                            "\n"),
              "");
    EXPECT_EQ(claims_of("a/tests/x.cpp", "auto s = \"" + doc_9 + "\";\n"), "");
    EXPECT_EQ(claims_of("a/tests/x.cpp", "// UTF-8, SHA-256, X" + doc_9 + ", A-78-76\n"), "");
}

TEST(Coverage, PageListsRowsInTheirOrder) {
    Findings findings;
    const std::vector<Row> rows =
        read_rows({"rows.txt", "# words\n" + doc_8 + " Word limit\n" + doc_9 + " Languages\n"}, findings);
    ASSERT_EQ(rows.size(), 2u);
    Tree tree;
    tree.files.push_back({"src/a/tests/x.cpp", "TEST(A, B) {\n    // " + doc_9 + "\n"});
    const std::string page = coverage_page(tree, rows, findings);
    EXPECT_TRUE(findings.empty());
    EXPECT_NE(page.find("Rows shown: 1 of 2."), std::string::npos) << page;
    EXPECT_NE(page.find("| " + doc_9 + " | Languages | A.B (`src/a/tests/x.cpp`) |"), std::string::npos)
        << page;
    EXPECT_EQ(page.find("Word limit"), std::string::npos);
}

TEST(Coverage, UnknownRowsAreFindings) {
    Findings findings;
    Tree tree;
    tree.files.push_back({"src/a/tests/x.cpp", "TEST(A, B) {\n    // " + doc_9 + "\n"});
    (void)coverage_page(tree, {{doc_8, "Word limit"}}, findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].line, 2);
    findings.clear();
    (void)read_rows({"rows.txt", doc_8 + " a\n" + doc_8 + " b\nnothing\n"}, findings);
    EXPECT_EQ(findings.size(), 2u);
}

TEST(ReadTree, LeavesOutWhatGitIgnores) {
    namespace fs = std::filesystem;
    const fs::path top = fs::temp_directory_path() / "poa_tidy_read_tree";
    fs::remove_all(top);
    const auto write = [&](const std::string& path, const std::string& text) {
        fs::create_directories((top / path).parent_path());
        std::ofstream(top / path, std::ios::binary) << text;
    };
    write(".gitignore", "# words\n/build/\n*.mo\n");
    write("build/x.cpp", "x");
    write("src/build/x.cpp", "kept: the pattern is anchored");
    write("po/fr.mo", "x");
    write(".git/config", "x");
    write("image.png", std::string("a\0b", 3));
    const Tree tree = read_tree(top);
    fs::remove_all(top);
    std::vector<std::string> paths;
    for (const File& file : tree.files) paths.push_back(file.path);
    EXPECT_EQ(paths, (std::vector<std::string>{".gitignore", "image.png", "src/build/x.cpp"}));
    EXPECT_FALSE(tree.find("image.png")->is_text);
    EXPECT_TRUE(tree.has_folder("src"));
    EXPECT_FALSE(tree.has_folder("sr"));
}

TEST(Patterns, StarsStandForAnything) {
    EXPECT_TRUE(matches("commands/adopt.cpp", "commands/*"));
    EXPECT_TRUE(matches("store_rows.cpp", "store*"));
    EXPECT_TRUE(matches("abcabc", "*abc"));
    EXPECT_FALSE(matches("restore.cpp", "store*"));
    EXPECT_FALSE(matches("store", "store?"));
    EXPECT_TRUE(matches("", "*"));
}

} // namespace
} // namespace poa::tidy
