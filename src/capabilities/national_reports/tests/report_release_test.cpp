// SPDX-License-Identifier: Apache-2.0
// Approval, release, revision and withdrawal, with what happens at the same time. On both databases.
#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/revise_report.hpp"
#include "capabilities/national_reports/commands/send_back_report.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"
#include "capabilities/national_reports/commands/withdraw_report.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

class Releasing : public testing::TestWithParam<Engine> {
  protected:
    House house{GetParam()};
    KeptReport report = house.open(house.editor);

    void fill(const char* seen, const char* staff) {
        house.save(house.editor, report, seen, {{"staff", staff}}).value();
    }
    [[nodiscard]] std::string put_up() {
        return said(house.run(house.editor, put_up_report, PutUpReport{report.id}));
    }
    [[nodiscard]] std::int64_t revision() { return house.kept(report).revision; }
    [[nodiscard]] std::string stage() { return std::string(name_of(house.kept(report).stage)); }
    [[nodiscard]] Result<KeptRelease> submit(const Actor& actor, std::int64_t revision) {
        return house.run(actor, submit_report, SubmitReport{report.id, revision});
    }
    [[nodiscard]] std::vector<ReleasedAnswer> released(std::int64_t number) {
        return house.read(
            [&](storage::Session& session) { return store::released(session, report.id, number); });
    }
    [[nodiscard]] std::size_t standing() {
        return house.read(
            [](storage::Session& session) { return store::released_reports(session, 2000, 2200).size(); });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Releasing, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Releasing, ShowsThePublicThatAStateReportedAndNeverWhat) {
    // REP-01: a report is the State's own act, released by who may bind it.
    fill("", "12");
    EXPECT_EQ(standing(), 0);
    EXPECT_EQ(said(submit(house.approver, revision())), "national_reports.not_at_this_stage");
    EXPECT_EQ(put_up(), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.put_up_report");
    EXPECT_EQ(said(submit(house.editor, revision())), "identity.not_permitted");
    const auto release = submit(house.approver, revision());
    ASSERT_TRUE(release) << said(release);
    EXPECT_EQ(release->number, 1);
    EXPECT_EQ(stage(), "submitted");
    EXPECT_EQ(standing(), 1);
    ASSERT_EQ(released(1).size(), 1);
    EXPECT_EQ(released(1)[0].answer.text, "12");
    EXPECT_EQ(digest_of(released(1)), release->digest);
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.submit_report");
    EXPECT_EQ(entry.audience, Audience::everyone);
    EXPECT_EQ(entry.subject, "state:XXA");
    const ledger::Facts told = {{"state", "XXA"},
                                {"year", "2027"},
                                {"survey", "framework-survey"},
                                {"release", "1"},
                                {"sha256", release->digest.hex()}};
    EXPECT_EQ(entry.facts, told);
}

TEST_P(Releasing, TellsTheSecondOfTwoApproversOfTheFirst) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    const std::int64_t read = revision();
    ASSERT_TRUE(submit(house.approver, read));
    const auto second = submit(house.head, read);
    EXPECT_EQ(said(second), "national_reports.submitted_already");
    EXPECT_EQ(fact(second, "by"), "Sample Person " + std::to_string(house.approver.person().number));
    EXPECT_EQ(fact(second, "at"), "2027-03-01T12:00:00Z");
    EXPECT_EQ(fact(second, "release"), "1");
}

TEST_P(Releasing, IsRefusedWhereWhatWasReadIsNotWhatWouldGo) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    const std::int64_t read = revision();
    house.clock.advance_seconds(60);
    // A section is opened again while the report is before its approver: it is the editors' again.
    fill("staff:1", "13");
    EXPECT_EQ(stage(), "open");
    const auto stale = submit(house.approver, read);
    EXPECT_EQ(said(stale), "national_reports.changed_since");
    EXPECT_EQ(fact(stale, "questions"), "staff");
    ASSERT_EQ(put_up(), "done");
    EXPECT_EQ(said(submit(house.approver, read)), "national_reports.changed_since");
    EXPECT_EQ(said(submit(house.approver, revision())), "done");
    EXPECT_EQ(released(1)[0].answer.text, "13");
    const auto steps =
        house.read([&](storage::Session& session) { return store::steps(session, report.id); });
    ASSERT_EQ(steps.size(), 4);
    EXPECT_EQ(steps[1].verb, ReportVerb::save); // who took it back is kept
    EXPECT_EQ(steps[1].person, house.editor.person().number);
}

TEST_P(Releasing, EndsWithTheAppointmentOfTheApprover) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    house.end_appointments(house.approver);
    EXPECT_EQ(said(submit(house.approver, revision())), "identity.appointment_over");
    EXPECT_EQ(stage(), "approving");
}

TEST_P(Releasing, GoesBackWithTheReason) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    const SendBackReport request{report.id, "The number is of last year."};
    EXPECT_EQ(said(house.run(house.editor, send_back_report, request)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.head, send_back_report, request)), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.send_back_report");
    EXPECT_EQ(stage(), "open");
    const auto steps =
        house.read([&](storage::Session& session) { return store::steps(session, report.id); });
    EXPECT_EQ(steps.back().note, request.reason);
}

TEST_P(Releasing, WaitsUntilAPersonChoseBetweenTexts) {
    EXPECT_EQ(put_up(), "national_reports.nothing_to_release");
    fill("", "1");
    fill("staff:1", "2");
    house.save(house.other_editor, report, "staff:1", {{"staff", "3"}}).value();
    const auto refused = house.run(house.editor, put_up_report, PutUpReport{report.id});
    EXPECT_EQ(said(refused), "national_reports.unsettled");
    EXPECT_EQ(fact(refused, "questions"), "staff");
}

TEST_P(Releasing, ARevisionLeavesTheReleaseAsItIs) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    ASSERT_TRUE(submit(house.approver, revision()));
    EXPECT_EQ(said(house.run(house.editor, revise_report, ReviseReport{report.id})), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.revise_report");
    fill("staff:1", "13");
    EXPECT_EQ(stage(), "revising");
    EXPECT_EQ(released(1)[0].answer.text, "12");
    EXPECT_EQ(standing(), 1);
    ASSERT_EQ(put_up(), "done");
    EXPECT_EQ(standing(), 1);
    EXPECT_EQ(said(house.run(house.head, send_back_report, SendBackReport{report.id, "Once more."})), "done");
    EXPECT_EQ(stage(), "revising");
    ASSERT_EQ(put_up(), "done");
    ASSERT_TRUE(submit(house.approver, revision()));
    EXPECT_EQ(released(1)[0].answer.text, "12");
    EXPECT_EQ(released(2)[0].answer.text, "13");
    EXPECT_EQ(house.kept(report).release, 2);
}

TEST_P(Releasing, ALateSaveBeginsARevisionAndIsNotLost) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    ASSERT_TRUE(submit(house.approver, revision()));
    fill("staff:1", "13");
    EXPECT_EQ(stage(), "revising");
    EXPECT_EQ(released(1)[0].answer.text, "12");
}

TEST_P(Releasing, AWithdrawnReleaseIsGoneAndItsDigestStays) {
    // REP-20: the State decides, also afterwards.
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    const auto release = submit(house.approver, revision());
    ASSERT_TRUE(release);
    const WithdrawReport request{report.id, "An error of ours."};
    EXPECT_EQ(said(house.run(house.editor, withdraw_report, request)), "identity.not_permitted");
    EXPECT_EQ(said(house.run(house.head, withdraw_report, request)), "done");
    EXPECT_EQ(stage(), "withdrawn");
    EXPECT_EQ(standing(), 0);
    EXPECT_TRUE(released(1).empty());
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.withdraw_report");
    EXPECT_EQ(entry.audience, Audience::everyone);
    EXPECT_EQ(fact(entry, "sha256"), release->digest.hex());
    EXPECT_EQ(fact(entry, "reason"), "(none)"); // sealed
    EXPECT_EQ(said(house.run(house.head, withdraw_report, request)), "national_reports.not_at_this_stage");
    // It can be taken up again, and withdrawn while a revision is before its approver.
    EXPECT_EQ(said(house.run(house.editor, revise_report, ReviseReport{report.id})), "done");
    EXPECT_EQ(stage(), "open");
    ASSERT_EQ(put_up(), "done");
    EXPECT_EQ(said(house.run(house.head, withdraw_report, request)), "national_reports.no_release");
    ASSERT_TRUE(submit(house.approver, revision()));
    EXPECT_EQ(house.kept(report).release, 2);
}

TEST_P(Releasing, SharingChangedAfterReadingIsSeenByTheApprover) {
    fill("", "12");
    ASSERT_EQ(put_up(), "done");
    const std::int64_t read = revision();
    ASSERT_EQ(said(house.run(house.editor, share_answers,
                             ShareAnswers{report.id, "", "staff", "public", "", false})),
              "done");
    EXPECT_EQ(said(submit(house.approver, read)), "national_reports.changed_since");
}

} // namespace
} // namespace poa::national_reports::test
