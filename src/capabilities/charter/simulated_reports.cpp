// SPDX-License-Identifier: Apache-2.0
// National reports: due in the calendar's turns, made on time, late or never.
#include "capabilities/charter/behaviour.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

enum Figure : std::size_t { due, received, late, share, states_reported };
constexpr std::array figures{
    FigureSpec{"reports_due", N_("Reports that fall due"), N_("reports")},
    FigureSpec{"reports_received", N_("of these, reports received, on time or within a year"), N_("reports")},
    FigureSpec{"reports_late", N_("of these, late"), N_("reports")},
    FigureSpec{"reports_received_share", N_("Share of reports due that are received"), N_("share"),
               OverYears::ratio, "reports_received", "reports_due"},
    FigureSpec{"states_reported", N_("States that have reported at least once so far"), N_("States"),
               OverYears::last},
};

class Reports final : public Behaviour {
  public:
    explicit Reports(const RunPlace& place)
        : random_(place.random), first_(place.first_figure),
          has_reported_(place.ground.wish().states.size(), false), never_(has_reported_.size(), false) {
        const double never = place.ground.conduct().never_reports;
        for (std::size_t state = 0; state < never_.size(); ++state) never_[state] = random_.happens(never);
    }

    /// A report is counted in the year in which it was due, so that what is received never exceeds what is
    /// due.
    void live(World& world, const SimulatedDay& today) override {
        for (const SimulatedEvent& one : today.beginning)
            if (one.event->kind == EventKind::report_due) fall_due(world, one.state);
        if (today.month_begins || !today.beginning.empty())
            world.stand_at(first_ + states_reported, reported_);
    }

  private:
    void fall_due(World& world, std::size_t state) {
        const Conduct& conduct = world.ground().conduct();
        // The shares are of all reports due: those who do report make up for those who never do.
        const double willing = std::max(1 - conduct.never_reports, 1e-9);
        const double drawn = random_.share() * willing;
        world.count(first_ + due);
        if (never_[state] || drawn >= conduct.report_on_time + conduct.report_late) return;
        world.count(first_ + received);
        if (drawn >= conduct.report_on_time) world.count(first_ + late);
        if (!has_reported_[state]) ++reported_;
        has_reported_[state] = true;
    }
    Random random_;
    std::size_t first_;
    std::vector<bool> has_reported_, never_;
    std::int64_t reported_ = 0;
};

} // namespace

BehaviourSpec reports_by_rules() {
    return {"reports", N_("States report"), false, figures,
            [](const RunPlace& place) { return std::make_unique<Reports>(place); }};
}

} // namespace poa::charter
