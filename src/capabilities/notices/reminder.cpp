// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/reminder.hpp"

namespace poa::notices {

std::optional<int> reminder_on(Day due, Day today) {
    const int left = due.days - today.days;
    if (left < 0) return std::nullopt;
    std::optional<int> found;
    for (const int days : reminder_days)
        if (left <= days) found = days;
    return found;
}

} // namespace poa::notices
