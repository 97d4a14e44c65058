// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct AssignSection {
    Id<NationalReport> report;
    std::string section;
    std::string ministry; ///< as the capital calls it
    bool mine = false;    ///< the actor answers for it
    std::optional<Day> due;
};
[[nodiscard]] const Input<AssignSection>& input_of(Of<AssignSection>);

/// Who in the capital answers for a section, and until when. A person takes a section; nobody is given one
/// unasked. It is open again until it is marked ready. Records "national_reports.assign_section" (section,
/// ministry, due). Refuses as act_on_report; (not_found) "national_reports.no_such_section".
[[nodiscard]] Result<KeptReport> assign_section(ledger::Work& work, const identity::Actor& actor,
                                                const AssignSection& request);

} // namespace poa::national_reports
