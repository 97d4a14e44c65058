// SPDX-License-Identifier: Apache-2.0
// How meetings find their days, and what is said where they find none.
#include "capabilities/charter/calendar_days.hpp"
#include "capabilities/charter/calendar_packing.hpp"
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

std::string fact(const Unplaced& unplaced, std::string_view name) {
    for (const auto& [key, value] : unplaced.facts)
        if (key == name) return value;
    return "";
}

std::vector<GroupPlan> groups(std::int64_t count, std::int64_t meetings, std::int64_t days_of_one) {
    std::vector<GroupPlan> made;
    for (std::int64_t number = 1; number <= count; ++number)
        made.push_back({fmt::format("group-{}", number), "Group", "norms", meetings, days_of_one});
    return made;
}

TEST(CalendarDays, WeeksAreThoseOfTheStandard) {
    struct Row {
        std::string_view day;
        int year, week;
    };
    for (const Row& row : {Row{"2026-07-20", 2026, 30},
                           {"2026-12-31", 2026, 53},
                           {"2027-01-03", 2026, 53},
                           {"2027-01-04", 2027, 1},
                           {"2024-12-30", 2025, 1},
                           {"2021-01-03", 2020, 53}}) {
        const YearWeek week = week_of(day(row.day));
        EXPECT_EQ(week.year, row.year) << row.day;
        EXPECT_EQ(week.week, row.week) << row.day;
        EXPECT_EQ(monday_of(week), monday_of(day(row.day))) << row.day;
    }
    EXPECT_EQ(monday_of(YearWeek{2027, 53}), day("2027-12-27")) << "a year without week 53";
    EXPECT_EQ(plus_months(day("2026-08-31"), 6), day("2027-02-28"));
    EXPECT_EQ(plus_months(day("2028-02-29"), -12), day("2027-02-28"));
}

TEST(CalendarDays, MeetingTakesWorkingDaysOnly) {
    const std::vector<OtherEvent> holidays{{day("2026-07-22"), day("2026-07-22"), "Holiday"}};
    const MeetingDays days(day("2026-01-01"), day("2026-12-31"), holidays, {});
    EXPECT_EQ(days.extent(day("2026-07-20"), 5)->last, day("2026-07-27")); // over the holiday and the weekend
    EXPECT_EQ(days.extent(day("2026-07-20"), 5, false)->last, day("2026-07-24"));
    EXPECT_FALSE(days.extent(day("2026-07-22"), 1));
    EXPECT_FALSE(days.extent(day("2026-07-25"), 1)) << "a Saturday";
    EXPECT_FALSE(days.extent(day("2026-12-31"), 2)) << "the period is over";
    EXPECT_EQ(days.working_from(day("2026-07-22")), day("2026-07-23"));
}

TEST(CalendarPlacing, HolidaysMoveMeetings) {
    CalendarWish wish;
    wish.holidays = {{day("2027-07-28"), day("2027-07-28"), "Holiday"}};
    const Calendar calendar = Draft().from_to(2027, 2027, wish);
    const CalendarEvent* plenary = find(calendar, "plenary-2027-1");
    ASSERT_NE(plenary, nullptr);
    EXPECT_EQ(days(*plenary), "2027-08-02 to 2027-08-06") << "a whole week rather than a broken one";
}

TEST(CalendarPlacing, MeetingsKeepClearOfMandatedProcesses) { // MTG-49 INC-02
    CalendarWish wish;
    wish.others = {{day("2027-07-26"), day("2027-08-06"), "Ad hoc committee"},
                   {day("2027-12-06"), day("2027-12-17"), "Review of small arms"}};
    const Calendar kept_clear = Draft().from_to(2027, 2027, wish);
    EXPECT_THAT(clashes_with(kept_clear.events, wish.others), IsEmpty());
    EXPECT_THAT(kept_clear.unplaced, IsEmpty());
    const Calendar heedless =
        Draft().with(clause::other_meetings::avoids_mandated_processes, false).from_to(2027, 2027, wish);
    std::set<std::string> titles;
    for (const Clash& clash : clashes_with(heedless.events, wish.others)) titles.insert(clash.second);
    EXPECT_THAT(titles, ElementsAre("Ad hoc committee", "Review of small arms"));
}

TEST(CalendarPlacing, MeetingsAreWeeksApart) { // MTG-49
    for (const std::int64_t weeks : {0, 1, 2, 4}) {
        const Calendar calendar = Draft()
                                      .with(clause::other_meetings::weeks_between_min, weeks)
                                      .without(clause::groups::sunset_years)
                                      .from_to(2026, 2046);
        EXPECT_THAT(calendar.unplaced, IsEmpty()) << weeks;
        const CalendarEvent* before = nullptr;
        for (const CalendarEvent& event : calendar.events) {
            if (!is_meeting(event.kind)) continue;
            const bool one_round = before != nullptr && before->kind == EventKind::group_meeting &&
                                   event.kind == EventKind::group_meeting;
            if (before != nullptr && !one_round) {
                EXPECT_GT(event.first.days - before->last.days, weeks * 7) << before->key << " " << event.key;
            }
            before = &event;
        }
    }
}

TEST(CalendarPlacing, NamesWhatStoodInTheWay) { // MTG-49 INC-02
    CalendarWish wish;
    wish.others = {{day("2027-01-01"), day("2027-12-31"), "A year of other meetings"}};
    const Calendar calendar = Draft().with(clause::review::held, false).from_to(2027, 2027, wish);
    ASSERT_FALSE(calendar.unplaced.empty());
    for (const Unplaced& unplaced : calendar.unplaced) {
        EXPECT_EQ(unplaced.reason, "calendar.other_processes") << unplaced.key;
        EXPECT_EQ(fact(unplaced, "others"), "A year of other meetings");
        EXPECT_EQ(unplaced.clauses.back(), clause::other_meetings::avoids_mandated_processes.index);
    }
}

TEST(CalendarPlacing, TooManyWeeksBetweenLeaveNoPlace) { // MTG-49
    const Calendar calendar = Draft()
                                  .with(clause::groups::list, groups(2, 6, 5))
                                  .with(clause::other_meetings::weeks_between_min, 12)
                                  .from_to(2027, 2027);
    ASSERT_FALSE(calendar.unplaced.empty());
    for (const Unplaced& unplaced : calendar.unplaced) {
        EXPECT_EQ(unplaced.reason, "calendar.weeks_between") << unplaced.key;
        EXPECT_EQ(fact(unplaced, "weeks"), "12");
        EXPECT_THAT(fact(unplaced, "meetings"), HasSubstr("plenary-2027-1"));
        EXPECT_EQ(unplaced.clauses.back(), clause::other_meetings::weeks_between_min.index);
    }
}

TEST(CalendarPlacing, GroupsThatMayNotMeetInParallelRunOutOfYear) { // MTG-25
    const Draft draft = Draft()
                            .with(clause::groups::list, groups(30, 1, 10))
                            .with(clause::other_meetings::weeks_between_min, 0);
    const Calendar one_by_one = draft.from_to(2027, 2027);
    ASSERT_FALSE(one_by_one.unplaced.empty());
    EXPECT_EQ(one_by_one.unplaced[0].reason, "calendar.parallel");
    EXPECT_EQ(one_by_one.unplaced[0].clauses.back(), clause::groups::parallel.index);
    const Calendar at_once = Draft(draft).with(clause::groups::parallel, true).from_to(2027, 2027);
    EXPECT_THAT(at_once.unplaced, IsEmpty());
    EXPECT_EQ(clashes_in(at_once.events).size(), 30U * 29 / 2);
}

TEST(CalendarPlacing, LimitsOfGroupsLeaveMeetingsOut) {
    const Draft draft = Draft().with(clause::groups::list, groups(3, 2, 4));
    const Calendar few = Draft(draft).with(clause::groups::at_once_max, 2).from_to(2027, 2027);
    EXPECT_EQ(of_kind(few, EventKind::group_meeting).size(), 4U);
    ASSERT_EQ(few.unplaced.size(), 2U);
    EXPECT_EQ(few.unplaced[0].reason, "calendar.at_once");
    const Calendar short_year = Draft(draft).with(clause::groups::days_per_year_max, 16).from_to(2027, 2027);
    std::set<std::string> met;
    for (const CalendarEvent& event : of_kind(short_year, EventKind::group_meeting)) met.insert(event.of);
    EXPECT_EQ(met.size(), 3U) << "every group has its first meeting before any has its second";
    ASSERT_EQ(short_year.unplaced.size(), 2U);
    EXPECT_EQ(short_year.unplaced[0].reason, "calendar.days_per_year");
    EXPECT_EQ(fact(short_year.unplaced[0], "most"), "16");
}

TEST(CalendarPlacing, EveryReasonHasASentence) {
    std::set<std::string_view> codes;
    for (const UnplacedReason& reason : unplaced_reasons()) {
        EXPECT_TRUE(codes.insert(reason.code).second);
        EXPECT_FALSE(reason.sentence.empty());
    }
}

/// A year in which everything that can be met on is just as long as what has to be placed.
TEST(CalendarPacking, FindsTheOnlyOrderThatFits) {
    // Open: 4 to 8 January (5 days) and 11 to 13 January (3 days). Near their best days, 3 comes first and 5
    // is out.
    const std::vector<OtherEvent> others{{day("2027-01-14"), day("2027-12-31"), "Others"}};
    const MeetingDays open(day("2027-01-04"), day("2027-12-31"), {}, others);
    const Charter charter = Draft().with(clause::other_meetings::weeks_between_min, 0).charter();
    const Placing placing(open, PlacingRules(charter));
    const auto wanted = [&](std::string key, std::int64_t days_of_one) {
        return Wanted{
            EventKind::thematic_meeting, std::move(key),    {}, 0,    days_of_one, day("2027-01-04"),
            day("2027-01-01"),           day("2027-12-31"), 0,  false};
    };
    const YearPlaced year = place_year(placing, {wanted("three", 3), wanted("five", 5)}, {}, others);
    EXPECT_THAT(year.unplaced, IsEmpty());
    ASSERT_EQ(year.placed.size(), 2U);
    EXPECT_EQ(place_year(placing, {wanted("four", 4), wanted("five", 5)}, {}, others).unplaced.size(), 1U);
}

/// Whether any order of the meetings fits, each as early as it can: all orders are tried.
bool any_order_fits(const Placing& placing, std::vector<Wanted> wanted, std::span<const Placed> standing) {
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    do {
        std::vector<Placed> placed(standing.begin(), standing.end());
        bool fits = true;
        Day from = day("2027-01-01");
        for (const std::size_t at : order) {
            std::optional<Extent> extent;
            for (Day first = from; !extent && first <= wanted[at].not_after; ++first.days)
                extent = placing.beginning_on(wanted[at], first, placed);
            if (!(fits = extent.has_value())) break;
            from = plus_days(extent->last, 1);
            placed.push_back({wanted[at], *extent});
        }
        if (fits) return true;
    } while (std::ranges::next_permutation(order).found);
    return false;
}

/// Everything is placed where any placement exists, and as it must be.
TEST(CalendarPacking, PlacesEverythingWhereAnyOrderFits) {
    int fitted = 0, hopeless = 0;
    const auto holds = rc::check([&] {
        std::vector<OtherEvent> others;
        for (int number = *rc::gen::inRange(0, 4); number > 0; --number) {
            const Day first = plus_days(day("2027-01-01"), *rc::gen::inRange(0, 60));
            others.push_back({first, plus_days(first, *rc::gen::inRange(0, 10)), "Another"});
        }
        const MeetingDays open(day("2026-12-01"), day("2027-12-31"), {}, others);
        const Charter charter =
            Draft()
                .with(clause::other_meetings::weeks_between_min, *rc::gen::inRange<std::int64_t>(0, 3))
                .charter();
        const Placing placing(open, PlacingRules(charter));
        const Day until = plus_days(day("2027-01-01"), *rc::gen::inRange(20, 70));
        std::vector<Wanted> wanted;
        for (int number = *rc::gen::inRange(1, 6); number > 0; --number) {
            const bool is_group = *rc::gen::arbitrary<bool>();
            wanted.push_back({is_group ? EventKind::group_meeting : EventKind::thematic_meeting,
                              fmt::format("meeting-{}", number),
                              {},
                              0,
                              *rc::gen::inRange<std::int64_t>(1, 8),
                              plus_days(day("2027-01-01"), *rc::gen::inRange(0, 30)),
                              day("2027-01-01"),
                              until,
                              is_group ? 1 : 0,
                              false});
        }
        std::ranges::stable_sort(wanted, {}, [](const Wanted& one) { return -one.round; });
        const Wanted plenary{EventKind::plenary, "plenary", {}, 0, 3, {}, {}, {}, 0, false};
        const std::vector<Placed> standing{{plenary, {day("2027-01-20"), day("2027-01-22")}}};
        const YearPlaced year = place_year(placing, wanted, standing, others);
        RC_ASSERT(year.unplaced.empty() == any_order_fits(placing, wanted, standing));
        RC_ASSERT(year.placed.size() + year.unplaced.size() == wanted.size());
        ++(year.unplaced.empty() ? fitted : hopeless);
        std::vector<Placed> before(standing);
        for (const Placed& one : year.placed) {
            RC_ASSERT(placing.beginning_on(one.wanted, one.extent.first, before).has_value());
            before.push_back(one);
        }
    });
    EXPECT_TRUE(holds);
    EXPECT_GT(fitted, 5);
    EXPECT_GT(hopeless, 5);
}

/// Whatever its frequencies: groups that may not meet in parallel never share a day, in fifty years.
TEST(CalendarPlacing, NoTwoGroupsShareADayWhereTheyMayNot) { // MTG-25
    const auto holds = rc::check([] {
        Draft draft;
        draft.with(clause::groups::parallel, false).without(clause::groups::sunset_years);
        draft.with(clause::groups::list,
                   groups(*rc::gen::inRange(1, 8), *rc::gen::inRange(1, 5), *rc::gen::inRange(1, 8)));
        draft.with(clause::groups::meetings_per_year_min, *rc::gen::inRange<std::int64_t>(0, 5));
        draft.with(clause::plenary::every_months, *rc::gen::element<std::int64_t>(3, 6, 12, 18, 24));
        draft.with(clause::plenary::days, *rc::gen::inRange<std::int64_t>(1, 15));
        draft.with(clause::review::every_years, {*rc::gen::inRange<std::int64_t>(1, 4), 6});
        draft.with(clause::review::takes_place_of_plenary, *rc::gen::arbitrary<bool>());
        draft.with(clause::other_meetings::intersessional_per_year, *rc::gen::inRange<std::int64_t>(0, 4));
        draft.with(clause::other_meetings::thematic_per_year, *rc::gen::inRange<std::int64_t>(0, 4));
        draft.with(clause::other_meetings::weeks_between_min, *rc::gen::inRange<std::int64_t>(0, 4));
        CalendarWish wish;
        const int year = *rc::gen::inRange(2027, 2070);
        wish.others = {{*Day::of(year, *rc::gen::inRange(1, 12), 3), *Day::of(year, 12, 20), "Another"}};
        const Calendar calendar = draft.from_to(2026, 2075, wish);
        for (const Clash& clash : clashes_in(calendar.events))
            RC_FAIL(clash.first + " and " + clash.second + " on " + clash.from.iso());
        // What has no place is told; nothing else is missing.
        std::set<std::string> keys;
        for (const CalendarEvent& event : calendar.events) keys.insert(event.key);
        for (const Unplaced& unplaced : calendar.unplaced) RC_ASSERT(!keys.contains(unplaced.key));
    });
    EXPECT_TRUE(holds);
}

// No clause speaks of the turn of the year; nobody meets from 18 December to 6 January.
TEST(CalendarPlacing, NoMeetingTouchesTheTurnOfTheYear) {
    CalendarWish wish;
    wish.from = day("2026-01-01");
    wish.to = day("2055-12-31");
    for (const Charter* charter : Presets::shipped().all())
        for (const CalendarEvent& event : calendar_of(*charter, wish).events) {
            if (!is_meeting(event.kind)) continue;
            for (int year = event.first.year() - 1; year <= event.last.year(); ++year) {
                const OtherEvent recess = year_end_recess(year);
                EXPECT_TRUE(event.last < recess.first || event.first > recess.last)
                    << charter->id() << " " << event.key << " " << event.first.iso() << " to "
                    << event.last.iso();
            }
        }
    EXPECT_EQ(year_end_recess(2027).first, day("2027-12-18"));
    EXPECT_EQ(year_end_recess(2027).last, day("2028-01-06"));
}

TEST(CalendarPlacing, ACharterThatBeginsAtTheTurnOfTheYearIsTakenAtItsWord) {
    Draft draft;
    draft.with(clause::founding::first_plenary, day("2026-12-28"));
    const Calendar calendar = draft.from_to(2026, 2029);
    std::vector<std::string> first_days;
    for (const CalendarEvent& event : calendar.events)
        if (event.kind == EventKind::plenary) first_days.push_back(event.first.iso());
    ASSERT_GE(first_days.size(), 2u);
    EXPECT_EQ(first_days[0], "2026-12-28");
    for (std::size_t later = 1; later < first_days.size(); ++later)
        EXPECT_TRUE(first_days[later].substr(5) < "12-18" && first_days[later].substr(5) > "01-06")
            << first_days[later];
}

} // namespace
} // namespace poa::charter
