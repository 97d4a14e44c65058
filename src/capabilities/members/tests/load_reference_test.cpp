// SPDX-License-Identifier: Apache-2.0
// members.load_reference and the current register, on both databases.

#include "base/text.hpp"
#include "capabilities/members/store.hpp"
#include "capabilities/members/tests/shipped.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
[[nodiscard]] std::span<const storage::Migration> migrations();
}

namespace poa::members {
namespace {

using poa::test::Engine;

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (const auto& part : {ledger::migrations(), migrations()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

class LoadReference : public testing::TestWithParam<Engine> {
  protected:
    Result<LoadedReference> load(const ReferenceTexts& texts) {
        return database_->write([&](storage::Session& session) {
            ledger::Work work(session, poa::test::still_clock().now());
            return load_reference(work, texts);
        });
    }
    std::vector<ledger::Recorded> journal() {
        return database_->read(
            [](storage::Session& session) { return ledger::recent(session, Audience::everyone, 0, 10); });
    }
    std::optional<std::int64_t> count(std::string_view sql) {
        return database_->read([&](storage::Session& session) {
            return session.number({"test.count", sql});
        });
    }
    bool refresh(CurrentRegister& current) {
        return database_->read([&](storage::Session& session) { return current.refresh(session); });
    }

    poa::test::TestDatabase database_ = poa::test::make_test_database(GetParam(), all_migrations());
};

INSTANTIATE_TEST_SUITE_P(Both, LoadReference, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(LoadReference, KeepsTheDataAndRecordsItPublicly) {
    const auto loaded = load(test::shipped());
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(loaded->changed);
    EXPECT_EQ(loaded->member_states, 193);
    EXPECT_EQ(loaded->observer_states, 2);
    EXPECT_EQ(loaded->groups, 8);
    EXPECT_EQ(count("SELECT COUNT(*) FROM members_state WHERE is_listed = 1"), 195);
    const auto entries = journal();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].entry.act, "members.load_reference");
    EXPECT_EQ(entries[0].entry.on_behalf, "operator");
    const std::map<std::string, std::string> facts(entries[0].entry.facts.begin(),
                                                   entries[0].entry.facts.end());
    EXPECT_EQ(facts.at("members_sha256"), sha256(test::shipped_members()).hex());
    EXPECT_EQ(facts.at("member_states"), "193");
    EXPECT_EQ(facts.at("observer_states"), "2");
}

TEST_P(LoadReference, DoesNothingTheSecondTime) {
    ASSERT_TRUE(load(test::shipped()));
    const auto again = load(test::shipped());
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->changed);
    EXPECT_EQ(journal().size(), 1U);
}

TEST_P(LoadReference, AChangedFileReplacesTheDataWithAnotherEntry) {
    ASSERT_TRUE(load(test::shipped()));
    CurrentRegister current;
    EXPECT_TRUE(refresh(current));
    EXPECT_FALSE(refresh(current));
    const auto before = current.now();
    EXPECT_EQ(before->display_name("PER", Language::en), "Peru");

    const std::string changed =
        replace_all(test::shipped_members(), R"("display": "Peru")", R"("display": "Peru!")");
    const auto loaded = load({changed, test::shipped_organisations()});
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(loaded->changed);
    EXPECT_EQ(journal().size(), 2U);
    EXPECT_TRUE(refresh(current));
    EXPECT_EQ(current.now()->display_name("PER", Language::en), "Peru!");
    EXPECT_EQ(current.now()->digest(), loaded->digest);
    EXPECT_EQ(before->display_name("PER", Language::en), "Peru"); // who holds the old one keeps it
}

TEST_P(LoadReference, RefusedDataChangesNothing) {
    ASSERT_TRUE(load(test::shipped()));
    const auto refused = load({"{}", test::shipped_organisations()});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("members.missing"));
    EXPECT_EQ(journal().size(), 1U);
    EXPECT_EQ(count("SELECT COUNT(*) FROM members_state WHERE is_listed = 1"), 195);
}

TEST_P(LoadReference, AnOrganisationThatLeavesTheDataKeepsItsKey) {
    ASSERT_TRUE(load(test::shipped()));
    const std::string changed =
        replace_all(test::shipped_organisations(), R"("key": "summit-v")", R"("key": "summit-6")");
    ASSERT_TRUE(load({test::shipped_members(), changed}));
    EXPECT_EQ(count("SELECT is_listed FROM members_organisation WHERE key = 'summit-v'"), 0);
    EXPECT_EQ(count("SELECT is_listed FROM members_organisation WHERE key = 'summit-6'"), 1);
}

TEST_P(LoadReference, WithoutDataTheRegisterStaysEmpty) {
    CurrentRegister current;
    EXPECT_FALSE(refresh(current));
    EXPECT_TRUE(current.now()->states(Language::en).empty());
}

TEST_P(LoadReference, DamagedDataIsToldToTheOperator) {
    ASSERT_TRUE(load(test::shipped()));
    database_->write([](storage::Session& session) {
        session.execute(
            {"test.damage", "UPDATE members_reference SET content = '{}' WHERE name = 'members'"});
    });
    CurrentRegister current;
    EXPECT_THROW(refresh(current), MachineFailure);
    EXPECT_TRUE(current.now()->states(Language::en).empty());
}

} // namespace
} // namespace poa::members
