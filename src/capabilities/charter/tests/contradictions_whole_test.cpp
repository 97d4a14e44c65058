// SPDX-License-Identifier: Apache-2.0
// What the check says of whole charters, held against their calendars.
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/tests/changed_charters.hpp"

namespace poa::charter {
namespace {

using namespace changed;

TEST(Contradictions, NamesTheClausesAndTheFigures) {
    const auto found = contradictions_in(
        charter("plenary: {every_months: 24}\nreview: {every_years: [5, 5], takes_place_of_plenary: true}"));
    const Contradiction* one = find(found, "contradiction.review_never_with_plenary");
    ASSERT_NE(one, nullptr);
    EXPECT_EQ(clause_paths(*one), "plenary.every_months review.every_years review.takes_place_of_plenary");
    EXPECT_EQ(one->facts,
              (std::vector<std::pair<std::string, std::string>>{{"years", "5"}, {"months", "24"}}));
}

TEST(Contradictions, ManyAreSaidAtOnce) {
    const auto found = contradictions_in(charter("mechanism: {permanent: true, ends_on: 2040-01-01}\n"
                                                 "groups: {at_once_max: 1, days_per_year_max: 4}\n"
                                                 "chair: {term_months: 6, overlap_months: 8}\n"
                                                 "languages: {official: []}\n"));
    for (const char* code : {"contradiction.permanent_but_ends", "contradiction.more_groups_than_allowed",
                             "contradiction.group_days_over_limit", "contradiction.overlap_as_long_as_term",
                             "contradiction.no_official_language"})
        EXPECT_NE(find(found, code), nullptr) << code;
    EXPECT_TRUE(std::ranges::is_sorted(found, {}, &Contradiction::clauses));
}

TEST(Contradictions, NoShippedCharterContradictsItself) {
    for (const Charter* one : Presets::shipped().all())
        for (const Contradiction& found : contradictions_in(*one))
            EXPECT_EQ(found.severity, Severity::remark)
                << one->id() << ": " << found.code << " " << clause_paths(found);
}

// Whatever the free weeks and the number of meetings: where the calendar has no place, the check says so.
TEST(Contradictions, NoMeetingIsLeftWithoutAPlaceUnsaid) {
    for (const std::int64_t weeks : {0, 2, 4, 8, 12, 16, 20, 26})
        for (const std::int64_t thematic : {0, 2, 4, 8, 12}) {
            const Charter crowded =
                Presets::shipped()
                    .agreed()
                    .with(clause::other_meetings::weeks_between_min.index, weeks, "test")
                    .with(clause::other_meetings::thematic_per_year.index, thematic, "test");
            CalendarWish wish;
            wish.from = *Day::of(2026, 7, 20);
            wish.to = *Day::of(2031, 12, 31);
            EXPECT_EQ(find(contradictions_in(crowded), "contradiction.meetings_without_place") != nullptr,
                      !calendar_of(crowded, wish).unplaced.empty())
                << weeks << " weeks, " << thematic << " thematic meetings";
        }
}

// CON-01, CON-03: whatever the intervals, the check and the calendar agree on which reviews fall
// together with a plenary.
TEST(Contradictions, ReviewIntervalsAreHeldAgainstEveryRhythmOfPlenaries) {
    for (const std::int64_t months : {6, 12, 18, 24, 36, 48})
        for (std::int64_t years = 1; years <= 8; ++years) {
            const auto found =
                contradictions_in(Presets::shipped()
                                      .agreed()
                                      .with(clause::plenary::every_months.index, months, "test")
                                      .with(clause::review::every_years.index, Span{years, years}, "test")
                                      .with(clause::review::takes_place_of_plenary.index, true, "test"));
            EXPECT_EQ(find(found, "contradiction.review_never_with_plenary") != nullptr,
                      years * 12 % months != 0)
                << months << " months, " << years << " years";
        }
}

} // namespace
} // namespace poa::charter
