// SPDX-License-Identifier: Apache-2.0
#pragma once
// The content lines of an iCalendar text, unfolded, each with the number of its first line.

#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

struct IcalLine {
    std::size_t number = 0;
    std::string name;  ///< in capitals: "DTSTART"; empty where the line has no name
    std::string value; ///< behind the first colon outside quotes
    std::string text;  ///< the whole
};
[[nodiscard]] std::vector<IcalLine> ical_lines(std::string_view text);

} // namespace poa::charter
