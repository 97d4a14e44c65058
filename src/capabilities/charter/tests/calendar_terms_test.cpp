// SPDX-License-Identifier: Apache-2.0
// Programmes of work and terms of Chairs.
#include "capabilities/charter/tests/calendar_drafts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poa::charter {
namespace {

using namespace drafts;
using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;

TEST(Calendar, ProgrammeOfWorkRunsForItsYearsAndItsAdopter) { // MTG-40
    EXPECT_EQ(years(Draft().with(clause::programme_of_work::years, {2, 2}).from_to(2026, 2031),
                    EventKind::programme_of_work_begins),
              (std::vector<int>{2026, 2028, 2030}));
    const Calendar yearly = Draft().with(clause::programme_of_work::years, {1, 1}).from_to(2026, 2027);
    EXPECT_THAT(days(yearly, EventKind::programme_of_work_begins), ElementsAre("2026-07-25", "2027-07-31"));
    const Calendar by_review = Draft()
                                   .with(clause::programme_of_work::adopted_by, "review_conference")
                                   .with(clause::review::every_years, {4, 4})
                                   .from_to(2026, 2034);
    const auto programmes = of_kind(by_review, EventKind::programme_of_work_begins);
    ASSERT_EQ(programmes.size(), 2U); // none before a review conference could adopt it
    EXPECT_EQ(programmes[0].of, "review-2030");
    EXPECT_EQ(programmes[0].first.days, find(by_review, "review-2030")->last.days + 1);
    EXPECT_EQ(programmes[1].of, "review-2034");
}

// What belongs to a meeting that takes place only if States say so is as uncertain as that meeting.
TEST(Calendar, DatesOfAConditionalReviewAreConditional) {
    const Calendar all = Draft().with(clause::review::later_depend_on_first, true).from_to(2026, 2045);
    for (const CalendarEvent& event : all.events)
        if (const CalendarEvent* meeting = find(all, event.of)) {
            EXPECT_EQ(event.conditional, meeting->conditional) << event.key;
        }
    for (const char* name : {"notice-", "documents-", "accreditation-opens-", "accreditation-closes-"}) {
        const auto is_of_later_review = [&](const CalendarEvent& event) {
            return event.conditional && event.key.starts_with(std::string(name) + "review-");
        };
        EXPECT_TRUE(std::ranges::any_of(all.events, is_of_later_review)) << name;
    }
}

TEST(Calendar, ProgrammeOfAConditionalReviewIsConditional) {
    const auto programmes = of_kind(Draft()
                                        .with(clause::programme_of_work::adopted_by, "review_conference")
                                        .with(clause::review::every_years, {4, 4})
                                        .with(clause::review::later_depend_on_first, true)
                                        .from_to(2026, 2034),
                                    EventKind::programme_of_work_begins);
    ASSERT_EQ(programmes.size(), 2U);
    EXPECT_FALSE(programmes[0].conditional);
    EXPECT_TRUE(programmes[1].conditional);
    EXPECT_THAT(of_kind(Draft()
                            .with(clause::programme_of_work::adopted_by, "review_conference")
                            .with(clause::review::held, false)
                            .from_to(2026, 2045),
                        EventKind::programme_of_work_begins),
                IsEmpty());
}

// A/78/76, Egypt: the review conference, every six years, adopts the programme of work.
TEST(Calendar, EgyptsFirstProgrammeOfWorkBeginsAtItsFirstReviewConference) {
    const Charter* egypt = Presets::shipped().find("egypt");
    ASSERT_NE(egypt, nullptr);
    CalendarWish wish;
    wish.from = day("2026-01-01");
    wish.to = day("2040-12-31");
    const Calendar calendar = calendar_of(*egypt, wish);
    const auto programmes = of_kind(calendar, EventKind::programme_of_work_begins),
               reviews = of_kind(calendar, EventKind::review_conference);
    ASSERT_EQ(programmes.size(), 2U);
    ASSERT_EQ(reviews.size(), 2U);
    EXPECT_EQ(programmes[0].first.year(), 2032);
    for (std::size_t at = 0; at < 2; ++at) {
        EXPECT_EQ(programmes[at].of, reviews[at].key);
        EXPECT_EQ(programmes[at].first.days, reviews[at].last.days + 1);
    }
}

TEST(Calendar, ChairsOfATermOverlapAndMayBeExtended) { // MTG-42
    const Calendar calendar = Draft()
                                  .with(clause::chair::term_months, 36)
                                  .with(clause::chair::extension_months, 12)
                                  .with(clause::chair::overlap_months, 6)
                                  .from_to(2026, 2040);
    EXPECT_THAT(
        days(calendar, EventKind::chair_begins),
        ElementsAre("2026-03-30", "2028-09-30", "2031-03-30", "2033-09-30", "2036-03-30", "2038-09-30"));
    const auto begins = of_kind(calendar, EventKind::chair_begins),
               ends = of_kind(calendar, EventKind::chair_ends);
    EXPECT_EQ(ends[0].first, day("2029-03-29"));
    EXPECT_EQ(ends[0].latest, day("2030-03-29"));
    for (std::size_t next = 1; next < begins.size() && next < ends.size(); ++next)
        EXPECT_NEAR(ends[next - 1].first.days + 1 - begins[next].first.days, 182, 3) << next;
}

TEST(Calendar, OfficeOfTheChairRotatesAmongTheFiveRegionalGroups) {
    CalendarWish wish;
    wish.first_chair_group = "grulac";
    Names groups;
    for (const CalendarEvent& event : of_kind(Draft().from_to(2026, 2036, wish), EventKind::chair_begins))
        groups.push_back(event.of);
    EXPECT_THAT(groups, ElementsAre("grulac", "weog", "african-group", "asia-pacific-group",
                                    "eastern-european-group", "grulac"));
    for (const CalendarEvent& event : of_kind(
             Draft().with(clause::chair::rotates, false).from_to(2026, 2036, wish), EventKind::chair_begins))
        EXPECT_EQ(event.of, "");
}

TEST(Calendar, ChairsHaveNoRegionalGroupWhereNobodySaysWhoseTurnItIs) {
    for (const char* first : {"", "no-such-group"}) {
        CalendarWish wish;
        wish.first_chair_group = first;
        const Calendar calendar = Draft().with(clause::chair::rotates, true).from_to(2026, 2036, wish);
        for (const EventKind kind : {EventKind::chair_begins, EventKind::chair_ends}) {
            EXPECT_FALSE(of_kind(calendar, kind).empty());
            for (const CalendarEvent& event : of_kind(calendar, kind)) EXPECT_EQ(event.of, "") << event.key;
        }
    }
}

TEST(Calendar, ChairOfASessionBeginsAfterTheSessionBefore) {
    const Calendar calendar = Draft()
                                  .with(clause::chair::basis, "per_session")
                                  .with(clause::plenary::every_months, 24)
                                  .from_to(2026, 2030);
    EXPECT_THAT(days(calendar, EventKind::chair_begins),
                ElementsAre("2026-03-30", "2026-07-25", "2028-07-29", "2030-07-27"));
    EXPECT_THAT(days(calendar, EventKind::chair_ends), ElementsAre("2026-07-24", "2028-07-28", "2030-07-26"));
}

} // namespace
} // namespace poa::charter
