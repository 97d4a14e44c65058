// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/reporting_turns.hpp"

#include <algorithm>

namespace poa::charter {

std::optional<std::int64_t> ReportingTurns::turn_of(int year, int first_year) const {
    const std::int64_t since = std::int64_t{year} - first_year;
    if (since < step || since % step != 0) return std::nullopt;
    return (since / step - 1) % turns;
}

ReportingTurns reporting_turns(const Charter& charter) {
    const std::int64_t every = charter[clause::reporting::every_years].least;
    const auto* most = charter.find(clause::reporting::once_in_years_max);
    const std::int64_t within = most != nullptr ? *most : every;
    if (!charter[clause::reporting::rotates]) return {std::min(every, within), 1};
    if (most == nullptr || every >= within) return {1, within};
    return {every, within / every};
}

} // namespace poa::charter
