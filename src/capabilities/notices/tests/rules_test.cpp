// SPDX-License-Identifier: Apache-2.0
// When somebody is reminded, when a mail is tried again, and what its header looks like: tables.
#include "base/bytes.hpp"
#include "base/text.hpp"
#include "capabilities/notices/commands/choose_mails.hpp"
#include "capabilities/notices/delivery.hpp"
#include "capabilities/notices/mail.hpp"
#include "capabilities/notices/notice_kind.hpp"
#include "capabilities/notices/permissions.hpp"
#include "capabilities/notices/reminder.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace poa::notices {
namespace {

identity::Actor actor_in(identity::Role role) {
    using identity::Body;
    if (role == identity::Role::visitor) return identity::Actor::visitor();
    if (role == identity::Role::operator_) return identity::Actor::operator_();
    std::vector<identity::CurrentStanding> standings;
    if (const auto kind = identity::body_kind_of(role)) {
        const Body body = *kind == Body::Kind::state          ? Body::state("FJI")
                          : *kind == Body::Kind::organisation ? Body::organisation("sample")
                          : *kind == Body::Kind::chair        ? Body::chair()
                                                              : Body::secretariat();
        standings.push_back({{role, body}, *kind == Body::Kind::state});
    }
    return identity::Actor::signed_in(Id<identity::Person>{7}, "Sample", "en",
                                      Id<identity::SignInSession>{70}, standings);
}

constexpr Instant noon{1'800'000'000'000'000};

TEST(Reminders, ComeAMonthAndAWeekBeforeAndOnTheDayAndNeverAfterIt) {
    const Day due = Day::parse("2027-06-14").value();
    struct Row {
        const char* today;
        int days; ///< of the reminder it is time for; -1: of none
    };
    for (const Row& row :
         {Row{"2027-01-01", -1}, Row{"2027-05-14", -1}, Row{"2027-05-15", 30}, Row{"2027-05-16", 30},
          Row{"2027-06-06", 30}, Row{"2027-06-07", 7}, Row{"2027-06-13", 7}, Row{"2027-06-14", 0},
          Row{"2027-06-15", -1}, Row{"2028-06-14", -1}})
        EXPECT_EQ(reminder_on(due, Day::parse(row.today).value()).value_or(-1), row.days) << row.today;
}

TEST(Delivery, PausesGrowAndEnd) {
    struct Row {
        int tries;
        Attempt attempt;
        MailStage stage;
        int tries_after;
        std::int64_t minutes; ///< until it is tried again
    };
    for (const Row& row :
         {Row{0, Attempt::accepted, MailStage::sent, 0, 0}, Row{3, Attempt::accepted, MailStage::sent, 3, 0},
          Row{0, Attempt::refused, MailStage::given_up, 1, 0},
          Row{0, Attempt::later, MailStage::waiting, 1, 1}, Row{1, Attempt::later, MailStage::waiting, 2, 5},
          Row{2, Attempt::later, MailStage::waiting, 3, 30},
          Row{6, Attempt::later, MailStage::waiting, 7, 1440},
          Row{7, Attempt::later, MailStage::given_up, 8, 0},
          Row{0, Attempt::no_server, MailStage::waiting, 0, 1},
          Row{7, Attempt::no_server, MailStage::waiting, 7, 1}}) {
        const AfterAttempt after = after_attempt(row.tries, row.attempt, noon);
        EXPECT_EQ(after.stage, row.stage) << row.tries << " " << static_cast<int>(row.attempt);
        EXPECT_EQ(after.tries, row.tries_after);
        EXPECT_EQ(after.next_try, noon.plus_seconds(row.minutes * 60));
    }
}

TEST(Delivery, AMailOfAWeekAgoIsTooOld) {
    EXPECT_FALSE(is_too_old(noon, noon.plus_seconds(7 * 24 * 3600 - 1)));
    EXPECT_TRUE(is_too_old(noon, noon.plus_seconds(7 * 24 * 3600)));
}

TEST(NoticeKinds, WhatBindsAStateOrWasDoneInItsNameIsAlwaysSent) {
    std::string always;
    for (const NoticeKindSpec& kind : notice_kinds()) {
        EXPECT_EQ(parse_notice_kind(kind.name), kind.kind);
        EXPECT_EQ(ChooseMails{}.wants(kind.kind), !kind.is_optional) << kind.name;
        if (!kind.is_optional) always += std::string(kind.name) + " ";
    }
    EXPECT_EQ(always, "question_put release_withdrawn ");
    EXPECT_FALSE(parse_notice_kind("nothing"));
}

TEST(NoticeKinds, EveryOptionalOneIsAFieldOfTheChoice) {
    std::vector<std::string> fields, optional;
    for (const FieldSpec& field : input_of(Of<ChooseMails>{}).fields()) fields.push_back(field.name);
    for (const NoticeKindSpec& kind : notice_kinds())
        if (kind.is_optional) optional.emplace_back(kind.name);
    EXPECT_EQ(fields, optional);
}

TEST(MailHeader, TextIsPlainWhereItCanBeAndEncodedWhereNot) {
    EXPECT_EQ(header_text("A turn to report"), "A turn to report");
    EXPECT_EQ(header_text("Évaluation"), "=?UTF-8?B?w4l2YWx1YXRpb24=?=");
    EXPECT_EQ(header_text("=?x"), "=?UTF-8?B?PT94?=") << "what looks encoded is encoded";
    EXPECT_EQ(header_text("a\r\nBcc: b"), "a  Bcc: b") << "no line of its own";
}

TEST(MailHeader, LongTextIsFoldedBetweenWholeCharacters) {
    std::string arabic;
    for (int i = 0; i < 30; ++i) arabic += "دور";
    const std::string folded = header_text(arabic);
    std::string again;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 3) {
        end = folded.find("\r\n ", begin);
        const std::string word = folded.substr(begin, end == std::string::npos ? end : end - begin);
        EXPECT_LE(word.size(), 75U);
        ASSERT_TRUE(word.starts_with("=?UTF-8?B?") && word.ends_with("?=")) << word;
        const auto bytes = from_base64(word.substr(10, word.size() - 12));
        ASSERT_TRUE(bytes && is_utf8(*bytes)) << word;
        again += *bytes;
        if (end == std::string::npos) break;
    }
    EXPECT_EQ(again, arabic);
}

TEST(MailHeader, LinesSayWhatAProgramSent) {
    Mail mail{"Plateforme d’essai",
              "poa@platform.example",
              "ana@capital.example",
              {"fr", "Un rapport", "", ""},
              "notice.1@platform.example",
              parse_instant("2026-11-22T13:14:24Z").value(),
              "https://platform.example/my-notices"};
    EXPECT_EQ(header_lines(mail), (std::vector<std::string>{
                                      "Date: Sun, 22 Nov 2026 13:14:24 +0000",
                                      "From: =?UTF-8?B?UGxhdGVmb3JtZSBk4oCZZXNzYWk=?= <poa@platform.example>",
                                      "To: <ana@capital.example>", "Subject: Un rapport",
                                      "Message-ID: <notice.1@platform.example>", "Content-Language: fr",
                                      "Auto-Submitted: auto-generated",
                                      "List-Unsubscribe: <https://platform.example/my-notices>"}));
    mail.list_page.clear();
    EXPECT_EQ(header_lines(mail).back(), "Auto-Submitted: auto-generated");
}

TEST(MailHeader, TheSameNoticeHasTheSameMessageId) {
    const std::string once = message_id_of(7, "entry:12", "poa@platform.example");
    EXPECT_EQ(once, message_id_of(7, "entry:12", "poa@platform.example"));
    EXPECT_TRUE(once.ends_with("@platform.example"));
    EXPECT_NE(once, message_id_of(7, "entry:13", "poa@platform.example"));
    EXPECT_NE(once, message_id_of(8, "entry:12", "poa@platform.example"));
}

TEST(MailHeader, WhatAServerSaidIsKeptAsOneLine) {
    EXPECT_EQ(kept_reply("550 5.1.1 No such mailbox\r\n"), "550 5.1.1 No such mailbox");
    EXPECT_EQ(kept_reply("\xff\xfe"), "?");
    EXPECT_EQ(kept_reply(std::string(500, 'x')).size(), 200U);
}

TEST(Permissions, EveryRoleByEveryCommand) {
    namespace role = identity::role;
    const std::map<std::string_view, std::set<identity::Role>> refused = {
        {"notices.mark_read", {role::visitor, role::operator_}},
        {"notices.choose_mails", {role::visitor, role::operator_}},
        {"notices.retry_mails",
         {role::visitor, role::person, role::head_of_delegation, role::delegate, role::report_editor,
          role::report_approver, role::diplomatic_contact, role::technical_contact, role::representative,
          role::chair, role::chair_office}}};
    EXPECT_EQ(permissions().rows().size(), refused.size());
    for (const auto& [command, roles] : refused)
        for (const identity::Role each : identity::all_roles())
            EXPECT_EQ(permissions().permits(command, actor_in(each)), !roles.contains(each))
                << command << " " << identity::name_of(each);
}

} // namespace
} // namespace poa::notices
