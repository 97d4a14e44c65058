// SPDX-License-Identifier: Apache-2.0
#include "storage/copying.hpp"

#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace poa::storage {
namespace {

using test::Engine;
using test::TestDatabase;

constexpr Migration tables[] = {
    {"contract", 1, "words", "CREATE TABLE word (text TEXT PRIMARY KEY) {strict};"}};
constexpr Query insert{"test.insert", "INSERT INTO word (text) VALUES ($1)"};
constexpr Query count{"test.count", "SELECT count(*) FROM word"};

class Copying : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Copying, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Copying, ASnapshotIsSeenByAnotherConnectionAsItWas) {
    TestDatabase made = test::make_test_database(GetParam(), tables);
    if (GetParam() == Engine::sqlite) {
        EXPECT_THROW(made->read([](Session& session) { (void)export_snapshot(session); }), OurMistake);
        EXPECT_THROW(made->read([](Session& session) { (void)count_tables(session); }), OurMistake);
        return;
    }
    auto other = Database::open(made.settings());
    made->write([](Session& session) { session.execute(insert, "before"); });
    made->read([&](Session& session) {
        const std::string snapshot = export_snapshot(session);
        std::thread([&] {
            other->write([](Session& writing) { writing.execute(insert, "after"); });
            other->read([&](Session& copying) {
                copying.script("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
                EXPECT_EQ(copying.number(count), 1) << "what came after is not in the copy";
            });
            EXPECT_EQ(other->read([](Session& later) { return later.number(count); }), 2);
        }).join();
    });
    EXPECT_GE(made->read(count_tables), 2) << "the table and that of the migrations";
}

} // namespace
} // namespace poa::storage
