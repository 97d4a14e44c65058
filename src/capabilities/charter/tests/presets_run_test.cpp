// SPDX-License-Identifier: Apache-2.0
// What makes each shipped charter distinct holds when it is run: a line a charter, with the paper it was read
// in.
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/membership.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace poa::charter {
namespace {

const Charter& preset(std::string_view id) {
    const Charter* found = Presets::shipped().find(id);
    require(found != nullptr, "a shipped charter");
    return *found;
}

std::vector<std::string> states() {
    std::vector<std::string> made;
    for (int i = 0; i < 193; ++i)
        made.push_back({static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26), 'X'});
    return made;
}

Calendar calendar(const Charter& charter, int first_year, int last_year) {
    CalendarWish wish;
    wish.from = Day::of(first_year, 1, 1).value();
    wish.to = Day::of(last_year, 12, 31).value();
    wish.states = states();
    return calendar_of(charter, wish);
}
Calendar calendar(std::string_view id, int first_year, int last_year) {
    return calendar(preset(id), first_year, last_year);
}

std::vector<CalendarEvent> of_kind(const Calendar& all, EventKind kind) {
    std::vector<CalendarEvent> made;
    std::ranges::copy_if(all.events, std::back_inserter(made),
                         [&](const CalendarEvent& event) { return event.kind == kind; });
    return made;
}

std::vector<int> years_of(const Calendar& all, EventKind kind) {
    std::vector<int> made;
    for (const CalendarEvent& event : of_kind(all, kind)) made.push_back(event.first.year());
    return made;
}

std::map<int, int> per_year(const Calendar& all, EventKind kind) {
    std::map<int, int> made;
    for (const CalendarEvent& event : of_kind(all, kind)) ++made[event.first.year()];
    return made;
}

/// Steps between years, each once.
std::vector<int> steps(const std::vector<int>& years) {
    std::vector<int> made;
    for (std::size_t i = 1; i < years.size(); ++i) made.push_back(years[i] - years[i - 1]);
    std::ranges::sort(made);
    made.erase(std::unique(made.begin(), made.end()), made.end());
    return made;
}

using Years = std::vector<int>;

// --- how often: plenaries and review conferences

struct Rhythm {
    const char* charter;
    Years plenary_steps;
    Years review_steps; ///< empty: no review conference comes
};

class EachRhythm : public testing::TestWithParam<Rhythm> {};

// MTG-01, MTG-09, EST-22: over thirty years.
TEST_P(EachRhythm, MTG_01_MTG_09_PlenariesAndReviewsComeAsThePaperSays) {
    const Calendar all = calendar(GetParam().charter, 2026, 2056);
    // A review conference may stand in for that year's plenary.
    Years plenaries = years_of(all, EventKind::plenary),
          reviews = years_of(all, EventKind::review_conference);
    if (preset(GetParam().charter)[clause::review::takes_place_of_plenary]) {
        plenaries.insert(plenaries.end(), reviews.begin(), reviews.end());
        std::ranges::sort(plenaries);
    }
    plenaries.erase(std::unique(plenaries.begin(), plenaries.end()), plenaries.end());
    EXPECT_EQ(steps(plenaries), GetParam().plenary_steps) << GetParam().charter;
    EXPECT_EQ(steps(reviews), GetParam().review_steps) << GetParam().charter;
}

INSTANTIATE_TEST_SUITE_P(
    Table, EachRhythm,
    testing::Values(Rhythm{"agreed-2025", {1}, {5}}, Rhythm{"egypt", {2}, {6}}, Rhythm{"france", {1}, {4}},
                    Rhythm{"belgium", {1}, {4}}, Rhythm{"germany", {1}, {4}}, Rhythm{"italy", {1}, {4}},
                    Rhythm{"united-states", {1}, {3}}, Rhythm{"united-kingdom", {1}, {4}},
                    Rhythm{"switzerland", {1}, {4}}, Rhythm{"el-salvador", {2}, {4}},
                    Rhythm{"ukraine", {1}, {4}}, Rhythm{"latvia", {1}, {5}}, Rhythm{"australia", {1}, {3}},
                    Rhythm{"canada", {1}, {5}}, Rhythm{"japan", {1}, {5}},
                    Rhythm{"small-arms-programme", {2}, {6}}, Rhythm{"working-group-continued", {1}, {}}),
    [](const auto& row) {
        std::string name = row.param.charter;
        std::ranges::replace(name, '-', '_');
        return name;
    });

// --- what is said of one charter each

void expect_never_at_once(const std::vector<CalendarEvent>& meetings) {
    for (std::size_t i = 1; i < meetings.size(); ++i)
        EXPECT_LT(meetings[i - 1].last, meetings[i].first) << meetings[i].key;
}

// A/78/76, Czechia: working groups on different issues do not meet in parallel. CON-23, MTG-25
TEST(Presets, CON_23_CzechiaNeverHasTwoGroupsAtOnce) {
    const auto as_read = of_kind(calendar("czechia", 2026, 2075), EventKind::group_meeting);
    EXPECT_GE(as_read.size(), 10u);
    expect_never_at_once(as_read);
    // Also with five groups that never end.
    std::vector<GroupPlan> five;
    for (const char* topic :
         {"threats", "norms", "international_law", "confidence_building", "capacity_building"})
        five.push_back(GroupPlan{topic, topic, topic, 2, 4});
    const Charter busy = preset("czechia")
                             .with(clause::groups::list.index, five, "test")
                             .with(clause::groups::sunset_years.index, None{}, "test");
    CalendarWish wish;
    wish.from = Day::of(2026, 1, 1).value();
    wish.to = Day::of(2075, 12, 31).value();
    const auto meetings = of_kind(calendar_of(busy, wish), EventKind::group_meeting);
    EXPECT_GE(meetings.size(), 480u);
    expect_never_at_once(meetings);
}

// A/78/76, Egypt: every State reports at least once in three cycles of two years, in turns. CON-17
TEST(Presets, CON_17_EgyptGivesEveryStateItsTurnInSixYearsWithAnEvenLoad) {
    const auto due = of_kind(calendar("egypt", 2026, 2043), EventKind::report_due);
    std::map<std::string, Years> years_of_state;
    std::map<int, int> load;
    for (const CalendarEvent& report : due) {
        years_of_state[report.of].push_back(report.first.year());
        ++load[report.first.year()];
    }
    EXPECT_EQ(years_of_state.size(), 193u);
    for (const auto& [state, years] : years_of_state)
        for (std::size_t i = 1; i < years.size(); ++i) EXPECT_LE(years[i] - years[i - 1], 6) << state;
    const auto [least, most] =
        std::ranges::minmax_element(load, {}, [](const auto& year) { return year.second; });
    EXPECT_LE(most->second - least->second, 1);
}

// A/78/76, Egypt, para. 16: the mechanism "may decide, by consensus" to establish informal groups or to hold
// intersessional meetings. Until it does there is none, and none is put into its reply.
TEST(Presets, EgyptHasNoGroupAndNoIntersessionalMeetingUntilAConsensusDecides) {
    const Calendar all = calendar("egypt", 2026, 2045);
    EXPECT_TRUE(of_kind(all, EventKind::group_meeting).empty());
    EXPECT_TRUE(of_kind(all, EventKind::intersessional_meeting).empty());
    const Charter& egypt = preset("egypt");
    EXPECT_EQ(egypt[clause::groups::created_by], "mechanism_by_consensus");
    EXPECT_EQ(egypt[clause::decisions::creation_of_groups].form, RuleForm::consensus);
    EXPECT_FALSE(egypt[clause::groups::may_study].empty()) << "what such groups may be given is said";
}

// EST-19: whether there is a conference at all depends on Member States' views and on the Secretary-General's
// assessment (A/78/76, Egypt, para. 12). So the calendar has it only on condition, and says by which clause.
TEST(Presets, EST_19_EgyptsConferenceIsHeldOnlyIfStatesDecideThatItIsNeeded) {
    const Charter& egypt = preset("egypt");
    EXPECT_EQ(egypt[clause::founding::conference], "conditional");
    const Provenance& from = egypt.entry(clause::founding::conference).provenance;
    EXPECT_EQ(from.passage, "egy/para-12");
    EXPECT_EQ(egypt.find(clause::founding::conference_years), nullptr) << "the reply names no year";
    const Charter in_2025 =
        egypt.with(clause::founding::conference_years.index, Span{2025, 2025}, "a decision");
    const Calendar asked = calendar(in_2025, 2025, 2025);
    const Calendar decided = calendar(
        in_2025.with(clause::founding::conference.index, std::string("held"), "a decision"), 2025, 2025);
    ASSERT_FALSE(of_kind(asked, EventKind::founding_conference).empty());
    for (const CalendarEvent& one : of_kind(asked, EventKind::founding_conference))
        EXPECT_TRUE(one.conditional) << one.key;
    for (const CalendarEvent& one : of_kind(decided, EventKind::founding_conference))
        EXPECT_FALSE(one.conditional) << one.key;
}

// A/78/76, Ukraine: the programme "may hold intersessional meetings and establish working groups" and "may
// envisage the possibility" of meetings at the working level. What is put as a possibility is not yet there.
TEST(Presets, UkrainesPossibilitiesAreNotHeldUntilTheProgrammeDecides) {
    const Calendar all = calendar("ukraine", 2026, 2045);
    for (EventKind kind :
         {EventKind::group_meeting, EventKind::intersessional_meeting, EventKind::thematic_meeting})
        EXPECT_TRUE(of_kind(all, kind).empty()) << title_of(kind);
    EXPECT_FALSE(of_kind(all, EventKind::plenary).empty());
}

// A/78/76, Egypt: an objection excludes, without a vote. Germany, United States, United Kingdom: it goes to a
// vote. CON-05
TEST(Presets, CON_05_WhatBecomesOfAContestedApplication) {
    auto contested = [](std::string_view id) {
        const AccreditationPolicy policy = AccreditationPolicy::of(preset(id));
        const Day start = Day::of(2027, 1, 4).value();
        Application application = *circulate(policy, Application{}, start);
        application = *object(policy, application, Objection{"AAX", "grounds", start});
        application = *close_window(policy, application, Day{start.days + 200});
        if (application.stage == ApplicationStage::under_consultation)
            application = *end_consultation(policy, application, Day{start.days + 230});
        return std::string(name_of(application.stage));
    };
    EXPECT_EQ(contested("egypt"), "rejected");
    EXPECT_EQ(contested("agreed-2025"), "rejected");
    for (const char* id : {"germany", "united-states", "united-kingdom"})
        EXPECT_EQ(contested(id), "before_the_body") << id;
}

// A/78/76, Italy: a term of three years with an overlap of six months. CON-16, MTG-42
TEST(Presets, CON_16_ItalysChairsOverlapSixMonths) {
    const Calendar all = calendar("italy", 2026, 2056);
    const auto begins = of_kind(all, EventKind::chair_begins), ends = of_kind(all, EventKind::chair_ends);
    ASSERT_GE(begins.size(), 3u);
    for (std::size_t i = 0; i + 1 < begins.size() && i < ends.size(); ++i) {
        const int overlap = ends[i].first.days - begins[i + 1].first.days;
        EXPECT_GE(overlap, 180) << begins[i + 1].first.iso();
        EXPECT_LE(overlap, 185) << begins[i + 1].first.iso();
    }
}

const std::vector<std::string> regions{"african-group", "asia-pacific-group", "eastern-european-group",
                                       "grulac", "weog"};
template <class Result> std::string said(const Result& result) {
    return result ? std::to_string(result->size()) + " members" : result.error().reasons.front().code;
}

// A/78/76, Italy: States join a workstream in tandem with a State of another region. Germany: balanced.
// CON-25
TEST(Presets, CON_25_WhoMayJoinAGroup) {
    const GroupMember kenya{"KEN", "african-group"}, ghana{"GHA", "african-group"},
        japan{"JPN", "asia-pacific-group"}, mali{"MLI", "african-group"};
    const Charter &italy = preset("italy"), &germany = preset("germany"), &czechia = preset("czechia");
    EXPECT_EQ(said(join_group(italy, {}, kenya, {}, regions)), "groups.partner_required");
    EXPECT_EQ(said(join_group(italy, {}, kenya, ghana, regions)), "groups.partner_of_own_region");
    EXPECT_EQ(said(join_group(italy, {}, kenya, japan, regions)), "2 members");
    EXPECT_EQ(said(join_group(italy, {japan}, kenya, japan, regions)), "2 members");
    EXPECT_EQ(said(join_group(italy, {kenya, japan}, kenya, japan, regions)), "groups.member_already");
    EXPECT_EQ(said(join_group(germany, {}, kenya, {}, regions)), "1 members");
    EXPECT_EQ(said(join_group(germany, {kenya}, ghana, {}, regions)), "groups.region_ahead");
    EXPECT_EQ(said(join_group(germany, {kenya}, japan, {}, regions)), "2 members");
    EXPECT_EQ(said(join_group(czechia, {kenya, ghana}, mali, {}, regions)), "3 members");
}

// A/78/76, Canada: at least two thematic meetings a year. MTG-08
TEST(Presets, MTG_08_CanadaHasTwoThematicMeetingsEveryYear) {
    const auto meetings = per_year(calendar("canada", 2027, 2050), EventKind::thematic_meeting);
    EXPECT_EQ(meetings.size(), 24u);
    for (const auto& [year, count] : meetings) EXPECT_GE(count, 2) << year;
}

// The decision rules, put to one objection by one State. CON-04, DEC-01
TEST(Presets, CON_04_DEC_01_OneObjectionStopsSubstanceInEveryShippedCharter) {
    for (const Charter* one : Presets::shipped().all())
        EXPECT_FALSE(is_adopted(
            decide((*one)[clause::decisions::substantive], Tally{.members = 193, .objections = 1})))
            << one->id();
    // Consensus on everything: on procedure as well.
    for (const char* id : {"australia", "switzerland", "singapore"})
        EXPECT_EQ(name_of(decide(preset(id)[clause::decisions::procedural],
                                 Tally{.members = 193, .in_favour = 192, .objections = 1})),
                  "blocked")
            << id;
    EXPECT_EQ(name_of(decide(preset("canada")[clause::decisions::procedural],
                             Tally{.members = 193, .in_favour = 150, .against = 1, .objections = 1})),
              "adopted_by_vote")
        << "consensus on substance only";
}

// DEC-04: the framework changes by consensus alone, in every charter whose paper speaks of it.
TEST(Presets, DEC_04_TheFrameworkChangesByConsensus) {
    for (const char* id : {"australia", "belgium", "egypt", "finland", "france", "switzerland"})
        if (const Charter* one = Presets::shipped().find(id)) {
            EXPECT_EQ(name_of(decide((*one)[clause::decisions::framework],
                                     Tally{.members = 193, .in_favour = 192, .against = 1, .objections = 1})),
                      "blocked")
                << id;
        }
}

// CON-08, FW-22, FW-23: whether a binding instrument is worked on.
TEST(Presets, CON_08_TracksTowardsABindingInstrument) {
    EXPECT_EQ(preset("working-group-continued")[clause::framework::binding_track], "negotiate");
    EXPECT_EQ(preset("canada")[clause::framework::binding_track], "none");
    EXPECT_EQ(preset("czechia")[clause::framework::binding_track], "none");
    EXPECT_EQ(preset("egypt")[clause::framework::binding_track], "study");
}

// A/78/76, Australia: the first review conference is a high-level event; Australia: reports with the review
// cycle.
TEST(Presets, AustraliaAffirmsAtTheFirstReviewAndReportsWithTheReviewCycle) {
    EXPECT_TRUE(preset("australia")[clause::review::first_affirms]);
    const auto due = of_kind(calendar("australia", 2026, 2050), EventKind::report_due);
    std::map<std::string, Years> of_state;
    for (const CalendarEvent& report : due) of_state[report.of].push_back(report.first.year());
    for (const auto& [state, years] : of_state)
        for (int step : steps(years)) EXPECT_TRUE(step == 3 || step == 4) << state << " " << step;
}

// A/78/76, Netherlands: a cycle from agreed areas over matching to feedback.
TEST(Presets, NetherlandsRunsACycleOfCapacityBuilding) {
    const Charter& one = preset("netherlands");
    EXPECT_TRUE(one[clause::capacity::matching]);
    EXPECT_TRUE(one[clause::capacity::feedback]);
    EXPECT_NE(one.find(clause::capacity::cycle_months), nullptr);
}

// Colombia and the multistakeholder paper ask for a report every year. CON-17
TEST(Presets, CON_17_AnnualReports) {
    for (const char* id : {"colombia", "multistakeholder-paper"}) {
        const auto due = per_year(calendar(id, 2027, 2030), EventKind::report_due);
        EXPECT_EQ(due.size(), 4u) << id;
        for (const auto& [year, count] : due) EXPECT_EQ(count, 193) << id << " " << year;
    }
}

// Latvia: meetings of groups may be followed from afar. MTG-27
TEST(Presets, MTG_27_LatviaMeetsInHybridForm) {
    for (const CalendarEvent& meeting : of_kind(calendar("latvia", 2026, 2030), EventKind::group_meeting))
        EXPECT_EQ(meeting.mode, "hybrid");
}

// No meeting of any shipped charter is without a place in fifty years.
TEST(Presets, EveryMeetingOfEveryShippedCharterHasItsDays) {
    for (const std::string& id : Presets::shipped().ids())
        EXPECT_TRUE(calendar(id, 2026, 2075).unplaced.empty()) << id;
}

} // namespace
} // namespace poa::charter
