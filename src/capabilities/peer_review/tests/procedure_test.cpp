// SPDX-License-Identifier: Apache-2.0
// The procedures that come with the program, and how one is read.
#include "capabilities/peer_review/procedure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace poa::peer_review {
namespace {

TEST(Procedures, TheReviewCycleHasThePhasesOfItsModel_REP_28) {
    const ReviewProcedure* cycle = find_procedure("review-cycle");
    ASSERT_NE(cycle, nullptr);
    std::vector<std::string> phases;
    for (const ReviewPhase& phase : cycle->phases) phases.push_back(phase.key);
    EXPECT_EQ(phases,
              (std::vector<std::string>{"national-report", "compilation", "stakeholders", "advance-questions",
                                        "dialogue", "outcome", "response", "mid-term"}));
    EXPECT_EQ(cycle->reviewers, 3);
    EXPECT_TRUE(std::ranges::any_of(cycle->phases,
                                    [](const ReviewPhase& phase) { return phase.by == "stakeholders"; }));
    ASSERT_NE(find_procedure("peer-dialogue"), nullptr);
    EXPECT_EQ(find_procedure("tribunal"), nullptr);
}

TEST(Procedures, StagesNeverGoBackAndEveryTitleIsInSixLanguages) {
    for (const ReviewProcedure& procedure : review_procedures()) {
        std::set<std::string> keys;
        for (std::size_t i = 0; i < procedure.phases.size(); ++i) {
            const ReviewPhase& phase = procedure.phases[i];
            EXPECT_TRUE(keys.insert(phase.key).second) << phase.key;
            EXPECT_EQ(phase.title.size(), 6u) << phase.key;
            if (i > 0) {
                EXPECT_LE(procedure.phases[i - 1].stage, phase.stage) << phase.key;
            }
        }
    }
}

TEST(Procedures, DaysFollowEachOther) {
    const auto plan = planned(*find_procedure("review-cycle"), Day::parse("2027-01-01").value());
    EXPECT_EQ(plan.front().first.iso(), "2027-01-01");
    EXPECT_EQ(plan.front().last.iso(), "2027-03-31");
    EXPECT_EQ(plan[1].first.iso(), "2027-04-01");
    EXPECT_EQ(plan[4].first, plan[4].last) << "the dialogue is one day";
    EXPECT_EQ(plan[4].first.days - plan[3].last.days, 8) << "a week between";
    EXPECT_GT(plan.back().first.days - plan[6].last.days, 700) << "at half time";
}

TEST(Procedures, AFileThatIsNoneIsToldWhere) {
    const auto at = [](std::string_view text) {
        const auto read = parse_procedure(text);
        return read ? std::string("reads") : read.error().reasons.front().facts.front().second;
    };
    const std::string head =
        R"({"key":"x","title":{"en":"X"},"about":{"en":"X"},"source":"X","reviewers":1,)";
    EXPECT_EQ(at("[]"), "phases");
    EXPECT_EQ(at(head + R"("phases":[]})"), "phases");
    EXPECT_EQ(at(head + R"("phases":[{"key":"a","title":{"fr":"A"},"by":"x","stage":"visit","days":1}]})"),
              "title");
    EXPECT_EQ(at(head + R"("phases":[{"key":"a","title":{"en":"A"},"by":"x","stage":"trial","days":1}]})"),
              "stage");
    EXPECT_EQ(at(head + R"("phases":[{"key":"a","title":{"en":"A"},"by":"x","stage":"visit","days":0}]})"),
              "days");
    EXPECT_EQ(at(head + R"("phases":[{"key":"a","title":{"en":"A"},"by":"x","stage":"visit","days":2}]})"),
              "reads");
}

} // namespace
} // namespace poa::peer_review
