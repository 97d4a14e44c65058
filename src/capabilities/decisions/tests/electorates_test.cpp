// SPDX-License-Identifier: Apache-2.0
// A database of an earlier version keeps, through the change of where it stands, who could take part in each
// question and what they did.
#include "hall.hpp"

#include <gmock/gmock.h>

#include <iterator>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using storage::Query;
using storage::Row;
using storage::Session;
using testing::ElementsAre;

class Electorates : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Electorates, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

/// Before lists were kept once.
std::vector<storage::Migration> earlier_migrations() {
    std::vector<storage::Migration> earlier;
    std::ranges::copy_if(test::all_migrations(), std::back_inserter(earlier), [](const auto& one) {
        return one.capability != std::string_view("decisions") || one.number < 9;
    });
    return earlier;
}

constexpr std::string_view as_it_was = R"(
INSERT INTO charter_version (version, text, digest, since, reason)
    SELECT 1, '', root, 0, 'founding' FROM ledger_head;
INSERT INTO decisions_proposal (id, symbol, stage, proposer, title, agenda_item, body, effect,
    effect_fields, matter, language, evidence, drafted_at, drafted_by, revision)
    VALUES (7, 'A/1', 'before_the_body', 'chair', '', '', '', '', '{}', 'charter', 'en', '', 0, 1, 1);
INSERT INTO decisions_question (id, proposal, asked, applied, charter_version, text_version, roll_call,
    members, put_at, taken_back, in_favour, against, abstaining, objections)
    VALUES (1, 7, 'consensus', '{}', 1, 1, 0, 2, 0, '', 0, 0, 0, 0),
           (2, 7, 'vote', '{}', 1, 1, 0, 3, 0, '', 0, 0, 0, 0),
           (3, 7, 'consensus', '{}', 1, 1, 0, 2, 0, '', 0, 0, 0, 0);
INSERT INTO decisions_entitled (question, state)
    VALUES (1, 'XXB'), (1, 'XXA'), (2, 'XXC'), (2, 'XXB'), (2, 'XXA'), (3, 'XXA'), (3, 'XXB');
INSERT INTO decisions_objection (question, state, grounds, lodged_at, lodged_by, withdrawn_at)
    VALUES (1, 'XXA', 'Once.', 10, 4, 20), (1, 'XXA', 'Again.', 30, 4, NULL), (3, 'XXB', 'So.', 40, 5, NULL);
INSERT INTO decisions_vote (question, state, voice, cast_at, cast_by, corrected, corrected_at)
    VALUES (2, 'XXA', 'yes', 50, 4, 'abstain', 60), (2, 'XXC', 'no', 55, 6, NULL, NULL);
)";

TEST_P(Electorates, AreWhatEachQuestionHadListed) {
    const auto made = poa::test::make_test_database(GetParam(), earlier_migrations());
    made->write([](Session& session) { session.script(as_it_was); });
    storage::migrate(*made, test::all_migrations(), poa::test::still_clock());

    const auto of = [&](std::int64_t question) {
        return made->read([&](Session& session) { return store::entitled(session, Id<Question>{question}); });
    };
    EXPECT_THAT(of(1), ElementsAre("XXA", "XXB"));
    EXPECT_THAT(of(2), ElementsAre("XXA", "XXB", "XXC"));
    EXPECT_THAT(of(3), ElementsAre("XXA", "XXB"));
    constexpr Query lists{"test.lists", "SELECT count(*) FROM decisions_electorate"};
    EXPECT_EQ(made->read([&](Session& session) { return session.number(lists); }), 2)
        << "a list that two questions had is kept once";

    made->read([](Session& session) {
        EXPECT_TRUE(store::is_entitled(session, Id<Question>{2}, "XXC"));
        EXPECT_FALSE(store::is_entitled(session, Id<Question>{3}, "XXC"));
        EXPECT_EQ(store::spoken(session, Id<Question>{1}), 1);
        const auto objections = store::objections_of(session, Id<Question>{1});
        ASSERT_EQ(objections.size(), 2U);
        EXPECT_EQ(objections[0].grounds, "Once.");
        EXPECT_EQ(objections[0].withdrawn, Instant{20});
        EXPECT_EQ(objections[1].grounds, "Again.");
        EXPECT_FALSE(objections[1].withdrawn);
        const auto votes = store::votes_of(session, Id<Question>{2});
        ASSERT_EQ(votes.size(), 2U);
        EXPECT_EQ(votes[0].corrected, Voice::abstain);
        EXPECT_EQ(votes[1].voice, Voice::no);
    });
}

TEST_P(Electorates, WhatStandsAStateStillStandsOnce) {
    const auto made = poa::test::make_test_database(GetParam(), earlier_migrations());
    made->write([](Session& session) { session.script(as_it_was); });
    storage::migrate(*made, test::all_migrations(), poa::test::still_clock());
    const auto object = [&] {
        made->write([](Session& session) {
            store::add_objection(session, Id<Question>{1}, {"XXA", "A third time.", Instant{70}, {}}, {});
        });
    };
    EXPECT_THROW(object(), storage::DatabaseError);
    const auto vote = [&] {
        made->write([](Session& session) {
            store::add_vote(session, Id<Question>{2}, {"XXA", Voice::yes, Instant{70}, {}, {}}, {});
        });
    };
    EXPECT_THROW(vote(), storage::DatabaseError);
    const auto of_no_question = [&] {
        made->write([](Session& session) {
            store::add_vote(session, Id<Question>{9}, {"XXA", Voice::yes, Instant{70}, {}, {}}, {});
        });
    };
    EXPECT_THROW(of_no_question(), storage::DatabaseError);
}

} // namespace
} // namespace poa::decisions
