// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_surveys.hpp"
#include "web/form.hpp"
#include "web/frame.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_surveys(const SurveysPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_survey(const SurveyPage& page, const web::Visit& visit);
/// The survey as a form for pen and paper: boxes, lines, and no answers.
[[nodiscard]] web::Screen draw_survey_print(const SurveyPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_survey_comparison(const SurveyComparisonPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_draft_survey(const DraftSurveyPage& page, const web::Visit& visit,
                                            const web::Entered& entered);
[[nodiscard]] web::Screen draw_survey_editor(const SurveyEditorPage& page, const web::Visit& visit,
                                             const web::Entered& entered);
[[nodiscard]] web::Screen draw_replace_survey(const SurveyEditorPage& page, const web::Visit& visit,
                                              const web::Entered& entered);

// Parts.
/// A page about surveys: title, way back, body.
[[nodiscard]] web::Screen survey_screen(const web::Visit& visit, std::string title, web::Html body);
[[nodiscard]] web::Url survey_url(const SurveyLine& line);
/// A text marked with its language where that is not the page's.
[[nodiscard]] web::Html in_own_language(const ShownText& text, const web::Visit& visit);
/// "draft", "in use", "replaced", in words.
[[nodiscard]] std::string_view survey_stage_words(std::string_view stage, const web::Visit& visit);
/// "fr" as the language calls itself: "français".
[[nodiscard]] std::string_view own_name_of_language(std::string_view code);

} // namespace poa::national_reports
