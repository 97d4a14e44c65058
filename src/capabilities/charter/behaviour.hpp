// SPDX-License-Identifier: Apache-2.0
#pragma once
// What delegations do on a simulated day. A behaviour is known by its name: one that a capability adds under
// the name of another takes its place, so that commands which exist are run, and rules alone where they do
// not exist yet.

#include "base/require.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/random.hpp"
#include "capabilities/charter/simulating.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace poa::charter {

struct SimulatedEvent {
    const CalendarEvent* event = nullptr;
    std::size_t state = 0;        ///< of a report that is due: its place in the wish's States
    bool second_of_two = false;   ///< a meeting that begins while another is on
    std::int64_t days_shared = 0; ///< of such a meeting: its days on which another is on
};
struct SimulatedDay {
    Day day;
    std::size_t year = 0; ///< from 0
    bool month_begins = false;
    std::span<const SimulatedEvent> beginning; ///< of the calendar, on that day
};

/// What all runs share; made once. Days before the first act the charter allows, and after its end, are not
/// played.
class Ground {
  public:
    /// Needs: charter and wish outlive it.
    Ground(const Charter& charter, const SimulationWish& wish);
    [[nodiscard]] const Charter& charter() const { return charter_; }
    [[nodiscard]] const SimulationWish& wish() const { return wish_; }
    [[nodiscard]] const Conduct& conduct() const { return wish_.conduct; }
    [[nodiscard]] std::int64_t members() const { return static_cast<std::int64_t>(wish_.states.size()); }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    [[nodiscard]] std::span<const SimulatedDay> days() const { return days_; }
    [[nodiscard]] std::size_t clashes() const { return clashes_; }

  private:
    void place_events();
    void mark_clashes();
    void make_days();
    const Charter& charter_;
    const SimulationWish& wish_;
    Calendar calendar_;
    std::vector<SimulatedEvent> events_; ///< by first day
    std::vector<SimulatedDay> days_;
    std::size_t clashes_ = 0;
};

/// One run: its clock, its figures, and what behaviours see of each other.
class World {
  public:
    World(const Ground& ground, std::size_t figures);
    [[nodiscard]] const Ground& ground() const { return ground_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    void begin(const SimulatedDay& day);
    /// Adds to a figure of the year at hand.
    void count(std::size_t figure, std::int64_t amount = 1) { at(year_, figure) += amount; }
    [[nodiscard]] std::size_t year() const { return year_; } ///< from 0
    /// Adds to a figure of a year that was, for what belongs there and came later.
    void count_in(std::size_t year, std::size_t figure) {
        require(year <= year_, "a year that was, or is");
        ++at(year, figure);
    }
    /// For figures that say where things stand at the end of the year.
    void stand_at(std::size_t figure, std::int64_t amount) { at(year_, figure) = amount; }
    [[nodiscard]] std::int64_t figure(std::size_t year, std::size_t figure) const {
        return figures_[year * width_ + figure];
    }

    std::int64_t contacts_listed = 0, contacts_in_post = 0; ///< kept by "turnover", read by "checks"

  private:
    std::int64_t& at(std::size_t year, std::size_t figure) { return figures_[year * width_ + figure]; }
    const Ground& ground_;
    StillClock clock_;
    std::size_t year_ = 0, width_;
    std::vector<std::int64_t> figures_;
};

class Behaviour {
  public:
    virtual ~Behaviour() = default;
    /// Called once for each day, in the order of days and of the behaviours' list.
    virtual void live(World& world, const SimulatedDay& today) = 0;
    /// After the last day; the figures are those of the last year.
    virtual void finish(World&) {}
};

/// A platform that the commands of one run share, such as a database in memory. A thread that plays has one,
/// for its runs one after the other.
class RunPlatform {
  public:
    virtual ~RunPlatform() = default;
    /// Everything is as it was before the run that was played on it last.
    virtual void begin_run(std::uint64_t run) = 0;
};

/// What a behaviour gets for one run. Needs: it lives no longer than the run.
struct RunPlace {
    const Ground& ground;
    Random random;            ///< its own: what others draw does not change it
    std::size_t first_figure; ///< the place of its first figure in the world's
    RunPlatform* platform;    ///< null where no behaviour runs commands
};

struct BehaviourSpec {
    std::string_view name, title; ///< title is a source string
    bool through_commands = false;
    std::span<const FigureSpec> figures;
    std::function<std::unique_ptr<Behaviour>(const RunPlace&)> begin;
    std::string_view beside = {}; ///< source string: what of it is no command's doing; empty: nothing to say
};

struct SimulationParts {
    std::vector<BehaviourSpec> behaviours;
    /// Called once by each thread that plays; may be empty.
    std::function<std::unique_ptr<RunPlatform>(const Ground&)> platform;
};

// Those that apply the charter's rules, in their order: turnover, checks, reports, decisions, accreditation,
// attendance.
[[nodiscard]] BehaviourSpec turnover_by_rules();
[[nodiscard]] BehaviourSpec checks_by_rules();
[[nodiscard]] BehaviourSpec reports_by_rules();
[[nodiscard]] BehaviourSpec decisions_by_rules();
[[nodiscard]] BehaviourSpec accreditation_by_rules();
[[nodiscard]] BehaviourSpec attendance_by_rules();
[[nodiscard]] const std::vector<BehaviourSpec>& behaviours_by_rules();

/// Meeting days in a year of so many groups created since: each meets as often as groups must at least, as
/// long as the charter's own, and all groups together no longer than it allows.
[[nodiscard]] std::int64_t days_of_new_groups(const Charter& charter, std::int64_t groups);

/// `base` with those of the same name replaced and others put at the end.
[[nodiscard]] std::vector<BehaviourSpec> replaced(std::vector<BehaviourSpec> base,
                                                  std::vector<BehaviourSpec> by);

} // namespace poa::charter
