// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/people.hpp"
#include "capabilities/national_reports/keeping.hpp"

#include <vector>

namespace poa::national_reports {

struct AssignSection {
    Id<NationalReport> report;
    std::string section;
    std::string ministry;    ///< as the capital calls it
    std::int64_t person = 0; ///< of the own delegation; 0: nobody yet
    std::optional<Day> due;
};
[[nodiscard]] const Input<AssignSection>& input_of(Of<AssignSection>);

/// Those to whom a section of that State's report can be given on that day, by name; for who acts for the
/// State. Nobody for anybody else.
[[nodiscard]] std::vector<identity::PersonOfBody>
people_to_ask(storage::Session& session, const identity::Actor& actor, std::string_view state, Day today);

/// Who in the capital answers for a section, and until when: somebody who may fill it in for that State
/// today. It is open again until it is marked ready. Records "national_reports.assign_section" (section,
/// ministry, person: the number, due). Refuses as act_on_report; (not_found)
/// "national_reports.no_such_section"; (bad_input) "national_reports.not_of_delegation" (field person).
[[nodiscard]] Result<KeptReport> assign_section(ledger::Work& work, const identity::Actor& actor,
                                                const AssignSection& request);

} // namespace poa::national_reports
