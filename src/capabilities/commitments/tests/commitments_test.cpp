// SPDX-License-Identifier: Apache-2.0
// Commitments and goals: who publishes, says and reaffirms, and the trail that follows links. On both
// databases, with the shipped framework and two States' delegations.
#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/commitments/commands/publish_commitment.hpp"
#include "capabilities/commitments/commands/reaffirm_commitment.hpp"
#include "capabilities/commitments/commands/report_commitment.hpp"
#include "capabilities/commitments/commitments.hpp"
#include "capabilities/commitments/pages_drawing.hpp"
#include "capabilities/commitments/pages_loading.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

namespace poa::commitments {
namespace {

using identity::Actor;
using identity::Body;
using identity::Role;
using poa::test::Engine;

template <class R> std::string said(const R& result) {
    if (result) return "done";
    std::string codes;
    for (const Reason& reason : result.error().reasons)
        codes += (codes.empty() ? "" : " ") + reason.code + (reason.field.empty() ? "" : ":" + reason.field);
    return codes;
}

std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), decisions::migrations(),
                      acquis::migrations(), national_reports::migrations(), migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

class Commitments : public testing::TestWithParam<Engine> {
  protected:
    template <class F> auto act(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return body(work);
        });
    }
    Commitments() : database(poa::test::make_test_database(GetParam(), all_migrations())) {
        decisions::add_effects(effects);
        commitments::add_effects(effects);
        act([](ledger::Work& work) {
            require(members::load_reference(
                        work, {reference_file("members.json"), reference_file("organisations.json")})
                        .has_value(),
                    "the shipped register");
            require(charter::found_mechanism(work, Actor::operator_(), charter::Presets::shipped().agreed())
                        .has_value(),
                    "the agreed charter");
            require(acquis::register_shipped(work, reference_file("acquis.json")).has_value(),
                    "the shipped framework");
            return true;
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
    }

    template <class Request> auto run(const Actor& actor, auto command, const Request& request) {
        return act([&](ledger::Work& work) { return command(work, actor, request); });
    }
    /// As the public reads.
    template <class F> auto read(F&& load) {
        const auto register_now = states.now();
        return database->read([&](storage::Session& session) {
            return load(Reading{session, *register_now, nobody, visit, clock.now(), framework});
        });
    }
    Actor appoint(Role role, const char* state) {
        const std::int64_t number = ++people;
        database->write([&](storage::Session& session) {
            session.execute({"test.person", "INSERT INTO identity_person (email, name, language, made_at) "
                                            "VALUES ($1, 'Sample Person', 'en', 0)"},
                            "person" + std::to_string(number) + "@example.org");
            session.execute({"test.appointment",
                             "INSERT INTO identity_appointment (person, role, body, from_day, to_day, basis, "
                             "appointed_at) VALUES ($1, $2, $3, 0, NULL, '', 0)"},
                            number, identity::name_of(role), Body::state(state).text());
        });
        const std::vector<identity::CurrentStanding> standings = {{{role, Body::state(state)}, true}};
        return Actor::signed_in(Id<identity::Person>{number}, "Sample", "en",
                                Id<identity::SignInSession>{number}, standings);
    }
    ledger::Entry newest_entry() {
        return database->read([](storage::Session& session) {
            return ledger::recent(session, Audience::own_delegation, 0, 1).front().entry;
        });
    }
    static PublishCommitment drills() {
        PublishCommitment request;
        request.title = "Drills";
        request.words = "We will hold a drill every year.";
        request.language = "en";
        request.item = "norm-g";
        request.shown_by = "The report of each drill.";
        request.due = Day::parse("2029-01-01");
        return request;
    }
    Commitment published(const PublishCommitment& request = drills()) {
        return run(head, publish_commitment, request).value();
    }
    std::string report(const Actor& actor, const Commitment& of, std::int64_t revision, const char* stage,
                       const char* words, const char* evidence) {
        return said(run(actor, report_commitment, ReportCommitment{of.id, revision, stage, words, evidence}));
    }
    /// "done", or why a decision that sets the goal would not be adopted.
    std::string set_goal(const char* key, const char* indicator, const char* year, const char* number) {
        return said(act([&](ledger::Work& work) -> Result<decisions::Applied> {
            const auto in_force = charter::read_in_force(work.session());
            const auto& effect = *effects.find("goal.set");
            decisions::Proposal proposal;
            proposal.id = Id<decisions::Proposal>{4};
            proposal.proposer = "state:FJI";
            proposal.body = "plenary";
            proposal.effect = "goal.set";
            proposal.language = "en";
            const decisions::PutText text{"Guard what is critical", {"All of us guard it."}};
            const std::vector<std::pair<std::string, std::string>> fields = {
                {"goal", key}, {"indicator", indicator}, {"year", year}, {"states", number}};
            return effect.apply(work, {work.session(), *in_force, proposal, text, work.now()},
                                InputValues::from_pairs(fields), {proposal.id, "POA/2027/4", work.now()});
        }));
    }

    poa::test::TestDatabase database;
    StillClock clock{parse_instant("2027-03-01T12:00:00Z").value()};
    decisions::Effects effects;
    members::CurrentRegister states;
    acquis::CurrentFramework framework;
    std::int64_t people = 0;
    Actor nobody = Actor::visitor();
    Actor head = appoint(Role::head_of_delegation, "FJI");
    Actor approver = appoint(Role::report_approver, "FJI");
    Actor other = appoint(Role::head_of_delegation, "KEN");
    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::html,
                     std::make_shared<web::Visitor>()};
};
INSTANTIATE_TEST_SUITE_P(Both, Commitments, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Commitments, AStatePublishesWhatItUndertakesAndSaysWhereItStands) {
    // ACC-02 ACC-05: commitments of States with the status each gives its own, and what shows it.
    EXPECT_EQ(said(run(nobody, publish_commitment, drills())), "identity.not_signed_in");
    EXPECT_EQ(said(run(approver, publish_commitment, drills())), "identity.not_permitted");
    const Commitment made = published();
    EXPECT_EQ(newest_entry().act, "commitments.publish_commitment");
    EXPECT_EQ(newest_entry().audience, Audience::everyone);
    EXPECT_EQ(newest_entry().subject, "state:FJI");
    EXPECT_EQ(report(other, made, 1, "done", "", ""), "commitments.of_others");
    EXPECT_EQ(report(head, made, 1, "done", "It is done.", ""), "commitments.evidence_needed:evidence");
    EXPECT_EQ(report(head, made, 1, "changed", "", "somewhere"),
              "commitments.words_needed:words commitments.not_evidence:evidence");
    EXPECT_EQ(report(head, made, 1, "done", "", "/reports/KEN/2027"), "commitments.not_evidence:evidence");
    EXPECT_EQ(report(approver, made, 1, "done", "Held.", "/reports/FJI/2027\nhttps://drills.example/1"),
              "done");
    EXPECT_EQ(newest_entry().act, "commitments.report_commitment");
    EXPECT_EQ(report(head, made, 1, "planned", "", ""), "commitments.changed_meanwhile");
    const CommitmentPage page =
        read([&](const Reading& reading) { return load_commitment(reading, made.id).value(); });
    EXPECT_EQ(page.commitment.stage, "done");
    ASSERT_EQ(page.rows.size(), 2);
    EXPECT_EQ(page.rows[0].evidence,
              (std::vector<std::string>{"/reports/FJI/2027", "https://drills.example/1"}));
    EXPECT_FALSE(page.may_report);
    const std::string html = draw_commitment(page, visit, {}, "").body.text();
    EXPECT_NE(html.find("href=\"https://drills.example/1\""), std::string::npos);
    EXPECT_EQ(report(head, made, 2, "withdrawn", "", ""), "done");
    EXPECT_EQ(report(head, made, 3, "planned", "", ""), "commitments.is_withdrawn");
}

TEST_P(Commitments, AStateReaffirmsItPublicly) {
    // ACC-13: public reaffirmation, on record.
    const Commitment made = published();
    const ReaffirmCommitment request{made.id, 1, "We hold to it."};
    EXPECT_EQ(said(run(other, reaffirm_commitment, request)), "commitments.of_others");
    EXPECT_EQ(said(run(approver, reaffirm_commitment, request)), "identity.not_permitted");
    EXPECT_EQ(said(run(head, reaffirm_commitment, request)), "done");
    EXPECT_EQ(newest_entry().act, "commitments.reaffirm_commitment");
    EXPECT_EQ(newest_entry().audience, Audience::everyone);
    const CommitmentPage page =
        read([&](const Reading& reading) { return load_commitment(reading, made.id).value(); });
    EXPECT_EQ(page.commitment.stage, "planned");
    EXPECT_EQ(page.rows[0].kind, "reaffirmed");
    EXPECT_EQ(page.rows[0].words, "We hold to it.");
}

TEST_P(Commitments, EverythingThatIsWrongIsToldAtOnce) {
    PublishCommitment request = drills();
    request.item = "norm-z";
    request.goal = "glory";
    request.need = 7;
    request.due = Day::parse("2020-01-01");
    EXPECT_EQ(said(run(head, publish_commitment, request)),
              "commitments.no_such_item:item commitments.no_such_goal:goal commitments.no_such_need:need "
              "commitments.day_past:due");
}

TEST_P(Commitments, ListsAreNarrowedInTheDatabase) {
    published();
    PublishCommitment second = drills();
    second.item = "norm-f";
    second.title = "Restraint";
    published(second);
    const auto list = [&](const CommitmentsQuery& query) {
        std::string titles;
        const auto page =
            read([&](const Reading& reading) { return load_commitments(reading, query).value(); });
        for (const CommitmentRow& row : page.rows) titles += row.title + " ";
        return titles;
    };
    EXPECT_EQ(list({}), "Restraint Drills ");
    EXPECT_EQ(list({"norm-g", "", "", 0}), "Drills ");
    EXPECT_EQ(list({"", "KEN", "", 0}), "");
    EXPECT_EQ(list({"", "", "done", 0}), "");
    EXPECT_EQ(list({"", "", "", 2}), "Drills ");
    EXPECT_EQ(said(read([&](const Reading& reading) {
                  return load_commitments(reading, {"glory", "ZZZ", "", 0});
              })),
              "commitments.no_such_item:item commitments.no_such_state:state");
}

TEST_P(Commitments, AGoalIsSetByDecisionAndMeasuredByReports) {
    // ACC-07: goals that States set together, followed by what they report.
    EXPECT_EQ(set_goal("Guard It", "glory", "2020", "100"),
              "decisions.bad_key:goal national_reports.no_such_indicator:indicator "
              "commitments.year_past:year");
    EXPECT_EQ(set_goal("guard", "norm-g-needs", "2030", "100"), "commitments.no_measure:indicator");
    EXPECT_EQ(set_goal("guard", "norm-g", "2030", "100"), "done");
    EXPECT_EQ(set_goal("guard", "norm-g", "2032", "150"), "done");
    const GoalPage page = read([&](const Reading& reading) { return load_goal(reading, "guard").value(); });
    EXPECT_EQ(page.goal.version, 2);
    EXPECT_EQ(page.goal.year, 2032);
    EXPECT_EQ(page.goal.symbol, "POA/2027/4");
    EXPECT_EQ(page.text, "All of us guard it.");
    ASSERT_EQ(page.versions.size(), 1);
    EXPECT_EQ(page.versions[0].year, 2030);
    EXPECT_TRUE(page.rows.empty());
    EXPECT_FALSE(page.goal.have_it) << "nothing is computed from silence";
    const GoalsPage all = read([](const Reading& reading) { return load_goals(reading); });
    ASSERT_EQ(all.rows.size(), 1);
    EXPECT_NE(draw_goals(all, visit).body.text().find("150 States by 2032"), std::string::npos);
}

TEST_P(Commitments, ATrailLeadsFromThePriorityToTheResult) {
    // ACC-12: from report to priority to recommendation to result, along links that are there.
    ASSERT_EQ(set_goal("guard", "norm-g", "2030", "100"), "done");
    PublishCommitment request = drills();
    request.goal = "guard";
    const Commitment made = published(request);
    ASSERT_EQ(report(head, made, 1, "done", "Held.", "https://drills.example/1"), "done");
    const auto steps = [&](std::string_view kind, std::string_view id) {
        std::string all;
        const auto page = read([&](const Reading& reading) { return load_trail(reading, kind, id).value(); });
        for (const TrailRow& row : page.rows) all += row.step + " " + row.address + "\n";
        return all;
    };
    const std::string whole = "priority /reports/progress/norm-g-needs\ngoal /goals/guard\n"
                              "commitment /commitments/1\nresult https://drills.example/1\n";
    EXPECT_EQ(steps("commitment", "1"), whole);
    EXPECT_EQ(steps("goal", "guard"), whole);
    EXPECT_EQ(steps("item", "norm-g"), whole);
    EXPECT_EQ(steps("item", "norm-a"), "priority /reports/progress/norm-a-needs\n");
    for (const char* kind : {"need", "commitment", "goal", "item", "glory"})
        EXPECT_EQ(said(read([&](const Reading& reading) { return load_trail(reading, kind, "99"); })),
                  "commitments.no_such_trail");
}

} // namespace
} // namespace poa::commitments
