// SPDX-License-Identifier: Apache-2.0
#pragma once
// Years of a charter, played with seeded behaviour of delegations: many runs, so that answers are
// distributions and not single figures. What delegations do is a `Behaviour` (behaviour.hpp); one that runs
// real commands takes the place of the one of the same name that only applies the charter's rules.

#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/conduct.hpp"
#include "capabilities/charter/modalities.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

struct SimulationParts; // behaviour.hpp

struct SimulationWish {
    int first_year = 2026;
    int years = 10; ///< 1 to 50
    int runs = 100; ///< 1 to 100,000
    std::uint64_t seed = 1;
    Conduct conduct;
    std::vector<std::string> states; ///< ISO3, in the order of reporting turns; at least one
    std::vector<OtherEvent> others;  ///< other mandated processes, for the calendar
    unsigned threads = 0;            ///< 0: as many as the machine has
};

/// One figure over all runs: of one year, or of the whole. Quantiles are values that occurred (nearest rank).
/// Shares and means are kept to four decimals.
struct Distribution {
    std::int64_t runs = 0; ///< in which the figure says something: a share of nothing says nothing
    double least = 0, tenth = 0, quarter = 0, median = 0, three_quarters = 0, ninetieth = 0, most = 0,
           mean = 0;
    bool operator==(const Distribution&) const = default;
};

/// How a figure of several years comes about from those of each.
enum class OverYears : std::uint8_t { sum, last, ratio };
struct FigureSpec {
    std::string_view key, title, unit; ///< source strings but the key
    OverYears over = OverYears::sum;
    std::string_view of = {}, by = {}; ///< of a ratio: keys of the figures it divides, of the same behaviour
};
/// Those of the behaviours that apply the charter's rules: "reports_received", "states_reported",
/// "checks_answered", "decisions_adopted", "decisions_blocked", "decisions_by_vote",
/// "applications_accredited", "days_to_group", "meeting_days" ...
[[nodiscard]] std::span<const FigureSpec> figure_specs();

struct SimulatedYear {
    int year = 0;
    std::vector<Distribution> figures; ///< in the order of Simulation::figures
    bool operator==(const SimulatedYear&) const = default;
};
/// Which behaviours were played, and whether through the platform's own commands.
struct PlayedBehaviour {
    std::string_view name, title;
    bool through_commands = false;
    std::string_view beside = {}; ///< source string: what of it is no command's doing
    bool operator==(const PlayedBehaviour&) const = default;
};
struct Simulation {
    std::string charter;
    std::vector<PlayedBehaviour> behaviours;
    std::vector<FigureSpec> figures;
    std::vector<SimulatedYear> years;
    std::vector<Distribution> whole;
    std::size_t unplaced = 0; ///< meetings and windows the calendar has no place for: nothing happens in them
    std::size_t clashes = 0;  ///< pairs of meetings that share a day
    std::uint64_t digest =
        0; ///< of all figures of all runs: the same for the same seed, whatever the threads
    /// Of the whole; null where no behaviour has a figure of that key.
    [[nodiscard]] const Distribution* find(std::string_view key) const;
};

/// Deterministic for (charter, wish without threads). `progress` is called from one thread at a time with the
/// share of runs done. Stops early where `stop` asks, giving nothing. What a behaviour throws comes out.
/// Needs: a wish within its limits.
[[nodiscard]] std::optional<Simulation> simulate(const Charter& charter, const SimulationWish& wish,
                                                 const std::function<void(double)>& progress = {},
                                                 std::stop_token stop = {});
/// The same with other behaviours than those that apply the rules.
[[nodiscard]] std::optional<Simulation> simulate(const Charter& charter, const SimulationWish& wish,
                                                 const SimulationParts& parts,
                                                 const std::function<void(double)>& progress = {},
                                                 std::stop_token stop = {});

} // namespace poa::charter
