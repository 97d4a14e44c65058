// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mechanism with a charter in force, on either database, in which effects are checked and decisions adopted
// without the questions before them.

#include "base/reference.hpp"
#include "base/text.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_agreed.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/members/members.hpp"
#include "support/storage/test_databases.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace poa::decisions::testing_effects {

using Fields = std::vector<std::pair<std::string, std::string>>;

inline Day day(const char* iso) {
    return Day::parse(iso).value();
}
inline Instant noon(const char* iso) {
    return parse_instant(std::string(iso) + "T12:00:00Z").value();
}

/// A proposal as a test has it. Paragraphs of the text are divided by an empty line.
struct Put {
    std::string effect;
    Fields fields;
    std::string body = "plenary";
    std::string text = "States agree on this.";
    std::string title = "Sample";
    std::string proposer = "state:FRA";
    std::string language = "en";
    std::optional<Day> meeting;
};

inline std::vector<storage::Migration> migrations_for_effects() {
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), migrations()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

inline InputValues values_of(const Fields& fields) {
    return InputValues::from_pairs(fields);
}

inline std::string codes_of(const Refusal& refusal) {
    std::vector<std::string> said;
    for (const Reason& reason : refusal.reasons)
        said.push_back(reason.code + (reason.clause.empty() ? "" : " " + reason.clause));
    return join(said, "; ");
}

class House {
  public:
    template <class Act> auto write(Act&& act) {
        return database->write([&](storage::Session& session) {
            ledger::Work work(session, clock.now());
            return act(work);
        });
    }

    explicit House(poa::test::Engine engine, const charter::Charter& charter,
                   Instant now = noon("2027-01-11"), bool with_states = true)
        : database(poa::test::make_test_database(engine, migrations_for_effects())), clock(now) {
        add_effects(effects);
        if (with_states)
            write([&](ledger::Work& work) {
                return members::load_reference(
                    work, {reference_file("members.json"), reference_file("organisations.json")});
            });
        auto founded = write([&](ledger::Work& work) {
            return charter::found_mechanism(work, identity::Actor::operator_(), charter);
        });
        EXPECT_TRUE(founded.has_value());
    }

    /// "would change" or the codes and clauses of what stands against it.
    std::string check(const Put& put) {
        return database->read([&](storage::Session& session) {
            const auto in_force = charter::read_in_force(session);
            const Proposal proposal = proposal_of(put);
            const PutText text = text_of_put(put);
            auto lines =
                effects.find(put.effect)
                    ->check({session, *in_force, proposal, text, clock.now()}, values_of(put.fields));
            return lines ? std::string("would change") : codes_of(lines.error());
        });
    }
    std::vector<Change> changes(const Put& put) {
        return database->read([&](storage::Session& session) {
            const auto in_force = charter::read_in_force(session);
            const Proposal proposal = proposal_of(put);
            const PutText text = text_of_put(put);
            return effects.find(put.effect)
                ->check({session, *in_force, proposal, text, clock.now()}, values_of(put.fields))
                .value_or(std::vector<Change>{});
        });
    }
    /// As an adoption does it: "done", or the codes; then nothing was written.
    std::string adopt(const Put& put) {
        auto applied = write([&](ledger::Work& work) -> Result<Applied> {
            const auto in_force = charter::read_in_force(work.session());
            Proposal proposal = proposal_of(put);
            proposal.id = store::add_proposal(work.session(), proposal, Id<identity::Person>{1});
            const PutText text = text_of_put(put);
            const Adoption adoption{proposal.id, "DEC/" + std::to_string(proposal.id.number), work.now()};
            return effects.find(put.effect)
                ->apply(work, {work.session(), *in_force, proposal, text, work.now()}, values_of(put.fields),
                        adoption);
        });
        if (!applied) return codes_of(applied.error());
        last = *applied;
        return "done";
    }

    std::optional<AgreedVersion> now(AgreedKind kind, const std::string& key) {
        return database->read(
            [&](storage::Session& session) { return store::agreed_now(session, kind, key); });
    }
    /// The whole register with every version.
    std::vector<AgreedVersion> whole_register() {
        return database->read([](storage::Session& session) {
            std::vector<AgreedVersion> all;
            for (const AgreedVersion& newest : store::agreed_newest(session))
                for (AgreedVersion& version : store::agreed_history(session, newest.kind, newest.key))
                    all.push_back(std::move(version));
            return all;
        });
    }

    poa::test::TestDatabase database;
    StillClock clock;
    Effects effects;
    Applied last;

  private:
    Proposal proposal_of(const Put& put) const {
        Proposal made;
        made.proposer = put.proposer;
        made.title = put.title;
        made.body = put.body;
        made.effect = put.effect;
        made.effect_fields = "{}";
        made.matter = effects.find(put.effect)->matter;
        made.language = put.language;
        made.meeting = put.meeting;
        made.drafted = clock.now();
        return made;
    }
    static PutText text_of_put(const Put& put) {
        PutText text{put.title, {}};
        const std::string lines = replace_all(put.text, "\n\n", "\n");
        for (std::string_view paragraph : split(lines, '\n')) text.paragraphs.emplace_back(paragraph);
        return text;
    }
};

/// The agreed charter with other words on some clauses.
struct Word {
    std::size_t clause;
    charter::ClauseValue value;
};
inline charter::Charter agreed_with(const std::vector<Word>& words) {
    charter::Charter made = charter::Presets::shipped().agreed();
    for (const Word& word : words) made = made.with(word.clause, word.value, "test");
    return made;
}

} // namespace poa::decisions::testing_effects
