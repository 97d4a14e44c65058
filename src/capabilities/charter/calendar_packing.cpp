// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_packing.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace poa::charter {
namespace {

/// Meetings that can stand for one another: the same length, bounds and round. Groups that meet in parallel
/// count as one meeting, as long as the longest of them.
struct Sort {
    Wanted like;
    std::vector<std::vector<Wanted>> meetings; ///< each with those that are held at the same time
};

/// How many of each sort are placed, and the round that the last one belonged to.
using Counts = std::vector<std::uint16_t>;
using State = std::pair<Counts, int>;
struct Reached {
    Day last;             ///< the earliest day on which the last of them can end
    State from;           ///< before the last one
    std::size_t sort = 0; ///< of the last one
};

std::vector<Sort> sorts_of(std::span<const Wanted> wanted, bool parallel) {
    std::vector<std::vector<Wanted>> units;
    for (const Wanted& one : wanted) {
        const bool joins =
            parallel && one.round > 0 && !units.empty() && units.back().front().round == one.round;
        if (!joins) units.emplace_back();
        units.back().push_back(one);
    }
    std::map<std::tuple<int, std::int64_t, Day, Day>, Sort> sorts;
    for (std::vector<Wanted>& unit : units) {
        Wanted like = unit.front();
        for (const Wanted& one : unit) like.days = std::max(like.days, one.days);
        Sort& sort = sorts[{like.round, like.days, like.not_before, like.not_after}];
        sort.like = like;
        sort.meetings.push_back(std::move(unit));
    }
    std::vector<Sort> made;
    for (auto& [key, sort] : sorts) made.push_back(std::move(sort));
    return made;
}

class Packing {
  public:
    Packing(const Placing& placing, std::span<const Wanted> wanted, std::span<const Placed> standing)
        : placing_(placing), standing_(standing), sorts_(sorts_of(wanted, placing.rules().groups_parallel)) {
        find_places();
    }

    /// Each has a place for itself, and all of them with the free days between are no longer than the year.
    [[nodiscard]] bool may_fit() const {
        if (sorts_.empty()) return true;
        Day first = sorts_.front().like.not_before, last = sorts_.front().like.not_after;
        std::int64_t days = 0, apart_ones = 0;
        std::set<int> rounds;
        for (std::size_t at = 0; at < sorts_.size(); ++at) {
            if (places_[at].empty()) return false;
            const Sort& sort = sorts_[at];
            const auto count = static_cast<std::int64_t>(sort.meetings.size());
            first = std::min(first, sort.like.not_before);
            last = std::max(last, sort.like.not_after);
            days += count * sort.like.days;
            if (sort.like.round == 0) apart_ones += count;
            if (sort.like.round > 0) rounds.insert(sort.like.round);
        }
        apart_ones += static_cast<std::int64_t>(rounds.size());
        return days + (apart_ones - 1) * placing_.rules().free_days_between <= last.days - first.days + 1;
    }

    /// The sorts in an order that fits; nothing where none does.
    [[nodiscard]] std::optional<std::vector<std::size_t>> order() {
        const State empty{Counts(sorts_.size(), 0), 0};
        std::map<State, Reached> layer{
            {empty, Reached{Day{std::numeric_limits<std::int32_t>::min() / 2}, empty}}};
        std::vector<std::map<State, Reached>> layers{layer};
        std::size_t looked_at = 0;
        for (std::size_t placed = 0; placed < whole(); ++placed) {
            std::map<State, Reached> next;
            for (const auto& [state, reached] : layers.back())
                for (std::size_t sort = 0; sort < sorts_.size(); ++sort)
                    step(state, reached.last, sort, next);
            looked_at += next.size();
            if (next.empty() || looked_at > packing_states_max) return std::nullopt;
            layers.push_back(std::move(next));
        }
        return read_back(layers);
    }

    /// Days in that order: each as near to its preferred day as those after it allow.
    [[nodiscard]] std::vector<Placed> days_of(const std::vector<std::size_t>& order) const {
        std::vector<Day> latest(order.size());
        std::optional<std::size_t> after;
        for (std::size_t at = order.size(); at-- > 0; after = at)
            latest[at] =
                latest_before(order[at], after ? &order[*after] : nullptr, after ? latest[*after] : Day{});
        std::vector<Placed> made;
        std::vector<std::size_t> used(sorts_.size(), 0);
        Extent before{};
        for (std::size_t at = 0; at < order.size(); ++at) {
            const Sort& sort = sorts_[order[at]];
            const std::vector<Wanted>& unit = sort.meetings[used[order[at]]++];
            const Day from =
                at == 0 ? sort.like.not_before : earliest_after(before.last, order[at - 1], order[at]);
            const Extent extent = nearest_between(sort, unit.front().preferred, order[at], from, latest[at]);
            for (const Wanted& one : unit) made.push_back({one, own_days(one, extent)});
            before = extent;
        }
        return made;
    }

  private:
    [[nodiscard]] std::size_t whole() const {
        std::size_t count = 0;
        for (const Sort& sort : sorts_) count += sort.meetings.size();
        return count;
    }
    /// For each sort: its possible first days, in order.
    void find_places() {
        for (const Sort& sort : sorts_) {
            std::vector<Extent> found;
            for (Day first = sort.like.not_before; first <= sort.like.not_after; ++first.days)
                if (auto extent = placing_.beginning_on(sort.like, first, standing_))
                    found.push_back(*extent);
            places_.push_back(std::move(found));
        }
    }
    [[nodiscard]] std::int64_t apart(int round, std::size_t sort) const {
        const bool same = round > 0 && round == sorts_[sort].like.round;
        return same ? 0 : placing_.rules().free_days_between;
    }
    [[nodiscard]] Day earliest_after(Day last, std::size_t before, std::size_t sort) const {
        return plus_days(last, apart(sorts_[before].like.round, sort) + 1);
    }
    /// A later round waits until the earlier ones are placed.
    [[nodiscard]] bool may_come(const Counts& counts, std::size_t sort) const {
        if (counts[sort] >= sorts_[sort].meetings.size()) return false;
        for (std::size_t other = 0; other < sorts_.size(); ++other)
            if (sorts_[other].like.round > 0 && sorts_[other].like.round < sorts_[sort].like.round &&
                counts[other] < sorts_[other].meetings.size())
                return false;
        return true;
    }
    void step(const State& state, Day last, std::size_t sort, std::map<State, Reached>& next) const {
        if (!may_come(state.first, sort)) return;
        const Day from = plus_days(last, apart(state.second, sort) + 1);
        const auto place = std::ranges::lower_bound(places_[sort], from, {}, &Extent::first);
        if (place == places_[sort].end()) return;
        State to{state.first, sorts_[sort].like.round};
        ++to.first[sort];
        const auto [at, is_new] = next.try_emplace(std::move(to), Reached{place->last, state, sort});
        if (!is_new && place->last < at->second.last) at->second = Reached{place->last, state, sort};
    }
    [[nodiscard]] std::vector<std::size_t>
    read_back(const std::vector<std::map<State, Reached>>& layers) const {
        const auto earlier = [](const auto& a, const auto& b) { return a.second.last < b.second.last; };
        State at = std::ranges::min_element(layers.back(), earlier)->first;
        std::vector<std::size_t> order(layers.size() - 1);
        for (std::size_t layer = layers.size() - 1; layer > 0; --layer) {
            const Reached& reached = layers[layer].at(at);
            order[layer - 1] = reached.sort;
            at = reached.from;
        }
        return order;
    }
    /// The latest first day that leaves room for what comes after.
    [[nodiscard]] Day latest_before(std::size_t sort, const std::size_t* after, Day after_first) const {
        const std::vector<Extent>& places = places_[sort];
        for (auto place = places.rbegin(); place != places.rend(); ++place)
            if (after == nullptr || earliest_after(place->last, sort, *after) <= after_first)
                return place->first;
        require(false, "an order that fits from the left fits from the right");
        return {};
    }
    [[nodiscard]] Extent nearest_between(const Sort& sort, Day preferred, std::size_t number, Day from,
                                         Day latest) const {
        const Extent* best = nullptr;
        for (const Extent& place : places_[number]) {
            if (place.first < from || place.first > latest) continue;
            const auto away = [&](const Extent& one) { return std::abs(one.first.days - preferred.days); };
            const std::int64_t broken =
                sort.like.days > 5 ? 0 : 21; // rather three weeks away than across a weekend
            const auto cost = [&](const Extent& one) {
                return away(one) + (one.last.days - one.first.days + 1 > sort.like.days ? broken : 0);
            };
            if (best == nullptr || cost(place) < cost(*best)) best = &place;
        }
        require(best != nullptr, "a place between the earliest and the latest day");
        return *best;
    }
    [[nodiscard]] Extent own_days(const Wanted& one, Extent of_all) const {
        return placing_.days().extent(of_all.first, one.days).value_or(of_all);
    }

    const Placing& placing_;
    std::span<const Placed> standing_;
    std::vector<Sort> sorts_;
    std::vector<std::vector<Extent>> places_;
};

} // namespace

std::optional<std::vector<Placed>> pack(const Placing& placing, std::span<const Wanted> wanted,
                                        std::span<const Placed> standing) {
    Packing packing(placing, wanted, standing);
    if (!packing.may_fit()) return std::nullopt;
    const auto order = packing.order();
    if (!order) return std::nullopt;
    return packing.days_of(*order);
}

} // namespace poa::charter
