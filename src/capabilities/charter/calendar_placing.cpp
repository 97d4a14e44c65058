// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar_placing.hpp"

#include "capabilities/charter/calendar_packing.hpp"

#include <algorithm>
#include <limits>

namespace poa::charter {
namespace {

/// Days a meeting of so many meeting days takes when it begins on a Monday and nothing is closed.
std::int64_t least_length(std::int64_t days) {
    return (days - 1) / 5 * 7 + (days - 1) % 5 + 1;
}

std::int64_t length(Extent extent) {
    return extent.last.days - extent.first.days + 1;
}

/// Less is better. A break by a weekend or holiday costs as much as three weeks farther away.
std::int64_t cost_of(const Wanted& wanted, Extent extent) {
    const std::int64_t weeks = (monday_of(extent.first).days - monday_of(wanted.preferred).days) / 7;
    const bool broken = length(extent) > least_length(wanted.days);
    const bool earlier = weeks < 0; // of two weeks as far away, the later one
    return (std::abs(weeks) + (broken ? 3 : 0)) * 20 + (earlier ? 10 : 0) + weekday(extent.first);
}

/// Of the days among which a meeting is sought, those that the meetings around keep for themselves.
class KeptAway {
  public:
    KeptAway(Day first, Day last)
        : first_(first.days), before_(static_cast<std::size_t>(std::max(last.days - first.days, -1) + 2), 0) {
    }
    void add(Day from, Day to) {
        const std::int64_t begin = std::clamp<std::int64_t>(from.days - first_, 0, size()),
                           end = std::clamp<std::int64_t>(to.days - first_ + 1, 0, size());
        if (begin >= end) return;
        ++before_[static_cast<std::size_t>(begin)];
        --before_[static_cast<std::size_t>(end)];
    }
    /// Once, after all are added: how many such days come before each.
    void count() {
        std::int32_t open = 0, counted = 0;
        for (std::int32_t& day : before_) {
            open += day;
            day = counted;
            counted += open > 0 ? 1 : 0;
        }
    }
    /// Needs: days among those sought.
    [[nodiscard]] bool has_one(Extent extent) const {
        return before_[static_cast<std::size_t>(extent.last.days - first_ + 1)] !=
               before_[static_cast<std::size_t>(extent.first.days - first_)];
    }

  private:
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(before_.size()) - 1; }
    std::int64_t first_;
    std::vector<std::int32_t> before_;
};

/// A round of groups, laid out from a Monday on: each after the one before, or all at once where that is
/// allowed.
std::optional<std::vector<Placed>> lay_out(const Placing& placing, std::span<const Wanted> round, Day monday,
                                           std::span<const Placed> around) {
    std::vector<Placed> made;
    Day from = monday;
    for (const Wanted& wanted : round) {
        std::optional<Extent> extent;
        const Day week_end = plus_days(monday_of(from), 4);
        for (Day first = from; !extent && first <= plus_days(week_end, 7); ++first.days) {
            extent = placing.beginning_on(wanted, first, around);
            if (extent && length(*extent) > least_length(wanted.days)) extent.reset();
        }
        if (!extent) return std::nullopt;
        if (!placing.rules().groups_parallel) from = plus_days(extent->last, 1);
        made.push_back({wanted, *extent});
    }
    return made;
}

/// The round as a whole, in the week nearest to its preferred one.
std::optional<std::vector<Placed>> place_round(const Placing& placing, std::span<const Wanted> round,
                                               std::span<const Placed> around) {
    const Day best = monday_of(round.front().preferred);
    for (int away = 0; away < 53; ++away) {
        for (const int weeks : {away, -away}) {
            const Day monday = plus_weeks(best, weeks);
            if (monday > round.front().not_after || plus_days(monday, 6) < round.front().not_before) continue;
            if (auto made = lay_out(placing, round, monday, around)) return made;
            if (away == 0) break;
        }
    }
    return std::nullopt;
}

class Year {
  public:
    Year(const Placing& placing, std::span<const Placed> standing)
        : placing_(placing), all_(standing.begin(), standing.end()), standing_(standing.size()) {}

    /// Those that find no place are left in `without`. Rounds come in their order.
    void place(std::span<const Wanted> wanted) {
        for (std::size_t at = 0; at < wanted.size();) {
            std::size_t end = at + 1;
            while (end < wanted.size() && wanted[at].round > 0 && wanted[end].round == wanted[at].round)
                ++end;
            place_together(wanted.subspan(at, end - at));
            at = end;
        }
    }
    [[nodiscard]] std::span<const Placed> all() const { return all_; }
    [[nodiscard]] std::span<const Placed> placed() const { return all().subspan(standing_); }
    [[nodiscard]] const std::vector<Wanted>& without() const { return without_; }

  private:
    void place_together(std::span<const Wanted> wanted) {
        std::vector<Wanted> bound(wanted.begin(), wanted.end());
        if (const int round = wanted.front().round; round > 0) {
            if (round != round_) earlier_rounds_end_ = std::max(earlier_rounds_end_, round_end_);
            round_ = round;
            for (Wanted& one : bound)
                one.not_before = std::max(one.not_before, plus_days(earlier_rounds_end_, 1));
        }
        if (round_of(bound) && place_whole(bound)) return;
        for (std::size_t at = 0; at < bound.size(); ++at) place_one(bound[at], wanted[at]);
    }
    static bool round_of(std::span<const Wanted> bound) { return bound.front().round > 0; }
    bool place_whole(std::span<const Wanted> round) {
        auto made = place_round(placing_, round, all_);
        if (!made) return false;
        for (Placed& one : *made) keep(std::move(one));
        return true;
    }
    void place_one(const Wanted& bound, const Wanted& wanted) {
        if (auto extent = placing_.nearest(bound, all_))
            keep({wanted, *extent});
        else
            without_.push_back(wanted);
    }
    void keep(Placed one) {
        if (one.wanted.round > 0) round_end_ = std::max(round_end_, one.extent.last);
        all_.push_back(std::move(one));
    }

    static constexpr Day long_ago{-1'000'000};
    const Placing& placing_;
    std::vector<Placed> all_;
    std::size_t standing_;
    std::vector<Wanted> without_;
    int round_ = 0;
    Day round_end_ = long_ago, earlier_rounds_end_ = long_ago;
};

} // namespace

PlacingRules::PlacingRules(const Charter& charter)
    : free_days_between(charter[clause::other_meetings::weeks_between_min] * 7),
      groups_parallel(charter[clause::groups::parallel]) {}

std::optional<std::int64_t> Placing::apart(const Wanted& one, const Wanted& other, SetAside aside) const {
    const bool groups = one.kind == EventKind::group_meeting && other.kind == EventKind::group_meeting;
    if (groups && rules_.groups_parallel) return std::nullopt;
    const bool at_once = one.round > 0 && one.round == other.round;
    return at_once || aside.between ? 0 : rules_.free_days_between;
}

bool Placing::agree(const Wanted& one, Extent has, const Wanted& other, Extent wants, SetAside aside) const {
    const auto free = apart(one, other, aside);
    return !free || wants.first.days > has.last.days + *free || has.first.days > wants.last.days + *free;
}

bool Placing::is_open(const Wanted& wanted, Extent extent, SetAside aside) const {
    return extent.first >= wanted.not_before && extent.last <= wanted.not_after &&
           (aside.others || !days_.taken(extent));
}

std::optional<Extent> Placing::beginning_on(const Wanted& wanted, Day first, std::span<const Placed> around,
                                            SetAside aside) const {
    const auto extent = days_.extent(first, wanted.days, !aside.holidays);
    if (!extent || !is_open(wanted, *extent, aside)) return std::nullopt;
    if (!aside.meetings)
        for (const Placed& other : around)
            if (!agree(other.wanted, other.extent, wanted, *extent, aside)) return std::nullopt;
    return extent;
}

std::optional<Extent> Placing::nearest(const Wanted& wanted, std::span<const Placed> around,
                                       SetAside aside) const {
    KeptAway kept(wanted.not_before, wanted.not_after);
    if (!aside.meetings)
        for (const Placed& other : around)
            if (const auto free = apart(other.wanted, wanted, aside))
                kept.add(plus_days(other.extent.first, -*free), plus_days(other.extent.last, *free));
    kept.count();
    std::optional<Extent> best;
    std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
    for (Day first = wanted.not_before; first <= wanted.not_after; ++first.days) {
        const auto extent = days_.extent(first, wanted.days, !aside.holidays);
        if (!extent || !is_open(wanted, *extent, aside) || kept.has_one(*extent)) continue;
        const std::int64_t cost = cost_of(wanted, *extent);
        if (cost >= best_cost) continue;
        best = extent;
        best_cost = cost;
    }
    return best;
}

YearPlaced place_year(const Placing& placing, std::vector<Wanted> wanted, std::span<const Placed> standing,
                      std::span<const OtherEvent> others) {
    Year year(placing, standing);
    year.place(wanted);
    YearPlaced made;
    if (!year.without().empty())
        if (auto packed = pack(placing, wanted, standing)) {
            made.placed = std::move(*packed);
            return made;
        }
    made.placed.assign(year.placed().begin(), year.placed().end());
    for (const Wanted& one : year.without())
        made.unplaced.push_back(placing.why_not(one, year.all(), others));
    return made;
}

} // namespace poa::charter
