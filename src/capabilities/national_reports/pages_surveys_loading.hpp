// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/pages_surveys.hpp"
#include "capabilities/national_reports/store.hpp"
#include "web/visit.hpp"

#include <string_view>

namespace poa::national_reports {

/// Who reads surveys.
struct SurveyReading {
    storage::Session& session;
    const members::Register& states;
    const identity::Actor& actor;
    const web::Visit& visit;
};

[[nodiscard]] SurveysPage load_surveys(const SurveyReading& reading);
/// Refuses (not_found) "national_reports.no_survey", also for drafts that are not the reader's to read.
[[nodiscard]] Result<SurveyPage> load_survey(const SurveyReading& reading, std::string_view key,
                                             std::int64_t version);
/// The kept version, for export. Refuses likewise.
[[nodiscard]] Result<KeptSurvey> load_kept_survey(const SurveyReading& reading, std::string_view key,
                                                  std::int64_t version);
/// `from` 0: the version before `to`; `to` 0: the newest the reader may read. Refuses likewise.
[[nodiscard]] Result<SurveyComparisonPage> load_survey_comparison(const SurveyReading& reading,
                                                                  std::string_view key, std::int64_t from,
                                                                  std::int64_t to);
/// Refuses likewise, and as the command: (rule) "national_reports.survey_not_draft", "survey_of_others"; the
/// permission's refusals; (not_found) "national_reports.no_such_section".
[[nodiscard]] Result<SurveyEditorPage> load_survey_editor(const SurveyReading& reading, std::string_view key,
                                                          std::int64_t version, std::string_view section,
                                                          std::string_view language);
/// Refuses as the permission of draft_survey.
[[nodiscard]] Result<DraftSurveyPage> load_draft_survey(const SurveyReading& reading);

} // namespace poa::national_reports
