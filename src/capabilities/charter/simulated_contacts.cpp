// SPDX-License-Identifier: Apache-2.0
// Points of contact: they leave and are replaced, and answer communication checks or not.
#include "capabilities/charter/behaviour.hpp"

#include <array>
#include <cmath>

namespace poa::charter {
namespace {

enum TurnoverFigure : std::size_t { left, replaced_, in_post, post_months, filled_months, filled_share };
constexpr std::array turnover_figures{
    FigureSpec{"contacts_left", N_("Points of contact that left"), N_("people")},
    FigureSpec{"contacts_replaced", N_("Points of contact appointed in their place"), N_("people")},
    FigureSpec{"contacts_in_post", N_("Points of contact in post at the end of the year"), N_("people"),
               OverYears::last},
    FigureSpec{"contact_months", N_("Months of posts in the directory"), N_("months")},
    FigureSpec{"contact_months_filled", N_("of these, months with somebody in post"), N_("months")},
    FigureSpec{"contacts_filled_share", N_("Share of the time in which a post is filled"), N_("share"),
               OverYears::ratio, "contact_months_filled", "contact_months"},
};

class Turnover final : public Behaviour {
  public:
    explicit Turnover(const RunPlace& place) : random_(place.random), first_(place.first_figure) {}

    void live(World& world, const SimulatedDay& today) override {
        if (!today.month_begins && begun_) return;
        if (!begun_) begin(world);
        const Conduct& conduct = world.ground().conduct();
        const double leaves = 1 - std::pow(1 - conduct.contact_leaves, 1.0 / 12);
        const std::int64_t gone = random_.how_many(world.contacts_in_post, leaves);
        const std::int64_t vacant = world.contacts_listed - world.contacts_in_post;
        const std::int64_t come = random_.how_many(vacant, 1 / conduct.months_to_replace);
        world.contacts_in_post += come - gone;
        world.count(first_ + left, gone);
        world.count(first_ + replaced_, come);
        world.stand_at(first_ + in_post, world.contacts_in_post);
        world.count(first_ + post_months, world.contacts_listed);
        world.count(first_ + filled_months, world.contacts_in_post);
    }

  private:
    void begin(World& world) {
        const Ground& ground = world.ground();
        const std::int64_t states = random_.how_many(ground.members(), ground.conduct().in_directory);
        const auto levels = ground.charter()[clause::contacts::levels].size();
        world.contacts_listed = states * static_cast<std::int64_t>(levels);
        world.contacts_in_post = world.contacts_listed;
        begun_ = true;
    }
    Random random_;
    std::size_t first_;
    bool begun_ = false;
};

enum CheckFigure : std::size_t { sent, answered, answered_share };
constexpr std::array check_figures{
    FigureSpec{"checks_sent", N_("Communication checks sent to points of contact"), N_("messages")},
    FigureSpec{"checks_answered", N_("Communication checks answered"), N_("messages")},
    FigureSpec{"checks_answered_share", N_("Share of communication checks answered"), N_("share"),
               OverYears::ratio, "checks_answered", "checks_sent"},
};

class Checks final : public Behaviour {
  public:
    explicit Checks(const RunPlace& place) : random_(place.random), first_(place.first_figure) {}

    void live(World& world, const SimulatedDay& today) override {
        for (const SimulatedEvent& one : today.beginning) {
            if (one.event->kind != EventKind::communication_check) continue;
            world.count(first_ + sent, world.contacts_listed);
            world.count(first_ + answered,
                        random_.how_many(world.contacts_in_post, world.ground().conduct().answers_check));
        }
    }

  private:
    Random random_;
    std::size_t first_;
};

} // namespace

BehaviourSpec turnover_by_rules() {
    return {"turnover", N_("Points of contact leave and are replaced"), false, turnover_figures,
            [](const RunPlace& place) { return std::make_unique<Turnover>(place); }};
}
BehaviourSpec checks_by_rules() {
    return {"checks",
            N_("Points of contact answer communication checks"),
            false,
            check_figures,
            [](const RunPlace& place) { return std::make_unique<Checks>(place); },
            N_("the platform does not send checks to points of contact yet, so no command answers one")};
}

} // namespace poa::charter
