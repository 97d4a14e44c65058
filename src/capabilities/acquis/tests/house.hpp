// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mechanism with the shipped framework and a charter in force, on either database, with people who act in
// it: what the tests of commands stand in. Decisions are adopted without the questions before them.

#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace poa::acquis::test {

using decisions::AgreedKind;
using identity::Actor;
using identity::Body;
using identity::Role;
using Fields = std::vector<std::pair<std::string, std::string>>;

inline Day day(const char* iso) {
    return Day::parse(iso).value();
}
inline Instant noon(const char* iso) {
    return parse_instant(std::string(iso) + "T12:00:00Z").value();
}

inline std::string codes_of(const Refusal& refusal) {
    std::vector<std::string> said;
    for (const Reason& reason : refusal.reasons)
        said.push_back(reason.code + (reason.clause.empty() ? "" : " " + reason.clause));
    return join(said, "; ");
}
template <class R> std::string said(const R& result) {
    return result ? "done" : codes_of(result.error());
}

/// A proposal as a test has it. Paragraphs of the text are divided by an empty line.
struct Put {
    std::string effect;
    Fields fields;
    std::string body = "plenary";
    std::string text = "States agree on this.";
    std::string language = "en";
    std::string title = "Sample";
};

class House {
  public:
    template <class Act> auto write(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return act(work);
        });
    }

    explicit House(poa::test::Engine engine,
                   const charter::Charter& charter = charter::Presets::shipped().agreed(),
                   Instant now = noon("2027-01-11"))
        : database(poa::test::make_test_database(engine, migrations_of_all())), clock(now) {
        decisions::add_effects(effects);
        acquis::add_effects(effects);
        write([&](ledger::Work& work) {
            return members::load_reference(
                work, {reference_file("members.json"), reference_file("organisations.json")});
        });
        database->read([&](storage::Session& session) { states.refresh(session); });
        EXPECT_EQ(said(write([&](ledger::Work& work) {
                      return charter::found_mechanism(work, Actor::operator_(), charter);
                  })),
                  "done");
        EXPECT_EQ(said(write([](ledger::Work& work) {
                      return register_shipped(work, reference_file("acquis.json"));
                  })),
                  "done");
    }

    template <class Ask> auto read(Ask&& ask) {
        return database->read([&](storage::Session& session) { return ask(session); });
    }
    Framework framework() {
        return read([](storage::Session& session) { return framework_now(session); });
    }

    /// "would change" or the codes and clauses of what stands against it.
    std::string check(const Put& put) {
        return read([&](storage::Session& session) {
            const auto in_force = charter::read_in_force(session);
            const decisions::Proposal proposal = proposal_of(put);
            const decisions::PutText text = text_of(put);
            auto lines = effects.find(put.effect)
                             ->check({session, *in_force, proposal, text, clock.now()},
                                     InputValues::from_pairs(put.fields));
            return lines ? std::string("would change") : codes_of(lines.error());
        });
    }
    /// As an adoption does it: "done", or the codes; then nothing was written.
    std::string adopt(const Put& put) {
        return said(write([&](ledger::Work& work) -> Result<decisions::Applied> {
            const auto in_force = charter::read_in_force(work.session());
            decisions::Proposal proposal = proposal_of(put);
            proposal.id = add_proposal(work.session(), put);
            const decisions::PutText text = text_of(put);
            const decisions::Adoption adoption{proposal.id, "DEC/" + std::to_string(proposal.id.number),
                                               work.now()};
            return effects.find(put.effect)
                ->apply(work, {work.session(), *in_force, proposal, text, work.now()},
                        InputValues::from_pairs(put.fields), adoption);
        }));
    }

    /// A new person with that appointment.
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
        const std::vector<identity::CurrentStanding> standings = {
            {{role, body}, body.kind() == Body::Kind::state}};
        return Actor::signed_in(Id<identity::Person>{number}, "Sample", "en",
                                Id<identity::SignInSession>{number}, standings);
    }
    [[nodiscard]] std::int64_t journal_size() {
        return read([](storage::Session& session) {
            return session.number({"test.journal", "SELECT COUNT(*) FROM journal"}).value_or(-1);
        });
    }
    [[nodiscard]] std::string newest_leaf() {
        return read([](storage::Session& session) {
            return *session.one({"test.leaf", "SELECT leaf FROM journal ORDER BY id DESC LIMIT 1"},
                                [](const storage::Row& row) { return row.string(0); });
        });
    }

    poa::test::TestDatabase database;
    StillClock clock;
    decisions::Effects effects;
    members::CurrentRegister states;

  private:
    static std::vector<storage::Migration> migrations_of_all() {
        std::vector<storage::Migration> all;
        for (auto some :
             {ledger::migrations(), members::migrations(), identity::migrations(), charter::migrations(),
              documents::migrations(), decisions::migrations(), migrations()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }
    decisions::Proposal proposal_of(const Put& put) const {
        decisions::Proposal made;
        made.proposer = "state:FJI";
        made.title = put.title;
        made.body = put.body;
        made.effect = put.effect;
        made.effect_fields = "{}";
        made.matter = effects.find(put.effect)->matter;
        made.language = put.language;
        made.drafted = clock.now();
        return made;
    }
    /// What the register of decisions refers to.
    static Id<decisions::Proposal> add_proposal(storage::Session& session, const Put& put) {
        const auto number = session.number(
            {"test.proposal",
             "INSERT INTO decisions_proposal (stage, proposer, title, agenda_item, body, effect, "
             "effect_fields, matter, language, evidence, drafted_at, drafted_by, revision) VALUES ('draft', "
             "'state:FJI', $1, '', $2, $3, '{}', 'framework', $4, '', 0, 1, 1) RETURNING id"},
            put.title, put.body, put.effect, put.language);
        return Id<decisions::Proposal>{number.value()};
    }
    static decisions::PutText text_of(const Put& put) {
        decisions::PutText text{put.title, {}};
        const std::string lines = replace_all(put.text, "\n\n", "\n");
        for (std::string_view paragraph : split(lines, '\n')) text.paragraphs.emplace_back(paragraph);
        return text;
    }
    std::int64_t people_ = 0;
};

/// The agreed charter with another word on a clause.
inline charter::Charter agreed_with(std::size_t clause, charter::ClauseValue value) {
    return charter::Presets::shipped().agreed().with(clause, std::move(value), "test");
}

} // namespace poa::acquis::test
