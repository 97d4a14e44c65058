// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"

namespace poa::national_reports {

struct ImportAnswers {
    Id<NationalReport> report;
    Upload file;
};
[[nodiscard]] const Input<ImportAnswers>& input_of(Of<ImportAnswers>);

struct ImportedAnswers {
    KeptReport report; ///< after it
    std::vector<KeptAnswer> answers;
    std::vector<std::string> left; ///< questions whose answers do not fit this survey; kept beside
};
/// Takes in a copy that was filled in elsewhere, as answers_file.hpp reads it: answers of this survey in any
/// version by the keys of questions, of another survey by the crosswalk. Each is kept as save_answers keeps
/// it; what does not fit is kept beside and told. Records "national_reports.import_answers" (saved, merged,
/// beside, left, sha256). Refuses as act_on_report; as parse_answers_file; (bad_input)
/// "national_reports.nothing_fits" (questions): no answer belongs to a question of this survey.
[[nodiscard]] Result<ImportedAnswers> import_answers(ledger::Work& work, const identity::Actor& actor,
                                                     const ImportAnswers& request);

} // namespace poa::national_reports
