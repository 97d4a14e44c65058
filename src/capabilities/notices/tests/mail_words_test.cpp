// SPDX-License-Identifier: Apache-2.0
// What a mail says: in the language of who gets it, with a link, and nothing of what is sealed.
#include "capabilities/notices/pages_mail.hpp"
#include "capabilities/notices/pages_words.hpp"

#include <gtest/gtest.h>

namespace poa::notices {
namespace {

KeptNotice sample(NoticeKind kind) {
    KeptNotice kept;
    kept.notice = {Id<identity::Person>{7}, kind, "entry:12",
                   "/decisions/7",          2027, parse_instant("2027-06-14T09:30:00Z")};
    return kept;
}
const Letterhead head{"Sample platform", "https://platform.example", false};

TEST(MailWords, AreInTheLanguageOfWhoGetsThem) {
    const MailText english = draw_mail(head, sample(NoticeKind::report_turn), "en");
    EXPECT_EQ(english.subject, "Sample platform: Your State's turn to report");
    EXPECT_NE(english.plain.find("for 2027; a report is welcome until 14 June 2027"), std::string::npos)
        << english.plain;
    EXPECT_NE(english.plain.find("https://platform.example/decisions/7"), std::string::npos);
    EXPECT_NE(english.html.find("<html lang=\"en\" dir=\"ltr\">"), std::string::npos) << english.html;
    EXPECT_NE(english.html.find("href=\"https://platform.example/decisions/7\""), std::string::npos);
    const MailText french = draw_mail(head, sample(NoticeKind::report_turn), "fr");
    EXPECT_NE(french.plain, english.plain);
    EXPECT_NE(french.plain.find("14 juin 2027"), std::string::npos) << french.plain;
    const MailText arabic = draw_mail(head, sample(NoticeKind::report_turn), "ar");
    EXPECT_NE(arabic.html.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos) << arabic.html;
}

TEST(MailWords, FetchNothingAndStyleNothing) {
    for (const NoticeKindSpec& kind : notice_kinds()) {
        const MailText text = draw_mail(head, sample(kind.kind), "en");
        for (const char* never : {"<img", "<style", "style=", "<script", "<link", "src="})
            EXPECT_EQ(text.html.find(never), std::string::npos) << kind.name << " " << never;
        EXPECT_EQ(text.plain.find('{'), std::string::npos) << "every name is filled in: " << text.plain;
    }
}

TEST(MailWords, SayThatItIsAnExercise) {
    const MailText text =
        draw_mail({"Sample", "https://platform.example", true}, sample(NoticeKind::question_put), "en");
    EXPECT_TRUE(text.subject.starts_with("Exercise")) << text.subject;
    EXPECT_TRUE(text.plain.starts_with("Exercise. The States, people and texts here are invented."))
        << text.plain;
}

TEST(MailWords, ReportingIsVoluntaryAndSilenceHasNoConsequence) {
    // REP-01: no report is not a failure, and a reminder says so.
    const std::string words =
        sentence_of(NoticeKind::report_turn, 2027, parse_instant("2027-06-14T00:00:00Z"),
                    web::Wording::in(web::Language::en));
    EXPECT_NE(words.find("Reporting is voluntary"), std::string::npos);
    EXPECT_NE(words.find("“no report”, and nothing follows from it"), std::string::npos);
    EXPECT_NE(words.find("until 14 June 2027."), std::string::npos)
        << "a whole day is told as the day: " << words;
}

TEST(MailWords, AQuestionWithoutALastMomentNamesNone) {
    const auto& in = web::Wording::in(web::Language::en);
    EXPECT_EQ(sentence_of(NoticeKind::question_put, {}, {}, in),
              "A question is put to the States, and yours may answer it.");
    const Instant until = parse_instant("2027-06-14T09:30:00Z").value();
    EXPECT_EQ(sentence_of(NoticeKind::question_put, {}, until, in),
              "A question is put to the States, and yours may answer it. The last moment is " +
                  in.moment(until) + ".");
}

} // namespace
} // namespace poa::notices
