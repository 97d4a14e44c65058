// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whose turn it is to report, and what came. Reporting is voluntary: a turn is an invitation, and of a State
// that sent nothing there is one thing to say, "no report". Pure.

#include "base/time.hpp"
#include "capabilities/charter/rules.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace poa::national_reports {

/// A report that was submitted and stands.
struct ReceivedReport {
    std::string state; ///< ISO3
    std::int64_t year = 0;
    Instant at;
};

struct StateTurn {
    std::string state;
    std::optional<Day> due;              ///< the day until which its report is expected this year
    bool received = false;               ///< a report for this year
    std::optional<std::int64_t> last;    ///< year of its newest report, this one's or an earlier one's
    std::int64_t received_in_window = 0; ///< in the years of ReportingYear::window_*
};

struct ReportingYear {
    std::int64_t year = 0;
    /// The years within which each State is to report at least once, this year the last of them
    /// (reporting.once_in_years_max; else reporting.every_years).
    std::int64_t window_first = 0;
    std::vector<StateTurn> states; ///< as given
    [[nodiscard]] std::int64_t due() const;
    [[nodiscard]] std::int64_t due_and_received() const;
    [[nodiscard]] std::int64_t received() const;
    [[nodiscard]] std::int64_t reported_in_window() const;
};

/// Needs `states` in the order of their turns: the charter's calendar gives turns by it.
[[nodiscard]] ReportingYear reporting_year(const charter::Charter& charter, std::int64_t year,
                                           std::span<const std::string> states,
                                           std::span<const ReceivedReport> reports);

/// Codes of those whose turn it is and from whom nothing has come: whom a reminder goes to. In their order.
[[nodiscard]] std::vector<std::string> to_remind(const ReportingYear& year);

} // namespace poa::national_reports
