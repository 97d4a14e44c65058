// SPDX-License-Identifier: Apache-2.0
#pragma once
// From releases to figures: how an indicator stands each year, for one reader. Pure.

#include "capabilities/national_reports/indicator.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace poa::national_reports {

/// A release and what it says to one question.
struct ReleaseRow {
    std::string state; ///< ISO3
    std::int64_t year = 0;
    std::int64_t report = 0; ///< id
    std::int64_t number = 0; ///< of the release
    Instant at;
    std::optional<Instant> withdrawn_at;
    std::optional<std::vector<std::string>> chosen; ///< nothing: no answer to it in this release
    Sharing sharing;
};

/// The regional group of a State; empty: none. What "now" is, the caller decides: a State has one group for
/// all figures of a page.
using GroupOf = std::function<std::string(const std::string& state)>;
using Sees = std::function<bool(const AnswerEvent&)>;

struct YearOfIndicator {
    std::int64_t year = 0;
    std::vector<GroupCount> groups; ///< values are levels of the indicator
    GroupCount world;
    /// States of levels that count; of those answered.
    [[nodiscard]] std::int64_t counting(const Indicator& indicator) const;
    std::optional<double> levels_apart; ///< of a scale
};

/// By year, those with a release alone. `rows`: of each source of the indicator, in any order.
///
/// Only answers to the first source that a year has are counted in batches: one State may have answered two
/// surveys, and figures of both together would have it twice. Of further sources, answers count that the
/// reader sees, of States that have none to the sources before.
[[nodiscard]] std::vector<YearOfIndicator> series_of(const Indicator& indicator,
                                                     std::span<const std::vector<ReleaseRow>> rows,
                                                     const GroupOf& group_of, const Sees& sees);

/// A year in which nobody answered.
[[nodiscard]] YearOfIndicator nothing_of(const Indicator& indicator, std::int64_t year);

/// The events of one question, by year: what `counting` takes.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::vector<AnswerEvent>>>
events_of(std::span<const ReleaseRow> rows, const GroupOf& group_of);

} // namespace poa::national_reports
