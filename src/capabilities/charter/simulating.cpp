// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/simulating.hpp"

#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/distribution.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace poa::charter {
namespace {

constexpr std::int64_t ratio_scale = 10'000;

/// Where each figure stands, and for ratios what they divide.
struct Layout {
    explicit Layout(std::span<const BehaviourSpec> behaviours) {
        for (const BehaviourSpec& behaviour : behaviours) {
            first.push_back(figures.size());
            for (const FigureSpec& figure : behaviour.figures) {
                const auto place = [&](std::string_view key) {
                    const auto found = std::ranges::find(behaviour.figures, key, &FigureSpec::key);
                    return first.back() + static_cast<std::size_t>(found - behaviour.figures.begin());
                };
                const bool is_ratio = figure.over == OverYears::ratio;
                dividend.push_back(is_ratio ? place(figure.of) : 0);
                divisor.push_back(is_ratio ? place(figure.by) : 0);
                figures.push_back(figure);
            }
        }
        for (std::size_t i = 0; i < figures.size(); ++i)
            require(dividend[i] < figures.size() && divisor[i] < figures.size(),
                    "a ratio divides figures of its own behaviour");
    }
    [[nodiscard]] bool is_ratio(std::size_t figure) const { return figures[figure].over == OverYears::ratio; }
    std::vector<FigureSpec> figures;
    std::vector<std::size_t> first, dividend, divisor;
};

/// What all runs of one thread gave.
class Results {
  public:
    Results(const Layout& layout, std::size_t years)
        : layout_(layout), years_(years, std::vector<Occurrences>(layout.figures.size())),
          whole_(layout.figures.size()) {}

    void add(const World& world, std::uint64_t run) {
        std::uint64_t hash = mixed(0, run);
        for (std::size_t year = 0; year < years_.size(); ++year)
            for (std::size_t figure = 0; figure < whole_.size(); ++figure) {
                hash = mixed(hash, static_cast<std::uint64_t>(world.figure(year, figure)));
                add(years_[year][figure], figure, [&](std::size_t of) { return world.figure(year, of); });
            }
        for (std::size_t figure = 0; figure < whole_.size(); ++figure)
            add(whole_[figure], figure, [&](std::size_t of) { return over_years(world, of); });
        digest_ += hash; // addition, so that the order of runs does not matter
    }
    void merge(const Results& other) {
        for (std::size_t figure = 0; figure < whole_.size(); ++figure) {
            whole_[figure].merge(other.whole_[figure]);
            for (std::size_t year = 0; year < years_.size(); ++year)
                years_[year][figure].merge(other.years_[year][figure]);
        }
        digest_ += other.digest_;
    }
    void write(Simulation& simulation) const {
        for (std::size_t year = 0; year < years_.size(); ++year)
            write(years_[year], simulation.years[year].figures);
        write(whole_, simulation.whole);
        simulation.digest = digest_;
    }

  private:
    template <class Value> void add(Occurrences& to, std::size_t figure, Value value) const {
        if (!layout_.is_ratio(figure)) return to.add(value(figure));
        const std::int64_t divisor = value(layout_.divisor[figure]);
        if (divisor == 0) return; // a share of nothing says nothing
        to.add((value(layout_.dividend[figure]) * ratio_scale + divisor / 2) / divisor);
    }
    [[nodiscard]] std::int64_t over_years(const World& world, std::size_t figure) const {
        if (layout_.figures[figure].over == OverYears::last) return world.figure(years_.size() - 1, figure);
        std::int64_t sum = 0;
        for (std::size_t year = 0; year < years_.size(); ++year) sum += world.figure(year, figure);
        return sum;
    }
    void write(const std::vector<Occurrences>& from, std::vector<Distribution>& to) const {
        for (std::size_t figure = 0; figure < from.size(); ++figure)
            to.push_back(from[figure].distribution(layout_.is_ratio(figure) ? ratio_scale : 1));
    }
    const Layout& layout_;
    std::vector<std::vector<Occurrences>> years_;
    std::vector<Occurrences> whole_;
    std::uint64_t digest_ = 0;
};

/// All runs, shared out among threads: each takes the next number until there is none.
class Runs {
  public:
    Runs(const Ground& ground, const SimulationParts& parts, const Layout& layout,
         const std::function<void(double)>& progress, const std::stop_token& stop)
        : ground_(ground), parts_(parts), layout_(layout), progress_(progress), stop_(stop),
          all_(layout, static_cast<std::size_t>(ground.wish().years)) {}

    /// Whether all runs were done.
    bool run() {
        unsigned threads = ground_.wish().threads;
        if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
        threads = std::min(threads, static_cast<unsigned>(ground_.wish().runs));
        {
            std::vector<std::jthread> workers;
            for (unsigned i = 1; i < threads; ++i) workers.emplace_back([this] { work(); });
            work();
        }
        if (failure_) std::rethrow_exception(failure_);
        return done_ == ground_.wish().runs;
    }
    [[nodiscard]] const Results& results() const { return all_; }

  private:
    void work() {
        Results own(layout_, static_cast<std::size_t>(ground_.wish().years));
        try {
            const auto platform = parts_.platform ? parts_.platform(ground_) : nullptr;
            for (std::int64_t run = next_++; run < ground_.wish().runs; run = next_++) {
                if (!play(static_cast<std::uint64_t>(run), platform.get(), own)) break;
                std::scoped_lock lock(mutex_);
                ++done_;
                if (progress_) progress_(static_cast<double>(done_) / ground_.wish().runs);
            }
        } catch (...) {
            std::scoped_lock lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            given_up_ = true;
        }
        std::scoped_lock lock(mutex_);
        all_.merge(own);
    }

    /// False where it was stopped.
    bool play(std::uint64_t run, RunPlatform* platform, Results& results) {
        if (platform != nullptr) platform->begin_run(run);
        std::vector<std::unique_ptr<Behaviour>> behaviours;
        for (std::size_t i = 0; i < parts_.behaviours.size(); ++i) {
            const BehaviourSpec& spec = parts_.behaviours[i];
            const Random random = Random::of(ground_.wish().seed, run, spec.name);
            behaviours.push_back(spec.begin({ground_, random, layout_.first[i], platform}));
        }
        World world(ground_, layout_.figures.size());
        for (const SimulatedDay& day : ground_.days()) {
            if (day.month_begins && (given_up_ || stop_.stop_requested())) return false;
            world.begin(day);
            for (const auto& behaviour : behaviours) behaviour->live(world, day);
        }
        for (const auto& behaviour : behaviours) behaviour->finish(world);
        results.add(world, run);
        return true;
    }

    const Ground& ground_;
    const SimulationParts& parts_;
    const Layout& layout_;
    const std::function<void(double)>& progress_;
    const std::stop_token& stop_;
    std::atomic<std::int64_t> next_ = 0;
    std::atomic<bool> given_up_ = false;
    std::mutex mutex_; ///< of what follows
    std::int64_t done_ = 0;
    Results all_;
    std::exception_ptr failure_;
};

} // namespace

std::span<const FigureSpec> figure_specs() {
    static const std::vector<FigureSpec> all = Layout(behaviours_by_rules()).figures;
    return all;
}

const Distribution* Simulation::find(std::string_view key) const {
    const auto found = std::ranges::find(figures, key, &FigureSpec::key);
    return found == figures.end() ? nullptr : &whole[static_cast<std::size_t>(found - figures.begin())];
}

std::optional<Simulation> simulate(const Charter& charter, const SimulationWish& wish,
                                   const SimulationParts& parts, const std::function<void(double)>& progress,
                                   std::stop_token stop) {
    require(wish.years >= 1 && wish.years <= 50 && wish.runs >= 1 && wish.runs <= 100'000 &&
                !wish.states.empty(),
            "a simulation has years, runs and States");
    const Ground ground(charter, wish);
    const Layout layout(parts.behaviours);
    Runs runs(ground, parts, layout, progress, stop);
    if (!runs.run()) return std::nullopt;

    Simulation made;
    made.charter = charter.id();
    for (const BehaviourSpec& one : parts.behaviours)
        made.behaviours.push_back({one.name, one.title, one.through_commands, one.beside});
    made.figures = layout.figures;
    for (int year = 0; year < wish.years; ++year) made.years.push_back({wish.first_year + year, {}});
    runs.results().write(made);
    made.unplaced = ground.calendar().unplaced.size();
    made.clashes = ground.clashes();
    return made;
}

std::optional<Simulation> simulate(const Charter& charter, const SimulationWish& wish,
                                   const std::function<void(double)>& progress, std::stop_token stop) {
    return simulate(charter, wish, SimulationParts{behaviours_by_rules(), {}}, progress, std::move(stop));
}

} // namespace poa::charter
