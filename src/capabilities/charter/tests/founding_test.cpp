// SPDX-License-Identifier: Apache-2.0
// The charter in force, processes and affirmations, on both databases, with what the journal says of each
// act.
#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/charter/commands/affirm_commitment.hpp"
#include "capabilities/charter/commands/end_process.hpp"
#include "capabilities/charter/commands/register_process.hpp"
#include "capabilities/charter/store.hpp"
#include "capabilities/members/members.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

using identity::Actor;
using identity::Role;
using poa::test::Engine;

Day day(const char* iso) {
    return Day::parse(iso).value();
}

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), charter::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

Actor somebody(Role role, const identity::Body& body) {
    std::vector<identity::CurrentStanding> standings = {{{role, body}, true}};
    return Actor::signed_in(Id<identity::Person>{7}, "Sample", "en", Id<identity::SignInSession>{7},
                            standings);
}

class Founding : public testing::TestWithParam<Engine> {
  protected:
    template <class Act> auto work(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
    }
    Founding() {
        clock.set(parse_instant("2031-07-21T12:00:00Z").value());
        work([](ledger::Work& work) {
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
    }
    template <class Result> static std::string said(const Result& result) {
        return result ? "done" : result.error().reasons.front().code;
    }
    auto found(const Charter& charter, const Actor& actor = Actor::operator_()) {
        return work([&](ledger::Work& unit) { return found_mechanism(unit, actor, charter); });
    }
    auto affirm(const Actor& actor, const char* level = "minister") {
        return work([&](ledger::Work& unit) {
            return affirm_commitment(unit, actor, {level, "We stand by it."});
        });
    }
    auto enter(const RegisterProcess& request, const Actor& actor = Actor::operator_()) {
        return work([&](ledger::Work& unit) { return register_process(unit, actor, request); });
    }
    auto end(const char* key, const char* last) {
        return work([&](ledger::Work& unit) {
            return end_process(unit, Actor::operator_(), {key, day(last)});
        });
    }
    /// Leaf of the newest entry of the journal.
    std::string newest_leaf() {
        return database->read([](storage::Session& session) {
            return *session.one({"test.leaf", "SELECT leaf FROM journal ORDER BY id DESC LIMIT 1"},
                                [](const storage::Row& row) { return row.string(0); });
        });
    }
    std::int64_t journal_size() {
        return database->read([](storage::Session& session) {
            return session.number({"test.journal", "SELECT COUNT(*) FROM journal"}).value_or(-1);
        });
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database = poa::test::make_test_database(GetParam(), all_migrations());
    const Charter& agreed = Presets::shipped().agreed();
};

INSTANTIATE_TEST_SUITE_P(Both, Founding, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Founding, BringsOneCharterIntoForceWhole) {
    database->read([](storage::Session& session) { EXPECT_EQ(read_in_force(session), nullptr); });
    ASSERT_EQ(said(found(*Presets::shipped().find("egypt"))), "done");
    std::string digest;
    database->read([&](storage::Session& session) {
        auto in_force = read_in_force(session);
        ASSERT_NE(in_force, nullptr);
        EXPECT_EQ(in_force->version, 1);
        EXPECT_EQ(in_force->charter[clause::plenary::every_months], 24);
        EXPECT_EQ(in_force->charter.entry(clause::plenary::every_months).provenance.passage,
                  Presets::shipped().find("egypt")->entry(clause::plenary::every_months).provenance.passage);
        EXPECT_EQ(in_force->since, clock.now());
        CurrentCharter current;
        EXPECT_EQ(current.of(session)->version, 1);
        EXPECT_EQ(current.of(session), current.of(session)) << "kept while nothing changes";
        digest = sha256(in_force->text).hex();
    });
    EXPECT_NE(newest_leaf().find(digest), std::string::npos);
    EXPECT_NE(newest_leaf().find("charter.found_mechanism"), std::string::npos);
}

// The charter changes by decision alone: founding twice is refused to everybody, and there is no other
// command.
TEST_P(Founding, NobodyChangesTheCharterInForce) {
    ASSERT_EQ(said(found(agreed)), "done");
    const auto before = journal_size();
    for (Role role : identity::all_roles()) {
        const bool of_state = role == Role::head_of_delegation || role == Role::delegate;
        const Actor actor =
            role == Role::operator_
                ? Actor::operator_()
                : somebody(role, of_state ? identity::Body::state("FRA") : identity::Body::secretariat());
        EXPECT_NE(said(found(*Presets::shipped().find("egypt"), actor)), "done") << identity::name_of(role);
    }
    EXPECT_EQ(journal_size(), before);
    database->read([&](storage::Session& session) {
        EXPECT_EQ(store::newest_version(session), 1);
        EXPECT_EQ(read_in_force(session)->charter.id(), agreed.id());
    });
}

TEST_P(Founding, ACharterThatContradictsItselfIsRefusedWithEveryReason) {
    const Charter wrong = agreed.with(clause::groups::at_once_max.index, std::int64_t{1}, "test");
    auto refused = found(wrong);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().reasons.front().code, "charter.contradicts_itself");
    EXPECT_GE(refused.error().reasons.size(), 2u);
    EXPECT_FALSE(refused.error().reasons[1].clause.empty());
    database->read([](storage::Session& session) { EXPECT_EQ(store::newest_version(session), 0); });
}

// MTG-15: States affirm their commitment, once, at what level; where the charter has no such event, nobody
// does.
TEST_P(Founding, MTG_15_StatesAffirmTheirCommitmentOnce) {
    const Actor france = somebody(Role::head_of_delegation, identity::Body::state("FRA"));
    EXPECT_EQ(said(affirm(france)), "charter.none_in_force");
    ASSERT_EQ(said(found(*Presets::shipped().find("australia"))), "done");
    ASSERT_EQ(said(affirm(france)), "done");
    const std::string leaf = newest_leaf();
    EXPECT_NE(leaf.find("charter.affirm_commitment"), std::string::npos);
    EXPECT_NE(leaf.find("state:FRA"), std::string::npos);
    EXPECT_NE(leaf.find("\"5.7\""), std::string::npos) << "under the clause: " << leaf;
    EXPECT_EQ(said(affirm(france, "head_of_state")), "charter.affirmed_already");
    EXPECT_EQ(said(affirm(somebody(Role::secretariat, identity::Body::secretariat()))),
              "identity.not_permitted");
    database->read([](storage::Session& session) {
        auto all = store::affirmations(session);
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(all[0].state, "FRA");
        EXPECT_EQ(all[0].level, "minister");
    });
}

TEST_P(Founding, WithoutSuchAnEventNobodyAffirms) {
    ASSERT_EQ(said(found(agreed)), "done");
    auto refused = affirm(somebody(Role::head_of_delegation, identity::Body::state("FRA")));
    EXPECT_EQ(said(refused), "charter.no_affirmations");
    EXPECT_EQ(refused.error().reasons.front().clause, "5.7");
}

// EST-01: the guard stands before the act, with its clause.
TEST_P(Founding, EST_01_BeforeItsDayTheMechanismAcceptsNoAct) {
    const Charter later = Presets::shipped()
                              .find("australia")
                              ->with(clause::founding::no_act_before.index, day("2032-01-01"), "test")
                              .with(clause::founding::first_plenary.index, day("2032-06-07"), "test");
    ASSERT_EQ(said(found(later)), "done");
    const Actor france = somebody(Role::head_of_delegation, identity::Body::state("FRA"));
    auto early = affirm(france);
    EXPECT_EQ(said(early), "charter.not_founded_yet");
    EXPECT_EQ(early.error().reasons.front().clause, "2.1");
    clock.set(parse_instant("2032-01-01T00:00:00Z").value());
    EXPECT_EQ(said(affirm(france)), "done");
}

TEST_P(Founding, ProcessesAreEnteredAndEnded) {
    const RegisterProcess group{"Working group", "A/RES/99/1", "same_matter", day("2030-01-01"), {}};
    ASSERT_EQ(said(enter(group)), "done");
    EXPECT_NE(newest_leaf().find("charter.register_process"), std::string::npos);
    EXPECT_EQ(said(enter(group)), "charter.process_known");
    RegisterProcess backwards = group;
    backwards.title = "Backwards";
    backwards.to = day("2029-01-01");
    EXPECT_EQ(said(enter(backwards)), "charter.days_backwards");
    EXPECT_EQ(said(end("nothing", "2030-01-01")), "charter.no_such_process");
    EXPECT_EQ(said(end("working-group", "2029-01-01")), "charter.days_backwards");
    EXPECT_EQ(said(end("working-group", "2031-01-01")), "done");
    EXPECT_NE(newest_leaf().find("charter.end_process"), std::string::npos);
    EXPECT_EQ(said(end("working-group", "2032-01-01")), "charter.process_ended");
    database->read([](storage::Session& session) {
        auto all = store::processes(session);
        ASSERT_EQ(all.size(), 1u);
        EXPECT_EQ(all[0].to, day("2031-01-01"));
    });
}

} // namespace
} // namespace poa::charter
