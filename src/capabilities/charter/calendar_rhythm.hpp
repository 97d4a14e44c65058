// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a charter wants held, and when at best, before anything is placed. Everything is counted from the
// founding, never from the period looked at.

#include "capabilities/charter/calendar_placing.hpp"

#include <optional>
#include <span>
#include <vector>

namespace poa::charter {

/// The last day of the open-ended working group of 2021 to 2025 (A/80/257).
inline constexpr Day working_group_end{20280}; // 2025-07-11

class Rhythm {
  public:
    explicit Rhythm(const Charter& charter);

    [[nodiscard]] Day first_plenary() const { return first_plenary_; }
    [[nodiscard]] Day guard() const {
        return guard_;
    } ///< nothing takes place before it but a founding conference
    [[nodiscard]] Day horizon() const { return horizon_; } ///< nor after it
    [[nodiscard]] Day earliest() const; ///< of all days that matter, the founding conference too

    /// Founding conference, organizational session, plenaries and review conferences up to that year, by
    /// preferred day; those that cannot be are in `unplaced`.
    [[nodiscard]] std::vector<Wanted> sessions(int last_year, std::vector<Unplaced>& unplaced) const;
    /// Everything else of one year; sessions are those placed. Group meetings come in the order of their
    /// rounds.
    [[nodiscard]] std::vector<Wanted> of_year(int year, std::span<const Placed> sessions,
                                              std::vector<Unplaced>& unplaced) const;

    /// Whole years of a span: the least that are a multiple of the plenary's interval, else the least.
    [[nodiscard]] std::int64_t years_that_fit(const Span& span) const;
    /// Years between review conferences; nothing where none is held.
    [[nodiscard]] std::optional<std::int64_t> review_years() const;
    /// The day on which a group that existed at the start ends unless extended.
    [[nodiscard]] std::optional<Day> groups_end() const;

  private:
    struct Slot {
        YearWeek week;
        Day monday;
        std::string key; ///< "2027-1"
    };
    [[nodiscard]] Slot slot(std::int64_t number) const;
    [[nodiscard]] std::int64_t slots_until(int last_year) const;
    [[nodiscard]] Wanted session(EventKind kind, std::string key, Day preferred, std::int64_t days,
                                 std::size_t clause) const;
    void add_founding(std::vector<Wanted>& wanted, std::vector<Unplaced>& unplaced) const;
    void add_plenaries(int last_year, std::vector<Wanted>& wanted, std::vector<Unplaced>& unplaced) const;
    void add_reviews(int last_year, std::vector<Wanted>& wanted) const;
    [[nodiscard]] bool is_review(std::int64_t slot_number) const;
    [[nodiscard]] Day review_day(std::int64_t number) const;

    struct Bounds {
        Day not_before, not_after;
    };
    [[nodiscard]] Bounds bounds_of(int year) const;
    [[nodiscard]] Day week_in(int year, std::int64_t weeks_after_plenary) const;
    [[nodiscard]] std::optional<Wanted> meeting(EventKind kind, std::string key, Day preferred,
                                                std::int64_t days, std::size_t clause, Bounds bounds) const;
    void add_preparatory(int year, std::span<const Placed> sessions, std::vector<Wanted>& wanted) const;
    void add_groups(int year, std::vector<Wanted>& wanted, std::vector<Unplaced>& unplaced) const;
    void add_spread(int year, EventKind kind, std::string_view name, std::int64_t count, std::int64_t weeks,
                    std::int64_t days, std::size_t clause, std::vector<Wanted>& wanted) const;
    void add_roundtables(int year, std::vector<Wanted>& wanted) const;

    const Charter& charter_;
    Day first_plenary_, guard_, horizon_;
    YearWeek week_; ///< of the first plenary
};

} // namespace poa::charter
