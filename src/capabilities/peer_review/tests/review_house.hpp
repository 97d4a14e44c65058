// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mechanism whose charter has reviews by peers, on either database, with delegations that take part.

#include "base/reference.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/peer_review/commands.hpp"
#include "capabilities/peer_review/peer_review.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <type_traits>
#include <vector>

namespace poa::peer_review::test {

using identity::Body;
using identity::Role;
using poa::test::Engine;

[[nodiscard]] inline std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), decisions::migrations(),
                      acquis::migrations(), national_reports::migrations(), peer_review::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// The codes of a refusal with their fields and clauses; "done" where there is none.
template <class R> [[nodiscard]] std::string said(const R& result) {
    if (result) return "done";
    std::string codes;
    for (const Reason& reason : result.error().reasons)
        codes += (codes.empty() ? "" : " ") + reason.code + (reason.field.empty() ? "" : ":" + reason.field) +
                 (reason.clause.empty() ? "" : "@" + reason.clause);
    return codes;
}
[[nodiscard]] inline std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [known, value] : entry.facts)
        if (known == name) return value;
    return "(none)";
}

class House {
  public:
    template <class F> auto work(F&& body) {
        return database->write([&](storage::Session& session) {
            Work unit(session, clock.now());
            return body(unit);
        });
    }
    template <class F> auto read(F&& body) {
        return database->read([&](storage::Session& session) { return body(session); });
    }
    /// Runs a command.
    template <class Made, class Request>
    Result<Made> run(const Actor& actor,
                     Result<Made> (*command)(Work&, const Ground&, const Actor&, const Request&),
                     const std::type_identity_t<Request>& request) {
        return work([&](Work& unit) { return command(unit, ground, actor, request); });
    }

    explicit House(Engine engine = Engine::sqlite, std::string_view charter = "multistakeholder-paper")
        : database(poa::test::make_test_database(engine, all_migrations())) {
        clock.set(parse_instant("2027-03-01T12:00:00Z").value());
        work([](Work& unit) {
            return members::load_reference(
                unit, {reference_file("members.json"), reference_file("organisations.json")});
        });
        work([](Work& unit) { return acquis::register_shipped(unit, reference_file("acquis.json")); });
        read([&](storage::Session& session) { return states.refresh(session); });
        const bool founded = work([&](Work& unit) {
            return charter::found_mechanism(unit, Actor::operator_(),
                                            *charter::Presets::shipped().find(charter))
                .has_value();
        });
        require(founded, "a charter that holds together");
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
    [[nodiscard]] Actor head(const char* iso3) {
        return appoint(Role::head_of_delegation, Body::state(iso3));
    }
    void end_appointments(const Actor& of) {
        database->write([&](storage::Session& session) {
            session.execute({"test.end", "UPDATE identity_appointment SET ended_at = 1 WHERE person = $1"},
                            of.person());
        });
    }
    /// As a decision would have it.
    void accredit(const std::string& organisation) {
        database->write([&](storage::Session& session) {
            const auto id = session.number(
                {"test.proposal",
                 "INSERT INTO decisions_proposal (symbol, decision_symbol, stage, proposer, title, "
                 "agenda_item, body, effect, effect_fields, matter, language, evidence, drafted_at, "
                 "drafted_by, revision) VALUES ('PROP/1', 'DEC/1', 'adopted', 'chair', 'Sample', '', "
                 "'plenary', 'organisation.accredit', '{}', 'accreditation', 'en', '', 0, 1, 1) "
                 "RETURNING id"});
            session.execute({"test.accredit",
                             "INSERT INTO decisions_agreed (kind, key, version, title, text, attributes, "
                             "since, proposal, decision, ends) VALUES ('accreditation', $1, 1, 'Sample', "
                             "'', '{}', $2, $3, 'DEC/1', 0)"},
                            organisation, clock.now(), *id);
        });
    }
    /// A release of the State's report for 2027: one answer for everyone, one for the State alone.
    void release_report(const char* state) {
        namespace reports = national_reports;
        database->write([&](storage::Session& session) {
            std::ifstream file(std::string(POA_SOURCE_DIR) + "/data/surveys/norms-checklist.json");
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            const auto version = reports::store::add_survey(session, {{},
                                                                      "norms-checklist",
                                                                      1,
                                                                      reports::SurveyStage::in_use,
                                                                      content,
                                                                      sha256(content),
                                                                      1,
                                                                      "secretariat",
                                                                      clock.now(),
                                                                      {},
                                                                      ""});
            reports::KeptReport kept{{}, state,       version, 2027,        reports::ReportStage::submitted,
                                     1,  clock.now(), 1,       clock.now(), 1};
            kept.id = reports::store::add_report(session, kept);
            reports::Answer answer;
            answer.chosen = {"done"};
            const std::vector<reports::ReleasedAnswer> answers = {
                {"norm-a-lead", answer, {Audience::everyone, {}, false}},
                {"norm-a-contact", answer, {Audience::own_delegation, {}, false}}};
            reports::store::add_release(session, kept.id, {1, {}, clock.now(), 1, {}}, answers);
        });
    }
    [[nodiscard]] Review kept(Id<PeerReview> id) {
        return read([&](storage::Session& session) { return store::review(session, id).value(); });
    }
    [[nodiscard]] std::vector<Statement> statements(Id<PeerReview> id) {
        return read([&](storage::Session& session) { return store::statements(session, id); });
    }
    /// What somebody reads of a review.
    [[nodiscard]] std::vector<std::string> texts_for(const Actor& actor, Id<PeerReview> id) {
        return read([&](storage::Session& session) {
            const Review review = store::review(session, id).value();
            const auto reviewers = store::reviewers(session, id);
            std::vector<std::string> texts;
            for (const Statement& each :
                 readable(review, store::statements(session, id), sight_of(actor, review, reviewers)))
                texts.push_back(each.text);
            return texts;
        });
    }
    [[nodiscard]] ledger::Entry newest_entry() {
        return read([](storage::Session& session) {
            auto entries = ledger::recent(session, Audience::own_delegation, 0, 1);
            return entries.empty() ? ledger::Entry{} : entries.front().entry;
        });
    }

    // The shortest way there.
    [[nodiscard]] Id<PeerReview> volunteer(const char* known_to = "public", const char* scope = "visit") {
        auto made = run(fiji, volunteer_review, {"peer-dialogue", scope, "", {"norm-f"}, known_to});
        EXPECT_EQ(said(made), "done");
        return made ? made->review.id : Id<PeerReview>{};
    }
    void agree(Id<PeerReview> id, const Actor& reviewer, const char* iso3) {
        EXPECT_EQ(said(run(fiji, invite_reviewer, {id, iso3})), "done");
        EXPECT_EQ(said(run(reviewer, offer_review, {id, ""})), "done");
    }
    /// With reviewers of Kenya and Samoa.
    [[nodiscard]] Id<PeerReview> paired(const char* known_to = "public", const char* scope = "visit") {
        const auto id = volunteer(known_to, scope);
        agree(id, kenya, "KEN");
        agree(id, samoa, "WSM");
        EXPECT_EQ(said(run(fiji, fix_reviewers, {id})), "done");
        return id;
    }
    [[nodiscard]] Id<ReviewStatement> made(Result<Acted> acted) {
        EXPECT_EQ(said(acted), "done");
        return acted ? acted->statement : Id<ReviewStatement>{};
    }
    /// Asked, answered, drafted and handed over; what follows is numbered in the order it is said.
    struct Handed {
        Id<PeerReview> id;
        Id<ReviewStatement> question, answer, finding, recommendation;
    };
    [[nodiscard]] Handed handed_over(const char* known_to = "public") {
        Handed all;
        all.id = paired(known_to);
        all.question = made(run(kenya, ask_question, {all.id, "item:norm-f", "Who keeps the lanterns?"}));
        all.answer = made(run(fiji, answer_question, {all.id, all.question, "The lamp office.", "public"}));
        (void)made(run(samoa, note_visit, {all.id, "Three lanterns were lit."}));
        all.finding =
            made(run(samoa, add_finding,
                     {all.id, "item:norm-f", "Lanterns are kept.", "observed", "Harbour, 2 March"}));
        all.recommendation =
            made(run(kenya, add_recommendation, {all.id, all.finding, "Light a fourth one."}));
        EXPECT_EQ(said(run(kenya, hand_over_draft, {all.id})), "done");
        return all;
    }
    [[nodiscard]] std::string finish(Id<PeerReview> id, const char* shown_to) {
        return said(run(fiji, finish_review, {id, kept(id).revision, shown_to}));
    }

  private:
    std::int64_t people_ = 0;

  public:
    poa::test::TestDatabase database;
    StillClock clock{Instant{}};
    charter::CurrentCharter in_force;
    members::CurrentRegister states;
    acquis::CurrentFramework framework;
    Ground ground{in_force, states, framework};
    Actor fiji = head("FJI"), kenya = head("KEN"), samoa = head("WSM"), norway = head("NOR");
    Actor nobody = Actor::visitor();
};

} // namespace poa::peer_review::test
