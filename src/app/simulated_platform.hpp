// SPDX-License-Identifier: Apache-2.0
#pragma once
// A platform for simulated runs, with the people whom its commands need: a database in memory, a signing key
// and its guard, the charter in force, and who acts for whom. Everything comes about through commands: the
// register is loaded, the mechanism is founded, the secretariat lets heads of delegation and the Chair in.
// That much is the same in every run: it is done once, on the first day, and a run begins from there.

#include "base/require.hpp"
#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/decisions/effects.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/identity/commands.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/note.hpp"
#include "capabilities/members/members.hpp"
#include "storage/alone.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::app {

class SimulatedPlatform final : public charter::RunPlatform {
  public:
    /// Founded. Needs: `ground` outlives it. Its rollback guard stands in a folder for temporary files, in
    /// memory where there is one, until it goes.
    explicit SimulatedPlatform(const charter::Ground& ground);
    ~SimulatedPlatform() override;
    void begin_run(std::uint64_t run) override;
    SimulatedPlatform(const SimulatedPlatform&) = delete;
    SimulatedPlatform& operator=(const SimulatedPlatform&) = delete;

    [[nodiscard]] storage::Database& database() { return *database_; }
    [[nodiscard]] const identity::Bodies& bodies() const { return bodies_; }
    [[nodiscard]] std::int64_t commands() const { return commands_; } ///< run so far, the founding among them

    /// Runs `act(Work&)` as one unit of work. Throws OurMistake where it is refused.
    template <class Act> auto work(const Clock& clock, Act&& act) {
        return *attempt(clock, std::forward<Act>(act), false);
    }
    /// The same, giving the refusal where a rule of the charter says no. Throws OurMistake where it is
    /// refused for another reason: then the act was not what the rules ask about.
    template <class Act> auto attempt(const Clock& clock, Act&& act, bool may_be_refused = true) {
        ++commands_;
        auto done = database_->write([&](storage::Session& session) {
            ledger::Work unit(session, clock.now());
            return act(unit);
        });
        if (!done && !(may_be_refused && done.error().kind == Refusal::Kind::rule)) mistaken(done.error());
        return done;
    }
    /// Many of one kind in one transaction: `act(Work&, i)` for each below `count`. Throws OurMistake where
    /// one is refused.
    template <class Act> void many(const Clock& clock, std::size_t count, Act&& act) {
        commands_ += static_cast<std::int64_t>(count);
        database_->write([&](storage::Session& session) {
            for (std::size_t i = 0; i < count; ++i) {
                ledger::Work unit(session, clock.now());
                auto done = act(unit, i);
                if (!done) mistaken(done.error());
            }
        });
    }

    // Who acts.
    [[nodiscard]] const identity::Actor& secretariat() const { return *secretariat_; }
    [[nodiscard]] const identity::Actor& chair() const { return *chair_; }
    /// By the State's place in the wish's States.
    [[nodiscard]] const identity::Actor& head_of(std::size_t state) const { return heads_.at(state); }
    [[nodiscard]] const std::string& state(std::size_t state) const {
        return ground_.wish().states.at(state);
    }
    /// Invites a person to a role of a body, by who may. `who` begins the made-up address.
    struct Invited {
        Id<identity::Person> person;
        std::string email;
    };
    Invited invite(const Clock& clock, const identity::Actor& by, std::string_view who, std::string role,
                   const identity::Body& body, std::string basis = {});

    /// The register as shipped, and what the mechanism was founded with.
    [[nodiscard]] decisions::Mechanism mechanism() { return {in_force_, states_, effects_}; }

    /// How many entries the ledger has, all derived again and compared. Throws MachineFailure where it does
    /// not verify.
    std::uint64_t verify(const Clock& clock);

  private:
    /// The States of the wish, and nobody else.
    class BodiesOfWish final : public identity::Bodies {
      public:
        explicit BodiesOfWish(const std::vector<std::string>& states) : states_(states) {}
        [[nodiscard]] bool is_known(const identity::Body& body, Day day) const override;
        [[nodiscard]] bool is_member_state(const identity::Body& body, Day day) const override;

      private:
        const std::vector<std::string>& states_;
    };
    [[noreturn]] static void mistaken(const Refusal& refusal);
    [[nodiscard]] std::filesystem::path guard() const;
    void found(const Clock& clock);
    void let_in(const Clock& clock);

    const charter::Ground& ground_;
    BodiesOfWish bodies_;
    std::filesystem::path folder_;
    std::unique_ptr<storage::AloneDatabase> database_;
    ledger::SigningKey key_;
    std::int64_t commands_ = 0, people_ = 0;
    std::int64_t founding_commands_ = 0, founding_people_ = 0;
    std::int64_t begun_ = 0; ///< runs
    std::optional<identity::Actor> secretariat_, chair_;
    std::vector<identity::Actor> heads_;
    charter::CurrentCharter in_force_;
    members::CurrentRegister states_;
    decisions::Effects effects_;
};

/// A platform for the runs of one thread.
[[nodiscard]] std::unique_ptr<charter::RunPlatform> simulated_platform(const charter::Ground& ground);
/// That platform in a behaviour's place. Needs: simulated_platform made it.
[[nodiscard]] SimulatedPlatform& platform_of(const charter::RunPlace& place);

} // namespace poa::app
