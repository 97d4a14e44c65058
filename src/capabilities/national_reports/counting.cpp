// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/counting.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace poa::national_reports {
namespace {

/// Whether the State lets the answer be part of sums that others see.
bool lets_count(const AnswerEvent& event) {
    return event.stands && (event.sharing.audience == Audience::everyone || event.sharing.counted);
}

class GroupTallies {
  public:
    explicit GroupTallies(const std::vector<std::string>& values) : values_(values) {}
    GroupCount& of(const std::string& group) {
        auto [at, is_new] = groups_.try_emplace(group);
        if (is_new) {
            at->second.group = group;
            for (const std::string& value : values_) at->second.values.push_back({value, {}, 0, true});
        }
        return at->second;
    }
    static ValueCount& value(GroupCount& group, const std::string& value) {
        auto found = std::ranges::find(group.values, value, &ValueCount::value);
        if (found != group.values.end()) return *found;
        return group.values.emplace_back(ValueCount{value, {}, 0, true});
    }
    std::vector<GroupCount> take() {
        std::vector<GroupCount> all;
        for (auto& [key, group] : groups_) all.push_back(std::move(group));
        return all;
    }

  private:
    const std::vector<std::string>& values_;
    std::map<std::string, GroupCount> groups_;
};

void add_openly(GroupCount& group, const AnswerEvent& event, const CountRules& rules) {
    ++group.answered;
    for (const std::string& value : event.values)
        if (!rules.several || std::ranges::find(rules.values, value) != rules.values.end())
            GroupTallies::value(group, value).states.push_back(event.state);
}

void add_batch(GroupCount& group, const Batch& batch) {
    group.answered += static_cast<std::int64_t>(batch.states.size());
    for (const auto& [value, count] : batch.counts) GroupTallies::value(group, value).hidden += count;
}

} // namespace

std::optional<AnswerCounter::Layer> AnswerCounter::layer_of(const AnswerEvent& event) const {
    if (!lets_count(event) || event.group.empty() || rules_.conditional) return std::nullopt;
    if (event.sharing.audience == Audience::everyone) return std::nullopt;
    Layer layer{event.group, event.sharing.audience, {}};
    if (layer.audience == Audience::parties) layer.parties = event.sharing.parties;
    std::ranges::sort(layer.parties);
    return layer;
}

void AnswerCounter::take(const AnswerEvent& event) {
    if (!lets_count(event)) fell(event);
    const auto before = standing_.find(event.state);
    const auto from = before == standing_.end() ? std::nullopt : layer_of(before->second);
    const auto to = layer_of(event);
    if (from && from != to) std::erase(waiting_[*from], event.state);
    if (event.stands)
        standing_[event.state] = event;
    else
        standing_.erase(event.state);
    // A State that has been counted in a batch is never counted in a second one: what two batches with
    // different company differ by would be its answer.
    if (to && !batch_of_.contains(event.state)) wait(event);
}

void AnswerCounter::wait(const AnswerEvent& event) {
    const Layer layer = *layer_of(event);
    std::vector<std::string>& waiting = waiting_[layer];
    if (std::ranges::find(waiting, event.state) == waiting.end()) waiting.push_back(event.state);
    if (waiting.size() >= rules_.batch_least) close(layer, waiting, event.at);
}

void AnswerCounter::close(const Layer& layer, std::vector<std::string>& waiting, Instant at) {
    Batch batch{layer.group, layer.audience, layer.parties, at, std::move(waiting), {}, false};
    waiting.clear();
    std::ranges::sort(batch.states);
    for (const std::string& state : batch.states) batch_of_[state] = batches_.size();
    batch.counts = safe_counts(batch);
    batches_.push_back(std::move(batch));
}

void AnswerCounter::fell(const AnswerEvent& event) {
    const auto found = batch_of_.find(event.state);
    if (found != batch_of_.end()) batches_[found->second].fallen = true;
}

/// A number is told where each State, which knows its own answer, still sees two answers among the others.
std::map<std::string, std::int64_t> AnswerCounter::safe_counts(const Batch& batch) const {
    const auto size = static_cast<std::int64_t>(batch.states.size());
    std::map<std::string, std::int64_t> counts;
    if (rules_.several)
        for (const std::string& value : rules_.values) counts[value] = 0;
    for (const std::string& state : batch.states)
        for (const std::string& value : standing_.at(state).values)
            if (!rules_.several || counts.contains(value)) ++counts[value];
    if (rules_.several) {
        std::erase_if(counts, [&](const auto& one) { return one.second < 2 || one.second > size - 2; });
    } else {
        const bool tells =
            std::ranges::any_of(counts, [&](const auto& one) { return one.second > size - 2; });
        if (tells || counts.empty()) counts.clear();
    }
    return counts;
}

/// Batches for a reader who does not see all of their answers; true for each State in one of them.
std::map<std::string, bool> AnswerCounter::in_shown_batch(FunctionRef<bool(const AnswerEvent&)> sees,
                                                          std::vector<const Batch*>& shown) const {
    std::map<std::string, bool> inside;
    for (const Batch& batch : batches_) {
        if (!batch.is_shown()) continue;
        AnswerEvent probe{batch.at, {}, batch.group, true, {}, {batch.audience, batch.parties, true}};
        const bool sees_all = std::ranges::all_of(batch.states, [&](const std::string& state) {
            probe.state = state;
            return sees(probe);
        });
        if (sees_all) continue;
        shown.push_back(&batch);
        for (const std::string& state : batch.states) inside[state] = true;
    }
    return inside;
}

std::vector<GroupCount> AnswerCounter::counted_for(FunctionRef<bool(const AnswerEvent&)> sees) const {
    GroupTallies groups(rules_.values);
    std::vector<const Batch*> shown;
    const auto inside = in_shown_batch(sees, shown);
    for (const Batch* batch : shown) {
        GroupCount& group = groups.of(batch->group);
        add_batch(group, *batch);
        if (!rules_.several) continue;
        for (ValueCount& value : group.values)
            if (!batch->counts.contains(value.value)) value.is_whole = false;
    }
    for (const auto& [state, event] : standing_) {
        if (inside.contains(state)) continue;
        GroupCount& group = groups.of(event.group);
        if (sees(event))
            add_openly(group, event, rules_);
        else
            ++group.uncounted;
    }
    return groups.take();
}

GroupCount world_of(const std::vector<GroupCount>& groups) {
    GroupCount world;
    for (const GroupCount& group : groups) {
        world.answered += group.answered;
        world.uncounted += group.uncounted;
        for (const ValueCount& part : group.values) {
            ValueCount& whole = GroupTallies::value(world, part.value);
            whole.states.insert(whole.states.end(), part.states.begin(), part.states.end());
            whole.hidden += part.hidden;
            whole.is_whole = whole.is_whole && part.is_whole;
        }
    }
    for (ValueCount& value : world.values) std::ranges::sort(value.states);
    return world;
}

std::optional<std::int64_t> told_uncounted(std::int64_t uncounted, std::size_t least) {
    if (uncounted < static_cast<std::int64_t>(least)) return std::nullopt;
    return uncounted;
}

std::optional<double> levels_apart(const std::vector<std::int64_t>& by_level) {
    std::int64_t states = 0, apart = 0;
    for (std::size_t i = 0; i < by_level.size(); ++i) {
        states += by_level[i];
        for (std::size_t j = 0; j < i; ++j)
            apart += by_level[i] * by_level[j] * static_cast<std::int64_t>(i - j);
    }
    if (states < 2) return std::nullopt;
    return 2.0 * static_cast<double>(apart) / (static_cast<double>(states) * static_cast<double>(states - 1));
}

} // namespace poa::national_reports
