// SPDX-License-Identifier: Apache-2.0
// A report is opened and filled in by many at once; nothing typed is lost. On both databases.
#include "capabilities/national_reports/commands/allow_help.hpp"
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/commands/comment_answer.hpp"
#include "capabilities/national_reports/commands/confirm_answers.hpp"
#include "capabilities/national_reports/commands/end_help.hpp"
#include "capabilities/national_reports/commands/mark_section.hpp"
#include "capabilities/national_reports/commands/settle_answer.hpp"
#include "capabilities/national_reports/commands/settle_comment.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

class Filling : public testing::TestWithParam<Engine> {
  protected:
    House house{GetParam()};
    std::string save(const Actor& actor, const KeptReport& report, std::string seen,
                     std::vector<std::pair<std::string, std::string>> fields) {
        const auto saved = house.save(actor, report, std::move(seen), std::move(fields));
        if (!saved) return said(saved);
        std::string told;
        for (const KeptAnswer& answer : saved->answers)
            told += (told.empty() ? "" : " ") + answer.question + ":" + std::string(name_of(answer.kept)) +
                    ":" + std::to_string(answer.revision);
        return told;
    }
    [[nodiscard]] std::vector<AnswerVersion> versions(const KeptReport& report, const char* question) {
        return house.read(
            [&](storage::Session& session) { return store::versions(session, report.id, question); });
    }
};
INSTANTIATE_TEST_SUITE_P(Both, Filling, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Filling, BeginsWithAReportThatOnlyItsStateKnowsOf) {
    const KeptReport report = house.open(house.editor);
    EXPECT_EQ(report.stage, ReportStage::open);
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.open_report");
    EXPECT_EQ(entry.on_behalf, "state:XXA");
    EXPECT_EQ(entry.audience, Audience::own_delegation);
    EXPECT_EQ(fact(entry, "year"), "2027");
    EXPECT_EQ(fact(entry, "filled_in"), "0");
    const auto asked = [&](const Actor& actor, OpenReport request) {
        return said(house.run(actor, open_report, request));
    };
    EXPECT_EQ(asked(house.editor, {"XXA", "framework-survey", 2027}), "national_reports.report_exists");
    EXPECT_EQ(asked(house.editor, {"XXA", "no-survey", 2027}), "national_reports.no_survey_in_use");
    EXPECT_EQ(asked(house.editor, {"xxa", "framework-survey", 2028}), "national_reports.no_such_state:state");
    EXPECT_EQ(asked(house.foreign, {"XXA", "framework-survey", 2028}), "identity.not_permitted");
    EXPECT_EQ(asked(Actor::visitor(), {"XXA", "framework-survey", 2028}), "identity.not_signed_in");
    // Another State's report is as unknown as one that is not there.
    EXPECT_EQ(save(house.foreign, report, "", {{"about", "x"}}), "national_reports.no_such_report");
}

TEST_P(Filling, SavesASectionOfAForm) {
    // REP-14: a section is one form; each answer is saved where it changed.
    const KeptReport report = house.open(house.editor);
    const std::size_t entries = house.entry_count();
    EXPECT_EQ(
        save(house.editor, report, "strategy:0 about:0 bodies:0 point:0",
             {{"strategy", "in_place"}, {"about", "A strategy."}, {"about.note", ""}, {"bodies", "cert"}}),
        "strategy:saved:1 about:saved:1 bodies:saved:1 point:unchanged:0");
    EXPECT_EQ(house.held(report, "about").answer.text, "A strategy.");
    EXPECT_TRUE(house.held(report, "about").confirmed);
    EXPECT_EQ(house.kept(report).revision, report.revision + 1);
    EXPECT_EQ(house.entry_count(), entries + 1);
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.save_answers");
    EXPECT_EQ(entry.audience, Audience::own_delegation);
    EXPECT_EQ(fact(entry, "saved"), "3");
    EXPECT_EQ(fact(entry, "questions"), "strategy about bodies");
    for (const auto& [name, value] : entry.facts) EXPECT_EQ(value.find("A strategy"), std::string::npos);
    // Saved again as it is: nothing happened, nothing is recorded.
    EXPECT_EQ(save(house.editor, report, "about:1", {{"about", "A strategy."}}), "about:unchanged:1");
    EXPECT_EQ(house.entry_count(), entries + 1);
    // No box ticked where the form showed boxes.
    EXPECT_EQ(save(house.editor, report, "bodies:1", {}), "bodies:saved:2");
    EXPECT_TRUE(house.held(report, "bodies").answer.is_empty());
}

TEST_P(Filling, TellsEveryProblemAtOnceAndSavesNothing) {
    const KeptReport report = house.open(house.editor);
    EXPECT_EQ(save(house.editor, report, "what",
                   {{"staff", "many"}, {"page", "nowhere"}, {"about", "right"}, {"opinion", "x"}}),
              "national_reports.seen_shape:seen national_reports.no_such_question:answers.opinion "
              "input.not_a_number:answers.staff national_reports.not_an_address:answers.page");
    EXPECT_EQ(house.held(report, "about").revision, 0);
}

TEST_P(Filling, MergesTwoWhoChangedOneTextAtTheSameTime) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "about:0", {{"about", "one two three four"}});
    EXPECT_EQ(save(house.editor, report, "about:1", {{"about", "ONE two three four"}}), "about:saved:2");
    EXPECT_EQ(save(house.other_editor, report, "about:1", {{"about", "one two three FOUR"}}),
              "about:merged:3");
    EXPECT_EQ(house.held(report, "about").answer.text, "ONE two three FOUR");
    EXPECT_EQ(versions(report, "about").size(), 3);
    EXPECT_EQ(fact(house.newest_entry(), "merged"), "1");
    // Who changed nothing takes nothing back.
    EXPECT_EQ(save(house.other_editor, report, "about:1", {{"about", "one two three four"}}),
              "about:unchanged:3");
}

TEST_P(Filling, KeepsWhatCollidesBesideUntilAPersonChooses) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "about:0 strategy:0", {{"about", "one two"}, {"strategy", "none"}});
    save(house.editor, report, "about:1", {{"about", "one three"}});
    EXPECT_EQ(save(house.other_editor, report, "about:1 strategy:1",
                   {{"about", "one four"}, {"strategy", "in_place"}}),
              "about:beside:2 strategy:saved:2");
    EXPECT_EQ(house.held(report, "about").answer.text, "one three");
    // The same form sent twice stands beside once.
    EXPECT_EQ(save(house.other_editor, report, "about:1", {{"about", "one four"}}), "about:beside:2");
    const auto all = versions(report, "about");
    ASSERT_EQ(all.size(), 3);
    EXPECT_EQ(all[2].answer.text, "one four");
    EXPECT_EQ(all[2].revision, 0);
    EXPECT_EQ(all[2].base, 1);
    EXPECT_EQ(all[2].person, house.other_editor.person().number);
    const auto settle = [&](const Actor& actor, std::int64_t version, std::int64_t seen) {
        return said(house.run(actor, settle_answer, SettleAnswer{report.id, "about", version, seen, {}}));
    };
    EXPECT_EQ(settle(house.editor, 3, 1), "national_reports.answer_changed");
    EXPECT_EQ(settle(house.editor, 9, 2), "national_reports.no_such_version");
    EXPECT_EQ(settle(house.editor, 3, 2), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.settle_answer");
    EXPECT_EQ(fact(house.newest_entry(), "version"), "3");
    EXPECT_EQ(house.held(report, "about").answer.text, "one four");
    EXPECT_EQ(house.held(report, "about").revision, 3);
    EXPECT_EQ(settle(house.editor, 0, 3), "national_reports.nothing_beside");
    EXPECT_EQ(versions(report, "about").size(), 4); // nothing typed is lost
}

TEST_P(Filling, OfALaterYearBeginsWithWhatWasSaidBefore) {
    // REP-15: nothing is asked twice; what was said is offered again and a person confirms it.
    const KeptReport before = house.open(house.editor, 2026);
    save(house.editor, before, "", {{"strategy", "in_place"}, {"staff", "12"}});
    const KeptReport report = house.open(house.editor, 2027);
    EXPECT_EQ(fact(house.newest_entry(), "filled_in"), "2");
    EXPECT_FALSE(house.held(report, "staff").confirmed);
    EXPECT_EQ(house.held(report, "staff").origin, "report:" + std::to_string(before.id.number));
    const KeptReport short_form = house.open(house.editor, 2027, "short-form");
    EXPECT_EQ(house.held(short_form, "plan").answer.chosen, std::vector<std::string>{"yes"});

    const auto confirm = [&](const char* section) {
        return said(house.run(house.editor, confirm_answers, ConfirmAnswers{report.id, section}));
    };
    EXPECT_EQ(confirm("nonsense"), "national_reports.no_such_section");
    EXPECT_EQ(confirm("facts"), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.confirm_answers");
    EXPECT_EQ(fact(house.newest_entry(), "confirmed"), "1");
    EXPECT_TRUE(house.held(report, "staff").confirmed);
    EXPECT_FALSE(house.held(report, "strategy").confirmed);
    // To change it is to have looked at it; the form had the filled-in text as its base.
    EXPECT_EQ(save(house.editor, report, "strategy:1", {{"strategy", "developing"}}), "strategy:saved:2");
    EXPECT_TRUE(house.held(report, "strategy").confirmed);
}

TEST_P(Filling, BeginsWithThePracticeThatTheStateSharedElsewhere) {
    // REP-15: what the record knows already is not asked again.
    const auto shared = [&](const char* by, const char* text) {
        house.database->write([&](storage::Session& session) {
            const auto note = session.number(
                storage::Query{"test.note", "INSERT INTO acquis_note (kind, about, author, revision) VALUES "
                                            "('practice', 'item:norm-f', $1, 1) RETURNING id"},
                by);
            session.execute(
                storage::Query{"test.version",
                               "INSERT INTO acquis_note_version (note, revision, title, language, fields, "
                               "by_body, written_at) VALUES ($1, 1, 'A practice', 'en', $2, '', 0)"},
                *note, std::string(R"({"text":")") + text + R"(","source":"A law","consent":"true"})");
        });
    };
    shared("state:KEN", "Theirs.");
    shared("state:XXA", "Lanterns are lit.");
    const KeptReport report = house.open(house.editor, 2026);
    EXPECT_EQ(fact(house.newest_entry(), "filled_in"), "1");
    EXPECT_EQ(house.held(report, "about").answer.text, "Lanterns are lit.");
    EXPECT_EQ(house.held(report, "about").origin, "note:2");
    EXPECT_FALSE(house.held(report, "about").confirmed);
}

TEST_P(Filling, SharesWithWhomTheStateChooses_REP_20) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "", {{"strategy", "in_place"}, {"staff", "12"}});
    // Until somebody chooses, nobody else sees it, whatever the survey suggests.
    EXPECT_EQ(house.held(report, "strategy").sharing, Sharing{});
    const auto share = [&](ShareAnswers request) {
        request.report = report.id;
        return said(house.run(house.editor, share_answers, request));
    };
    EXPECT_EQ(share({{}, "facts", "", "parties", "state:XXB\nsecretariat, state:XXB", true}), "done");
    EXPECT_EQ(text_of(house.held(report, "staff").sharing), "parties:state:XXB,secretariat+counted");
    EXPECT_EQ(text_of(house.held(report, "since").sharing), "parties:state:XXB,secretariat+counted");
    EXPECT_EQ(text_of(house.held(report, "strategy").sharing), "own_delegation");
    EXPECT_EQ(house.newest_entry().act, "national_reports.share_answers");
    EXPECT_EQ(fact(house.newest_entry(), "answers"), "5");
    EXPECT_EQ(share({{}, "", "", "as_suggested", "", false}), "done");
    EXPECT_EQ(text_of(house.held(report, "strategy").sharing), "public");
    EXPECT_EQ(text_of(house.held(report, "staff").sharing), "own_delegation");
    EXPECT_EQ(share({{}, "", "strategy", "member_states", "", false}), "done");
    EXPECT_EQ(text_of(house.held(report, "strategy").sharing), "member_states");
    EXPECT_EQ(share({{}, "", "strategy", "parties", "", false}), "national_reports.parties_needed:parties");
    EXPECT_EQ(share({{}, "", "strategy", "parties", "them", false}),
              "national_reports.no_such_party:parties");
    EXPECT_EQ(share({{}, "", "what", "public", "", false}), "national_reports.no_such_question");
    EXPECT_EQ(share({{}, "what", "", "public", "", false}), "national_reports.no_such_section");
}

TEST_P(Filling, IsDividedAmongMinistries) {
    const KeptReport report = house.open(house.editor);
    const auto assign = [&](const Actor& actor, const char* section, const Actor& to) {
        return said(house.run(actor, assign_section,
                              AssignSection{report.id, section, "Ministry of Tests", to.person().number,
                                            Day::parse("2027-04-01")}));
    };
    EXPECT_EQ(assign(house.editor, "what", house.editor), "national_reports.no_such_section");
    EXPECT_EQ(assign(house.editor, "facts", house.other_editor), "done");
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.assign_section");
    EXPECT_EQ(entry.audience, Audience::own_delegation);
    EXPECT_EQ(fact(entry, "person"), std::to_string(house.other_editor.person().number));
    const auto tasks = [&] {
        return house.read([&](storage::Session& session) { return store::tasks(session, report.id); });
    };
    ASSERT_EQ(tasks().size(), 1);
    EXPECT_EQ(tasks()[0].person, house.other_editor.person().number);
    EXPECT_EQ(tasks()[0].due, Day::parse("2027-04-01"));
    EXPECT_EQ(said(house.run(house.editor, mark_section, MarkSection{report.id, "facts", true})), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.mark_section");
    EXPECT_TRUE(tasks()[0].ready);
    EXPECT_EQ(tasks()[0].ministry, "Ministry of Tests");
    EXPECT_EQ(assign(house.other_editor, "facts", Actor::visitor()), "done");
    EXPECT_FALSE(tasks()[0].ready);
    EXPECT_EQ(tasks()[0].person, 0);
}

TEST_P(Filling, IsTalkedAboutBesideTheAnswers) {
    const KeptReport report = house.open(house.editor);
    const auto comment = [&](const char* question) {
        return said(
            house.run(house.editor, comment_answer, CommentAnswer{report.id, question, "Which year?"}));
    };
    EXPECT_EQ(comment("what"), "national_reports.no_such_question");
    EXPECT_EQ(comment("staff"), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.comment_answer");
    const auto comments =
        house.read([&](storage::Session& session) { return store::comments(session, report.id); });
    ASSERT_EQ(comments.size(), 1);
    EXPECT_EQ(comments[0].text, "Which year?");
    const SettleComment settled{report.id, comments[0].id};
    EXPECT_EQ(said(house.run(house.other_editor, settle_comment, settled)), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.settle_comment");
    EXPECT_EQ(said(house.run(house.other_editor, settle_comment, settled)),
              "national_reports.no_such_comment");
}

TEST_P(Filling, IsHelpedByAnOrganisationWhileTheStateAllowsIt_REP_25) {
    const KeptReport report = house.open(house.editor);
    const Actor helper = house.appoint(Role::representative, Body::organisation("sample-institute"));
    const Actor stranger = house.appoint(Role::representative, Body::organisation("other-institute"));
    EXPECT_EQ(save(helper, report, "", {{"staff", "3"}}), "national_reports.no_such_report");
    const auto allow = [&](const Actor& actor, const char* organisation, const char* until) {
        return said(house.run(actor, allow_help, AllowHelp{report.id, organisation, Day::parse(until)}));
    };
    EXPECT_EQ(allow(house.editor, "sample-institute", "2027-03-10"), "identity.not_permitted");
    EXPECT_EQ(allow(house.head, "Sample Institute", "2027-02-01"),
              "national_reports.no_such_organisation:organisation national_reports.day_past:until");
    EXPECT_EQ(allow(house.head, "sample-institute", "2027-03-10"), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.allow_help");
    EXPECT_EQ(house.newest_entry().on_behalf, "state:XXA");
    EXPECT_EQ(save(helper, report, "", {{"staff", "3"}}), "staff:saved:1");
    EXPECT_EQ(house.newest_entry().on_behalf, "organisation:sample-institute");
    EXPECT_EQ(house.held(report, "staff").changed_by, helper.person().number);
    EXPECT_EQ(save(stranger, report, "", {{"staff", "4"}}), "national_reports.no_such_report");
    // Helping is filling in: who sees an answer and what is released stays with the State.
    EXPECT_EQ(
        said(house.run(helper, share_answers, ShareAnswers{report.id, "", "staff", "public", "", false})),
        "identity.not_permitted");
    EXPECT_EQ(said(house.run(helper, confirm_answers, ConfirmAnswers{report.id, "facts"})),
              "identity.not_permitted");
    house.clock.set(parse_instant("2027-03-11T00:00:00Z").value());
    EXPECT_EQ(save(helper, report, "staff:1", {{"staff", "5"}}), "national_reports.no_such_report");
    EXPECT_EQ(allow(house.head, "sample-institute", "2027-03-20"), "done");
    EXPECT_EQ(save(helper, report, "staff:1", {{"staff", "5"}}), "staff:saved:2");
    const EndHelp end{report.id, "sample-institute"};
    EXPECT_EQ(said(house.run(house.approver, end_help, end)), "done");
    EXPECT_EQ(house.newest_entry().act, "national_reports.end_help");
    EXPECT_EQ(save(helper, report, "staff:2", {{"staff", "6"}}), "national_reports.no_such_report");
    EXPECT_EQ(said(house.run(house.approver, end_help, end)), "national_reports.no_such_helper");
}

TEST_P(Filling, EndsWithTheAppointment) {
    const KeptReport report = house.open(house.editor);
    house.end_appointments(house.editor);
    EXPECT_EQ(save(house.editor, report, "", {{"staff", "3"}}), "identity.appointment_over");
}

} // namespace
} // namespace poa::national_reports::test
