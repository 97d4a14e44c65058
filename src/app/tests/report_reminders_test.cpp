// SPDX-License-Identifier: Apache-2.0
// Whom the platform reminds of a report, when, and how often: by the charter's cycle, never one from which a
// report came, and nobody after the day.
#include "app/report_reminders.hpp"
#include "capabilities/charter/charter.hpp"
#include "notices_house.hpp"

#include <algorithm>

namespace poa::app::test {
namespace {

using identity::Role;

/// By the agreed charter all Member States' turn comes on 12 June 2028.
class ReportReminders : public testing::TestWithParam<poa::test::Engine> {
  protected:
    ReportReminders() {
        head = house.appoint("head", Role::head_of_delegation, "FJI");
        deputy = house.appoint("deputy", Role::delegate, "FJI");
        editor = house.appoint("editor", Role::report_editor, "FJI");
        approver = house.appoint("approver", Role::report_approver, "FJI");
        house.appoint("contact", Role::technical_contact, "FJI");
    }
    /// How many people are told on that day.
    std::int64_t on(const char* day) {
        house.clock.set(parse_instant(std::string(day) + "T08:00:00Z").value());
        return house.work([&](ledger::Work& work) {
            return remind_of_reports(
                work, report_reminders(work.session(), charter, *house.states.now(), Day::of(work.now())));
        });
    }
    std::vector<std::string> leaves() {
        return house.read([](storage::Session& session) {
            return session.all({"test.leaves", "SELECT leaf FROM journal WHERE act = "
                                               "'notices.remind_of_reports' ORDER BY id"},
                               [](const storage::Row& row) { return row.string(0); });
        });
    }
    NoticesHouse house{GetParam()};
    const charter::Charter& charter = charter::Presets::shipped().agreed();
    PersonId head, deputy, editor, approver;
};
INSTANTIATE_TEST_SUITE_P(Both, ReportReminders, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(ReportReminders, ReachWhoFillsInWhoApprovesTheHeadAndTheDeputies) {
    EXPECT_EQ(on("2028-05-13"), 4);
    EXPECT_EQ(house.told(), "head: report_turn /my-reports; deputy: report_turn /my-reports; editor: "
                            "report_turn /my-reports; approver: report_turn /my-reports");
}

TEST_P(ReportReminders, GoOnceForEachDistance) {
    const std::pair<const char*, int> days[] = {
        {"2028-05-12", 0}, {"2028-05-13", 4}, {"2028-05-14", 0}, {"2028-06-04", 0}, {"2028-06-05", 4},
        {"2028-06-06", 0}, {"2028-06-12", 4}, {"2028-06-12", 0}, {"2028-06-13", 0}, {"2028-12-31", 0}};
    for (const auto& [day, people] : days) EXPECT_EQ(on(day), people) << day;
}

TEST_P(ReportReminders, OvertakenOnesAreLeftOut) {
    EXPECT_EQ(on("2028-06-10"), 4) << "the platform did not run before: one reminder, not two";
    EXPECT_EQ(on("2028-06-11"), 0);
}

TEST_P(ReportReminders, NeverGoToAStateThatReportedOrWhoseTurnItIsNot) {
    // REP-01: reporting is voluntary; nobody is asked for what was sent, nor out of turn.
    EXPECT_EQ(on("2027-06-12"), 0) << "no turn in this year";
    house.report("FJI", 2028, 1);
    EXPECT_EQ(on("2028-05-13"), 0) << "also where the release was withdrawn again";
    house.appoint("other", Role::delegate, "KEN");
    EXPECT_EQ(on("2028-05-14"), 1);
}

TEST_P(ReportReminders, AnOpenReportIsNoReport) {
    house.report("FJI", 2028, 0);
    EXPECT_EQ(on("2028-05-13"), 4);
}

TEST_P(ReportReminders, WaitForSomebodyToRemind) {
    EXPECT_EQ(on("2028-05-13"), 4);
    EXPECT_EQ(on("2028-05-20"), 0);
    house.appoint("late", Role::report_editor, "KEN");
    EXPECT_EQ(on("2028-05-21"), 1);
}

TEST_P(ReportReminders, AreOnTheRecordWithTheNumberOfStatesAndNobodysName) {
    house.appoint("other", Role::delegate, "KEN");
    EXPECT_EQ(on("2028-05-13"), 5);
    const auto written = leaves();
    ASSERT_EQ(written.size(), 1U);
    EXPECT_NE(written[0].find(R"("facts":{"year":"2028","days_before":"30","states":"2"})"),
              std::string::npos)
        << written[0];
    for (const char* never : {"FJI", "KEN", "head", "sealed"})
        EXPECT_EQ(written[0].find(never), std::string::npos) << written[0];
}

} // namespace
} // namespace poa::app::test
