// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/sign_in_limit.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

const Instant noon = *parse_instant("2026-11-21T12:00:00Z");

TEST(Limits, WaitsGrowByFailures) {
    struct Row {
        std::int64_t failures, pair_seconds, client_seconds;
    };
    for (const Row& row : std::initializer_list<Row>{
             {0, 0, 0},
             {4, 0, 0},
             {5, 30, 0},
             {6, 60, 0},
             {7, 120, 0},
             {11, 1920, 0},
             {12, 3600, 0},
             {19, 3600, 0},
             {20, 3600, 30},
             {21, 3600, 60},
             {1'000'000, 3600, 3600},
         }) {
        EXPECT_EQ(seconds_to_wait({row.failures, noon}, pair_rule, noon), row.pair_seconds) << row.failures;
        EXPECT_EQ(seconds_to_wait({row.failures, noon}, client_rule, noon), row.client_seconds)
            << row.failures;
    }
}

TEST(Limits, WaitsPassAndFailuresAreForgotten) {
    Failures five{5, noon};
    EXPECT_EQ(seconds_to_wait(five, pair_rule, noon.plus_seconds(29)), 1);
    EXPECT_EQ(seconds_to_wait(five, pair_rule, noon.plus_seconds(30)), 0);
    EXPECT_EQ(seconds_to_wait(five, pair_rule, Instant{noon.microseconds + 29'999'999}), 1);
    EXPECT_EQ(one_more(five, noon.plus_seconds(3600)), (Failures{6, noon.plus_seconds(3600)}));
    EXPECT_EQ(one_more(five, noon.plus_seconds(24 * 3600)), (Failures{1, noon.plus_seconds(24 * 3600)}));
    EXPECT_EQ(one_more({}, noon), (Failures{1, noon}));
}

TEST(Limits, ANetworkIsAnIpv4AddressOrAnIpv664) {
    auto same = [](std::string_view a, std::string_view b) {
        return ClientKey::network(a).digest() == ClientKey::network(b).digest();
    };
    EXPECT_TRUE(same("192.0.2.7", "::ffff:192.0.2.7"));
    EXPECT_FALSE(same("192.0.2.7", "192.0.2.8"));
    EXPECT_TRUE(same("2001:db8:1:2::1", "2001:0db8:0001:0002:ffff:ffff:ffff:ffff"));
    EXPECT_FALSE(same("2001:db8:1:2::1", "2001:db8:1:3::1"));
    EXPECT_TRUE(same("", "nonsense")) << "who hides the address shares one count";
    EXPECT_FALSE(same("", "192.0.2.7"));
}

TEST(Limits, KindsOfClientsNeverCollide) {
    Sha256 token = sha256("token");
    EXPECT_NE(ClientKey::known_browser(token).digest(), ClientKey::network(text_of(token.bytes)).digest());
    EXPECT_NE(ClientKey::session(1).digest(), ClientKey::network("1").digest());
}

TEST(Limits, TheJournalIsToldInSteps) {
    std::string told;
    for (int n = 1; n <= 20; ++n)
        if (is_journal_step(n, n)) told += std::to_string(n) + " ";
    EXPECT_EQ(told, "1 2 4 8 16 ");
    EXPECT_TRUE(is_journal_step(1, 1000));
    EXPECT_FALSE(is_journal_step(1, 1001)) << "new pairs without end fill no disk";
    EXPECT_TRUE(is_journal_step(3, 1024));
}

} // namespace
} // namespace poa::identity
