// SPDX-License-Identifier: Apache-2.0
#include "fake_tree.hpp"

#include <gtest/gtest.h>

namespace poa::tidy {
namespace {

TEST(Layers, GoDownward) {
    EXPECT_EQ(found_in({{"src/web/html.cpp", "#include \"http/message.hpp\"\n#include \"base/text.hpp\"\n"}}),
              "");
    EXPECT_EQ(found_in({{"src/app/main.cpp", "#include \"capabilities/ledger/module.hpp\"\n"}}), "");
}

TEST(Layers, DoNotGoUpward) {
    EXPECT_EQ(found_in({{"src/base/text.cpp", "#include \"storage/database.hpp\"\n"}}),
              "src/base/text.cpp:2 layer");
    EXPECT_EQ(found_in({{"src/http/server.cpp", "#include \"web/html.hpp\"\n"}}),
              "src/http/server.cpp:2 layer");
    EXPECT_EQ(found_in({{"src/storage/x.cpp", "#include \"capabilities/ledger/ledger.hpp\"\n"}}),
              "src/storage/x.cpp:2 layer");
    EXPECT_EQ(found_in({{"tools/count/main.cpp", "#include \"storage/database.hpp\"\n"}}),
              "tools/count/main.cpp:2 layer");
    EXPECT_EQ(found_in({{"src/attic/x.cpp", "#include \"base/text.hpp\"\n"}}), "src/attic/x.cpp:2 layer");
}

TEST(Capabilities, UseWhatIsDeclaredByItsFrontHeader) {
    EXPECT_EQ(
        found_in({{"src/capabilities/members/store.cpp", "#include \"capabilities/ledger/ledger.hpp\"\n"}}),
        "");
    EXPECT_EQ(
        found_in({{"src/capabilities/members/store.cpp", "#include \"capabilities/ledger/tiles.hpp\"\n"}}),
        "src/capabilities/members/store.cpp:2 front");
    EXPECT_EQ(
        found_in({{"src/capabilities/ledger/store.cpp", "#include \"capabilities/members/members.hpp\"\n"}}),
        "src/capabilities/ledger/store.cpp:2 uses");
    EXPECT_EQ(found_in({{"src/capabilities/members/tests/x.cpp",
                         "#include \"capabilities/identity/identity.hpp\"\n"}}),
              "src/capabilities/members/tests/x.cpp:2 uses");
}

TEST(Rings, RulesIncludeOnlyBase) {
    const std::string rules = "src/capabilities/members/groups.cpp";
    EXPECT_EQ(
        found_in({{rules, "#include \"base/time.hpp\"\n#include <vector>\n#include <unicode/brkiter.h>\n"}}),
        "");
    EXPECT_EQ(found_in({{rules, "#include \"storage/database.hpp\"\n"}}), rules + ":2 ring");
    EXPECT_EQ(found_in({{rules, "#include \"http/message.hpp\"\n"}}), rules + ":2 ring");
    EXPECT_EQ(found_in({{rules, "#include \"capabilities/ledger/ledger.hpp\"\n"}}), rules + ":2 ring");
    EXPECT_EQ(found_in({{rules, "#include \"capabilities/members/store.hpp\"\n"}}), rules + ":2 ring");
    EXPECT_EQ(found_in({{rules, "#include <curl/curl.h>\n"}}), rules + ":2 ring");
}

TEST(Rings, RulesIncludeThePureFrontOfWhoTheyMayUse) {
    const std::string rules = "src/capabilities/members/groups.cpp";
    EXPECT_EQ(found_in({{rules, "#include \"capabilities/ledger/rules.hpp\"\n"}}), "");
    EXPECT_EQ(
        found_in({{"src/capabilities/ledger/entry.cpp", "#include \"capabilities/members/rules.hpp\"\n"}}),
        "src/capabilities/ledger/entry.cpp:2 uses");
    EXPECT_EQ(found_in({{"src/capabilities/ledger/rules.hpp",
                         "#pragma once\n#include \"storage/database.hpp\"\n"}}),
              "src/capabilities/ledger/rules.hpp:3 ring");
}

TEST(Rings, WorkKnowsNoPages) {
    const std::string work = "src/capabilities/members/queries.cpp";
    EXPECT_EQ(
        found_in(
            {{work, "#include \"storage/database.hpp\"\n#include \"capabilities/members/pages.hpp\"\n"}}),
        "");
    EXPECT_EQ(found_in({{work, "#include \"web/html.hpp\"\n"}}), work + ":2 ring");
    EXPECT_EQ(found_in({{work, "#include \"capabilities/members/module.hpp\"\n"}}), work + ":2 ring");
    EXPECT_EQ(found_in({{"src/capabilities/members/pages.cpp", "#include \"web/html.hpp\"\n"}}), "");
}

TEST(FrontHeaders, ForPagesThereIsFacesToo) {
    const std::string include = "#include \"capabilities/ledger/faces.hpp\"\n";
    EXPECT_EQ(found_in({{"src/capabilities/members/pages.cpp", include}}), "");
    EXPECT_EQ(found_in({{"src/capabilities/members/store.cpp", include}}),
              "src/capabilities/members/store.cpp:2 front");
}

TEST(FrontHeaders, ForEffectsThereAreTheirPartsToo) {
    const std::string include = "#include \"capabilities/ledger/effects_parts.hpp\"\n";
    EXPECT_EQ(found_in({{"src/capabilities/members/effects_lists.cpp", include}}), "");
    EXPECT_EQ(found_in({{"src/capabilities/members/store.cpp", include}}),
              "src/capabilities/members/store.cpp:2 front");
}

TEST(Libraries, AreKnownInTheirRoomOnly) {
    EXPECT_EQ(found_in({{"src/http/transport.cpp", "#include <boost/asio/ip/tcp.hpp>\n"}}), "");
    EXPECT_EQ(found_in({{"bench/load.cpp", "#include <boost/asio.hpp>\n#include <sqlite3.h>\n"}}), "");
    EXPECT_EQ(found_in({{"src/app/main.cpp", "#include <boost/asio.hpp>\n"}}), "src/app/main.cpp:2 library");
    EXPECT_EQ(found_in({{"src/web/html.cpp", "#include <boost/beast/http.hpp>\n"}}),
              "src/web/html.cpp:2 library");
    EXPECT_EQ(found_in({{"src/capabilities/ledger/store.cpp", "#include <sqlite3.h>\n"}}),
              "src/capabilities/ledger/store.cpp:2 library");
    EXPECT_EQ(found_in({{"src/app/backup.cpp", "#include <libpq-fe.h>\n"}}), "src/app/backup.cpp:2 library");
}

TEST(UsesTable, IsFreeOfCyclesAndComplete) {
    Findings findings;
    (void)read_uses({"uses.txt", "capability a: b\ncapability b: c\ncapability c:\n"}, findings);
    EXPECT_TRUE(findings.empty());
    (void)read_uses({"uses.txt", "capability a: b\ncapability b: c\ncapability c: a\n"}, findings);
    ASSERT_EQ(findings.size(), 1u);
    findings.clear();
    (void)read_uses({"uses.txt", "capability a: nowhere\n"}, findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].line, 1);
    findings.clear();
    (void)read_uses({"uses.txt", "# words\n\ncapabilty a:\ncapability b:\ncapability b:\n"}, findings);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].line, 3);
    EXPECT_EQ(findings[1].line, 5);
}

TEST(UsesTable, NeedsAnEntryForEveryCapability) {
    EXPECT_EQ(
        found_in({{"src/capabilities/archive/store.cpp", "#include \"capabilities/ledger/ledger.hpp\"\n"},
                  {"src/capabilities/archive/README.md", "# Archive\n"}}),
        "src/capabilities/archive/store.cpp:2 uses");
}

TEST(RolesTable, RefusesWhatItCannotRead) {
    Findings findings;
    const Roles roles = read_roles({"roles.txt", "store* work\nx faces more\nlibrary fmt/*\n"}, findings);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].line, 2);
    EXPECT_EQ(roles.ring_of("ledger", "store_rows.cpp"), Ring::work);
    EXPECT_EQ(roles.ring_of("ledger", "tree.cpp"), Ring::rules);
    EXPECT_EQ(roles.libraries, std::vector<std::string>{"fmt/*"});
}

} // namespace
} // namespace poa::tidy
