// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/export_answers.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "progress_house.hpp"

#include <gtest/gtest.h>

namespace poa::national_reports::progress_tests {
namespace {

const Sharing at_home{Audience::own_delegation, {}, true};
const Sharing to_states{Audience::member_states, {}, true};

class Progress : public testing::TestWithParam<Engine> {
  protected:
    ProgressHouse house{GetParam()};
    const Indicator& norm_g = *shipped_indicators().find("norm-g");

    std::vector<YearOfIndicator> series(const Indicator& indicator, const identity::Reader& reader = {}) {
        return house.read([&](storage::Session& session) {
            return series_of(indicator, rows_of(session, indicator, {}),
                             groups_on(ProgressHouse::states(), ProgressHouse::today()), seen_by(reader));
        });
    }
    static identity::Reader of_state(const char* iso3) {
        const identity::Body body = identity::Body::state(iso3);
        return {Audience::member_states, std::span(&body, 1)};
    }
    static Said stands(const char* level, Sharing sharing = {Audience::everyone, {}, false}) {
        return {"norm-g-status", {level}, std::move(sharing)};
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Progress, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

// REP_16 ACC_01: successive reports give a series, year by year, of what a report says and nothing else.
TEST_P(Progress, SuccessiveReportsMakeASeries_REP_16_ACC_01) {
    house.release("KEN", 2028, {stands("developing")});
    house.release("KEN", 2030, {stands("in_place")});
    house.release("FRA", 2030, {stands("planned")});
    const auto found = series(norm_g);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found.at(0).year, 2028);
    EXPECT_EQ(found.at(0).counting(norm_g), 0);
    EXPECT_EQ(found.at(0).levels_apart, std::nullopt);
    EXPECT_EQ(found.at(1).counting(norm_g), 1);
    EXPECT_EQ(found.at(1).world.answered, 2);
    EXPECT_EQ(found.at(1).world.values.at(3).states, (std::vector<std::string>{"KEN"}));
    EXPECT_DOUBLE_EQ(found.at(1).levels_apart.value(), 2) << "from planned to in place";
}

TEST_P(Progress, ARevisionCountsAsItIsAndAWithdrawnReportNotAtAll) {
    house.release("FRA", 2030, {stands("planned")});
    house.release("FRA", 2030, {stands("in_place")});
    const auto kenya = house.release("KEN", 2030, {stands("in_place")});
    EXPECT_EQ(series(norm_g).at(0).counting(norm_g), 2);
    house.withdraw(kenya);
    EXPECT_EQ(series(norm_g).at(0).counting(norm_g), 1);
    house.release("FRA", 2030, {});
    EXPECT_EQ(series(norm_g).at(0).world.answered, 0) << "a revision left the answer out";
}

TEST_P(Progress, EachReaderCountsWhatItSees) {
    house.release("FRA", 2030, {stands("in_place", to_states)});
    house.release("KEN", 2030, {stands("in_place", at_home)});
    house.release("BRA", 2030, {stands("in_place", {Audience::parties, {"state:KEN"}, true})});
    EXPECT_EQ(series(norm_g).at(0).world.answered, 0);
    EXPECT_EQ(series(norm_g).at(0).world.uncounted, 3);
    EXPECT_EQ(series(norm_g, of_state("ALB")).at(0).world.answered, 1);
    EXPECT_EQ(series(norm_g, of_state("KEN")).at(0).world.answered, 3);
}

TEST_P(Progress, FiveOfOneGroupAtHomeAreCountedAndNobodyIsNamed) {
    const char* africa[] = {"KEN", "GHA", "RWA", "MUS", "ZMB"};
    int placed = 0;
    for (const char* state : africa)
        house.release(state, 2030, {stands(placed++ < 2 ? "in_place" : "planned", at_home)});
    const auto found = series(norm_g).at(0);
    ASSERT_EQ(found.groups.size(), 1U);
    EXPECT_EQ(found.groups.at(0).group, "african-group");
    EXPECT_EQ(found.counting(norm_g), 2);
    EXPECT_TRUE(found.world.values.at(3).states.empty());
    EXPECT_TRUE(found.levels_apart.has_value());
}

// REP_03: two instruments side by side; a State that answered both is counted once.
TEST_P(Progress, SeveralSurveysAreOneFigureAndAStateIsInItOnce) {
    house.release("FRA", 2030, {stands("in_place")});
    house.release("FRA", 2030, {{"norm-g-standing", {"not_started"}}}, "norms-checklist");
    house.release("KEN", 2030, {{"norm-g-standing", {"done"}}}, "norms-checklist");
    house.release("BRA", 2030, {{"norm-g-standing", {"done"}, at_home}}, "norms-checklist");
    house.release("PAN", 2030, {{"infrastructure", {"no"}}}, "status-form");
    const auto found = series(norm_g).at(0);
    EXPECT_EQ(found.world.answered, 3);
    EXPECT_EQ(found.world.values.at(3).states, (std::vector<std::string>{"FRA", "KEN"}));
    EXPECT_EQ(found.world.values.at(0).states, (std::vector<std::string>{"PAN"}));
}

TEST_P(Progress, OnlyAYearWithAnotherSurveyAloneIsCountedFromIt) {
    const char* africa[] = {"KEN", "GHA", "RWA", "MUS", "ZMB"};
    int done = 0;
    for (const char* state : africa)
        house.release(state, 2029, {{"norm-g-standing", {done++ < 2 ? "done" : "not_started"}, at_home}},
                      "norms-checklist");
    EXPECT_EQ(series(norm_g).at(0).counting(norm_g), 2);
    house.release("FRA", 2029, {stands("in_place")});
    EXPECT_EQ(series(norm_g).at(0).counting(norm_g), 1) << "hidden answers of two surveys are not added up";
}

// REP_17: where support would help, from what reports say, by norm and area.
TEST_P(Progress, NeedsAreCountedByArea_REP_17) {
    house.release("KEN", 2030, {{"norm-g-needs", {"technical_skills", "standards"}}});
    house.release("GHA", 2030, {{"norm-g-needs", {"technical_skills"}}});
    const Indicator& needs = *shipped_indicators().find("norm-g-needs");
    const auto found = series(needs).at(0);
    EXPECT_EQ(found.world.answered, 2);
    for (const ValueCount& area : found.world.values)
        EXPECT_EQ(area.count(), area.value == "technical_skills" ? 2 : area.value == "standards" ? 1 : 0);
    EXPECT_EQ(found.levels_apart, std::nullopt) << "areas are no steps";
}

TEST_P(Progress, ReceivedAreThoseThatStand) {
    house.release("FRA", 2030, {stands("planned")});
    house.release("FRA", 2030, {stands("in_place")});
    const auto kenya = house.release("KEN", 2030, {stands("in_place")});
    house.release("KEN", 2026, {});
    house.withdraw(kenya);
    const auto received = house.read([](storage::Session& session) {
        return received_reports(session, {2026, 2030});
    });
    ASSERT_EQ(received.size(), 2U);
    EXPECT_EQ(received.at(0).state, "KEN");
    EXPECT_EQ(received.at(0).year, 2026);
    EXPECT_EQ(received.at(1).state, "FRA");
}

class ExportedAnswers : public Progress {
  protected:
    std::string exported(AnswersFormat format, const identity::Reader& reader = {}) {
        std::string bytes;
        house.read([&](storage::Session& session) {
            export_answers(session, reader, {2030, 2030}, format,
                           [&](std::string_view piece) { bytes += piece; });
        });
        return bytes;
    }
};
INSTANTIATE_TEST_SUITE_P(Both, ExportedAnswers, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

// REP_07: closed answers are coded, so that they can be worked with without reading.
TEST_P(ExportedAnswers, HoldWhatTheReaderMaySeeInEachFormat) {
    house.release("FRA", 2030, {stands("planned")});
    house.release("FRA", 2030, {stands("in_place"), {"norm-g-needs", {"standards", "diplomacy"}, to_states}});
    house.release("KEN", 2029, {stands("in_place")});
    EXPECT_EQ(exported(AnswersFormat::csv),
              "\xEF\xBB\xBFstate,year,survey,version,question,chosen,text,note\r\n"
              "FRA,2030,framework-survey,1,norm-g-status,in_place,,\r\n");
    EXPECT_EQ(exported(AnswersFormat::json),
              "{\"answers\":[{\"state\":\"FRA\",\"year\":2030,\"survey\":\"framework-survey\",\"version\":1,"
              "\"question\":\"norm-g-status\",\"answer\":{\"chosen\":[\"in_place\"]}}]}\n");
    const auto sheets = read_workbook(exported(AnswersFormat::xlsx, of_state("ALB")));
    ASSERT_TRUE(sheets.has_value());
    ASSERT_EQ(sheets->size(), 1U);
    EXPECT_EQ(sheets->front().rows.size(), 3U);
    EXPECT_EQ(sheets->front().at(2, 5), "standards; diplomacy");
}

TEST_P(ExportedAnswers, MoreReportsThanAPageOfThemAllComeOnceAndInOrder) {
    std::string expected = "\xEF\xBB\xBFstate,year,survey,version,question,chosen,text,note\r\n";
    for (char first : std::string_view("XYZ"))
        for (int i = 0; i < 50; ++i) {
            const std::string code = {first, static_cast<char>('A' + i / 10),
                                      static_cast<char>('A' + i % 10)};
            house.release(code.c_str(), 2030, {stands("planned")});
            expected += code + ",2030,framework-survey,1,norm-g-status,planned,,\r\n";
        }
    EXPECT_EQ(exported(AnswersFormat::csv), expected);
}

TEST_P(ExportedAnswers, AWithdrawnReportIsNotInThem) {
    house.withdraw(house.release("FRA", 2030, {stands("planned")}));
    EXPECT_EQ(exported(AnswersFormat::json), "{\"answers\":[]}\n");
}

} // namespace
} // namespace poa::national_reports::progress_tests
