// SPDX-License-Identifier: Apache-2.0
// The shipped register of members answers for identity.
#include "capabilities/identity/bodies_of_members.hpp"
#include "support/storage/test_databases.hpp"

#include <fstream>
#include <sstream>

namespace poa::identity {
namespace {

std::string shipped(const char* name) {
    std::ifstream file(std::string(POA_SOURCE_DIR "/data/") + name);
    require(file.good(), "the shipped reference data");
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::vector<storage::Migration> tables() {
    std::vector<storage::Migration> all;
    for (const auto& part : {ledger::migrations(), members::migrations()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

TEST(BodiesOfMembers, AreThoseOfTheRegister) {
    members::CurrentRegister current;
    const BodiesOfMembers bodies(current);
    const Day today = *Day::parse("2026-11-21");
    EXPECT_FALSE(bodies.is_known(Body::state("FRA"), today)) << "nothing was loaded yet";

    test::TestDatabase database = test::make_test_database(test::Engine::sqlite, tables());
    const std::string states = shipped("members.json"), organisations = shipped("organisations.json");
    database->write([&](storage::Session& session) {
        ledger::Work work(session, test::still_clock().now());
        return members::load_reference(work, {states, organisations});
    });
    database->read([&](storage::Session& session) { (void)current.refresh(session); });

    EXPECT_TRUE(bodies.is_known(Body::state("FRA"), today));
    EXPECT_TRUE(bodies.is_member_state(Body::state("FRA"), today));
    EXPECT_TRUE(bodies.is_known(Body::state("VAT"), today));
    EXPECT_FALSE(bodies.is_member_state(Body::state("VAT"), today)) << "an observer State";
    EXPECT_FALSE(bodies.is_known(Body::state("XXX"), today));
    EXPECT_FALSE(bodies.is_known(Body::state("SSD"), *Day::parse("2010-01-01"))) << "admitted in 2011";
    EXPECT_TRUE(bodies.is_known(Body::organisation("european-union"), today));
    EXPECT_FALSE(bodies.is_member_state(Body::organisation("european-union"), today));
    EXPECT_FALSE(bodies.is_known(Body::organisation("no-such-body"), today));
    EXPECT_TRUE(bodies.is_known(Body::chair(), today));
    EXPECT_TRUE(bodies.is_known(Body::secretariat(), today));
}

} // namespace
} // namespace poa::identity
