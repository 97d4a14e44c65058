// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mechanism with a charter in force, on either database, in which surveys are drafted and adopted.

#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/effects_survey.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/store.hpp"
#include "sample_survey.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace poa::national_reports::testing_surveys {

using Fields = std::vector<std::pair<std::string, std::string>>;

inline std::string codes_of(const Refusal& refusal) {
    std::vector<std::string> said;
    for (const Reason& reason : refusal.reasons)
        said.push_back(reason.code + (reason.clause.empty() ? "" : " " + reason.clause) +
                       (reason.field.empty() ? "" : " @" + reason.field));
    return join(said, "; ");
}
template <class R> std::string said(const R& result) {
    return result ? "done" : codes_of(result.error());
}

inline std::vector<storage::Migration> migrations_of_all() {
    std::vector<storage::Migration> all;
    for (auto some :
         {ledger::migrations(), members::migrations(), identity::migrations(), charter::migrations(),
          documents::migrations(), decisions::migrations(), acquis::migrations(), migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

inline identity::Actor acting(identity::Role role, const identity::Body& body, std::int64_t number = 1) {
    const std::vector<identity::CurrentStanding> standings = {
        {{role, body}, body.kind() == identity::Body::Kind::state}};
    return identity::Actor::signed_in(Id<identity::Person>{number}, "Sample", "en",
                                      Id<identity::SignInSession>{number}, standings);
}
inline identity::Actor secretariat() {
    return acting(identity::Role::secretariat, identity::Body::secretariat());
}
inline identity::Actor delegate(std::string_view state) {
    return acting(identity::Role::delegate, identity::Body::state(state), 2);
}

class House {
  public:
    template <class Act> auto write(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return act(work);
        });
    }
    explicit House(test::Engine engine,
                   const charter::Charter& charter = charter::Presets::shipped().agreed())
        : database(test::make_test_database(engine, migrations_of_all())),
          clock(parse_instant("2027-01-11T12:00:00Z").value()) {
        national_reports::add_effects(effects);
        EXPECT_EQ(said(write([&](ledger::Work& work) {
                      return charter::found_mechanism(work, identity::Actor::operator_(), charter);
                  })),
                  "done");
    }
    template <class Ask> auto read(Ask&& ask) {
        return database->read([&](storage::Session& session) { return ask(session); });
    }
    [[nodiscard]] std::string newest_leaf() {
        return read([](storage::Session& session) {
            return *session.one({"test.leaf", "SELECT leaf FROM journal ORDER BY id DESC LIMIT 1"},
                                [](const storage::Row& row) { return row.string(0); });
        });
    }
    [[nodiscard]] std::int64_t journal_size() {
        return read([](storage::Session& session) {
            return session.number({"test.journal", "SELECT COUNT(*) FROM journal"}).value_or(-1);
        });
    }

    /// "would change" or what stands against the adoption.
    std::string check(const Fields& fields, std::vector<decisions::Change>* changes = nullptr) {
        return read([&](storage::Session& session) {
            const auto in_force = charter::read_in_force(session);
            const decisions::Proposal proposal = proposal_of();
            const decisions::PutText text{"Sample", {"States agree on this."}};
            auto lines = effects.find("survey_template.adopt")
                             ->check({session, *in_force, proposal, text, clock.now()},
                                     InputValues::from_pairs(fields));
            if (lines && changes != nullptr) *changes = *lines;
            return lines ? std::string("would change") : codes_of(lines.error());
        });
    }
    /// As an adoption does it: "done", or the codes; then nothing was written.
    std::string adopt(const Fields& fields) {
        return said(write([&](ledger::Work& work) -> Result<decisions::Applied> {
            const auto in_force = charter::read_in_force(work.session());
            decisions::Proposal proposal = proposal_of();
            proposal.id = Id<decisions::Proposal>{add_proposal(work.session())};
            const decisions::PutText text{"Sample", {"States agree on this."}};
            const decisions::Adoption adoption{proposal.id, "DEC/" + std::to_string(proposal.id.number),
                                               work.now()};
            return effects.find("survey_template.adopt")
                ->apply(work, {work.session(), *in_force, proposal, text, work.now()},
                        InputValues::from_pairs(fields), adoption);
        }));
    }

    test::TestDatabase database;
    StillClock clock;
    decisions::Effects effects;

  private:
    decisions::Proposal proposal_of() const {
        decisions::Proposal made;
        made.body = "plenary";
        made.effect = "survey_template.adopt";
        made.language = "en";
        made.drafted = clock.now();
        return made;
    }
    /// What the register of decisions refers to.
    static std::int64_t add_proposal(storage::Session& session) {
        return session
            .number({"test.proposal",
                     "INSERT INTO decisions_proposal (stage, proposer, title, agenda_item, body, effect, "
                     "effect_fields, matter, language, evidence, drafted_at, drafted_by, revision) VALUES "
                     "('draft', 'state:FJI', 'Sample', '', 'plenary', 'survey_template.adopt', '{}', "
                     "'substantive', 'en', '', 0, 1, 1) RETURNING id"})
            .value();
    }
};

} // namespace poa::national_reports::testing_surveys
