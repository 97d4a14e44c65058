// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/charter/calendar_ical.hpp"
#include "capabilities/charter/ical_lines.hpp"
#include "capabilities/charter/tests/calendar_drafts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace poa::charter {
namespace {

using namespace drafts;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Day from = day("2026-01-01"), to = day("2035-12-31");

std::string calendar_of_lines(std::string_view events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n" + std::string(events) +
           "END:VCALENDAR\r\n";
}
std::string event(std::string_view lines) {
    return calendar_of_lines("BEGIN:VEVENT\r\n" + std::string(lines) + "END:VEVENT\r\n");
}
/// "2026-03-02 to 2026-03-04 Title" of each, or each problem as "line: problem".
std::vector<std::string> read(const std::string& text) {
    std::vector<std::string> made;
    const auto events = read_ical(text, from, to);
    if (events)
        for (const OtherEvent& one : *events)
            made.push_back(one.first.iso() + " to " + one.last.iso() + " " + one.title);
    else
        for (const Reason& reason : events.error().reasons) {
            std::string facts;
            for (const auto& [name, value] : reason.facts) facts += (facts.empty() ? "" : ": ") + value;
            made.push_back(reason.code + " " + facts);
        }
    return made;
}

TEST(CalendarIcal, WritesAllDayEventsThatReplaceThemselves) { // MTG-57
    const Draft draft;
    const Calendar calendar = draft.from_to(2026, 2026);
    IcalWish wish;
    wish.origin = "poa.example.org";
    wish.stamp = *parse_instant("2026-02-03T04:05:06Z");
    wish.url = "https://poa.example.org/calendar";
    const std::string text = write_ical(draft.charter(), calendar, wish);
    for (const char* line :
         {"BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "UID:plenary-2026-1.agreed-2025@poa.example.org\r\n",
          "DTSTAMP:20260203T040506Z\r\n", "DTSTART;VALUE=DATE:20260720\r\n", "DTEND;VALUE=DATE:20260725\r\n",
          "SUMMARY:Plenary\r\n", "CATEGORIES:plenary\r\n", "LOCATION:New York\r\n",
          "URL:https://poa.example.org/calendar#plenary-2026-1\r\n", "TRANSP:TRANSPARENT\r\n",
          "END:VCALENDAR\r\n"})
        EXPECT_THAT(text, HasSubstr(line));
    EXPECT_THAT(text, Not(HasSubstr("X-LIC-ERROR")));
    EXPECT_EQ(write_ical(draft.charter(), calendar, wish), text);
}

std::size_t times(std::string_view text, std::string_view what) {
    std::size_t made = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++made;
    return made;
}
/// Folded lines put together again.
std::string unfolded(const std::string& text) {
    return replace_all(text, "\r\n ", "");
}

TEST(CalendarIcal, WhatIsNotOfTheCharterInForceIsTentativeAndSaysSo) {
    const Draft draft = Draft().with(clause::review::later_depend_on_first, true);
    const Calendar calendar = draft.from_to(2026, 2042);
    const auto conditional =
        static_cast<std::size_t>(std::ranges::count_if(calendar.events, &CalendarEvent::conditional));
    ASSERT_GT(conditional, 0U);
    IcalWish wish;
    const std::string other = unfolded(write_ical(draft.charter(), calendar, wish));
    EXPECT_EQ(times(other, "STATUS:TENTATIVE\r\n"), calendar.events.size());
    EXPECT_EQ(times(other, "STATUS:CONFIRMED"), 0U);
    EXPECT_EQ(times(other, "DESCRIPTION:Computed from "), calendar.events.size());
    EXPECT_EQ(times(other, "\\; nobody convened this.\\n"), calendar.events.size());
    EXPECT_EQ(times(other, "{charter}"), 0U);

    wish.is_in_force = true;
    const std::string own = unfolded(write_ical(draft.charter(), calendar, wish));
    EXPECT_EQ(times(own, "STATUS:TENTATIVE\r\n"), conditional);
    EXPECT_EQ(times(own, "STATUS:CONFIRMED\r\n"), calendar.events.size() - conditional);
    EXPECT_EQ(times(own, "DESCRIPTION:Computed from the charter in force.\\n"), calendar.events.size());
    EXPECT_EQ(times(own, "nobody convened"), 0U);
}

TEST(CalendarIcal, AChairIsOfNoRegionalGroupUnlessTheFirstIsGiven) {
    const Draft draft = Draft().with(clause::chair::rotates, true);
    EXPECT_THAT(write_ical(draft.charter(), draft.from_to(2026, 2026), {}),
                HasSubstr("SUMMARY:Term of a Chair begins\r\n"));
}

TEST(CalendarIcal, RoundTrip) {
    CalendarWish wish;
    wish.states = {"EGY", "FRA"};
    const Draft draft;
    const Calendar calendar = draft.from_to(2026, 2035, wish);
    const auto read_back = read_ical(write_ical(draft.charter(), calendar, {}), from, to);
    ASSERT_TRUE(read_back) << read_back.error().reasons[0].code;
    ASSERT_EQ(read_back->size(), calendar.events.size());
    for (std::size_t at = 0; at < calendar.events.size(); ++at) {
        EXPECT_EQ((*read_back)[at].first, calendar.events[at].first) << calendar.events[at].key;
        EXPECT_EQ((*read_back)[at].last, calendar.events[at].last) << calendar.events[at].key;
    }
}

TEST(CalendarIcal, ADelegationGetsWhatConcernsIt) {
    CalendarWish wish;
    wish.states = {"EGY", "FRA"};
    const Draft draft;
    IcalWish of_egypt;
    of_egypt.state = "EGY";
    const std::string text = write_ical(draft.charter(), draft.from_to(2026, 2030, wish), of_egypt);
    EXPECT_THAT(text, HasSubstr("UID:report-EGY-2028."));
    EXPECT_THAT(text, Not(HasSubstr("report-FRA")));
    EXPECT_THAT(text, HasSubstr("UID:plenary-2027-1."));
    EXPECT_THAT(text, HasSubstr("UID:accreditation-closes-plenary-2027-1."));
    EXPECT_THAT(text, Not(HasSubstr("UID:chair-")));
}

/// Every language's words come through folding whole.
TEST(CalendarIcal, LinesAreFoldedBetweenCharacters) {
    const std::vector<std::pair<std::string, std::string>> words{
        {"ar", "الاجتماع العام للآلية العالمية المعنية بالتطورات في ميدان تكنولوجيات المعلومات والاتصالات"},
        {"zh", "信息和通信技术领域发展与国家负责任行为全球机制全体会议及其审查会议的筹备协商和后续行动工作方"
               "案讨论"},
        {"ru", "Глобальный механизм по достижениям в сфере информационно-коммуникационных технологий; "
               "пленум, часть"}};
    for (const auto& [language, title] : words) {
        IcalWish wish;
        wish.language = language;
        wish.say = [&title](std::string_view) { return title; };
        const Draft draft;
        const std::string text = write_ical(draft.charter(), draft.from_to(2026, 2026), wish);
        for (std::string_view line : split(text, '\n')) {
            if (line.ends_with('\r')) line.remove_suffix(1);
            EXPECT_LE(line.size(), 75U);
            EXPECT_TRUE(is_utf8(line)) << line;
        }
        const auto read_back = read_ical(text, from, to);
        ASSERT_TRUE(read_back);
        EXPECT_THAT(read_back->front().title, HasSubstr(title)) << language;
    }
}

TEST(CalendarIcal, ReadsDaysTimesAndLengths) { // INC-02
    struct Row {
        std::string_view lines, read;
    };
    const Row rows[] = {
        {"DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260305\r\nSUMMARY:Three\r\n",
         "2026-03-02 to 2026-03-04 Three"},
        {"DTSTART;VALUE=DATE:20260302\r\nSUMMARY:One\r\n", "2026-03-02 to 2026-03-02 One"},
        {"DTSTART;VALUE=DATE:20260302\r\nDURATION:P1W\r\nSUMMARY:Week\r\n", "2026-03-02 to 2026-03-08 Week"},
        {"DTSTART:20260302T100000Z\r\nDTEND:20260304T180000Z\r\nSUMMARY:Timed\r\n",
         "2026-03-02 to 2026-03-04 Timed"},
        {"DTSTART:20260302T100000Z\r\nDTEND:20260303T000000Z\r\nSUMMARY:Midnight\r\n",
         "2026-03-02 to 2026-03-02 Midnight"},
        {"DTSTART:20260302T220000Z\r\nDURATION:PT4H\r\nSUMMARY:Late\r\n", "2026-03-02 to 2026-03-03 Late"},
        {"DTSTART;TZID=America/New_York:20260302T233000\r\nSUMMARY:Own zone\r\n",
         "2026-03-02 to 2026-03-02 Own zone"},
        {"dtstart;value=date:20260302\r\nSummary:Small\\, letters\r\n",
         "2026-03-02 to 2026-03-02 Small, letters"},
        {"UID:abc\r\nDTSTART;VALUE=DATE:20260302\r\n", "2026-03-02 to 2026-03-02 abc"},
        {"DTSTART;VALUE=DATE:20260302\r\nSUMMARY:Fold\r\n ed\r\n", "2026-03-02 to 2026-03-02 Folded"},
    };
    for (const Row& row : rows) EXPECT_THAT(read(event(row.lines)), ElementsAre(row.read)) << row.lines;
    EXPECT_THAT(read(event("DTSTART;VALUE=DATE:20200302\r\n")), IsEmpty()) << "outside the period";
    EXPECT_THAT(read(event("DTSTART;VALUE=DATE:20260302\r\nSTATUS:CANCELLED\r\n")), IsEmpty());
}

TEST(CalendarIcal, ExpandsRecurrence) {
    EXPECT_THAT(read(event("DTSTART;VALUE=DATE:20240506\r\nDTEND;VALUE=DATE:20240508\r\nSUMMARY:Yearly\r\n"
                           "RRULE:FREQ=YEARLY;UNTIL=20280601\r\n")),
                ElementsAre("2026-05-06 to 2026-05-07 Yearly", "2027-05-06 to 2027-05-07 Yearly",
                            "2028-05-06 to 2028-05-07 Yearly"));
    EXPECT_THAT(read(event("DTSTART:20260105T100000Z\r\nSUMMARY:W\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
                           "EXDATE:20260112T100000Z,20260119T100000Z\r\nRDATE;VALUE=DATE:20260401\r\n")),
                ElementsAre("2026-01-05 to 2026-01-05 W", "2026-01-26 to 2026-01-26 W",
                            "2026-04-01 to 2026-04-01 W"));
    EXPECT_THAT(read(calendar_of_lines("BEGIN:VEVENT\r\nUID:u\r\nDTSTART;VALUE=DATE:20260105\r\nSUMMARY:A\r\n"
                                       "RRULE:FREQ=DAILY;COUNT=2\r\nEND:VEVENT\r\n"
                                       "BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID;VALUE=DATE:20260106\r\n"
                                       "DTSTART;VALUE=DATE:20260202\r\nSUMMARY:Moved\r\nEND:VEVENT\r\n")),
                ElementsAre("2026-01-05 to 2026-01-05 A", "2026-02-02 to 2026-02-02 Moved"));
}

TEST(CalendarIcal, BadInputIsRefusedWithItsLine) {
    struct Row {
        std::string text, refusal;
    };
    const Row rows[] = {
        {"", "ical.malformed 1: no calendar"},
        {"hello\r\n", "ical.malformed 1: not a property"},
        {event("DTSTART;VALUE=DATE:20260230\r\n"), "ical.malformed 5: no day"},
        {event("DTSTART;VALUE=DATE:00000000\r\n"), "ical.malformed 5: a value that cannot be read"},
        {event("DTSTART:99991231T000000Z\r\n"), "ical.malformed 5: no day"},
        {event("DTSTART:tomorrow\r\n"), "ical.malformed 5: a value that cannot be read"},
        {event("SUMMARY:No start\r\n"), "ical.malformed 4: an event without DTSTART"},
        {event("DTSTART:20260101\r\nDTSTART:20260102\r\n"), "ical.malformed 6: given twice"},
        {event("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260301\r\n"),
         "ical.malformed 4: an end before the beginning"},
        {event("DTSTART;VALUE=DATE:20260302\r\nRRULE:FREQ=SECONDLY\r\n"),
         "ical.malformed 6: a rule for less than a day"},
        {event("DTSTART;VALUE=DATE:20260302\r\nRRULE:FREQ=SOMETIMES\r\n"),
         "ical.malformed 6: a value that cannot be read"},
        {event("DTSTART;VALUE=DATE:20260302\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"),
         "ical.malformed 6: a rule that cannot be followed"},
        {event("DTSTART;VALUE=DATE:20260302\r\nno property\r\n"), "ical.malformed 6: not a property"},
        {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260101\r\n",
         "ical.malformed 3: a component has no end"},
        {"BEGIN:VEVENT\r\nDTSTART:20260101\r\nEND:VEVENT\r\n",
         "ical.malformed 1: a component in the wrong place"},
        {"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
         "ical.malformed 2: an end without its beginning"},
        {event("DTSTART:20260101\r\nSUMMARY:\xC3\x28\r\n"), "ical.not_utf8 "},
        {std::string("BEGIN:VCALENDAR\0", 16), "ical.not_utf8 "},
    };
    for (const Row& row : rows) {
        const auto refused = read(row.text);
        ASSERT_FALSE(refused.empty()) << row.text;
        EXPECT_EQ(refused.front(), row.refusal) << row.text;
    }
    EXPECT_THAT(read(std::string(ical_bytes_max + 1, ' ')), ElementsAre("ical.too_long 4194304"));
    std::string many;
    for (int line = 0; line < 1000; ++line) many += "wrong\r\n";
    EXPECT_EQ(read(many).size(), 20U);
}

TEST(CalendarIcal, RulesThatNeverEndAreCutShort) {
    std::string many;
    for (int rule = 0; rule < 20; ++rule)
        many += "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n";
    EXPECT_THAT(read(calendar_of_lines(many)), ElementsAre("ical.too_many 20000"));
}

/// Whatever stands there: events or a refusal.
TEST(CalendarIcal, NothingBreaksTheReader) {
    const std::string good = calendar_of_lines(
        "BEGIN:VEVENT\r\nUID:u\r\nDTSTART;TZID=Europe/Paris:20260105T100000\r\nDTEND;VALUE=DATE:20260107\r\n"
        "RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=5\r\nEXDATE;VALUE=DATE:20260209\r\nDURATION:P1D\r\nSUMMARY:é,"
        "\\n\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n");
    EXPECT_TRUE(read_ical(good, from, to));
    const auto holds = rc::check([&] {
        std::string text = good;
        for (int change = *rc::gen::inRange(1, 6); change > 0; --change) {
            const std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size());
            switch (*rc::gen::inRange(0, 4)) {
            case 0:
                text[at] = static_cast<char>(*rc::gen::inRange(1, 127));
                break;
            case 1:
                text.erase(at, *rc::gen::inRange<std::size_t>(1, 20));
                break;
            case 2:
                text.insert(
                    at, *rc::gen::element<std::string>(";", ":", "=", "\r\n", "\"", "99999999999", ",", "-"));
                break;
            default:
                text.insert(at, text.substr(text.size() / 2, *rc::gen::inRange<std::size_t>(1, 60)));
            }
            if (text.empty()) text = "x";
        }
        const auto events = read_ical(text, from, to);
        if (events)
            for (const OtherEvent& one : *events) RC_ASSERT(one.first <= one.last);
        else
            RC_ASSERT(!events.error().reasons.empty());
    });
    EXPECT_TRUE(holds);
}

} // namespace
} // namespace poa::charter
