// SPDX-License-Identifier: Apache-2.0
// Meetings: who attends them, and what one-person missions miss where two are on at once.
#include "capabilities/charter/behaviour.hpp"

#include <array>
#include <cmath>

namespace poa::charter {
namespace {

enum Figure : std::size_t {
    meetings,
    meeting_days,
    days_at_once,
    words,
    seats,
    attended,
    attended_share,
    small_seats,
    small_attended,
    small_share
};
constexpr std::array figures{
    FigureSpec{"meetings", N_("Meetings"), N_("meetings")},
    FigureSpec{"meeting_days", N_("Meeting days, each meeting counted"), N_("days")},
    FigureSpec{"days_at_once", N_("Days of a meeting on which another is on"), N_("days")},
    FigureSpec{"words", N_("Words of documents to read"), N_("words")},
    FigureSpec{"seats", N_("Seats of delegations at meetings"), N_("seats")},
    FigureSpec{"seats_taken", N_("of these, taken"), N_("seats")},
    FigureSpec{"attendance", N_("Share of delegations that attend a meeting"), N_("share"), OverYears::ratio,
               "seats_taken", "seats"},
    FigureSpec{"seats_of_small", N_("Seats of one-person missions at meetings"), N_("seats")},
    FigureSpec{"seats_of_small_taken", N_("of these, taken"), N_("seats")},
    FigureSpec{"attendance_of_small", N_("Share of one-person missions that attend a meeting"), N_("share"),
               OverYears::ratio, "seats_of_small_taken", "seats_of_small"},
};

class Attendance final : public Behaviour {
  public:
    explicit Attendance(const RunPlace& place)
        : random_(place.random), first_(place.first_figure),
          small_(std::llround(place.ground.conduct().one_person_missions *
                              static_cast<double>(place.ground.members()))) {}

    void live(World& world, const SimulatedDay& today) override {
        for (const SimulatedEvent& one : today.beginning)
            if (is_meeting(one.event->kind)) hold(world, one);
    }

  private:
    void hold(World& world, const SimulatedEvent& one) {
        const Ground& ground = world.ground();
        const Conduct& conduct = ground.conduct();
        const double of_small = conduct.attends * (one.second_of_two ? conduct.attends_one_of_two : 1);
        const std::int64_t small = random_.how_many(small_, of_small);
        const std::int64_t others = random_.how_many(ground.members() - small_, conduct.attends);
        world.count(first_ + meetings);
        world.count(first_ + meeting_days, one.event->meeting_days);
        world.count(first_ + days_at_once, one.days_shared);
        world.count(first_ + words, words_of(ground.charter(), one.event->kind));
        world.count(first_ + seats, ground.members());
        world.count(first_ + attended, small + others);
        world.count(first_ + small_seats, small_);
        world.count(first_ + small_attended, small);
    }
    static std::int64_t words_of(const Charter& charter, EventKind kind) {
        return kind <= EventKind::review_conference ? charter[clause::languages::words_per_plenary]
                                                    : charter[clause::languages::words_per_group_meeting];
    }
    Random random_;
    std::size_t first_;
    std::int64_t small_;
};

} // namespace

BehaviourSpec attendance_by_rules() {
    return {"attendance",
            N_("Delegations attend meetings"),
            false,
            figures,
            [](const RunPlace& place) { return std::make_unique<Attendance>(place); },
            N_("the platform does not record who attends meetings yet")};
}

} // namespace poa::charter
