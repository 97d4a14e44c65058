// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reminders of national reports: to States whose turn it is by the charter's cycle, before and on the day,
// and to none from which a report came. Reporting is voluntary; who stays silent is reminded and nothing
// else.

#include "base/time.hpp"
#include "capabilities/charter/rules.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poa::app {

/// A State to be reminded, with the people who have to do with its report: who fills it in, who approves it,
/// who heads the delegation, and the delegates who stand in for the head.
struct ReportReminder {
    std::string state; ///< ISO3
    std::int64_t year = 0;
    Day due;
    int days_before = 0;
    std::vector<Id<identity::Person>> people; ///< never empty
    [[nodiscard]] std::string natural_key() const;
};

/// Those that it is time for today and that have not gone yet. A State where nobody is appointed is not among
/// them: it is reminded when somebody is.
[[nodiscard]] std::vector<ReportReminder> report_reminders(storage::Session& session,
                                                           const charter::Charter& charter,
                                                           const members::Register& states, Day today);

/// Tells the people, each once, and records "notices.remind_of_reports" for everyone, an entry a year and
/// distance: how many States were reminded, and of nobody who. Gives how many people were told.
std::int64_t remind_of_reports(ledger::Work& work, const std::vector<ReportReminder>& reminders);

} // namespace poa::app
