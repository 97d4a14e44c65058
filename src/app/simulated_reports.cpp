// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_reports.hpp"

#include "app/simulated_survey.hpp"
#include "capabilities/national_reports/commands/open_report.hpp"
#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/save_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"

#include <algorithm>
#include <map>

namespace poa::app {
namespace {

using charter::FigureSpec;
using charter::Random;
using charter::World;

const std::vector<FigureSpec>& figures() {
    static const std::vector<FigureSpec> all = [] {
        const auto by_rules = charter::reports_by_rules().figures;
        std::vector<FigureSpec> made(by_rules.begin(), by_rules.end());
        made.push_back({"reports_without_survey",
                        N_("Reports that a State would send, for which no survey is in use"), N_("reports")});
        return made;
    }();
    return all;
}

std::size_t place_of(std::string_view figure) {
    const auto found = std::ranges::find(figures(), figure, &FigureSpec::key);
    require(found != figures().end(), "a figure of this behaviour");
    return static_cast<std::size_t>(found - figures().begin());
}

/// A report that a State sends, on that day or later.
struct Coming {
    std::size_t state = 0;
    std::size_t year = 0;   ///< in which it was due, from 0
    std::int64_t about = 0; ///< the year it reports on
    bool is_late = false;
};

class Reports final : public charter::Behaviour {
  public:
    explicit Reports(const charter::RunPlace& place)
        : random_(place.random), lateness_(charter::mixed(Random(place.random)(), 2)),
          first_(place.first_figure), platform_(platform_of(place)), survey_(place.ground, platform_),
          times_(place.ground.wish().states.size(), 0), never_(times_.size(), false) {
        const double never = place.ground.conduct().never_reports;
        for (std::size_t state = 0; state < never_.size(); ++state) never_[state] = random_.happens(never);
    }

    void live(World& world, const charter::SimulatedDay& today) override {
        if (!survey_.is_in_use()) survey_.go_on(world);
        for (const charter::SimulatedEvent& one : today.beginning)
            if (one.event->kind == charter::EventKind::report_due) fall_due(world, one.state, today.day);
        while (!late_.empty() && late_.begin()->first <= today.day) {
            send(world, late_.begin()->second);
            late_.erase(late_.begin());
        }
        if (today.month_begins || !today.beginning.empty())
            world.stand_at(first_ + place_of("states_reported"), reported_);
    }

    /// What is late after the last day is taken to come on it.
    void finish(World& world) override {
        for (const auto& [day, one] : late_) send(world, one);
        late_.clear();
        world.stand_at(first_ + place_of("states_reported"), reported_);
    }

  private:
    void count(World& world, std::size_t year, std::string_view figure) {
        world.count_in(year, first_ + place_of(figure));
    }

    void fall_due(World& world, std::size_t state, Day day) {
        const charter::Conduct& conduct = world.ground().conduct();
        // The shares are of all reports due: those who do report make up for those who never do.
        const double willing = std::max(1 - conduct.never_reports, 1e-9);
        const double drawn = random_.share() * willing;
        count(world, world.year(), "reports_due");
        if (never_[state] || drawn >= conduct.report_on_time + conduct.report_late) return;
        Coming one{state, world.year(), day.year(), drawn >= conduct.report_on_time};
        if (!one.is_late) return send(world, one);
        constexpr std::int64_t days_late_most = 364;
        const auto days = static_cast<std::int32_t>(1 + lateness_.below(days_late_most));
        late_.emplace(Day{day.days + days}, one);
    }

    void send(World& world, const Coming& one) {
        if (!survey_.is_in_use()) return count(world, one.year, "reports_without_survey");
        release(world.clock(), one);
        count(world, one.year, "reports_received");
        if (one.is_late) count(world, one.year, "reports_late");
        if (times_[one.state]++ == 0) ++reported_;
    }

    /// Opened, filled in, put up and released, as a delegation does it.
    void release(const Clock& clock, const Coming& one) {
        using namespace national_reports;
        const identity::Actor& head = platform_.head_of(one.state);
        const std::string& code = platform_.state(one.state);
        const auto report = platform_.work(clock, [&](ledger::Work& unit) {
            return open_report(unit, head, {code, simulated_survey_key, one.about});
        });
        platform_.work(clock, [&](ledger::Work& unit) {
            return save_answers(unit, head, {report.id, seen(one), answers(one), {}});
        });
        const auto before =
            platform_.work(clock, [&](ledger::Work& unit) { return put_up_report(unit, head, {report.id}); });
        platform_.work(clock, [&](ledger::Work& unit) {
            return submit_report(unit, head, {report.id, before.revision});
        });
    }
    /// Answers of an earlier report are filled in: they are what was seen.
    [[nodiscard]] std::string seen(const Coming& one) const {
        return times_[one.state] == 0 ? "policy:0 steps:0" : "policy:1 steps:1";
    }
    [[nodiscard]] InputValues answers(const Coming& one) const {
        constexpr std::array<std::string_view, 3> levels{"none", "developing", "in-place"};
        InputValues values;
        values.set("policy", std::string(levels[static_cast<std::size_t>(std::min(times_[one.state], 2))]));
        values.set("steps", "Simulated steps of " + std::to_string(one.about) + ".");
        return values;
    }

    Random random_;   ///< drawn from as where rules alone are applied
    Random lateness_; ///< by how much: only played here
    std::size_t first_;
    SimulatedPlatform& platform_;
    SimulatedSurvey survey_;
    std::vector<int> times_; ///< reported, by State
    std::vector<bool> never_;
    std::multimap<Day, Coming> late_;
    std::int64_t reported_ = 0;
};

} // namespace

charter::BehaviourSpec reports_through_commands() {
    return {"reports", N_("States report"), true, figures(),
            [](const charter::RunPlace& place) { return std::make_unique<Reports>(place); }};
}

} // namespace poa::app
