// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping_surveys.hpp"

namespace poa::national_reports {

struct ReviseSurvey {
    std::string key; ///< of the path
    std::int64_t version = 0;
    std::int64_t revision = 0;          ///< as it was seen
    std::string section;                ///< whose texts; empty: those of the survey itself
    std::string language;               ///< of the texts
    InputValues texts;                  ///< by name, as survey_labels.hpp names them; those not sent stay
    std::vector<std::string> languages; ///< in which the survey is complete; none: as they are
};
[[nodiscard]] const Input<ReviseSurvey>& input_of(Of<ReviseSurvey>);

/// Changes texts of a draft of the actor's own body. Records "national_reports.revise_survey" on it for
/// Member States with the new digest. Refuses as draft_seen, and, all at once (bad_input), a text by its
/// field "texts.NAME"; what check_survey finds; "national_reports.no_such_section" (section),
/// "national_reports.no_such_text" (name).
[[nodiscard]] Result<DraftedSurvey> revise_survey(ledger::Work& work, const identity::Actor& actor,
                                                  const ReviseSurvey& request);

/// The six official languages as choices.
[[nodiscard]] const std::vector<Choice>& language_choices();

} // namespace poa::national_reports
