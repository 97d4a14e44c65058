// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/agreed.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

WorkingGroup of_charter(const charter::Charter& charter, const charter::GroupPlan& plan) {
    WorkingGroup made{plan.id, plan.title, plan.topic, {}, {}, {}, {}, {}, {}};
    made.first = charter[clause::founding::first_plenary];
    if (const std::int64_t* years = charter.find(clause::groups::sunset_years))
        made.last = Day{months_after(made.first, *years * 12).days - 1};
    return made;
}

WorkingGroup of_register(const AgreedVersion& agreed) {
    WorkingGroup made;
    made.id = agreed.key;
    made.title = agreed.title;
    made.topic = agreed.at("topic");
    made.mandate = agreed.at("mandate");
    made.objective = agreed.at("objective");
    made.outcome = agreed.at("outcome");
    made.first = agreed.day_at("first").value_or(Day::of(agreed.since));
    made.last = agreed.day_at("last");
    made.by = agreed.by;
    return made;
}

} // namespace

std::vector<WorkingGroup> working_groups(const charter::Charter& charter,
                                         std::span<const AgreedVersion> register_) {
    std::vector<WorkingGroup> made;
    for (const AgreedVersion& agreed : register_) made.push_back(of_register(agreed));
    // A decision's word on a group of the charter goes before the charter's.
    for (const charter::GroupPlan& plan : charter[clause::groups::list])
        if (std::ranges::find(made, plan.id, &WorkingGroup::id) == made.end())
            made.push_back(of_charter(charter, plan));
    std::ranges::sort(made, {}, &WorkingGroup::id);
    return made;
}

std::int64_t most_at_once(std::span<const WorkingGroup> groups, Day first, Day last) {
    // Their number grows only on days on which one begins.
    std::vector<Day> days{first};
    for (const WorkingGroup& group : groups)
        if (group.first > first && group.first <= last) days.push_back(group.first);
    std::int64_t most = 0;
    for (Day day : days)
        most = std::max<std::int64_t>(
            most, std::ranges::count_if(groups, [day](const WorkingGroup& g) { return g.meets_on(day); }));
    return most;
}

} // namespace poa::decisions
