// SPDX-License-Identifier: Apache-2.0
// People of one capital share a report among themselves, and settle what two of them wrote. On both
// databases.
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/commands/settle_answer.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

class Desk : public testing::TestWithParam<Engine> {
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
INSTANTIATE_TEST_SUITE_P(Both, Desk, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Desk, IsAskedOfThoseOfTheOwnDelegationAlone) {
    // REP-14: the sections of one report are shared out among the people of one capital.
    const KeptReport report = house.open(house.editor);
    const auto names = [&](const Actor& reader, const char* state) {
        std::string all;
        for (const auto& person : house.read([&](storage::Session& session) {
                 return people_to_ask(session, reader, state, Day::of(house.clock.now()));
             }))
            all += std::to_string(person.id.number) + " ";
        return all;
    };
    EXPECT_EQ(names(house.editor, "XXA"), "1 2 3 4 ");
    // Another State's people are nobody's business.
    EXPECT_EQ(names(house.editor, "XXB"), "");
    EXPECT_EQ(names(house.foreign, "XXA"), "");
    EXPECT_EQ(names(Actor::visitor(), "XXA"), "");
    const auto assign = [&](const Actor& to) {
        return said(house.run(house.editor, assign_section,
                              AssignSection{report.id, "facts", "", to.person().number, {}}));
    };
    EXPECT_EQ(assign(house.foreign), "national_reports.not_of_delegation:person");
    house.end_appointments(house.other_editor);
    EXPECT_EQ(names(house.editor, "XXA"), "1 3 4 ");
    EXPECT_EQ(assign(house.other_editor), "national_reports.not_of_delegation:person");
    const Actor secretariat = house.appoint(Role::secretariat, Body::parse("secretariat").value());
    EXPECT_EQ(names(secretariat, "XXA"), "")
        << "what the platform's staff may see of appointments is no task";
    EXPECT_EQ(assign(house.approver), "done");
}

TEST_P(Desk, IsWrittenOutOfTwoTextsThatStoodBesideEachOther) {
    // REP-14: a person may write a third text; the two stay in the answer's history.
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "about:0", {{"about", "one two"}});
    save(house.editor, report, "about:1", {{"about", "one three"}});
    ASSERT_EQ(save(house.other_editor, report, "about:1", {{"about", "one four"}}), "about:beside:2");
    const auto settle = [&](std::vector<std::pair<std::string, std::string>> written,
                            std::int64_t version = 0) {
        return said(
            house.run(house.editor, settle_answer,
                      SettleAnswer{report.id, "about", version, 2, InputValues::from_pairs(written)}));
    };
    EXPECT_EQ(settle({{"point", "yes"}}), "national_reports.another_question:answers.point");
    EXPECT_EQ(settle({{"about", std::string(20'001, 'x')}}), "input.too_long:answers.about");
    EXPECT_EQ(settle({{"about", "one"}}, 77), "national_reports.no_such_version");
    EXPECT_EQ(house.held(report, "about").answer.text, "one three")
        << "nothing was settled by what was refused";
    EXPECT_EQ(settle({{"about", "one three and four"}}), "done");
    EXPECT_EQ(fact(house.newest_entry(), "written"), "yes");
    EXPECT_EQ(house.held(report, "about").answer.text, "one three and four");
    EXPECT_EQ(house.held(report, "about").revision, 3);
    std::string texts;
    for (const AnswerVersion& version : versions(report, "about"))
        texts += version.answer.text + (version.revision == 0 ? " (beside); " : "; ");
    EXPECT_EQ(texts, "one two; one three; one four (beside); one three and four; ");
    EXPECT_EQ(settle({{"about", "again"}}), "national_reports.nothing_beside");
}

TEST_P(Desk, BeginsAWrittenTextWithTheOneThatStoodBeside) {
    const KeptReport report = house.open(house.editor);
    save(house.editor, report, "strategy:0", {{"strategy", "none"}, {"strategy.note", "Ours."}});
    save(house.editor, report, "strategy:1", {{"strategy", "in_place"}});
    ASSERT_EQ(save(house.other_editor, report, "strategy:1", {{"strategy", "developing"}}),
              "strategy:beside:2");
    const std::int64_t beside = versions(report, "strategy").back().number;
    // As a program sends it: what it does not name stays as in the version chosen.
    auto sent = InputValues::from_json(R"({"strategy.note":"Both say so."})").value();
    EXPECT_EQ(said(house.run(house.editor, settle_answer,
                             SettleAnswer{report.id, "strategy", beside, 2, std::move(sent)})),
              "done");
    EXPECT_EQ(house.held(report, "strategy").answer.chosen, std::vector<std::string>{"developing"});
    EXPECT_EQ(house.held(report, "strategy").answer.note, "Both say so.");
}

TEST_P(Desk, TellsWhoSavedWhatTheAnswerIsNowWhereItIsNotTheirs) {
    const KeptReport report = house.open(house.editor);
    const auto now = [&](const Actor& actor, const char* seen, const char* text) {
        const auto saved = house.save(actor, report, seen, {{"about", text}});
        const auto& answer = saved->answers.front();
        return std::string(name_of(answer.kept)) + ": " + (answer.now ? answer.now->text : "as sent");
    };
    EXPECT_EQ(now(house.editor, "about:0", "one two three four"), "saved: as sent");
    EXPECT_EQ(now(house.editor, "about:1", "ONE two three four"), "saved: as sent");
    EXPECT_EQ(now(house.other_editor, "about:1", "one two three FOUR"), "merged: ONE two three FOUR");
    EXPECT_EQ(now(house.other_editor, "about:1", "one two three 4"), "beside: ONE two three FOUR");
    // The line broke after the server had it: sent again, nothing is kept twice.
    EXPECT_EQ(now(house.other_editor, "about:1", "one two three FOUR"), "unchanged: ONE two three FOUR");
    EXPECT_EQ(now(house.other_editor, "about:3", "ONE two three FOUR"), "unchanged: as sent");
    EXPECT_EQ(now(house.editor, "about:1", "one two three four"), "unchanged: ONE two three FOUR");
}

} // namespace
} // namespace poa::national_reports::test
