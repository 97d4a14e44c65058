// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/progress.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace poa::national_reports {
namespace {

AnswerEvent event_of(const ReleaseRow& row, Instant at, bool stands, const std::string& group) {
    AnswerEvent event{at, row.state, group, stands, {}, row.sharing};
    if (stands && row.chosen) event.values = *row.chosen;
    return event;
}

/// Numbers of values as numbers of the indicator's levels.
GroupCount as_levels(const Indicator& indicator, const IndicatorSource& source, const GroupCount& counted) {
    GroupCount made{counted.group, counted.answered, {}, counted.uncounted};
    for (const IndicatorLevel& level : indicator.levels) made.values.push_back({level.key, {}, 0, true});
    for (const ValueCount& value : counted.values) {
        const auto level = std::ranges::find(made.values, source.level_of(value.value), &ValueCount::value);
        if (level == made.values.end()) continue;
        level->states.insert(level->states.end(), value.states.begin(), value.states.end());
        level->hidden += value.hidden;
        level->is_whole = level->is_whole && value.is_whole;
    }
    for (ValueCount& level : made.values) std::ranges::sort(level.states);
    return made;
}

void add_visible(const IndicatorSource& source, const AnswerEvent& event,
                 std::map<std::string, GroupCount>& groups, const GroupCount& empty) {
    auto [at, is_new] = groups.try_emplace(event.group, empty);
    if (is_new) at->second.group = event.group;
    ++at->second.answered;
    for (const std::string& value : event.values) {
        const auto level = std::ranges::find(at->second.values, source.level_of(value), &ValueCount::value);
        if (level != at->second.values.end())
            level->states.insert(std::ranges::upper_bound(level->states, event.state), event.state);
    }
}

/// One year of an indicator, source by source.
class YearCounting {
  public:
    YearCounting(const Indicator& indicator, const Sees& sees) : indicator_(indicator), sees_(sees) {
        for (const IndicatorLevel& level : indicator.levels)
            empty_.values.push_back({level.key, {}, 0, true});
    }
    void add(const IndicatorSource& source, const std::vector<AnswerEvent>& events) {
        AnswerCounter counter(source.rules());
        for (const AnswerEvent& event : events) counter.take(event);
        if (!std::exchange(has_batches_, true)) {
            for (const GroupCount& group : counter.counted_for(sees_))
                groups_.insert_or_assign(group.group, as_levels(indicator_, source, group));
            for (const Batch& batch : counter.batches())
                known_.insert(batch.states.begin(), batch.states.end());
        } else {
            for (const auto& [state, event] : counter.standing())
                if (!known_.contains(state) && sees_(event)) add_visible(source, event, groups_, empty_);
        }
        for (const auto& [state, event] : counter.standing()) known_.insert(state);
    }
    YearOfIndicator take(std::int64_t year) {
        YearOfIndicator made;
        made.year = year;
        for (auto& [key, group] : groups_) made.groups.push_back(std::move(group));
        made.world = world_of(made.groups);
        if (made.world.values.empty()) made.world.values = empty_.values;
        std::vector<std::int64_t> by_level;
        for (const ValueCount& level : made.world.values) by_level.push_back(level.count());
        if (indicator_.is_scale) made.levels_apart = levels_apart(by_level);
        return made;
    }

  private:
    const Indicator& indicator_;
    const Sees& sees_;
    GroupCount empty_;
    std::map<std::string, GroupCount> groups_;
    std::set<std::string> known_;
    bool has_batches_ = false;
};

} // namespace

std::vector<std::pair<std::int64_t, std::vector<AnswerEvent>>> events_of(std::span<const ReleaseRow> rows,
                                                                         const GroupOf& group_of) {
    std::map<std::int64_t, std::map<std::int64_t, std::vector<const ReleaseRow*>>> by_year;
    for (const ReleaseRow& row : rows) by_year[row.year][row.report].push_back(&row);
    std::vector<std::pair<std::int64_t, std::vector<AnswerEvent>>> years;
    for (auto& [year, reports] : by_year) {
        std::vector<AnswerEvent> events;
        for (auto& [report, releases] : reports) {
            std::ranges::sort(releases, {}, &ReleaseRow::number);
            const std::string group = group_of(releases.front()->state);
            bool stands = false;
            for (const ReleaseRow* row : releases) {
                if (row->chosen || stands)
                    events.push_back(event_of(*row, row->at, row->chosen.has_value(), group));
                stands = row->chosen.has_value();
                if (row->withdrawn_at && std::exchange(stands, false))
                    events.push_back(event_of(*row, *row->withdrawn_at, false, group));
            }
        }
        std::ranges::stable_sort(events, {}, [](const AnswerEvent& event) {
            return std::tie(event.at.microseconds, event.state);
        });
        years.emplace_back(year, std::move(events));
    }
    return years;
}

std::int64_t YearOfIndicator::counting(const Indicator& indicator) const {
    std::int64_t states = 0;
    for (std::size_t i = 0; i < indicator.levels.size(); ++i)
        if (indicator.levels[i].counts) states += world.values.at(i).count();
    return states;
}

YearOfIndicator nothing_of(const Indicator& indicator, std::int64_t year) {
    YearOfIndicator made;
    made.year = year;
    for (const IndicatorLevel& level : indicator.levels)
        made.world.values.push_back({level.key, {}, 0, true});
    return made;
}

std::vector<YearOfIndicator> series_of(const Indicator& indicator,
                                       std::span<const std::vector<ReleaseRow>> rows, const GroupOf& group_of,
                                       const Sees& sees) {
    require(rows.size() == indicator.sources.size(), "rows of each source of the indicator");
    std::map<std::int64_t, YearCounting> years;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto& [year, events] : events_of(rows[i], group_of))
            years.try_emplace(year, indicator, sees).first->second.add(indicator.sources[i], events);
    std::vector<YearOfIndicator> series;
    for (auto& [year, counting] : years) series.push_back(counting.take(year));
    return series;
}

} // namespace poa::national_reports
