// SPDX-License-Identifier: Apache-2.0
#pragma once
// Dates as documents print them.

#include "base/time.hpp"

#include <optional>
#include <string_view>

namespace poa::documents {

/// "18 April 2023", "[12 April 2023]", "12 avril 2023", "12 de abril de 2023", "12 апреля 2023 года",
/// "2023-04-18": the whole text must be the date.
[[nodiscard]] std::optional<Day> read_date(std::string_view text);
/// "July 2023": a month without a day.
[[nodiscard]] bool is_month_and_year(std::string_view text);

} // namespace poa::documents
