// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_surveys.hpp"

namespace poa::national_reports {

struct DraftSurvey {
    std::string from; ///< a shipped survey ("framework-survey") or a version there is ("sample:2")
    Upload file;      ///< or a file: JSON or XLSForm
    std::string key;  ///< of the new draft; empty: as it is in the file
};
[[nodiscard]] const Input<DraftSurvey>& input_of(Of<DraftSurvey>);

/// Keeps a draft: the next version of its survey. Nobody is asked with it before a decision puts it in use.
/// Records "national_reports.draft_survey" on "survey:KEY:VERSION" for Member States with the digest. Refuses
/// as read_survey_file, field "file"; (bad_input) "national_reports.survey_from_nothing",
/// "national_reports.no_such_survey" (survey), "national_reports.survey_bad_key".
[[nodiscard]] Result<DraftedSurvey> draft_survey(ledger::Work& work, const identity::Actor& actor,
                                                 const DraftSurvey& request);

} // namespace poa::national_reports
