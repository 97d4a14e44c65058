// SPDX-License-Identifier: Apache-2.0
#pragma once
// A house for the tests of reports: a database, a clock that stands, two surveys in use, and delegations of
// two States that do not exist.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/commands/open_report.hpp"
#include "capabilities/national_reports/commands/save_answers.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace poa::national_reports::test {

using identity::Actor;
using identity::Body;
using identity::Role;
using poa::test::Engine;

[[nodiscard]] inline std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), decisions::migrations(),
                      acquis::migrations(), national_reports::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// The codes of a refusal with their fields; "done" where there is none.
template <class R> [[nodiscard]] std::string said(const R& result) {
    if (result) return "done";
    std::string codes;
    for (const Reason& reason : result.error().reasons)
        codes += (codes.empty() ? "" : " ") + reason.code + (reason.field.empty() ? "" : ":" + reason.field);
    return codes;
}
template <class R> [[nodiscard]] std::string fact(const R& refused, std::string_view name) {
    for (const auto& [known, value] : refused.error().reasons.front().facts)
        if (known == name) return value;
    return "(none)";
}
[[nodiscard]] inline std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [known, value] : entry.facts)
        if (known == name) return value;
    return "(none)";
}

[[nodiscard]] inline Texts en(const char* text) {
    return {{{"en", text}}};
}
[[nodiscard]] inline Option option(const char* key) {
    return {key, en(key)};
}
[[nodiscard]] inline Question question(const char* key, QuestionKind kind) {
    Question made;
    made.key = key;
    made.kind = kind;
    made.label = en(key);
    made.source = {"A/70/174", "13 (f)"};
    return made;
}

/// Every kind of question, in two sections.
[[nodiscard]] inline Survey sample_survey() {
    Survey survey;
    survey.key = "framework-survey";
    survey.title = en("Survey of implementation");
    survey.languages = {"en"};
    survey.levels = {option("none"), option("developing"), option("in_place")};
    Question strategy = question("strategy", QuestionKind::status);
    strategy.audience = Audience::everyone;
    Question about = question("about", QuestionKind::text);
    about.shown_if = Condition{"strategy", {"developing", "in_place"}};
    about.minutes = 20;
    about.item = "norm-f";
    about.purpose = Purpose::practice;
    Question bodies = question("bodies", QuestionKind::several_of);
    bodies.options = {option("cert"), option("ministry"), option("police")};
    Question point = question("point", QuestionKind::one_of);
    point.options = {option("yes"), option("no")};
    survey.sections = {{"policy", en("Policy"), {}, Pillar::norms, "", {strategy, about, bodies, point}},
                       {"facts",
                        en("Facts"),
                        {},
                        Pillar::general,
                        "",
                        {question("staff", QuestionKind::number), question("since", QuestionKind::day),
                         question("laws", QuestionKind::table), question("page", QuestionKind::link),
                         question("paper", QuestionKind::file)}}};
    survey.sections[1].questions[2].columns = {{"law", en("Law")}, {"year", en("Year")}};
    return survey;
}

/// Another survey that asks one thing the same, in other words.
[[nodiscard]] inline Survey other_survey() {
    Survey survey;
    survey.key = "short-form";
    survey.title = en("Short form");
    survey.languages = {"en"};
    Question plan = question("plan", QuestionKind::one_of);
    plan.options = {option("yes"), option("no")};
    survey.sections = {
        {"all", en("All"), {}, Pillar::norms, "", {plan, question("staff", QuestionKind::number)}}};
    survey.crosswalk = {{"plan", "framework-survey", "strategy", {{"in_place", "yes"}, {"none", "no"}}}};
    return survey;
}

class House {
  public:
    explicit House(Engine engine = Engine::sqlite)
        : database(poa::test::make_test_database(engine, all_migrations())) {
        clock.set(parse_instant("2027-03-01T12:00:00Z").value());
        put_in_use(sample_survey(), 1);
        put_in_use(other_survey(), 1);
    }

    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return body(unit);
        });
    }
    template <class F> auto read(F&& body) {
        return database->read([&](storage::Session& session) { return body(session); });
    }
    /// Runs a command of a report.
    template <class Request> auto run(const Actor& actor, auto command, const Request& request) {
        return work([&](ledger::Work& unit) { return command(unit, actor, request); });
    }

    void put_in_use(const Survey& survey, std::int64_t version) {
        KeptSurvey kept;
        kept.key = survey.key;
        kept.version = version;
        kept.content = text_of(survey);
        kept.digest = sha256(kept.content);
        kept.revision = 1;
        kept.made_by = "secretariat";
        kept.made_at = clock.now();
        database->write([&](storage::Session& session) {
            store::adopt_survey(session, store::add_survey(session, kept), clock.now(), "POA/2027/1");
        });
    }

    [[nodiscard]] Actor appoint(Role role, const Body& body) {
        const std::int64_t number = ++people_;
        database->write([&](storage::Session& session) {
            session.execute({"test.person", "INSERT INTO identity_person (email, name, language, made_at) "
                                            "VALUES ($1, $2, 'en', 0)"},
                            "person" + std::to_string(number) + "@example.org",
                            "Sample Person " + std::to_string(number));
            session.execute({"test.appointment",
                             "INSERT INTO identity_appointment (person, role, body, from_day, to_day, basis, "
                             "appointed_at) VALUES ($1, $2, $3, 0, NULL, '', 0)"},
                            number, identity::name_of(role), body.text());
        });
        const bool member = body.kind() == Body::Kind::state;
        const std::vector<identity::CurrentStanding> standings = {{{role, body}, member}};
        return Actor::signed_in(Id<identity::Person>{number}, "Sample", "en",
                                Id<identity::SignInSession>{number}, standings);
    }
    void end_appointments(const Actor& of) {
        database->write([&](storage::Session& session) {
            session.execute({"test.end", "UPDATE identity_appointment SET ended_at = 1 WHERE person = $1"},
                            of.person());
        });
    }

    [[nodiscard]] KeptReport open(const Actor& actor, std::int64_t year = 2027,
                                  const char* survey = "framework-survey") {
        return run(actor, open_report, OpenReport{"XXA", survey, year}).value();
    }
    /// Saves as a form would: names and texts by turns.
    [[nodiscard]] Result<SavedAnswers> save(const Actor& actor, const KeptReport& report, std::string seen,
                                            std::vector<std::pair<std::string, std::string>> fields) {
        return run(actor, save_answers,
                   SaveAnswers{report.id, std::move(seen), InputValues::from_pairs(fields)});
    }
    [[nodiscard]] HeldAnswer held(const KeptReport& report, std::string_view question) {
        return read([&](storage::Session& session) {
            return store::answer(session, report.id, question).value_or(HeldAnswer{});
        });
    }
    [[nodiscard]] KeptReport kept(const KeptReport& report) {
        return read([&](storage::Session& session) { return store::report(session, report.id).value(); });
    }
    /// The newest entry of the journal.
    [[nodiscard]] ledger::Entry newest_entry() {
        return read([](storage::Session& session) {
            auto entries = ledger::recent(session, Audience::own_delegation, 0, 1);
            return entries.empty() ? ledger::Entry{} : entries.front().entry;
        });
    }
    [[nodiscard]] std::size_t entry_count() {
        return read([](storage::Session& session) {
            return ledger::recent(session, Audience::own_delegation, 0, 1000).size();
        });
    }

  private:
    std::int64_t people_ = 0;

  public:
    poa::test::TestDatabase database;
    StillClock clock{Instant{}};
    Actor editor = appoint(Role::report_editor, Body::state("XXA"));
    Actor other_editor = appoint(Role::report_editor, Body::state("XXA"));
    Actor approver = appoint(Role::report_approver, Body::state("XXA"));
    Actor head = appoint(Role::head_of_delegation, Body::state("XXA"));
    Actor foreign = appoint(Role::head_of_delegation, Body::state("XXB"));
};

} // namespace poa::national_reports::test
