// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mechanism in a database, with people who act in it: what the tests of commands stand in.

#include "base/reference.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/commands/appeal_ruling.hpp"
#include "capabilities/decisions/commands/cast_vote.hpp"
#include "capabilities/decisions/commands/close_question.hpp"
#include "capabilities/decisions/commands/correct_vote.hpp"
#include "capabilities/decisions/commands/defer_to_mediation.hpp"
#include "capabilities/decisions/commands/draft_proposal.hpp"
#include "capabilities/decisions/commands/explain_position.hpp"
#include "capabilities/decisions/commands/extend_question.hpp"
#include "capabilities/decisions/commands/join_sponsors.hpp"
#include "capabilities/decisions/commands/leave_sponsors.hpp"
#include "capabilities/decisions/commands/let_lapse.hpp"
#include "capabilities/decisions/commands/lodge_objection.hpp"
#include "capabilities/decisions/commands/open_discussion.hpp"
#include "capabilities/decisions/commands/put_question.hpp"
#include "capabilities/decisions/commands/resume_discussion.hpp"
#include "capabilities/decisions/commands/rule_on_point_of_order.hpp"
#include "capabilities/decisions/commands/share_draft.hpp"
#include "capabilities/decisions/commands/table_proposal.hpp"
#include "capabilities/decisions/commands/take_back_question.hpp"
#include "capabilities/decisions/commands/unshare_draft.hpp"
#include "capabilities/decisions/commands/withdraw_objection.hpp"
#include "capabilities/decisions/commands/withdraw_proposal.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store_rulings.hpp"
#include "capabilities/decisions/store_text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "support/storage/test_databases.hpp"

#include <string>
#include <vector>

namespace poa::decisions::test {

using identity::Actor;
using identity::Body;
using identity::Role;

[[nodiscard]] inline std::vector<storage::Migration> all_migrations() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), decisions::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// The codes of a refusal, with their fields; "done" where there is none.
template <class R> [[nodiscard]] std::string said(const R& result) {
    if (result) return "done";
    std::string codes;
    for (const Reason& reason : result.error().reasons)
        codes += (codes.empty() ? "" : " ") + reason.code + (reason.field.empty() ? "" : ":" + reason.field);
    return codes;
}

/// Without the clauses that tie questions to days of meetings and to a least time: for tests of everything
/// else. Those of fair_time_test.cpp have them.
[[nodiscard]] inline charter::Charter at_any_time(const charter::Charter& charter) {
    namespace decisions = charter::clause::decisions;
    return charter.with(decisions::least_minutes_open.index, std::int64_t{0}, "test")
        .with(decisions::at_meetings.index, false, "test");
}

class Hall {
  public:
    template <class Act> auto work(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
    }
    explicit Hall(poa::test::Engine engine = poa::test::Engine::sqlite,
                  const charter::Charter& charter = charter::Presets::shipped().agreed(),
                  bool is_tied_to_meetings = false)
        : database(poa::test::make_test_database(engine, all_migrations())) {
        clock.set(parse_instant("2026-12-01T12:00:00Z").value());
        add_effects(effects);
        work([](ledger::Work& work) {
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
        work([&](ledger::Work& work) {
            return charter::found_mechanism(work, Actor::operator_(),
                                            is_tied_to_meetings ? charter : at_any_time(charter));
        });
    }
    template <class Ask> auto read(Ask&& ask) {
        return database->read([&](storage::Session& session) { return ask(session); });
    }
    [[nodiscard]] Mechanism mechanism() { return {in_force, states, effects}; }

    /// A new person with that appointment, from the first day of the year on.
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
        const std::vector<identity::CurrentStanding> standings = {{{role, body}, is_member(body)}};
        return Actor::signed_in(Id<identity::Person>{number}, "Sample", "en",
                                Id<identity::SignInSession>{number}, standings);
    }
    [[nodiscard]] Actor delegate(const char* iso3) { return appoint(Role::delegate, Body::state(iso3)); }
    [[nodiscard]] Actor head(const char* iso3) {
        return appoint(Role::head_of_delegation, Body::state(iso3));
    }
    /// What somebody does to an appointment while the person is signed in.
    void end_appointments(const Actor& of) {
        database->write([&](storage::Session& session) {
            session.execute({"test.end", "UPDATE identity_appointment SET ended_at = 1 WHERE person = $1"},
                            of.person());
        });
    }

    // The shortest way there; each says what it was refused with.
    [[nodiscard]] static DraftProposal statement(std::string title = "A statement of the plenary") {
        DraftProposal request;
        request.title = std::move(title);
        request.body = "plenary";
        request.effect = "statement.express";
        request.language = "en";
        request.text = "The first paragraph.\n\nThe second paragraph.";
        return request;
    }
    [[nodiscard]] static DraftProposal procedure() {
        DraftProposal request = statement("The list of speakers is closed");
        request.effect = "procedure.decide";
        return request;
    }
    [[nodiscard]] Result<Proposal> draft(const Actor& actor, const DraftProposal& request) {
        return work([&](ledger::Work& unit) { return draft_proposal(unit, actor, mechanism(), request); });
    }
    [[nodiscard]] Result<Proposal> table(const Actor& actor, const Proposal& proposal) {
        return work([&](ledger::Work& unit) {
            return table_proposal(unit, actor, mechanism(),
                                  {proposal.id, Id<Revision>{proposal.revision},
                                   Id<TextVersion>{store::text_head(unit.session(), proposal.id)->revision}});
        });
    }
    [[nodiscard]] Result<Question> put(const Proposal& proposal, std::string asked = "by_rule",
                                       bool roll_call = false) {
        const Id<TextVersion> version = newest(proposal.id);
        return work([&](ledger::Work& unit) {
            return put_question(unit, chair, mechanism(), {proposal.id, version, asked, roll_call});
        });
    }
    /// Of its text.
    [[nodiscard]] Id<TextVersion> newest(Id<Proposal> proposal) {
        return Id<TextVersion>{
            read([&](storage::Session& session) { return newest_version(session, proposal); })};
    }
    [[nodiscard]] Result<Question> close(const Question& question) {
        return work([&](ledger::Work& unit) {
            return close_question(unit, chair, mechanism(), {question.proposal, question.id});
        });
    }
    [[nodiscard]] std::string object(const Actor& actor, const Question& question, std::string grounds = {}) {
        return said(work([&](ledger::Work& unit) {
            return lodge_objection(unit, actor, {question.proposal, question.id, std::move(grounds)});
        }));
    }
    [[nodiscard]] std::string withdraw(const Actor& actor, const Question& question) {
        return said(work([&](ledger::Work& unit) {
            return withdraw_objection(unit, actor, {question.proposal, question.id});
        }));
    }
    [[nodiscard]] std::string vote(const Actor& actor, const Question& question, std::string voice) {
        return said(work([&](ledger::Work& unit) {
            return cast_vote(unit, actor, {question.proposal, question.id, std::move(voice)});
        }));
    }
    /// A statement, tabled by a delegate.
    [[nodiscard]] Proposal tabled(const DraftProposal& request = statement()) {
        auto drafted = draft(author, request);
        require(drafted.has_value(), said(drafted).c_str());
        auto made = table(author, *drafted);
        require(made.has_value(), said(made).c_str());
        return *made;
    }
    [[nodiscard]] Proposal now(Id<Proposal> id) {
        return read([&](storage::Session& session) { return store::proposal(session, id).value(); });
    }
    [[nodiscard]] std::int64_t journal_size() {
        return read([](storage::Session& session) {
            return session.number({"test.journal", "SELECT COUNT(*) FROM journal"}).value_or(-1);
        });
    }
    /// The newest entry's public leaf.
    [[nodiscard]] std::string newest_leaf() {
        return read([](storage::Session& session) {
            return *session.one({"test.leaf", "SELECT leaf FROM journal ORDER BY id DESC LIMIT 1"},
                                [](const storage::Row& row) { return row.string(0); });
        });
    }

    StillClock clock = poa::test::still_clock();
    poa::test::TestDatabase database;
    members::CurrentRegister states;
    charter::CurrentCharter in_force;
    Effects effects;

  private:
    [[nodiscard]] bool is_member(const Body& body) const {
        if (body.kind() != Body::Kind::state) return false;
        const members::State* state = states.now()->by_iso3(body.code());
        return state != nullptr && state->status == members::Status::member;
    }
    std::int64_t people_ = 0;

  public:
    Actor chair = appoint(Role::chair, Body::chair());
    Actor author = delegate("FJI");
};

} // namespace poa::decisions::test
