// SPDX-License-Identifier: Apache-2.0
#include "fake_tree.hpp"

#include <gtest/gtest.h>

namespace poa::tidy {
namespace {

const std::string folder = "src/capabilities/members/";
const std::string command = folder + "commands/import_states.cpp";
const std::string act = "auto act = \"members.import_states\";\n";

TEST(EveryCapability, HasAReadme) {
    EXPECT_EQ(found_in({{"src/capabilities/identity/person.cpp", "\n"}}),
              "src/capabilities/identity/README.md:1 readme");
    EXPECT_EQ(found_in({{"src/capabilities/identity/person.cpp", "\n"},
                        {"src/capabilities/identity/README.md", "# People\n"}}),
              "");
}

TEST(EveryCommand, StandsInFivePlaces) {
    EXPECT_EQ(found_in({{command, act},
                        {folder + "permissions.cpp", act},
                        {folder + "tests/import.cpp", act},
                        {"docs/reference/commands/members.import_states.md", "# Import\n"}}),
              "");
}

TEST(EveryCommand, MissesNoPlace) {
    EXPECT_EQ(found_in({{command, act}, {folder + "tests/import.cpp", "auto a = import_states();\n"}}),
              command + ":1 five-places");
    EXPECT_EQ(found_in({{command, act}, {folder + "permissions.cpp", act}}), command + ":1 five-places");
    EXPECT_EQ(found_in({{command, "\n"},
                        {folder + "permissions.cpp", act},
                        {folder + "tests/x.cpp", "auto a = import_states();\n"}}),
              command + ":1 five-places");
    EXPECT_EQ(found_in({{command, act},
                        {folder + "permissions.cpp", act},
                        {folder + "tests/import.cpp", act},
                        {"docs/reference/commands/members.other.md", "# Other\n"}}),
              command + ":1 five-places");
}

TEST(Migrations, AreNumberedWithoutGaps) {
    const std::string sql = "-- SPDX-License-Identifier: Apache-2.0\n";
    EXPECT_EQ(found_in({{folder + "migrations/0001_members.sql", sql},
                        {folder + "migrations/0002_groups.sql", sql}}),
              "");
    EXPECT_EQ(found_in({{folder + "migrations/0001_members.sql", sql},
                        {folder + "migrations/0003_groups.sql", sql}}),
              folder + "migrations/0003_groups.sql:1 migration");
    EXPECT_EQ(found_in({{folder + "migrations/0001_a.sql", sql}, {folder + "migrations/0001_b.sql", sql}}),
              folder + "migrations/0001_b.sql:1 migration");
    EXPECT_EQ(found_in({{folder + "migrations/members.sql", sql}}),
              folder + "migrations/members.sql:1 migration");
}

} // namespace
} // namespace poa::tidy
