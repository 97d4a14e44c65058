// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/briefing.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

constexpr std::string_view survey = "framework-survey";
constexpr AchievementQuestion questions[] = {
    {survey, "achievements", ""},          {survey, "norm-a-practice", "norm-a"},
    {survey, "norm-b-practice", "norm-b"}, {survey, "norm-c-practice", "norm-c"},
    {survey, "norm-d-practice", "norm-d"}, {survey, "norm-e-practice", "norm-e"},
    {survey, "norm-f-practice", "norm-f"}, {survey, "norm-g-practice", "norm-g"},
    {survey, "norm-h-practice", "norm-h"}, {survey, "norm-i-practice", "norm-i"},
    {survey, "norm-j-practice", "norm-j"}, {survey, "norm-k-practice", "norm-k"},
    {survey, "cbm-practice", ""},          {survey, "capacity-lessons", ""},
};

} // namespace

std::vector<NamedAnswer> named_most(const YearOfIndicator& year, std::size_t most) {
    std::vector<NamedAnswer> named;
    for (std::size_t i = 0; i < year.world.values.size(); ++i)
        if (year.world.values[i].count() > 0) named.push_back({i, year.world.values[i].count()});
    std::ranges::stable_sort(named, std::ranges::greater(), &NamedAnswer::states);
    if (named.size() <= most) return named;
    const std::int64_t first_left_out = named[most].states;
    std::erase_if(named, [&](const NamedAnswer& answer) { return answer.states <= first_left_out; });
    return named;
}

std::span<const AchievementQuestion> achievement_questions() {
    return questions;
}

std::vector<std::string> telling(std::span<const ReleaseRow> rows, const Sees& sees) {
    const GroupOf no_group = [](const std::string&) { return std::string(); };
    std::set<std::string> states;
    for (const auto& [year, events] : events_of(rows, no_group)) {
        AnswerCounter counter({});
        for (const AnswerEvent& event : events) counter.take(event);
        for (const auto& [state, event] : counter.standing())
            if (sees(event)) states.insert(state);
    }
    return {states.begin(), states.end()};
}

} // namespace poa::national_reports
