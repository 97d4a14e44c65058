// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_import.hpp"

namespace poa::national_reports {

struct ImportAnswers {
    Id<NationalReport> report;
    Upload file;
    std::string answers; ///< instead of a file: what a look at one gave back, as answers_file.hpp has it
    bool look = false;   ///< only tell what would change
};
[[nodiscard]] const Input<ImportAnswers>& input_of(Of<ImportAnswers>);

struct ImportedAnswers {
    KeptReport report;               ///< after it
    std::vector<KeptAnswer> answers; ///< what was done with each, or would be
    std::vector<Answer> theirs;      ///< of each, what the file has
    std::vector<std::string> left;   ///< questions whose answers are not among them; kept beside
    std::vector<Unread> problems;    ///< why, and where in the file it stands
    AnswersFile file;                ///< as it was read
    bool looked = false;             ///< nothing was kept
    bool to_confirm = false;         ///< said elsewhere: somebody looks at it before it is an answer here
};
/// Takes in a copy that was filled in elsewhere, as read_answers reads it: answers of this survey in any
/// version by the keys of questions, of another survey by the crosswalk (mapped_file). Each is kept as
/// save_answers keeps it; what does not fit is kept beside and told. Records
/// "national_reports.import_answers" (saved, merged, beside, left, sha256) where anything changed; a look
/// records nothing. Refuses as act_on_report, read_answers and mapped_file; (bad_input) "input.required":
/// neither file nor answers.
[[nodiscard]] Result<ImportedAnswers> import_answers(ledger::Work& work, const identity::Actor& actor,
                                                     const ImportAnswers& request);

} // namespace poa::national_reports
