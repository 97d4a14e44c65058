// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct MarkSection {
    Id<NationalReport> report;
    std::string section;
    bool ready = false;
};
[[nodiscard]] const Input<MarkSection>& input_of(Of<MarkSection>);

/// Whether those who answer for a section are done with it. Keeps nobody from changing it. Records
/// "national_reports.mark_section" (section, ready). Refuses as act_on_report; (not_found)
/// "national_reports.no_such_section".
[[nodiscard]] Result<KeptReport> mark_section(ledger::Work& work, const identity::Actor& actor,
                                              const MarkSection& request);

} // namespace poa::national_reports
