// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/indicator.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::national_reports {
namespace {

std::string problems_of(std::string_view json) {
    const auto read = parse_indicators(json);
    if (read) return "none";
    std::string all;
    for (const Reason& reason : read.error().reasons) {
        all += all.empty() ? "" : ", ";
        all += reason.facts.empty() ? reason.code : reason.facts.front().second;
    }
    return all;
}

// ACC_10: metric definitions are data with a version.
TEST(Indicators, TheCatalogueHasAVersionAndReadsWhole) {
    const IndicatorCatalogue& catalogue = shipped_indicators();
    EXPECT_GE(catalogue.version, 1);
    for (char norm = 'a'; norm <= 'k'; ++norm) {
        const Indicator* indicator = catalogue.find(std::string("norm-") + norm);
        ASSERT_NE(indicator, nullptr) << norm;
        EXPECT_TRUE(indicator->is_scale);
        EXPECT_EQ(indicator->item, std::string("norm-") + norm);
        ASSERT_GE(indicator->sources.size(), 2U);
        EXPECT_EQ(indicator->sources.at(1).level_of("done"), "in_place");
    }
    EXPECT_EQ(catalogue.find("norm-z"), nullptr);
}

TEST(Indicators, EveryPurposeIsMeasuredBySomething) {
    std::set<IndicatorPurpose> measured;
    for (const Indicator& indicator : shipped_indicators().indicators) {
        measured.insert(indicator.purpose);
        EXPECT_EQ(indicator.is_scale, !indicator.is_several()) << indicator.key;
    }
    EXPECT_EQ(measured.size(), all_indicator_purposes().size());
}

TEST(Indicators, MistakesAreNamedAllAtOnceByTheirPlace) {
    EXPECT_EQ(problems_of("[]"), "");
    EXPECT_EQ(problems_of(R"({"version":0})"), "/version, /indicators");
    const char* half = R"({"version":1,"levels":{"two":[{"key":"no","label":{}}]},"abouts":{},
        "indicators":[{"key":"x","purpose":"glory","title":"X","about":"none","levels":"two","pillar":"norms",
        "sources":[{"survey":"s","question":"q","values":["yes"]}]}]})";
    const std::string said = problems_of(half);
    for (const char* place : {"/levels/two/0/label/ar", "/indicators/0/purpose", "/indicators/0/title",
                              "/indicators/0/about", "/indicators/0/sources"})
        EXPECT_NE(said.find(place), std::string::npos) << place << " in " << said;
}

} // namespace
} // namespace poa::national_reports
