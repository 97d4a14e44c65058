// SPDX-License-Identifier: Apache-2.0
#pragma once
// Points in time and days, and the clock as an argument. All times are UTC.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poa {

/// Microseconds since 1970-01-01T00:00:00Z. Stored as they are.
struct Instant {
    std::int64_t microseconds = 0;
    auto operator<=>(const Instant&) const = default;
    [[nodiscard]] Instant plus_seconds(std::int64_t seconds) const {
        return {microseconds + seconds * 1'000'000};
    }
    [[nodiscard]] std::int64_t seconds() const { return microseconds / 1'000'000; }
};

/// A calendar day (proleptic Gregorian). A value made by `parse` or `of` is a day that exists.
struct Day {
    std::int32_t days = 0; ///< since 1970-01-01
    auto operator<=>(const Day&) const = default;
    /// "2023-04-18"; nothing where the text is anything else or the day does not exist.
    [[nodiscard]] static std::optional<Day> parse(std::string_view iso);
    [[nodiscard]] static std::optional<Day> of(int year, int month, int day);
    [[nodiscard]] static Day of(Instant instant);
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;
};

/// "2026-11-21T20:36:31Z" (whole seconds), or with microseconds where `exact`.
[[nodiscard]] std::string iso(Instant instant, bool exact = false);
/// Reads what `iso` writes. Nothing where the text is anything else.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// The clock is an argument, so that years can be simulated and tests never sleep.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands until it is set.
class StillClock final : public Clock {
  public:
    explicit StillClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }
    void advance_seconds(std::int64_t seconds) { at_ = at_.plus_seconds(seconds); }

  private:
    Instant at_;
};

} // namespace poa
