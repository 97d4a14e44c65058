// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_turnover.hpp"

#include "app/simulated_platform.hpp"
#include "capabilities/identity/queries.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace poa::app {
namespace {

using charter::OverYears;

enum Figure : std::size_t { left, replaced_, in_post, post_months, filled_months, filled_share };
constexpr std::array figures{
    charter::FigureSpec{"contacts_left", N_("Points of contact that left"), N_("people")},
    charter::FigureSpec{"contacts_replaced", N_("Points of contact appointed in their place"), N_("people")},
    charter::FigureSpec{"contacts_in_post", N_("Points of contact in post at the end of the year"),
                        N_("people"), OverYears::last},
    charter::FigureSpec{"contact_months", N_("Months of posts in the directory"), N_("months")},
    charter::FigureSpec{"contact_months_filled", N_("of these, months with somebody in post"), N_("months")},
    charter::FigureSpec{"contacts_filled_share", N_("Share of the time in which a post is filled"),
                        N_("share"), OverYears::ratio, "contact_months_filled", "contact_months"},
};

/// A post in the directory, and who holds it.
struct Post {
    std::size_t state = 0;
    std::string role;
    std::string email; ///< of who holds it; empty: vacant
};

class Turnover final : public charter::Behaviour {
  public:
    explicit Turnover(const charter::RunPlace& place)
        : random_(place.random), first_(place.first_figure), platform_(platform_of(place)) {}

    void live(charter::World& world, const charter::SimulatedDay& today) override {
        if (!today.month_begins && begun_) return;
        if (!begun_) begin(world);
        const charter::Conduct& conduct = world.ground().conduct();
        const double leaves = 1 - std::pow(1 - conduct.contact_leaves, 1.0 / 12);
        for (Post& post : posts_) {
            if (post.email.empty()) {
                if (random_.happens(1 / conduct.months_to_replace)) fill(world, post, true);
            } else if (random_.happens(leaves)) {
                vacate(world, post);
            }
        }
        world.stand_at(first_ + in_post, world.contacts_in_post);
        world.count(first_ + post_months, world.contacts_listed);
        world.count(first_ + filled_months, world.contacts_in_post);
    }

  private:
    void begin(charter::World& world) {
        begun_ = true;
        const auto& states = world.ground().wish().states;
        const auto& levels = world.ground().charter()[charter::clause::contacts::levels];
        for (std::size_t state = 0; state < states.size(); ++state) {
            if (!random_.happens(world.ground().conduct().in_directory)) continue;
            for (const std::string& level : levels) posts_.push_back({state, level + "_contact", {}});
        }
        world.contacts_listed = std::ssize(posts_);
        for (Post& post : posts_) fill(world, post, false);
    }

    void fill(charter::World& world, Post& post, bool anew) {
        const std::string& state = world.ground().wish().states[post.state];
        post.email = platform_
                         .invite(world.clock(), platform_.head_of(post.state), "contact", post.role,
                                 identity::Body::state(state))
                         .email;
        ++world.contacts_in_post;
        if (anew) world.count(first_ + replaced_);
    }

    void vacate(charter::World& world, Post& post) {
        const identity::Body body = identity::Body::state(world.ground().wish().states[post.state]);
        const identity::Actor& head = platform_.head_of(post.state);
        const Day today = Day::of(world.clock().now());
        const auto lines = platform_.database().read(
            [&](storage::Session& session) { return identity::appointments_of(session, head, body, today); });
        require(lines.has_value(), "a head of delegation sees the own delegation");
        const auto line = std::ranges::find(*lines, post.email, &identity::BodyAppointment::email);
        require(line != lines->end(), "who holds a post was appointed");
        platform_.work(world.clock(),
                       [&](ledger::Work& work) { return identity::end_appointment(work, head, {line->id}); });
        post.email.clear();
        --world.contacts_in_post;
        world.count(first_ + left);
    }

    charter::Random random_;
    std::size_t first_;
    SimulatedPlatform& platform_;
    bool begun_ = false;
    std::vector<Post> posts_;
};

} // namespace

charter::BehaviourSpec turnover_through_commands() {
    return {"turnover", N_("Points of contact leave and are replaced"), true, figures,
            [](const charter::RunPlace& place) { return std::make_unique<Turnover>(place); }};
}

} // namespace poa::app
