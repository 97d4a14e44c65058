// SPDX-License-Identifier: Apache-2.0
// What reaches the screens: the newest state, to each what is for them, and nothing to nobody.
#include "base/json_value.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/decisions/live.hpp"
#include "capabilities/decisions/live_state.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/members/members.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using std::chrono::milliseconds;
using store::PersonId;

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto of : {ledger::migrations(), members::migrations(), identity::migrations(),
                    charter::migrations(), documents::migrations(), migrations()})
        all.insert(all.end(), of.begin(), of.end());
    return all;
}

Proposal a_proposal() {
    Proposal proposal;
    proposal.proposer = "chair";
    proposal.title = "That the group meet twice a year";
    proposal.body = "plenary";
    proposal.effect_fields = "{}";
    return proposal;
}

/// A database with questions of three neutral States, and somebody who writes down what is published.
class Room {
  public:
    explicit Room(test::Engine engine) : database(test::make_test_database(engine, all_migrations())) {
        database->write([](storage::Session& session) {
            session.execute({"test.charter", "INSERT INTO charter_version (version, text, digest, since, "
                                             "reason) VALUES (1, '', $1, 0, 'founding')"},
                            sha256(""));
        });
        database->on_commit([this] { live.wake(); });
        live.publish_to(
            [this](const std::string& channel, const std::string& text) {
                std::lock_guard lock(mutex_);
                said_[channel].push_back(text);
            },
            [] { return std::vector<std::string>{}; });
    }
    ~Room() { live.publish_to({}, {}); }

    /// One act with its entry in the journal, as every command has one.
    template <class Act> auto act(Act&& what) {
        return database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            ledger::Entry entry;
            entry.act = "decisions.test_act";
            entry.on_behalf = "secretariat";
            entry.subject = "proposal:1";
            entry.audience = Audience::everyone;
            entry.person = 1;
            work.record(entry);
            return what(work);
        });
    }
    Id<Question> ask(Question question) {
        const Id<Proposal> proposal = propose();
        const Id<Question> id = put(proposal, std::move(question));
        proposals_.insert_or_assign(id, proposal);
        return id;
    }
    Id<Proposal> propose() {
        return act([&](ledger::Work& work) {
            return store::add_proposal(work.session(), a_proposal(), PersonId(1));
        });
    }
    Id<Question> put(Id<Proposal> proposal, Question question) {
        return act([&](ledger::Work& work) {
            question.proposal = proposal;
            question.charter_version = 1;
            question.members = 3;
            question.put = work.now();
            return store::add_question(work.session(), question, {"XXA", "XXB", "XXC"});
        });
    }
    void object(Id<Question> question, std::string_view state) {
        act([&](ledger::Work& work) {
            store::add_objection(work.session(), question, {std::string(state), "not yet", work.now(), {}},
                                 PersonId(1));
        });
    }
    void vote(Id<Question> question, std::string_view state, Voice voice) {
        act([&](ledger::Work& work) {
            store::add_vote(work.session(), question, {std::string(state), voice, work.now(), {}, {}},
                            PersonId(1));
        });
    }
    /// For what was not asked with `ask`.
    void show(Id<Question> question, Id<Proposal> proposal) {
        std::lock_guard lock(mutex_);
        proposals_.insert_or_assign(question, proposal);
    }
    std::string begin(Id<Question> question, Viewer viewer) {
        auto beginning = live.listen(proposals_.at(question), viewer);
        EXPECT_TRUE(beginning.has_value());
        EXPECT_EQ(beginning->channel, channel_of(proposals_.at(question), viewer));
        return beginning->first;
    }
    [[nodiscard]] std::vector<std::string> said(Id<Question> question, Viewer viewer) {
        std::lock_guard lock(mutex_);
        return said_[channel_of(proposals_.at(question), viewer)];
    }
    /// The newest that was published, once it holds `part`; what there was after some seconds.
    std::string hear(Id<Question> question, Viewer viewer, std::string_view part) {
        for (int i = 0; i < 500; ++i) {
            auto all = said(question, viewer);
            if (!all.empty() && all.back().find(part) != std::string::npos) return all.back();
            std::this_thread::sleep_for(milliseconds(10));
        }
        auto all = said(question, viewer);
        return all.empty() ? "(nothing)" : all.back();
    }

    StillClock clock = test::still_clock();
    test::TestDatabase database;

  private:
    std::mutex mutex_;
    std::map<std::string, std::vector<std::string>> said_;
    std::map<Id<Question>, Id<Proposal>> proposals_;

  public:
    Live live{*database, clock, {milliseconds(5), milliseconds(60'000), milliseconds(10)}}; ///< ends first
};

Question question_of(Asked asked, Disclosure disclosure, bool roll_call = false) {
    Question question;
    question.asked = asked;
    question.applied.disclosure = disclosure;
    question.roll_call = roll_call;
    return question;
}

bool tells(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::int64_t revision_of(const std::string& text) {
    return parse_json(text)->as_object().at("revision").as_int64();
}

class Lively : public testing::TestWithParam<test::Engine> {
  protected:
    Room room{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Both, Lively, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Lively, AnObjectionReachesWhoListensWithTheStateAtOnce) {
    auto id = room.ask(question_of(Asked::consensus, Disclosure::everyone));
    std::string first = room.begin(id, Viewer::public_);
    ASSERT_TRUE(parse_json(first).has_value()) << first;
    EXPECT_TRUE(
        tells(first, R"("state":"open","asked":"consensus","closes":null,"members":3,"objections":0)"))
        << first;
    EXPECT_TRUE(tells(first, R"("now":"2026-11-21T12:00:00.000000Z")")) << first;
    room.object(id, "XXB");
    std::string next = room.hear(id, Viewer::public_, R"("objections":1)");
    EXPECT_TRUE(tells(next, R"("objections":1,"objectors":["XXB"])")) << next;
    EXPECT_GT(revision_of(next), revision_of(first));
    EXPECT_FALSE(tells(next, "not yet")) << "grounds are read on the page";
    room.act([&](ledger::Work& work) { store::withdraw_objection(work.session(), id, "XXB", work.now()); });
    EXPECT_TRUE(tells(room.hear(id, Viewer::public_, R"("objections":0)"), R"("objectors":[])"));
}

TEST_P(Lively, EachViewerIsToldWhatTheCharterDiscloses) {
    struct Row {
        Disclosure disclosure;
        bool to_public, to_states, to_chair;
    };
    for (const Row& row :
         {Row{Disclosure::nobody, false, false, false}, Row{Disclosure::chair, false, false, true},
          Row{Disclosure::any_state, false, true, true}, Row{Disclosure::everyone, true, true, true}}) {
        auto id = room.ask(question_of(Asked::non_objection, row.disclosure));
        const std::pair<Viewer, bool> shown[] = {{Viewer::public_, row.to_public},
                                                 {Viewer::member_state, row.to_states},
                                                 {Viewer::chair, row.to_chair}};
        for (auto [viewer, _] : shown) (void)room.begin(id, viewer);
        room.object(id, "XXC");
        for (auto [viewer, sees] : shown) {
            std::string heard = room.hear(id, viewer, sees ? R"("objections":1)" : R"("members")");
            EXPECT_EQ(tells(heard, R"("objections":1)"), sees) << name_of(row.disclosure) << " " << heard;
            EXPECT_EQ(tells(heard, "XXC"), sees) << name_of(row.disclosure) << " " << heard;
            EXPECT_EQ(tells(room.begin(id, viewer), "XXC"), sees) << "and so at the beginning";
            EXPECT_EQ(tells(room.begin(id, viewer), "objections"), sees);
        }
    }
}

TEST_P(Lively, WhoLearnsNothingOfAnObjectionIsToldNothingAtItsMoment) {
    auto id = room.ask(question_of(Asked::silence, Disclosure::chair));
    (void)room.begin(id, Viewer::chair);
    (void)room.begin(id, Viewer::public_);
    room.object(id, "XXA");
    (void)room.hear(id, Viewer::chair, R"("objections":1)");
    std::size_t before = room.said(id, Viewer::public_).size();
    room.object(id, "XXB");
    (void)room.hear(id, Viewer::chair, R"("objections":2)");
    EXPECT_EQ(room.said(id, Viewer::public_).size(), before);
}

TEST_P(Lively, AVoteTellsHowManyAndARollCallWhoSaidWhat) {
    auto plain = room.ask(question_of(Asked::vote, Disclosure::everyone));
    auto roll = room.ask(question_of(Asked::vote, Disclosure::everyone, true));
    for (auto id : {plain, roll}) {
        (void)room.begin(id, Viewer::chair);
        room.vote(id, "XXA", Voice::yes);
        room.vote(id, "XXC", Voice::no);
    }
    std::string heard = room.hear(plain, Viewer::chair, R"("cast":2)");
    EXPECT_TRUE(tells(heard, R"("cast":2)")) << heard;
    EXPECT_FALSE(tells(heard, "XXA") || tells(heard, "in_favour")) << heard;
    heard = room.hear(roll, Viewer::chair, R"("cast":2)");
    EXPECT_TRUE(tells(heard, R"("votes":{"XXA":"yes","XXC":"no"},"in_favour":1,"against":1,"abstaining":0)"))
        << heard;
}

TEST_P(Lively, TheEndIsToldWithItsOutcome) {
    auto id = room.ask(question_of(Asked::vote, Disclosure::everyone));
    (void)room.begin(id, Viewer::public_);
    room.vote(id, "XXA", Voice::yes);
    room.act([&](ledger::Work& work) {
        Question ended = *store::question(work.session(), id);
        ended.ended = work.now();
        ended.outcome = charter::Outcome::adopted_by_vote;
        ended.tally.in_favour = 1;
        store::end_question(work.session(), ended);
    });
    std::string heard = room.hear(id, Viewer::public_, "adopted_by_vote");
    EXPECT_TRUE(tells(heard, R"("state":"adopted_by_vote")")) << heard;
    EXPECT_TRUE(tells(heard, R"("in_favour":1,"against":0,"abstaining":0)")) << heard;
}

TEST_P(Lively, WhatChangedNothingIsNotToldAgain) {
    auto id = room.ask(question_of(Asked::consensus, Disclosure::everyone));
    auto other = room.ask(question_of(Asked::consensus, Disclosure::everyone));
    (void)room.begin(id, Viewer::public_);
    room.object(id, "XXA");
    (void)room.hear(id, Viewer::public_, R"("objections":1)");
    std::size_t before = room.said(id, Viewer::public_).size();
    (void)room.begin(other, Viewer::public_);
    room.object(other, "XXA");
    (void)room.hear(other, Viewer::public_, R"("objections":1)");
    EXPECT_EQ(room.said(id, Viewer::public_).size(), before);
    EXPECT_TRUE(room.said(id, Viewer::chair).empty()) << "nobody listens there";
}

TEST_P(Lively, AThousandActsAreToldInFewStatesAndTheLastOneHolds) {
    auto id = room.ask(question_of(Asked::vote, Disclosure::everyone));
    (void)room.begin(id, Viewer::public_);
    room.vote(id, "XXA", Voice::yes);
    (void)room.hear(id, Viewer::public_, R"("cast":1)");
    for (int i = 0; i < 300; ++i)
        room.act([&](ledger::Work& work) {
            store::extend_question(work.session(), id, work.now().plus_seconds(i));
        });
    std::string last = iso(room.clock.now().plus_seconds(299));
    EXPECT_TRUE(tells(room.hear(id, Viewer::public_, last), last));
    std::int64_t revision = 0;
    for (const std::string& text : room.said(id, Viewer::public_)) {
        EXPECT_GE(revision_of(text), revision);
        revision = revision_of(text);
    }
}

TEST_P(Lively, AProposalThatIsNotThereHasNoChannel) {
    EXPECT_FALSE(room.live.listen(Id<Proposal>(4711), Viewer::chair).has_value());
}

// Who waits for a question hears of it, and who looks at one that is over hears of the next.
TEST_P(Lively, ANewQuestionIsToldToWhoLooksAtTheProposal) {
    const Id<Proposal> proposal = room.propose();
    auto beginning = room.live.listen(proposal, Viewer::public_);
    ASSERT_TRUE(beginning.has_value());
    EXPECT_TRUE(tells(beginning->first, R"("question":0,"appeal":0,"stage":"draft")")) << beginning->first;
    EXPECT_FALSE(tells(beginning->first, R"("state")")) << beginning->first;
    const Id<Question> first = room.put(proposal, question_of(Asked::consensus, Disclosure::everyone));
    room.show(first, proposal);
    const std::string number = R"("question":)" + std::to_string(first.number);
    EXPECT_TRUE(tells(room.hear(first, Viewer::public_, number), number));
    const Id<Question> second = room.put(proposal, question_of(Asked::vote, Disclosure::everyone));
    const std::string next = R"("question":)" + std::to_string(second.number);
    EXPECT_TRUE(tells(room.hear(first, Viewer::public_, next), R"("asked":"vote")"));
}

// The number that grows does not tell of what its reader may not know.
TEST_P(Lively, TheRevisionCountsNoActThatTheViewerDoesNotLearnOf) {
    const auto id = room.ask(question_of(Asked::silence, Disclosure::chair));
    const std::int64_t before = revision_of(room.begin(id, Viewer::public_));
    const std::int64_t chairs = revision_of(room.begin(id, Viewer::chair));
    for (const char* state : {"XXA", "XXB", "XXC"}) room.object(id, state);
    EXPECT_EQ(revision_of(room.begin(id, Viewer::public_)), before);
    EXPECT_EQ(revision_of(room.begin(id, Viewer::member_state)), before);
    EXPECT_EQ(revision_of(room.begin(id, Viewer::chair)), chairs + 3);
}

} // namespace
} // namespace poa::decisions
