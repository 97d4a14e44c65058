// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the calendar of the charter in force says of a proposal, remembered: many are tabled between two
// meetings, and the calendar of years is long to make. The same as next_meeting and accredited_until of the
// charter's text (proposal.hpp, agreed.hpp), and never another's: what is remembered is known by the text's
// digest. Any thread.

#include "capabilities/charter/charter.hpp"

#include <optional>
#include <string_view>

namespace poa::decisions {

[[nodiscard]] std::optional<Day> planned_meeting(const charter::CharterInForce& in_force,
                                                 std::string_view body, Day day);
[[nodiscard]] std::optional<Day> planned_end_of_accreditation(const charter::CharterInForce& in_force,
                                                              Day given);

} // namespace poa::decisions
