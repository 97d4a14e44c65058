// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/behaviour.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace poa::charter {
namespace {

Day day_of(int year, int month, int day) {
    const auto made = Day::of(year, month, day);
    require(made.has_value(), "a day of the calendar");
    return *made;
}

Calendar calendar_for(const Charter& charter, const SimulationWish& wish) {
    CalendarWish asked;
    asked.from = day_of(wish.first_year, 1, 1);
    asked.to = day_of(wish.first_year + wish.years - 1, 12, 31);
    asked.states = wish.states;
    asked.others = wish.others;
    return calendar_of(charter, asked);
}

} // namespace

Ground::Ground(const Charter& charter, const SimulationWish& wish)
    : charter_(charter), wish_(wish), calendar_(calendar_for(charter, wish)) {
    place_events();
    mark_clashes();
    make_days();
}

void Ground::place_events() {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < wish_.states.size(); ++i) places.emplace(wish_.states[i], i);
    for (const CalendarEvent& event : calendar_.events) {
        SimulatedEvent made{.event = &event};
        if (event.kind == EventKind::report_due) {
            const auto state = places.find(event.of);
            require(state != places.end(), "a report falls due of a State of the wish");
            made.state = state->second;
        }
        events_.push_back(made);
    }
    std::ranges::stable_sort(events_, {}, [](const SimulatedEvent& one) { return one.event->first; });
}

void Ground::mark_clashes() {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < events_.size(); ++i) places.emplace(events_[i].event->key, i);
    for (const Clash& clash : clashes_in(calendar_.events)) {
        ++clashes_;
        const std::size_t later = std::max(places.at(clash.first), places.at(clash.second));
        events_[later].second_of_two = true;
        events_[later].days_shared += clash.to.days - clash.from.days + 1;
    }
}

void Ground::make_days() {
    Day first = day_of(wish_.first_year, 1, 1), last = day_of(wish_.first_year + wish_.years - 1, 12, 31);
    if (const Day* begins = charter_.find(clause::founding::no_act_before)) first = std::max(first, *begins);
    if (const Day* ends = charter_.find(clause::mechanism::ends_on)) last = std::min(last, *ends);
    auto next = std::ranges::lower_bound(events_, first, {},
                                         [](const SimulatedEvent& one) { return one.event->first; });
    for (Day day = first; day <= last; ++day.days) {
        const auto begin = next;
        while (next != events_.end() && next->event->first == day) ++next;
        days_.push_back({day, static_cast<std::size_t>(day.year() - wish_.first_year), day.day() == 1,
                         std::span(begin, next)});
    }
}

World::World(const Ground& ground, std::size_t figures)
    : ground_(ground), clock_(Instant{}), width_(figures),
      figures_(figures * static_cast<std::size_t>(ground.wish().years), 0) {}

void World::begin(const SimulatedDay& day) {
    constexpr std::int64_t seconds_a_day = 86400, noon = seconds_a_day / 2;
    year_ = day.year;
    clock_.set(Instant{}.plus_seconds(day.day.days * seconds_a_day + noon));
}

const std::vector<BehaviourSpec>& behaviours_by_rules() {
    static const std::vector<BehaviourSpec> all{turnover_by_rules(),      checks_by_rules(),
                                                reports_by_rules(),       decisions_by_rules(),
                                                accreditation_by_rules(), attendance_by_rules()};
    return all;
}

std::vector<BehaviourSpec> replaced(std::vector<BehaviourSpec> base, std::vector<BehaviourSpec> by) {
    for (BehaviourSpec& one : by) {
        const auto same = std::ranges::find(base, one.name, &BehaviourSpec::name);
        if (same == base.end())
            base.push_back(std::move(one));
        else
            *same = std::move(one);
    }
    return base;
}

} // namespace poa::charter
