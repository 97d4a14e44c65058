// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/tests/platform.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

class Journal : public testing::TestWithParam<test::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Journal, testing::ValuesIn(test::engines_under_test()), test::engine_name);

std::vector<int> numbers(const std::vector<Recorded>& entries) {
    std::vector<int> found;
    for (const Recorded& entry : entries) found.push_back(std::stoi(entry.entry.facts.at(0).second));
    return found;
}

TEST_P(Journal, GivesEntriesBackToThoseWhoMaySeeThem) {
    Platform platform(GetParam());
    record(platform.database(), 0, 12, {5'000'000});
    platform.read([](storage::Session& session) {
        auto all = recent(session, Audience::own_delegation, 0, 100);
        EXPECT_EQ(numbers(all), (std::vector<int>{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));
        EXPECT_EQ(numbers(recent(session, Audience::member_states, 0, 100)),
                  (std::vector<int>{11, 10, 8, 7, 5, 4, 2, 1}));
        auto open = recent(session, Audience::everyone, 0, 3);
        EXPECT_EQ(numbers(open), (std::vector<int>{11, 10, 8}));
        EXPECT_EQ(numbers(recent(session, Audience::everyone, open.back().id.number, 3)),
                  (std::vector<int>{7, 5, 4}));
        EXPECT_EQ(numbers(record_of(session, "document:3", Audience::everyone, 0, 9)),
                  (std::vector<int>{10}));
        EXPECT_EQ(numbers(record_of(session, "document:3", Audience::parties, 0, 9)),
                  (std::vector<int>{10, 3}));
        EXPECT_TRUE(record_of(session, "document:none", Audience::own_delegation, 0, 9).empty());
        const Recorded& entry = all.at(1); // number 10
        EXPECT_EQ(entry.at, Instant{5'000'000});
        EXPECT_EQ(entry.entry.act, "tests.act");
        EXPECT_EQ(entry.entry.on_behalf, "state:FRA");
        EXPECT_EQ(entry.entry.clause, "para. 10");
        EXPECT_TRUE(entry.entry.sealed.empty());
        EXPECT_EQ(entry.entry.person, 0);
        EXPECT_FALSE(entry.leaf_index);
    });
}

TEST_P(Journal, AnEntryStandsAndFallsWithItsAct) {
    Platform platform(GetParam());
    struct Stop {};
    EXPECT_THROW(platform.made->write([](storage::Session& session) {
        Work(session, {1}).record(numbered_entry(1));
        throw Stop{};
    }),
                 Stop);
    auto refused = platform.made->write([](storage::Session& session) -> Result<int> {
        Work(session, {1}).record(numbered_entry(1));
        return refuse(Refusal::Kind::rule, "tests.no");
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(platform.read(standing).waiting, 0);
}

TEST_P(Journal, AnEntryIsOpenedForThoseWhoMay) {
    Platform platform(GetParam());
    record(platform.database(), 0, 5);
    sequence_all(platform.sequencer);
    platform.read([](storage::Session& session) {
        auto all = recent(session, Audience::own_delegation, 0, 9);
        for (const Recorded& each : all) {
            int number = numbers({each}).front();
            Entry written = numbered_entry(number);
            auto opened = open_entry(session, each.id, [&](const Recorded& entry) {
                return entry.entry.person == written.person && entry.entry.on_behalf == written.on_behalf;
            });
            ASSERT_TRUE(opened);
            EXPECT_EQ(opened->recorded.entry.facts, written.facts);
            EXPECT_EQ(opened->recorded.entry.sealed, written.sealed);
            EXPECT_EQ(opened->recorded.leaf_index, each.leaf_index);
            EXPECT_EQ(leaf(session, static_cast<std::uint64_t>(*each.leaf_index)), opened->leaf);
            EXPECT_EQ(check_opening(opened->leaf, opened->salt, opened->sealed_body),
                      has_sealed_part(written));
        }
        auto closed = open_entry(session, all.front().id, [](const Recorded&) { return false; });
        auto absent = open_entry(session, Id<JournalEntry>{999}, [](const Recorded&) { return true; });
        ASSERT_FALSE(closed);
        ASSERT_FALSE(absent);
        EXPECT_EQ(closed.error().kind, Refusal::Kind::not_found);
        EXPECT_EQ(absent.error().reasons.front().code, closed.error().reasons.front().code);
    });
}

/// An act of which each try leaves an entry, and the first is met by `failure`.
struct Faster {
    storage::DatabaseError::Kind failure;
    StillClock& clock;
    int tries = 0;

    Result<Instant> operator()(Work& work) {
        Entry entry;
        entry.act = "tests.try";
        entry.on_behalf = "operator";
        entry.subject = "tests";
        entry.audience = Audience::everyone;
        entry.facts = {{"try", std::to_string(++tries)}};
        work.record(entry);
        clock.advance_seconds(60);
        if (tries == 1) throw storage::DatabaseError(failure, "", "the same thing exists already");
        return work.now();
    }
};

TEST_P(Journal, WhoWasNotTheFirstIsHeardAgainAsOfTheMomentItAsked) {
    Platform platform(GetParam());
    StillClock clock(Instant{5'000'000});
    Faster act{storage::DatabaseError::Kind::unique, clock};
    EXPECT_EQ(in_turn(platform.database(), clock, act), Instant{5'000'000});
    EXPECT_EQ(act.tries, 2);
    platform.read([](storage::Session& session) {
        EXPECT_EQ(numbers(recent(session, Audience::everyone, 0, 9)), (std::vector<int>{2}))
            << "nothing is left of the first try";
    });
    Faster broken{storage::DatabaseError::Kind::constraint, clock};
    EXPECT_THROW(in_turn(platform.database(), clock, broken), storage::DatabaseError);
    EXPECT_EQ(broken.tries, 1) << "what is wrong stays wrong";
}

TEST_P(Journal, AnActThatIsRefusedLeavesNothing) {
    Platform platform(GetParam());
    const StillClock clock(Instant{5'000'000});
    const auto refused = in_turn(platform.database(), clock, [](Work& work) -> Result<int> {
        Entry entry;
        entry.act = "tests.act";
        entry.on_behalf = "operator";
        entry.subject = "tests";
        work.record(entry);
        return refuse(Refusal::Kind::rule, "tests.no");
    });
    EXPECT_FALSE(refused);
    platform.read([](storage::Session& session) {
        EXPECT_TRUE(recent(session, Audience::own_delegation, 0, 9).empty());
    });
}

} // namespace
} // namespace poa::ledger
