// SPDX-License-Identifier: Apache-2.0
// What people do with their notices: mark_read, choose_mails, retry_mails.
#include "capabilities/notices/commands/choose_mails.hpp"
#include "capabilities/notices/commands/mark_read.hpp"
#include "capabilities/notices/commands/retry_mails.hpp"
#include "capabilities/notices/tests/house.hpp"

namespace poa::notices::test {
namespace {

using enum NoticeKind;

template <class Request> auto run(House& house, const Actor& actor, auto command, const Request& request) {
    return house.work([&](ledger::Work& work) { return command(work, actor, request); });
}

TEST(MarkRead, MarksTheOwnAndNoOthers) {
    House house;
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example");
    for (const auto person : {ana, bo})
        for (const char* key : {"entry:1", "entry:2", "entry:3"}) house.tell(person, question_put, key);
    const MyNoticesPage before = house.page_of(ana);
    EXPECT_EQ(before.unread, 3);
    const Id<Notice> middle{before.rows[1].notice};
    auto one = run(house, House::actor(ana), mark_read, MarkRead{middle, {}});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->marked, 1);
    EXPECT_EQ(one->unread, 2);
    const MyNoticesPage after = house.page_of(ana);
    EXPECT_EQ(after.rows.back().notice, middle.number) << "unread ones come first";
    auto all = run(house, House::actor(ana), mark_read, MarkRead{{}, Id<Notice>{before.newest}});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->unread, 0);
    EXPECT_EQ(house.page_of(bo).unread, 3);
    auto of_another = run(house, House::actor(ana), mark_read, MarkRead{Id<Notice>{4}, {}});
    ASSERT_TRUE(of_another);
    EXPECT_EQ(of_another->marked, 0);
    EXPECT_EQ(house.page_of(bo).unread, 3);
    EXPECT_EQ(house.acts(), (std::vector<std::string>{"notices.mark_read", "notices.mark_read"}));
}

TEST(MarkRead, WhatCameMeanwhileStaysUnread) {
    House house;
    const auto ana = house.person("ana@capital.example");
    house.tell(ana, question_put, "entry:1");
    const Id<Notice> seen{house.page_of(ana).newest};
    house.tell(ana, question_put, "entry:2");
    auto done = run(house, House::actor(ana), mark_read, MarkRead{{}, seen});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->unread, 1);
}

TEST(MarkRead, Refuses) {
    House house;
    const auto ana = house.person("ana@capital.example");
    EXPECT_EQ(said(run(house, Actor::visitor(), mark_read, MarkRead{Id<Notice>{1}, {}})),
              "identity.not_signed_in");
    EXPECT_EQ(said(run(house, House::actor(ana), mark_read, MarkRead{})), "notices.name_one");
    EXPECT_EQ(said(run(house, House::actor(ana), mark_read, MarkRead{Id<Notice>{1}, Id<Notice>{1}})),
              "notices.name_one");
    EXPECT_TRUE(house.acts().empty());
}

TEST(ChooseMails, WhatIsNotWantedStandsOnThePageAndIsNotSent) {
    House house;
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example");
    EXPECT_EQ(house.page_of(ana).mails,
              (std::vector<std::string>{"report_turn", "section_given", "report_before_you"}));
    ASSERT_TRUE(run(house, House::actor(ana), choose_mails, ChooseMails{false, true, false}));
    EXPECT_EQ(house.page_of(ana).mails, std::vector<std::string>{"section_given"});
    for (const auto person : {ana, bo}) {
        house.tell(person, report_turn, "turn:1");
        house.tell(person, question_put, "entry:1");
    }
    EXPECT_EQ(house.post().sent, 3) << "of the turn only bo, of the question both: it cannot be turned off";
    EXPECT_EQ(house.page_of(ana).rows.size(), 2U);
    EXPECT_EQ(house.page_of(ana).rows.back().mail, "unwanted");
    ASSERT_TRUE(run(house, House::actor(ana), choose_mails, ChooseMails{true, true, true}));
    house.tell(ana, report_turn, "turn:2");
    EXPECT_EQ(house.post().sent, 1);
    EXPECT_EQ(said(run(house, Actor::visitor(), choose_mails, ChooseMails{})), "identity.not_signed_in");
    EXPECT_EQ(house.acts(), (std::vector<std::string>{"notices.choose_mails", "notices.choose_mails"}));
}

TEST(RetryMails, SendsAgainWhatWasGivenUp) {
    House house;
    const auto ana = house.person("ana@capital.example"), bo = house.person("bo@capital.example");
    for (const auto person : {ana, bo}) house.tell(person, question_put, "entry:1");
    house.server.answers = {{Attempt::refused, "550 No"}, {Attempt::refused, "550 No"}};
    EXPECT_EQ(house.post().refused, 2);
    EXPECT_EQ(said(run(house, House::actor(ana), retry_mails, RetryMails{ana})), "identity.not_permitted");
    auto one = run(house, Actor::operator_(), retry_mails, RetryMails{ana});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->mails, 1);
    EXPECT_EQ(house.post().sent, 1);
    auto rest = run(house, Actor::operator_(), retry_mails, RetryMails{});
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->mails, 1) << "what went is not sent again";
    EXPECT_EQ(house.post().sent, 1);
    EXPECT_EQ(said(run(house, Actor::operator_(), retry_mails, RetryMails{})), "notices.nothing_to_retry");
    EXPECT_EQ(house.acts(), (std::vector<std::string>{"notices.retry_mails", "notices.retry_mails"}));
}

TEST(MyNotices, FiftyAPageAndOnlyForWhoIsSignedIn) {
    House house;
    const auto ana = house.person("ana@capital.example");
    for (int i = 0; i < 51; ++i) house.tell(ana, question_put, "entry:" + std::to_string(i));
    const MyNoticesPage first = house.page_of(ana), second = house.page_of(ana, 2);
    EXPECT_EQ(first.rows.size(), 50U);
    EXPECT_TRUE(first.has_more);
    EXPECT_EQ(second.rows.size(), 1U);
    EXPECT_FALSE(second.has_more);
    EXPECT_EQ(said(house.read(
                  [](storage::Session& session) { return my_notices(session, Actor::visitor(), 1, true); })),
              "access.sign_in");
}

} // namespace
} // namespace poa::notices::test
