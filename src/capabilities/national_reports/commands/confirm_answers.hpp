// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct ConfirmAnswers {
    Id<NationalReport> report;
    std::string section;
};
[[nodiscard]] const Input<ConfirmAnswers>& input_of(Of<ConfirmAnswers>);

/// What was filled in beforehand in the section is the State's answer. Records
/// "national_reports.confirm_answers" (section, confirmed). Refuses as act_on_report; (not_found)
/// "national_reports.no_such_section".
[[nodiscard]] Result<KeptReport> confirm_answers(ledger::Work& work, const identity::Actor& actor,
                                                 const ConfirmAnswers& request);

} // namespace poa::national_reports
