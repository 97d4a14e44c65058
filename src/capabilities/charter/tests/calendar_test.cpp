// SPDX-License-Identifier: Apache-2.0
// What charters make of years. Real days: the agreed mechanism met on 30 and 31 March 2026 and planned 20 to
// 24 July and 7 to 11 December (UNODA meetings page 76825).
#include "capabilities/charter/tests/calendar_drafts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace poa::charter {
namespace {

using namespace drafts;
using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;

TEST(Calendar, AgreedMechanismMeetsOnItsRealDaysIn2026) { // EST-06
    const Calendar calendar = Draft().from_to(2026, 2026);
    EXPECT_THAT(days(calendar, EventKind::organizational_session), ElementsAre("2026-03-30 to 2026-03-31"));
    EXPECT_THAT(days(calendar, EventKind::plenary), ElementsAre("2026-07-20 to 2026-07-24"));
    EXPECT_THAT(days(calendar, EventKind::group_meeting),
                ElementsAre("2026-12-07 to 2026-12-09", "2026-12-10 to 2026-12-11"));
    EXPECT_THAT(calendar.unplaced, IsEmpty());
}

TEST(Calendar, PlenariesComeBackAsOftenAsTheCharterSays) { // MTG-01
    struct Row {
        std::int64_t months;
        Names first_days; ///< of 2026 to 2028
    };
    const Row rows[] = {
        {6, {"2026-07-20", "2027-01-25", "2027-07-26", "2028-01-24", "2028-07-24"}},
        {12, {"2026-07-20", "2027-07-26", "2028-07-24"}},
        {18, {"2026-07-20", "2028-01-24"}},
        {24, {"2026-07-20", "2028-07-24"}},
        {36, {"2026-07-20"}},
    };
    for (const Row& row : rows) {
        const Calendar calendar = Draft().with(clause::plenary::every_months, row.months).from_to(2026, 2028);
        Names first_days;
        for (const CalendarEvent& event : of_kind(calendar, EventKind::plenary))
            first_days.push_back(event.first.iso());
        EXPECT_EQ(first_days, row.first_days) << row.months;
    }
}

TEST(Calendar, EachMeetingIsWhereItsClauseSays) { // MTG-06 MTG-07 MTG-27
    const Calendar calendar = Draft()
                                  .with(clause::plenary::place, "new_york")
                                  .with(clause::plenary::mode, "in_person")
                                  .with(clause::review::place, "geneva")
                                  .with(clause::other_meetings::place, "vienna")
                                  .with(clause::other_meetings::mode, "virtual")
                                  .from_to(2026, 2031);
    for (const CalendarEvent& event : calendar.events) {
        if (!is_meeting(event.kind)) continue;
        if (event.kind == EventKind::review_conference) {
            EXPECT_EQ(event.place, "geneva") << event.key;
        } else if (event.kind == EventKind::plenary || event.kind == EventKind::organizational_session)
            EXPECT_EQ(event.place + event.mode, "new_yorkin_person") << event.key;
        else
            EXPECT_EQ(event.place + event.mode, "viennavirtual") << event.key;
    }
    EXPECT_FALSE(of_kind(calendar, EventKind::review_conference).empty());
}

TEST(Calendar, ThematicMeetingsComeAsManyTimesAYear) { // MTG-08
    const Calendar calendar = Draft().with(clause::other_meetings::thematic_per_year, 2).from_to(2027, 2032);
    for (int year = 2027; year <= 2032; ++year)
        EXPECT_EQ(std::ranges::count(years(calendar, EventKind::thematic_meeting), year), 2) << year;
}

TEST(Calendar, ReviewConferencesComeInTheirYears) { // MTG-09
    struct Row {
        std::int64_t plenary_months;
        Span every;
        bool in_place_of_plenary;
        std::vector<int> review_years;
    };
    const Row rows[] = {
        {12, {5, 5}, false, {2031, 2036, 2041}},
        {12, {6, 6}, true, {2032, 2038, 2044}},
        {12, {3, 4}, true, {2029, 2032, 2035, 2038, 2041, 2044}},
        {24, {3, 6}, true, {2030, 2034, 2038, 2042}}, // the least that fits plenaries every second year
        {24, {5, 5}, true, {2031, 2036, 2041}},       // held on its own where no plenary is
    };
    for (const Row& row : rows) {
        const Calendar calendar = Draft()
                                      .with(clause::plenary::every_months, row.plenary_months)
                                      .with(clause::review::every_years, row.every)
                                      .with(clause::review::takes_place_of_plenary, row.in_place_of_plenary)
                                      .from_to(2026, 2045);
        EXPECT_EQ(years(calendar, EventKind::review_conference), row.review_years) << text_of(row.every);
        const std::vector<int> plenaries = years(calendar, EventKind::plenary);
        if (row.in_place_of_plenary) {
            for (const int year : row.review_years) EXPECT_EQ(std::ranges::count(plenaries, year), 0) << year;
        }
    }
    EXPECT_THAT(
        of_kind(Draft().with(clause::review::held, false).from_to(2026, 2045), EventKind::review_conference),
        IsEmpty());
}

TEST(Calendar, FirstReviewIsSureAndLaterOnesAreConditional) { // MTG-16
    const auto reviews =
        of_kind(Draft().with(clause::review::later_depend_on_first, true).from_to(2026, 2042),
                EventKind::review_conference);
    ASSERT_EQ(reviews.size(), 3U);
    EXPECT_FALSE(reviews[0].conditional);
    EXPECT_TRUE(reviews[1].conditional);
    EXPECT_TRUE(reviews[2].conditional);
    for (const CalendarEvent& review : of_kind(Draft().from_to(2026, 2042), EventKind::review_conference))
        EXPECT_FALSE(review.conditional) << review.key;
}

TEST(Calendar, ProgressIsReviewedInItsInterval) { // MTG-18
    const Calendar yearly = Draft().with(clause::review::progress_every_months, 24).from_to(2026, 2032);
    EXPECT_EQ(years(yearly, EventKind::progress_review), (std::vector<int>{2028, 2030, 2032}));
    EXPECT_EQ(of_kind(yearly, EventKind::progress_review)[0].of, "plenary-2028-1");
    const Calendar often = Draft().with(clause::review::progress_every_months, 6).from_to(2027, 2027);
    EXPECT_THAT(days(often, EventKind::progress_review), ElementsAre("2027-01-18", "2027-07-30"));
}

TEST(Calendar, GroupsMeetAtLeastAsOftenAsTheCharterAsks) { // MTG-31
    const Calendar calendar = Draft()
                                  .with(clause::groups::meetings_per_year_min, 3)
                                  .with(clause::other_meetings::weeks_between_min, 1)
                                  .without(clause::groups::sunset_years)
                                  .from_to(2027, 2030);
    for (const std::string_view group : {"integrated", "capacity"})
        for (int year = 2027; year <= 2030; ++year) {
            int meetings = 0;
            for (const CalendarEvent& event : of_kind(calendar, EventKind::group_meeting))
                meetings += event.of == group && event.first.year() == year;
            EXPECT_EQ(meetings, 3) << group << " " << year;
        }
}

TEST(Calendar, GroupsEndWithTheirSunset) {
    const Calendar calendar = Draft().with(clause::groups::sunset_years, 5).from_to(2026, 2040);
    EXPECT_EQ(years(calendar, EventKind::group_meeting),
              (std::vector<int>{2026, 2026, 2027, 2027, 2028, 2028, 2029, 2029, 2030, 2030}));
    EXPECT_THAT(days(calendar, EventKind::group_ends), ElementsAre("2031-07-20", "2031-07-20"));
}

TEST(Calendar, PreparedMeetingsHaveAConsultationBeforeThem) { // MTG-43
    const Calendar calendar =
        Draft().with(clause::other_meetings::prepared, Names{"plenary", "review"}).from_to(2026, 2036);
    for (const CalendarEvent& event : calendar.events) {
        if (event.kind != EventKind::plenary && event.kind != EventKind::review_conference) continue;
        const CalendarEvent* prepared = find(calendar, "preparatory-" + event.key);
        ASSERT_NE(prepared, nullptr) << event.key;
        EXPECT_EQ(prepared->of, event.key);
        EXPECT_LT(prepared->last, event.first);
        EXPECT_GE(prepared->first.days, event.first.days - 15 * 7);
    }
    EXPECT_THAT(of_kind(Draft().from_to(2026, 2036), EventKind::preparatory_consultation), IsEmpty());
}

TEST(Calendar, StakeholdersAreConsultedEveryYear) { // MTG-44
    const Calendar calendar =
        Draft().with(clause::other_meetings::stakeholder_consultations_per_year, 2).from_to(2027, 2036);
    for (int year = 2027; year <= 2036; ++year)
        EXPECT_EQ(std::ranges::count(years(calendar, EventKind::stakeholder_consultation), year), 2) << year;
}

TEST(Calendar, NoticeDocumentsAndApplicationsComeBeforeTheMeeting) {
    const Calendar calendar = Draft()
                                  .with(clause::languages::notice_weeks, 12)
                                  .with(clause::languages::documents_weeks, 6)
                                  .with(clause::accreditation::window_days, 30)
                                  .from_to(2026, 2026);
    EXPECT_EQ(days(*find(calendar, "notice-plenary-2026-1")), "2026-04-27");
    EXPECT_EQ(days(*find(calendar, "documents-plenary-2026-1")), "2026-06-08");
    EXPECT_EQ(days(*find(calendar, "accreditation-opens-plenary-2026-1")), "2026-04-27");
    EXPECT_EQ(days(*find(calendar, "accreditation-closes-plenary-2026-1")), "2026-05-27");
}

TEST(Calendar, WindowLongerThanTheNoticeHasNoPlace) {
    const Calendar calendar = Draft()
                                  .with(clause::languages::notice_weeks, 4)
                                  .with(clause::accreditation::window_days, 30)
                                  .from_to(2026, 2026);
    ASSERT_EQ(calendar.unplaced.size(), 1U);
    EXPECT_EQ(calendar.unplaced[0].reason, "calendar.accreditation_window");
    EXPECT_EQ(calendar.unplaced[0].clauses,
              (std::vector<std::size_t>{clause::accreditation::window_days.index,
                                        clause::languages::notice_weeks.index}));
    EXPECT_THAT(of_kind(Draft().with(clause::accreditation::model, "none").from_to(2026, 2030),
                        EventKind::accreditation_opens),
                IsEmpty());
}

TEST(Calendar, CommunicationChecksFallOnWorkingDays) {
    const Calendar calendar = Draft().with(clause::contacts::ping_months, 6).from_to(2026, 2028);
    EXPECT_THAT(days(calendar, EventKind::communication_check),
                ElementsAre("2027-01-20", "2027-07-20", "2028-01-20", "2028-07-20"));
    EXPECT_THAT(days(Draft().with(clause::contacts::ping_months, 1).from_to(2026, 2026),
                     EventKind::communication_check),
                ElementsAre("2026-08-20", "2026-09-21", "2026-10-20", "2026-11-20", "2026-12-21"));
    EXPECT_THAT(of_kind(Draft().without(clause::contacts::ping_months).from_to(2026, 2030),
                        EventKind::communication_check),
                IsEmpty());
}

TEST(Calendar, NothingBeforeTheGuardButAFoundingConference) { // EST-01
    const Draft draft = Draft()
                            .with(clause::founding::no_act_before, day("2027-01-15"))
                            .with(clause::founding::conference, "held")
                            .with(clause::founding::conference_years, {2025, 2025});
    const Calendar calendar = draft.from_to(2020, 2035);
    ASSERT_FALSE(calendar.events.empty());
    for (const CalendarEvent& event : calendar.events)
        if (event.kind != EventKind::founding_conference) {
            EXPECT_GE(event.first, day("2027-01-15")) << event.key;
        }
    EXPECT_EQ(years(calendar, EventKind::founding_conference), std::vector<int>{2025});
    ASSERT_FALSE(calendar.unplaced.empty());
    EXPECT_EQ(calendar.unplaced[0].reason, "calendar.date_guard");
    EXPECT_EQ(calendar.unplaced[0].key, "plenary-2026-1");
}

TEST(Calendar, NothingBeforeTheWorkingGroupHasEnded) { // EST-01
    Draft draft;
    draft.without(clause::founding::no_act_before).with(clause::founding::first_plenary, day("2024-07-15"));
    draft.with(clause::founding::after_working_group, true);
    for (const CalendarEvent& event : draft.from_to(2023, 2030).events)
        EXPECT_GT(event.first, day("2025-07-11"));
    draft.with(clause::founding::after_working_group, false);
    EXPECT_EQ(years(draft.from_to(2023, 2026), EventKind::plenary), (std::vector<int>{2024, 2025, 2026}));
}

TEST(Calendar, FoundingConferenceIsInItsYears) { // EST-04 EST-05
    struct Row {
        std::string wish;
        Span years;
        bool back_to_back;
        Names days;
    };
    const Row rows[] = {
        {"none", {2025, 2025}, false, {}},
        {"held", {2025, 2025}, true, {"2025-07-14 to 2025-07-18"}},
        {"held", {2025, 2025}, false, {"2025-10-06 to 2025-10-10"}}, // after the notice of twelve weeks
        {"held", {2024, 2026}, false, {"2025-10-06 to 2025-10-10"}},
        {"held", {2023, 2024}, false, {"2023-03-27 to 2023-03-31"}}, // as stated; the mechanism begins later
        {"conditional", {2026, 2026}, false, {"2026-03-30 to 2026-04-03"}},
    };
    for (const Row& row : rows) {
        const Calendar calendar = Draft()
                                      .with(clause::plenary::organizational_days, 0)
                                      .with(clause::founding::conference, row.wish)
                                      .with(clause::founding::conference_years, row.years)
                                      .with(clause::founding::conference_back_to_back, row.back_to_back)
                                      .from_to(2022, 2026);
        EXPECT_EQ(days(calendar, EventKind::founding_conference), row.days) << row.wish << text_of(row.years);
        for (const CalendarEvent& event : of_kind(calendar, EventKind::founding_conference))
            EXPECT_EQ(event.conditional, row.wish == "conditional");
    }
    const Calendar late = Draft()
                              .with(clause::founding::conference, "held")
                              .with(clause::founding::conference_years, {2028, 2028})
                              .from_to(2022, 2030);
    ASSERT_EQ(late.unplaced.size(), 1U);
    EXPECT_EQ(late.unplaced[0].reason, "calendar.conference_years");
}

TEST(Calendar, NothingAfterTheMechanismEnds) {
    const Calendar calendar = Draft().with(clause::mechanism::ends_on, day("2030-07-31")).from_to(2026, 2040);
    EXPECT_EQ(years(calendar, EventKind::plenary), (std::vector<int>{2026, 2027, 2028, 2029, 2030}));
    for (const CalendarEvent& event : calendar.events) EXPECT_LE(event.first, day("2030-07-31")) << event.key;
}

TEST(Calendar, IsTheSameWhateverThePeriod) { // MTG-57 QUA-15
    CalendarWish wish;
    wish.states = {"EGY", "FRA", "SLV"};
    const Draft draft = Draft().with(clause::other_meetings::prepared, Names{"plenary"});
    const Calendar all = draft.from_to(2026, 2060, wish);
    for (const auto& [from, to] : {std::pair{2026, 2026}, {2031, 2033}, {2059, 2060}}) {
        std::vector<CalendarEvent> part;
        for (const CalendarEvent& event : all.events)
            if (event.last >= *Day::of(from, 1, 1) && event.first <= *Day::of(to, 12, 31))
                part.push_back(event);
        EXPECT_EQ(draft.from_to(from, to, wish).events, part) << from;
    }
}

TEST(Calendar, WhatHappensInOneYearMovesNothingInAnother) { // QUA-15
    CalendarWish wish;
    const Draft draft;
    const Calendar before = draft.from_to(2026, 2045, wish);
    wish.others = {{day("2030-05-01"), day("2030-07-31"), "Another conference"}};
    wish.holidays = {{day("2030-12-02"), day("2030-12-13"), "Holidays"}};
    const Calendar after = draft.from_to(2026, 2045, wish);
    std::set<int> changed;
    for (const CalendarEvent& event : before.events) {
        const CalendarEvent* now = find(after, event.key);
        ASSERT_NE(now, nullptr) << event.key;
        if (!(*now == event) && is_meeting(event.kind)) changed.insert(event.first.year());
    }
    EXPECT_EQ(changed, std::set<int>{2030});
}

TEST(Calendar, KeysAreUniqueAndEventsInOrder) {
    CalendarWish wish;
    wish.states = {"EGY", "FRA", "SLV", "CUB"};
    const Calendar calendar = Draft()
                                  .with(clause::plenary::every_months, 3)
                                  .with(clause::other_meetings::prepared, Names{"plenary", "review"})
                                  .with(clause::other_meetings::thematic_per_year, 2)
                                  .with(clause::contacts::ping_months, 1)
                                  .from_to(2026, 2076, wish);
    std::set<std::string> keys;
    for (std::size_t at = 0; at < calendar.events.size(); ++at) {
        EXPECT_TRUE(keys.insert(calendar.events[at].key).second) << calendar.events[at].key;
        if (at > 0) {
            EXPECT_LE(calendar.events[at - 1].first, calendar.events[at].first);
        }
    }
}

} // namespace
} // namespace poa::charter
