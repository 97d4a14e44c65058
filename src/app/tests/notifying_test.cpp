// SPDX-License-Identifier: Apache-2.0
// Acts of the record become notices: to whom, once, and never to who acted.
#include "app/notifying.hpp"
#include "capabilities/decisions/store.hpp"
#include "notices_house.hpp"

namespace poa::app::test {
namespace {

using identity::Role;

class Notifying : public testing::TestWithParam<poa::test::Engine> {
  protected:
    NoticesHouse house{GetParam()};
    RecordFollower follower{*house.database, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Both, Notifying, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

/// A question to Fiji and Kenya, put by person 99.
ledger::Entry question_put(NoticesHouse& house, std::optional<Instant> closes) {
    return house.work([&](ledger::Work& work) {
        decisions::Proposal proposal;
        proposal.proposer = "chair";
        proposal.title = "Sample";
        proposal.body = "plenary";
        proposal.effect = "statement.express";
        proposal.effect_fields = "{}";
        proposal.language = "en";
        decisions::Question question;
        question.proposal = decisions::store::add_proposal(work.session(), proposal, PersonId{99});
        work.session().execute({"test.symbol", "UPDATE decisions_proposal SET symbol = 'POA/2026/L.1'"});
        question.asked = closes ? decisions::Asked::silence : decisions::Asked::consensus;
        question.charter_version = 1;
        question.members = 2;
        question.put = work.now();
        question.closes = closes;
        const auto id = decisions::store::add_question(work.session(), question, {"FJI", "KEN"});
        ledger::Entry entry;
        entry.act = "decisions.put_question";
        entry.on_behalf = "chair";
        entry.subject = "proposal:" + std::to_string(question.proposal.number);
        entry.audience = Audience::everyone;
        entry.person = 99;
        entry.facts = {{"question", std::to_string(id.number)}};
        return entry;
    });
}

TEST_P(Notifying, AQuestionIsToldToWhoMayAnswerItForAStateEntitled) {
    house.appoint("ana", Role::head_of_delegation, "FJI");
    house.appoint("ana", Role::delegate, "FJI");
    house.appoint("bo", Role::delegate, "KEN");
    house.appoint("editor", Role::report_editor, "KEN");
    house.appoint("gone", Role::delegate, "KEN", Day{1});
    house.appoint("elsewhere", Role::head_of_delegation, "JPN");
    const Instant closes = house.clock.now().plus_seconds(72 * 3600);
    house.record(question_put(house, closes));
    EXPECT_EQ(follower.step().notices, 2);
    EXPECT_EQ(house.told(), "ana: question_put /decisions/1; bo: question_put /decisions/1");
    const auto until = house.read([](storage::Session& session) {
        return session.number({"test.until", "SELECT MIN(until) FROM notices_notice"});
    });
    EXPECT_EQ(until, closes.microseconds) << "the end of silence is told";
    const auto about = house.read([](storage::Session& session) {
        return session.one({"test.about", "SELECT MIN(about) FROM notices_notice"},
                           [](const storage::Row& row) { return row.string(0); });
    });
    EXPECT_EQ(about, "POA/2026/L.1") << "which question it is, for the page";
}

TEST_P(Notifying, WhatWasToldIsNotToldAgainByNobodyWhoReadsTheRecordAnew) {
    house.appoint("ana", Role::head_of_delegation, "FJI");
    house.record(question_put(house, {}));
    EXPECT_EQ(follower.step().notices, 1);
    EXPECT_EQ(follower.step().notices, 0);
    RecordFollower another(*house.database, house.clock);
    EXPECT_EQ(another.step().notices, 0) << "how far was read is kept";
    house.work([](ledger::Work& work) { notices::store::set_followed(work.session(), 0); });
    RecordFollower from_the_start(*house.database, house.clock);
    EXPECT_EQ(from_the_start.step().notices, 0) << "and what was told has a key of its own";
}

TEST_P(Notifying, AnEntryWithoutAPlaceInTheLedgerIsNotToldYet) {
    house.appoint("ana", Role::head_of_delegation, "FJI");
    const ledger::Entry entry = question_put(house, {});
    house.work([&](ledger::Work& work) { work.record(entry); });
    EXPECT_EQ(follower.step().notices, 0);
    house.sequence();
    EXPECT_EQ(follower.step().notices, 1);
}

TEST_P(Notifying, AReportPutUpIsToldToWhoApprovesAndNotToWhoPutItUp) {
    const auto head = house.appoint("head", Role::head_of_delegation, "FJI");
    house.appoint("approver", Role::report_approver, "FJI");
    house.appoint("editor", Role::report_editor, "FJI");
    house.appoint("elsewhere", Role::report_approver, "KEN");
    const auto report = house.report("FJI", 2026, 0);
    house.record(house.on_report("national_reports.put_up_report", "FJI", 2026, report, head));
    EXPECT_EQ(follower.step().notices, 1);
    EXPECT_EQ(house.told(), "approver: report_before_you /my-reports/1/approval");
}

TEST_P(Notifying, ASectionIsToldToWhoItWasGivenTo) {
    const auto head = house.appoint("head", Role::head_of_delegation, "FJI");
    const auto editor = house.appoint("editor", Role::report_editor, "FJI");
    const auto report = house.report("FJI", 2026, 0);
    auto give = [&](PersonId to) {
        house.work([&](ledger::Work& work) {
            national_reports::SectionTask task;
            task.section = "norm a";
            task.person = to.number;
            national_reports::store::put_task(work.session(), report, task);
        });
        ledger::Entry entry = house.on_report("national_reports.assign_section", "FJI", 2026, report, head);
        entry.facts.emplace_back("section", "norm a");
        house.record(entry);
        return follower.step().notices;
    };
    EXPECT_EQ(give(head), 0) << "who takes it knows";
    EXPECT_EQ(give(PersonId{0}), 0) << "given to nobody";
    EXPECT_EQ(give(editor), 1);
    EXPECT_EQ(house.told(), "editor: section_given /my-reports/1?section=norm%20a");
}

TEST_P(Notifying, AWithdrawnReleaseIsToldToTheDelegation) {
    const auto head = house.appoint("head", Role::head_of_delegation, "FJI");
    house.appoint("editor", Role::report_editor, "FJI");
    house.appoint("elsewhere", Role::head_of_delegation, "KEN");
    ledger::Entry entry =
        house.on_report("national_reports.withdraw_report", "FJI", 2026, house.report("FJI", 2026, 1), head);
    entry.subject = "state:FJI";
    entry.audience = Audience::everyone;
    house.record(entry);
    EXPECT_EQ(follower.step().notices, 1);
    EXPECT_EQ(house.told(), "editor: release_withdrawn /reports/FJI/2026");
}

TEST_P(Notifying, NobodyIsToldOfWhatConcernsNobody) {
    house.appoint("ana", Role::head_of_delegation, "FJI");
    for (int i = 0; i < 3; ++i) {
        ledger::Entry entry;
        entry.act = "members.load_reference";
        entry.on_behalf = "platform";
        entry.subject = "members";
        house.record(entry);
    }
    const auto before = house.database->position();
    EXPECT_EQ(follower.step().notices, 0);
    EXPECT_EQ(house.database->position(), before) << "reading costs no commit";
}

} // namespace
} // namespace poa::app::test
