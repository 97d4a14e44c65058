// SPDX-License-Identifier: Apache-2.0
#include "fake_tree.hpp"

#include <gtest/gtest.h>

namespace poa::tidy {
namespace {

const std::string long_line(111, 'a');

TEST(Form, LicenceLineComesFirst) {
    EXPECT_EQ(found_in({{"script/x", "#!/usr/bin/env bash\n# SPDX-License-Identifier: Apache-2.0\n"}}), "");
    EXPECT_EQ(found_in({{"docs/x.md", "# Words\n"}, {"package.json", "{}\n"}}), "");
    EXPECT_EQ(found_in({{"script/x", "#!/usr/bin/env bash\nset -e\n"}}), "script/x:2 licence");
    EXPECT_EQ(found_in({{"src/web/assets/x.ts", "let a = 1;\n"}}), "src/web/assets/x.ts:1 licence");
    EXPECT_EQ(found_in({{"src/app/CMakeLists.txt", "poa_library(NAME app)\n"}}),
              "src/app/CMakeLists.txt:1 licence");
}

TEST(Form, LinesEndInTimeAndClean) {
    EXPECT_EQ(found_in({{"docs/x.md", long_line + "\n"}}), "docs/x.md:1 length");
    EXPECT_EQ(found_in({{"docs/x.md", "| " + long_line + " |\n"}}), "");
    EXPECT_EQ(found_in({{"docs/x.md", "See https://example.org/" + long_line + "\n"}}), "");
    EXPECT_EQ(found_in({{"data/x.json", "\"" + long_line + "\"\n"}}), "");
    // 109 characters of two bytes each are within the limit.
    std::string accents;
    for (int i = 0; i < 109; ++i) accents += "\xc3\xa9";
    EXPECT_EQ(found_in({{"docs/x.md", accents + "\n"}}), "");
    EXPECT_EQ(found_in({{"docs/x.md", "a \n"}}), "docs/x.md:1 blank");
    EXPECT_EQ(found_in({{"docs/x.md", "a\tb\n"}}), "docs/x.md:1 tab");
    EXPECT_EQ(found_in({{"docs/x.md", "a\r\n"}}), "docs/x.md:1 line-end");
    EXPECT_EQ(found_in({{"docs/x.md", "a"}}), "docs/x.md:1 end");
}

TEST(Form, TextIsUtf8) {
    EXPECT_EQ(found_in({{"data/x.json", "\"\xff\"\n"}}), "data/x.json:1 utf8");
}

TEST(Form, NothingIsMarkedUnfinished) {
    for (const std::string mark : {"TO"
                                   "DO",
                                   "FIX"
                                   "ME",
                                   "XX"
                                   "X",
                                   "HA"
                                   "CK"})
        EXPECT_EQ(found_in({{"src/app/x.cpp", "// " + mark + ": later\n"}}), "src/app/x.cpp:2 unfinished")
            << mark;
    EXPECT_EQ(found_in({{"src/app/x.cpp", "auto code = \"XX"
                                          "X\";\n"}}),
              "");
    EXPECT_EQ(
        found_in({{"script/x", "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\nmktemp poa.XXXXXX\n"}}),
        "");
}

TEST(Form, LongFilesAreAWarning) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += "int a;\n";
    const Findings findings = check_all(tree_of({{"src/app/x.cpp", text}}));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].rule, "size");
    EXPECT_TRUE(findings[0].warning);
}

TEST(Form, FindingsSayWhereWhichAndWhat) {
    const Findings findings = check_all(tree_of({{"docs/x.md", "one\ntwo \n"}}));
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(to_text(findings[0]), "docs/x.md:2: [blank] ends in white space: remove it");
}

} // namespace
} // namespace poa::tidy
