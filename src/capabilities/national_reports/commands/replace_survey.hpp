// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_surveys.hpp"

namespace poa::national_reports {

struct ReplaceSurvey {
    std::string key; ///< of the path
    std::int64_t version = 0;
    std::int64_t revision = 0; ///< as it was seen
    Upload file;               ///< JSON or XLSForm
};
[[nodiscard]] const Input<ReplaceSurvey>& input_of(Of<ReplaceSurvey>);

/// Puts a whole new text in place of a draft of the actor's own body; its key stays. Records
/// "national_reports.replace_survey" on it for Member States with the new digest. Refuses as draft_seen and
/// as draft_survey does for files; (bad_input) "national_reports.survey_key_stays" (key).
[[nodiscard]] Result<DraftedSurvey> replace_survey(ledger::Work& work, const identity::Actor& actor,
                                                   const ReplaceSurvey& request);

} // namespace poa::national_reports
