// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/burden.hpp"
#include "capabilities/charter/burden_counting.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

namespace poa::charter {
namespace {

Day day(std::string_view iso) {
    return *Day::parse(iso);
}

CalendarEvent meeting(std::string_view key, std::string_view first, std::string_view last, std::int64_t days,
                      EventKind kind = EventKind::group_meeting, std::string_view mode = "in_person",
                      std::string_view place = "new_york") {
    CalendarEvent made;
    made.kind = kind;
    made.key = key;
    made.first = day(first);
    made.last = day(last);
    made.meeting_days = days;
    made.place = place;
    made.mode = mode;
    return made;
}

std::vector<std::string> lines(std::span<const BusyDay> days) {
    std::vector<std::string> made;
    for (const BusyDay& one : days)
        made.push_back(one.day.iso() + " " + std::to_string(one.meetings) + "+" + std::to_string(one.others));
    return made;
}

const Charter& agreed() {
    return Presets::shipped().agreed();
}

Charter changed(std::size_t clause, ClauseValue value) {
    return agreed().with(clause, std::move(value), "test");
}

/// 2031 to 2035 of the mechanism: a whole cycle of reviews, after its beginning.
CharterBurden burden(const Charter& charter, const BurdenAssumptions& assumed = {},
                     std::span<const OtherEvent> others = {}) {
    return burden_of(charter, assumed, 2031, 5, delegation_sizes, others);
}

TEST(BurdenCounting, DaysAreCountedWithoutWeekends) {
    // Thursday to Monday, three meeting days; beside it one on the Friday; and a date, which is no meeting.
    const std::vector<CalendarEvent> events{
        meeting("a", "2026-12-03", "2026-12-07", 3), meeting("b", "2026-12-04", "2026-12-04", 1),
        meeting("c", "2026-12-08", "2026-12-08", 0, EventKind::report_due)};
    const std::vector<OtherEvent> others{{day("2026-12-05"), day("2026-12-07"), "another process"}};
    EXPECT_EQ(lines(busy_days(events, others)),
              (std::vector<std::string>{"2026-12-03 1+0", "2026-12-04 2+0", "2026-12-07 1+1"}));
}

TEST(BurdenCounting, MeetingsWithAWeekendBetweenAreOneJourney) {
    struct Row {
        const char *what, *first, *place, *mode;
        std::size_t journeys;
    };
    for (const Row& row : {Row{"the Monday after", "2026-12-14", "new_york", "in_person", 1},
                           Row{"the Tuesday after", "2026-12-15", "new_york", "in_person", 2},
                           Row{"another place", "2026-12-14", "geneva", "in_person", 2},
                           Row{"nowhere", "2026-12-14", "new_york", "virtual", 1}}) {
        const std::vector<CalendarEvent> events{
            meeting("a", "2026-12-07", "2026-12-11", 5),
            meeting("b", row.first, "2026-12-18", 4, EventKind::group_meeting, row.mode, row.place)};
        EXPECT_EQ(journeys_to(events).size(), row.journeys) << row.what;
    }
}

TEST(BurdenCounting, AJourneyKnowsItsBusiestDayAndWhetherItCanBeSpared) {
    const std::vector<CalendarEvent> events{
        meeting("a", "2026-12-07", "2026-12-09", 3, EventKind::group_meeting, "hybrid"),
        meeting("b", "2026-12-09", "2026-12-10", 2, EventKind::group_meeting, "hybrid"),
        meeting("c", "2026-12-11", "2026-12-11", 1, EventKind::plenary, "hybrid")};
    EXPECT_EQ(journeys_to(events),
              (std::vector<Journey>{{day("2026-12-07"), day("2026-12-11"), "new_york", 2, true}}));
    std::vector<CalendarEvent> with_one_in_person = events;
    with_one_in_person[2].mode = "in_person";
    EXPECT_FALSE(journeys_to(with_one_in_person).front().hybrid_only);
}

TEST(Burden, EveryAssumptionIsStatedWithItsBasis) {
    const BurdenAssumptions assumed;
    for (const AssumptionSpec& spec : assumption_specs()) {
        EXPECT_FALSE(spec.title.empty() || spec.unit.empty() || spec.basis.empty()) << spec.key;
        EXPECT_GE(assumed.*spec.member, spec.least) << spec.key;
        EXPECT_LE(assumed.*spec.member, spec.most) << spec.key;
        EXPECT_EQ(find_assumption(spec.key), &spec);
    }
    EXPECT_EQ(assumption_specs().size() * sizeof(double), sizeof(BurdenAssumptions)) << "one is not shown";
    EXPECT_EQ(find_assumption("hours_per_repor"), nullptr);
}

// INC-01: meeting days and documents a charter brings a delegation. The agreed mechanism in an average year
// of a cycle: plenary 5, intersessional 1, consultation 1, half a roundtable, a fifth of a review of 5 days;
// its groups (5 days a year) end in July 2031, before they meet.
TEST(Burden, TheAgreedMechanismIsCountedByHand) {
    const CharterBurden made = burden(agreed());
    const Burden& one = made.delegations.front();
    const double roundtables = one.meeting_days - (5 + 1 + 1 + 1);
    EXPECT_GE(roundtables, 0.4);
    EXPECT_LE(roundtables, 0.6);
    EXPECT_NEAR(one.words, 30000 * 1.2 + 12000 * (2 + roundtables), 0.01);
    EXPECT_NEAR(one.documents, one.words / 11000, 1e-9);
    EXPECT_NEAR(one.checks, 4, 1e-9) << "every six months, at two levels";
    EXPECT_NEAR(one.objection_windows, 1.2, 1e-9) << "before plenaries and review conferences";
    EXPECT_NEAR(one.reports, 0.4, 0.11) << "every second year: two or three in five";
    EXPECT_EQ(made.unplaced, 0u);
}

TEST(Burden, HoursAreTheSumOfWhatIsCounted) {
    BurdenAssumptions nothing;
    for (const AssumptionSpec& spec : assumption_specs()) nothing.*spec.member = spec.least;
    nothing.words_read_per_hour = 60000;
    const Burden idle = burden(agreed(), nothing).delegations.front();
    EXPECT_NEAR(idle.hours, idle.words / 60000, 1e-9);
    struct Row {
        double BurdenAssumptions::*assumed;
        double Burden::*counted;
    };
    for (const Row& row : {Row{&BurdenAssumptions::meeting_hours_per_day, &Burden::meeting_days},
                           Row{&BurdenAssumptions::preparation_hours_per_meeting_day, &Burden::meeting_days},
                           Row{&BurdenAssumptions::hours_per_report, &Burden::reports},
                           Row{&BurdenAssumptions::hours_per_communication_check, &Burden::checks},
                           Row{&BurdenAssumptions::hours_per_objection_window, &Burden::objection_windows}}) {
        BurdenAssumptions assumed = nothing;
        assumed.*row.assumed = 3;
        const Burden made = burden(agreed(), assumed).delegations.front();
        EXPECT_NEAR(made.hours - idle.hours, 3 * made.*row.counted, 1e-9);
    }
    BurdenAssumptions paid = nothing;
    paid.hour_cost = 100;
    EXPECT_NEAR(burden(agreed(), paid).delegations.front().cost, idle.hours * 100, 1e-6);
}

TEST(Burden, TravelIsPaidByTheJourneyAndTheDay) {
    BurdenAssumptions all_travel;
    all_travel.travel_share = 1;
    all_travel.followed_from_afar_if_hybrid = 0;
    all_travel.hour_cost = all_travel.daily_cost = 0;
    const Burden made = burden(agreed(), all_travel).delegations.front();
    EXPECT_NEAR(made.cost, made.journeys * all_travel.travel_cost, 1e-6);
    EXPECT_GT(made.journeys, 3);
    BurdenAssumptions from_afar = all_travel;
    from_afar.followed_from_afar_if_hybrid = 1;
    EXPECT_LE(burden(agreed(), from_afar).delegations.front().journeys, 1.2)
        << "plenaries and reviews are in person, all else is hybrid";
    BurdenAssumptions at_home = all_travel;
    at_home.travel_share = 0;
    EXPECT_EQ(burden(agreed(), at_home).delegations.front().cost, 0);
}

TEST(Burden, OnePersonIsInOnePlaceAtATime) {
    // MTG-26: what groups at the same time mean for delegations of each size.
    std::vector<GroupPlan> groups;
    for (const char* id : {"a", "b", "c", "d"}) groups.push_back({id, id, "norms", 2, 5});
    const Charter parallel = changed(clause::groups::list.index, groups)
                                 .with(clause::groups::parallel.index, true, "test")
                                 .with(clause::groups::sunset_years.index, None{}, "test");
    const Charter serial = parallel.with(clause::groups::parallel.index, false, "test");
    const CharterBurden at_once = burden(parallel), one_by_one = burden(serial);
    ASSERT_EQ(one_by_one.unplaced, 0u);
    EXPECT_TRUE(one_by_one.clashes.empty());
    ASSERT_FALSE(at_once.clashes.empty()) << "groups that may meet at the same time do";
    const Burden &mission = at_once.delegations[0], &large = at_once.delegations[3];
    EXPECT_GT(mission.days_in_two_places, 0);
    EXPECT_EQ(large.days_in_two_places, 0);
    EXPECT_GT(mission.seats_days, mission.meeting_days);
    EXPECT_NEAR(mission.seats_days, one_by_one.delegations[0].meeting_days, 1e-9) << "the same meetings";
    EXPECT_LT(mission.hours, large.hours) << "it cannot be everywhere";
    EXPECT_EQ(mission.hours_per_person, mission.hours);
    EXPECT_NEAR(large.hours_per_person, large.hours / 30, 1e-9) << "what many do is shared";
    EXPECT_NEAR(one_by_one.delegations[0].hours, one_by_one.delegations[3].hours, 1e-9);
    EXPECT_NEAR(one_by_one.delegations[0].share_of_year, one_by_one.delegations[3].share_of_year * 30, 1e-9);
}

// INC-02: another process at the same time is where a one-person mission must be in two places.
TEST(Burden, AnotherProcessAtTheSameTimeIsAClash) {
    const Charter heedless = changed(clause::other_meetings::avoids_mandated_processes.index, false);
    const std::vector<OtherEvent> all_year{{day("2031-01-01"), day("2031-12-31"), "another process"}};
    const CharterBurden made = burden(heedless, {}, all_year);
    ASSERT_FALSE(made.clashes.empty());
    EXPECT_EQ(made.clashes.front().second, "another process");
    EXPECT_GT(made.delegations[0].days_in_two_places, 1) << "at least the plenary's five days in five years";
    EXPECT_EQ(made.delegations[1].days_in_two_places, 0);
}

TEST(Burden, ReportsInTurnsAreTheAverageOfAllStates) {
    struct Row {
        Span every;
        bool rotates;
        ClauseValue within;
        double a_year;
    };
    for (const Row& row : {Row{{1, 1}, false, None{}, 1}, Row{{2, 2}, false, None{}, 0.5},
                           Row{{2, 2}, true, std::int64_t{6}, 1.0 / 6}, Row{{3, 3}, true, None{}, 1.0 / 3}}) {
        const Charter charter = changed(clause::reporting::every_years.index, row.every)
                                    .with(clause::reporting::rotates.index, row.rotates, "test")
                                    .with(clause::reporting::once_in_years_max.index, row.within, "test");
        const auto made = burden_of(charter, {}, 2039, 12);
        EXPECT_NEAR(made.delegations[0].reports, row.a_year, 1e-9) << text_of(ClauseValue(row.every));
    }
}

TEST(Burden, StatesFollowConsultationsWhereTheyHaveRights) {
    RightsTable rights = agreed()[clause::participants::rights];
    rights["member_states"].erase("consultation");
    const Burden with = burden(agreed()).delegations[0];
    const Burden without = burden(changed(clause::participants::rights.index, rights)).delegations[0];
    EXPECT_NEAR(with.meeting_days - without.meeting_days, 1, 1e-9);
}

// SEC-11, SEC-13: what the mechanism costs by its own money clauses.
TEST(Burden, TheMechanismCostsWhatItsClausesSay) {
    const CharterBurden made = burden(agreed());
    EXPECT_NEAR(made.cost.interpretation, 6 * 26000, 0.01) << "plenary, a fifth of a review";
    EXPECT_NEAR(made.cost.translation, made.delegations[0].words / 1000 * 5 * 600, 0.01);
    EXPECT_NEAR(made.cost.rooms, made.delegations[0].meeting_days * 4000, 0.01);
    EXPECT_NEAR(made.cost.secretariat, 1200000, 0.01);
    EXPECT_NEAR(made.cost.whole(),
                made.cost.interpretation + made.cost.translation + made.cost.rooms + made.cost.secretariat,
                1e-6);
    const CharterBurden english =
        burden(changed(clause::languages::official.index, std::vector<std::string>{"en"}));
    EXPECT_EQ(english.cost.interpretation + english.cost.translation, 0);
    const CharterBurden afar =
        burden(changed(clause::plenary::mode.index, std::string("virtual"))
                   .with(clause::other_meetings::mode.index, std::string("virtual"), "test"));
    EXPECT_EQ(afar.cost.rooms, 0);
    EXPECT_EQ(afar.delegations[0].journeys, 0);
}

TEST(Burden, MeetingsWithoutAPlaceAreSaidAndNotCounted) {
    const Charter full = changed(clause::groups::days_per_year_max.index, std::int64_t{2})
                             .with(clause::groups::sunset_years.index, None{}, "test");
    const CharterBurden made = burden(full);
    EXPECT_GT(made.unplaced, 0u);
    EXPECT_LT(made.delegations[0].meeting_days,
              burden(changed(clause::groups::sunset_years.index, None{})).delegations[0].meeting_days);
}

// EST-22, SEC-13: every proposal and the precedents stand beside each other, each with its burden and cost.
TEST(Burden, EveryShippedCharterCanBeCompared) {
    for (const Charter* one : Presets::shipped().all()) {
        const CharterBurden made = burden_of(*one, {}, 2026, 10);
        ASSERT_EQ(made.delegations.size(), delegation_sizes.size());
        const Burden& mission = made.delegations[0];
        EXPECT_GT(mission.meeting_days, 0) << one->id();
        EXPECT_GT(mission.hours, 0) << one->id();
        EXPECT_GT(made.cost.whole(), 0) << one->id();
        EXPECT_GE(mission.share_of_year, made.delegations[3].share_of_year) << one->id();
        EXPECT_GE(mission.days_in_two_places, made.delegations[3].days_in_two_places) << one->id();
    }
    EXPECT_NE(Presets::shipped().find("small-arms-programme"), nullptr);
}

} // namespace
} // namespace poa::charter
