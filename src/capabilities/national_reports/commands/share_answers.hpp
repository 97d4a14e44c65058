// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"

namespace poa::national_reports {

struct ShareAnswers {
    Id<NationalReport> report;
    std::string section;  ///< of which all answers; empty: `question`, or the whole report
    std::string question; ///< that one alone; empty: see `section`
    std::string audience; ///< "own_delegation", "parties", "member_states", "public", or "as_suggested"
    std::string parties;  ///< bodies by comma or line: "secretariat, state:XXA"
    bool counted = false;
};
[[nodiscard]] const Input<ShareAnswers>& input_of(Of<ShareAnswers>);

/// Who will see the answers once they are released; releases that stand are not touched. Until somebody
/// chooses, an answer is for the own delegation alone, whatever the template suggests. Records
/// "national_reports.share_answers" (section, question, sharing, answers). Refuses as act_on_report;
/// (bad_input) "national_reports.parties_needed", "national_reports.no_such_party" (value);
/// (not_found) "national_reports.no_such_section", "national_reports.no_such_question" (question).
[[nodiscard]] Result<KeptReport> share_answers(ledger::Work& work, const identity::Actor& actor,
                                               const ShareAnswers& request);

} // namespace poa::national_reports
