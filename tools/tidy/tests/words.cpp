// SPDX-License-Identifier: Apache-2.0
#include "fake_tree.hpp"

#include <gtest/gtest.h>

namespace poa::tidy {
namespace {

TEST(Coroutines, StayInTheTransport) {
    EXPECT_EQ(found_in({{"src/http/transport_read.cpp", "task f() { co_await g(); co_return; }\n"}}), "");
    EXPECT_EQ(found_in({{"src/http/server.cpp", "// co_await\nauto s = \"co_await\";\n"}}), "");
    EXPECT_EQ(found_in({{"src/http/server.cpp", "task f() { co_await g(); }\n"}}),
              "src/http/server.cpp:2 coroutine");
    EXPECT_EQ(found_in({{"bench/load.cpp", "task f() { co_return; }\n"}}), "bench/load.cpp:2 coroutine");
}

TEST(Clock, IsAnArgument) {
    const std::string now = "auto t = std::chrono::system_clock::now();\n";
    EXPECT_EQ(found_in({{"src/base/time.cpp", now}, {"src/http/date.cpp", now}, {"bench/x.cpp", now}}), "");
    EXPECT_EQ(found_in({{"src/app/tests/x.cpp", now}}), "");
    EXPECT_EQ(found_in({{"src/app/main.cpp", "auto t = std::chrono::steady_clock::now();\n"}}), "");
    EXPECT_EQ(found_in({{"src/app/main.cpp", now}}), "src/app/main.cpp:2 clock");
    EXPECT_EQ(found_in({{"src/capabilities/ledger/store.cpp", "auto t = std::time(nullptr);\n"}}),
              "src/capabilities/ledger/store.cpp:2 clock");
}

TEST(Sql, StandsInStoresAndQueries) {
    const std::string query = "auto q = \"SELECT id FROM leaf\";\n";
    EXPECT_EQ(found_in({{"src/capabilities/ledger/store.cpp", query},
                        {"src/capabilities/ledger/queries_of_tiles.cpp", query},
                        {"src/capabilities/ledger/tests/store.cpp", query},
                        {"src/storage/sqlite.cpp", query}}),
              "");
    EXPECT_EQ(found_in({{"src/capabilities/ledger/pages.cpp", query}}),
              "src/capabilities/ledger/pages.cpp:2 sql");
    EXPECT_EQ(found_in({{"src/app/main.cpp", "auto q = R\"(\n  WITH a AS (SELECT 1) SELECT * FROM a)\";\n"}}),
              "src/app/main.cpp:2 sql");
    EXPECT_EQ(
        found_in({{"src/http/methods.cpp",
                   "auto a = \"DELETE\"; auto b = \"UPDATES follow\"; auto c = \"Select a State\";\n"}}),
        "");
}

TEST(Markup, HasNothingThatThePolicyBlocks) {
    const std::string page = "src/capabilities/ledger/pages.cpp";
    EXPECT_EQ(found_in({{page, "auto a = \"<p class='x'>online onboard</p>\"; auto b = \"<script "
                               "src='/a.js'></script>\";\n"}}),
              "");
    EXPECT_EQ(found_in({{page, "auto a = \"<p style='x'>\";\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{page, "auto a = \"<a onclick='x'>\";\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{page, "auto a = attribute(\"style\", x);\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{page, "auto a = attribute(\"onclick\", x);\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{page, "auto a = \"<script>x()</script>\";\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{page, "auto a = \"javascript:x()\";\n"}}), page + ":2 markup");
    EXPECT_EQ(found_in({{"src/capabilities/ledger/converting.cpp", "auto a = \"style\";\n"}}), "");
    EXPECT_EQ(found_in({{"src/web/assets/logo.svg", "<svg>\n<path style=\"x\"/></svg>\n"}}),
              "src/web/assets/logo.svg:2 markup");
    EXPECT_EQ(found_in({{"src/web/assets/logo.svg", "<svg><path d=\"x\"/></svg>\n"}}), "");
}

TEST(Names, SaySomething) {
    EXPECT_EQ(found_in({{"src/app/wiring.cpp",
                         "class Wiring;\nenum class Metadata { a };\nusing namespace std::literals;\n"},
                        {"data/members.json", "{}\n"}}),
              "");
    EXPECT_EQ(found_in({{"src/app/feed_manager.cpp", "\n"}}), "src/app/feed_manager.cpp:1 name");
    EXPECT_EQ(found_in({{"src/app/utils/x.cpp", "\n"}}), "src/app/utils/x.cpp:1 name");
    EXPECT_EQ(found_in({{"src/app/data/x.json", "{}\n"}}), "src/app/data/x.json:1 name");
    EXPECT_EQ(found_in({{"src/app/x.cpp", "struct PageInfo {};\n"}}), "src/app/x.cpp:2 name");
    EXPECT_EQ(found_in({{"src/app/x.cpp", "namespace poa::helpers {}\n"}}), "src/app/x.cpp:2 name");
    EXPECT_EQ(found_in({{"src/app/x.cpp", "using RequestData = int;\n"}}), "src/app/x.cpp:2 name");
    EXPECT_EQ(found_in({{"src/app/x.cpp", "enum class Common { a };\n"}}), "src/app/x.cpp:2 name");
}

} // namespace
} // namespace poa::tidy
