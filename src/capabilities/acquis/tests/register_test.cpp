// SPDX-License-Identifier: Apache-2.0
// acquis.register_instrument, on both databases.
#include "capabilities/acquis/tests/house.hpp"

namespace poa::acquis {
namespace {

using namespace test;
using poa::test::Engine;

class Register : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Register, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

const std::string report = R"({"title": "A report of 2044",
 "instruments": [{"key": "a-99-1", "symbol": "A/99/1", "kind": "report", "body": "Sample group", "year": 2044,
   "adoption": "consensus", "part": "framework", "titles": {"en": "Sample", "fr": "Exemple"},
   "certainty": "checked"}]})";

Result<Registered> register_as(House& house, const Actor& actor, const std::string& text) {
    return house.write([&](ledger::Work& work) { return register_instrument(work, actor, {text}); });
}

// FW-05, FW-06: a report adopted by consensus makes a further version, with who, when and what.
TEST_P(Register, FW_05_FW_06_AReportByConsensusMakesAFurtherVersion) {
    House house(GetParam());
    const Actor secretariat = house.appoint(Role::secretariat, Body::secretariat());
    house.clock.set(noon("2044-05-01"));
    const auto done = register_as(house, secretariat, report);
    ASSERT_TRUE(done.has_value()) << codes_of(done.error());
    EXPECT_EQ(done->version, 2);
    EXPECT_EQ(done->instruments, 1);
    const std::string leaf = house.newest_leaf();
    EXPECT_NE(leaf.find("acquis.register_instrument"), std::string::npos) << leaf;
    EXPECT_NE(leaf.find("a-99-1"), std::string::npos) << leaf;
    const Framework framework = house.framework();
    EXPECT_EQ(framework.instruments().back().symbol, "A/99/1") << "by year";
    EXPECT_EQ(framework.events().back().by.on_behalf, "secretariat");
    EXPECT_EQ(framework.events().back().at, noon("2044-05-01"));

    const std::int64_t before = house.journal_size();
    EXPECT_FALSE(register_as(house, secretariat, report)->changed) << "the very same text";
    EXPECT_EQ(said(register_as(house, secretariat, replace_all(report, "A report of", "Report of"))),
              "acquis.changes_nothing");
    EXPECT_EQ(house.journal_size(), before);
}

// FW-04, FW-05: what is refused leaves nothing behind.
TEST_P(Register, FW_04_FW_05_WhatIsRefusedLeavesNothing) {
    House house(GetParam());
    const Actor secretariat = house.appoint(Role::secretariat, Body::secretariat());
    const std::int64_t before = house.journal_size();
    EXPECT_EQ(said(register_as(house, secretariat, replace_all(report, "\"consensus\"", "\"vote\""))),
              "acquis.not_by_consensus");
    EXPECT_EQ(said(register_as(house, secretariat, R"({"title": "x", "removals": ["norm-f"]})")),
              "acquis.nothing_is_removed");
    EXPECT_EQ(said(register_as(house, secretariat, "not JSON")), "json.malformed");
    EXPECT_EQ(said(register_as(house, house.appoint(Role::delegate, Body::state("FJI")), report)),
              "identity.not_permitted");
    EXPECT_EQ(said(register_as(house, Actor::visitor(), report)), "identity.not_signed_in");
    EXPECT_EQ(house.journal_size(), before);
    EXPECT_EQ(house.framework().events().size(), 1u);
    EXPECT_NE(house.framework().item("norm-f"), nullptr);
}

TEST_P(Register, WhatIsShippedIsRegisteredOnce) {
    House house(GetParam());
    EXPECT_FALSE(
        house.write([](ledger::Work& work) { return register_shipped(work, reference_file("acquis.json")); })
            ->changed);
    EXPECT_EQ(house.framework().events().size(), 1u);
}

TEST_P(Register, AClockThatWentBackPutsNoVersionBeforeTheOneItFollows) {
    House house(GetParam());
    house.clock.set(noon("2026-01-01"));
    ASSERT_TRUE(
        register_as(house, house.appoint(Role::secretariat, Body::secretariat()), report).has_value());
    EXPECT_EQ(house.framework().events().back().at, noon("2027-01-11"));
}

// FW-05: the same check without a database, for who prepares a file.
TEST(Checking, FW_05_AFileIsHeldAgainstWhatIsShipped) {
    const std::string_view shipped = reference_file("acquis.json");
    EXPECT_EQ(check_registration(shipped, shipped)->items_added, 43);
    EXPECT_EQ(check_registration(shipped, report)->instruments, 1);
    EXPECT_EQ(said(check_registration(shipped, replace_all(report, "\"consensus\"", "\"vote\""))),
              "acquis.not_by_consensus");
}

} // namespace
} // namespace poa::acquis
