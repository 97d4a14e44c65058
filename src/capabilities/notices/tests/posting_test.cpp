// SPDX-License-Identifier: Apache-2.0
// The queue of mails, on both databases: a notice is queued once, with the act or not at all, and its mail
// goes once, later, or never, whatever becomes of the others.
#include "capabilities/notices/tests/house.hpp"

namespace poa::notices::test {
namespace {

using enum NoticeKind;
INSTANTIATE_TEST_SUITE_P(Both, OnBoth, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(OnBoth, APersonIsToldOnceOfWhatHappened) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example");
    EXPECT_TRUE(house.tell(ana, question_put, "entry:7"));
    EXPECT_FALSE(house.tell(ana, question_put, "entry:7"));
    EXPECT_TRUE(house.tell(ana, question_put, "entry:8"));
    EXPECT_TRUE(house.tell(bo, question_put, "entry:7"));
    EXPECT_EQ(house.page_of(ana).rows.size(), 2U);
    EXPECT_EQ(house.page_of(bo).rows.size(), 1U);
}

TEST_P(OnBoth, NothingIsQueuedOfAnActThatWasRolledBack) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example");
    auto undone = house.work([&](ledger::Work& work) -> Result<void> {
        EXPECT_TRUE(queue(work, {ana, question_put, "entry:7", "/decisions/7", {}, {}}));
        EXPECT_TRUE(is_first(work, "turn:XXA"));
        return refuse(Refusal::Kind::rule, "test.no");
    });
    EXPECT_EQ(said(undone), "test.no");
    EXPECT_TRUE(house.page_of(ana).rows.empty());
    EXPECT_EQ(house.post().all(), 0);
    EXPECT_TRUE(house.work([](ledger::Work& work) { return is_first(work, "turn:XXA"); }));
    EXPECT_FALSE(house.work([](ledger::Work& work) { return is_first(work, "turn:XXA"); }));
}

TEST_P(OnBoth, AMailGoesOnceInThePersonsLanguage) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example", "ar");
    house.tell(ana, report_turn, "turn:1");
    EXPECT_EQ(house.post().sent, 1);
    EXPECT_EQ(house.post().all(), 0);
    ASSERT_EQ(house.server.taken.size(), 1U);
    const Mail& mail = house.server.taken.front();
    EXPECT_EQ(mail.to, "ana@capital.example");
    EXPECT_EQ(mail.text.language, "ar");
    EXPECT_EQ(mail.message_id, message_id_of(ana.number, "turn:1", "poa@platform.example"));
    EXPECT_EQ(mail.list_page, "https://platform.example/my-notices");
    EXPECT_EQ(house.page_of(ana).rows.front().mail, "sent");
}

TEST_P(OnBoth, AMailboxThatRefusesStopsNoOtherAndIsShownToTheSecretariat) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example"),
               cy = house.person("cy@capital.example");
    for (const auto person : {ana, bo, cy}) house.tell(person, question_put, "entry:7");
    house.server.answers = {{Attempt::refused, "550 No such mailbox"}, {Attempt::later, "452 Mailbox full"}};
    const Posted posted = house.post();
    EXPECT_EQ(posted.sent, 1);
    EXPECT_EQ(posted.refused, 1);
    EXPECT_EQ(posted.put_off, 1);
    EXPECT_EQ(posted.problem, "") << "the server is well";
    EXPECT_EQ(house.page_of(ana).rows.front().mail, "given_up");
    EXPECT_EQ(house.page_of(cy).rows.front().mail, "sent");
    const auto mailbox_of = [](storage::Session&, Id<identity::Person> person) {
        return std::optional(Mailbox{"person" + std::to_string(person.number), "en"});
    };
    const auto secretariat =
        Actor::signed_in(house.person("desk@platform.example"), "Desk", "en", Id<identity::SignInSession>{9},
                         std::vector<identity::CurrentStanding>{
                             {{identity::Role::secretariat, identity::Body::secretariat()}}});
    const auto page = house.read(
        [&](storage::Session& session) { return undelivered_mails(session, secretariat, mailbox_of, true); });
    ASSERT_TRUE(page);
    ASSERT_EQ(page->rows.size(), 2U);
    EXPECT_EQ(page->rows[0].email + " " + page->rows[0].stage + " " + page->rows[0].reason,
              "person1 given_up 550 No such mailbox");
    EXPECT_EQ(page->rows[1].email + " " + page->rows[1].stage + " " + page->rows[1].reason,
              "person2 waiting 452 Mailbox full");
    EXPECT_EQ(said(house.read([&](storage::Session& session) {
                  return undelivered_mails(session, House::actor(ana), mailbox_of, true);
              })),
              "identity.not_permitted");
}

TEST_P(OnBoth, WithoutAServerAllWaitAndItCostsNoTry) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example");
    for (int i = 0; i < 5; ++i) house.tell(ana, question_put, "entry:" + std::to_string(i));
    for (int round = 0; round < 20; ++round) {
        house.server.answers = {{Attempt::no_server, "Connection refused"}};
        const Posted posted = house.post();
        EXPECT_EQ(posted.problem, "Connection refused");
        EXPECT_EQ(posted.put_off, 5);
        EXPECT_EQ(house.post().all(), 0) << "not again at once";
        house.clock.advance_seconds(server_again_seconds);
    }
    EXPECT_EQ(house.server.asked.size(), 20U) << "one is tried, the others wait for it";
    EXPECT_EQ(house.post().sent, 5);
    EXPECT_EQ(house.server.taken.size(), 5U);
}

TEST_P(OnBoth, LookingForMailsCostsNoCommit) {
    House house(GetParam());
    house.tell(house.person("ana@capital.example"), question_put, "entry:1");
    EXPECT_EQ(house.post().sent, 1);
    const auto before = house.database->position();
    EXPECT_EQ(house.post().all(), 0);
    EXPECT_EQ(house.database->position(), before);
}

TEST_P(OnBoth, AMailThatTheServerBreaksOffAtStandsInNobodysWay) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example");
    house.tell(ana, question_put, "entry:1");
    house.tell(bo, question_put, "entry:1");
    house.server.answers = {{Attempt::no_server, "Timeout was reached"}};
    EXPECT_EQ(house.post().put_off, 2);
    house.clock.advance_seconds(server_again_seconds);
    house.server.answers = {{Attempt::accepted, {}}, {Attempt::no_server, "Timeout was reached"}};
    EXPECT_EQ(house.post().sent, 1);
    ASSERT_EQ(house.server.taken.size(), 1U);
    EXPECT_EQ(house.server.taken.front().to, "bo@capital.example") << "who was not tried comes first";
}

TEST_P(OnBoth, WhatIsBeingSentIsTakenByNobodyElseAndComesBackWhereTheSenderDied) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example");
    house.tell(ana, question_put, "entry:7");
    class Dying final : public MailServer {
      public:
        [[nodiscard]] Attempted send(const Mail& mail) override {
            seen.push_back(mail.message_id);
            throw std::runtime_error("killed");
        }
        std::vector<std::string> seen;
    } dying;
    const Posting posting{*house.database,
                          house.clock,
                          dying,
                          [](storage::Session&, Id<identity::Person>) {
                              return std::optional(Mailbox{"ana@capital.example", "en"});
                          },
                          [](const KeptNotice&, const std::string&) { return MailText{}; },
                          "Sample",
                          "poa@platform.example",
                          ""};
    EXPECT_THROW((void)post_due(posting), std::runtime_error);
    EXPECT_EQ(house.post().all(), 0) << "somebody has taken it";
    house.clock.advance_seconds(120);
    EXPECT_EQ(house.post().sent, 1);
    EXPECT_EQ(house.server.taken.front().message_id, dying.seen.front());
}

TEST_P(OnBoth, AMailIsGivenUpAfterAWeekAndCanBeSentAgain) {
    House house(GetParam());
    const auto ana = house.person("ana@capital.example");
    house.tell(ana, question_put, "entry:7");
    house.clock.advance_seconds(8 * 24 * 3600);
    EXPECT_EQ(house.post().refused, 1);
    EXPECT_TRUE(house.server.asked.empty()) << "what is of no use any more is not sent";
    EXPECT_EQ(house.page_of(ana).rows.front().mail, "given_up");
    const auto again =
        house.work([](ledger::Work& work) { return store::try_again(work.session(), {}, work.now()); });
    EXPECT_EQ(again, 1);
    EXPECT_EQ(house.post().sent, 1) << "put back, it is as if it were new";
}

} // namespace
} // namespace poa::notices::test
