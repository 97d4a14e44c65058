// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds days for meetings: near the day each is best held on, clear of what is there already. Where that
// leaves some without a place, all of a year are packed anew (calendar_packing.hpp).

#include "capabilities/charter/calendar_days.hpp"

#include <string>
#include <vector>

namespace poa::charter {

/// A meeting that should take place.
struct Wanted {
    EventKind kind = EventKind::plenary;
    std::string key, of;
    std::size_t clause = 0;
    std::int64_t days = 1;     ///< meeting days
    Day preferred;             ///< its first day, at best
    Day not_before, not_after; ///< of all its days
    int round = 0; ///< of group meetings: those of one round may follow one another at once; else 0
    bool conditional = false;
};
struct Placed {
    Wanted wanted;
    Extent extent;
};

/// What a charter asks of every place.
struct PlacingRules {
    explicit PlacingRules(const Charter& charter);
    std::int64_t free_days_between; ///< between two meetings that are not of one round
    bool groups_parallel;           ///< meetings of groups may share days
};

/// What is set aside to find out what stood in the way.
struct SetAside {
    bool others = false, between = false, meetings = false, holidays = false;
};

class Placing {
  public:
    Placing(const MeetingDays& days, PlacingRules rules) : days_(days), rules_(rules) {}

    /// The best place: nearest to the preferred day in weeks, then early in the week, not across a weekend or
    /// holiday where it need not. Nothing where there is none.
    [[nodiscard]] std::optional<Extent> nearest(const Wanted& wanted, std::span<const Placed> around,
                                                SetAside aside = {}) const;
    /// These days, where the meeting may have them: within its bounds, on working days, clear of other
    /// processes and of the meetings around.
    [[nodiscard]] std::optional<Extent>
    beginning_on(const Wanted& wanted, Day first, std::span<const Placed> around, SetAside aside = {}) const;
    /// Both may have these days: apart as far as the charter asks, or in parallel where it allows that.
    [[nodiscard]] bool agree(const Wanted& one, Extent has, const Wanted& other, Extent wants,
                             SetAside aside = {}) const;
    /// Why there is no place: what alone would have to give way, else everything that stands in the way.
    [[nodiscard]] Unplaced why_not(const Wanted& wanted, std::span<const Placed> around,
                                   std::span<const OtherEvent> others) const;

    [[nodiscard]] const MeetingDays& days() const { return days_; }
    [[nodiscard]] const PlacingRules& rules() const { return rules_; }

  private:
    /// Free days that two meetings need between them; nothing where they may share days.
    [[nodiscard]] std::optional<std::int64_t> apart(const Wanted& one, const Wanted& other,
                                                    SetAside aside) const;
    [[nodiscard]] bool is_open(const Wanted& wanted, Extent extent, SetAside aside) const;

    const MeetingDays& days_;
    PlacingRules rules_;
};

/// The meetings of one year (those of groups in the order of their rounds), placed among those that stand.
struct YearPlaced {
    std::vector<Placed> placed;
    std::vector<Unplaced> unplaced;
};
[[nodiscard]] YearPlaced place_year(const Placing& placing, std::vector<Wanted> wanted,
                                    std::span<const Placed> standing, std::span<const OtherEvent> others);

} // namespace poa::charter
