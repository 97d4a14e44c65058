// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_record.hpp"

#include "app/simulated_platform.hpp"

#include <array>

namespace poa::app {
namespace {

enum Figure : std::size_t { commands_run, ledger_entries, verified };
constexpr std::array figures{
    charter::FigureSpec{"commands_run", N_("Commands of the platform that were run"), N_("commands")},
    charter::FigureSpec{"ledger_entries", N_("Entries of the ledger"), N_("entries")},
    charter::FigureSpec{"ledgers_verified", N_("Ledgers that verified after the last day"), N_("ledgers")},
};

class Record final : public charter::Behaviour {
  public:
    explicit Record(const charter::RunPlace& place)
        : first_(place.first_figure), platform_(platform_of(place)) {}

    void live(charter::World& world, const charter::SimulatedDay& today) override {
        if (today.month_begins) tell_commands(world);
    }
    void finish(charter::World& world) override {
        world.count(first_ + ledger_entries, static_cast<std::int64_t>(platform_.verify(world.clock())));
        world.count(first_ + verified);
        tell_commands(world);
    }

  private:
    void tell_commands(charter::World& world) {
        world.count(first_ + commands_run, platform_.commands() - told_);
        told_ = platform_.commands();
    }

    std::size_t first_;
    SimulatedPlatform& platform_;
    std::int64_t told_ = 0;
};

} // namespace

charter::BehaviourSpec record_of_commands() {
    return {"record", N_("Every act is recorded, and the ledger verifies"), true, figures,
            [](const charter::RunPlace& place) { return std::make_unique<Record>(place); }};
}

} // namespace poa::app
