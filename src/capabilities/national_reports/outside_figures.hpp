// SPDX-License-Identifier: Apache-2.0
#pragma once
// Figures on States that somebody outside published, such as an index: kept with where they are from, shown
// as theirs, and never added to what States report. Pure.
//   {"indicator":"sample-index","title":"Sample index, legal measures","unit":"points",
//    "source":{"title":"Sample index 2024","address":"https://example.org/index","day":"2024-09-12",
//              "licence":"CC BY 4.0"},
//    "values":[{"state":"XXA","year":2024,"value":"12.5"}]}

#include "base/refusal.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

inline constexpr std::size_t outside_bytes_max = std::size_t{4} << 20;
inline constexpr std::size_t outside_values_max = 20'000; ///< 193 States over a hundred years

struct OutsideValue {
    std::string state; ///< ISO3
    std::int64_t year = 0;
    std::string value; ///< as published: a decimal, "12.5"
    bool operator==(const OutsideValue&) const = default;
};
struct OutsideFigures {
    std::string indicator; ///< a slug
    std::string title, unit;
    std::string source_title, source_address, licence;
    Day source_day;
    std::vector<OutsideValue> values;
};
/// Nothing is taken without its source: title, address (https or http), day and licence. Refuses (bad_input)
/// json.*; with every problem, "national_reports.outside_missing" (at), "national_reports.outside_shape"
/// (at), "national_reports.outside_twice" (at): a State's value for that year stands there twice,
/// "national_reports.too_many_lines" (max).
[[nodiscard]] Result<OutsideFigures> parse_outside_figures(std::string_view json);

} // namespace poa::national_reports
