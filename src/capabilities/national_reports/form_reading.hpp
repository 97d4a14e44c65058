// SPDX-License-Identifier: Apache-2.0
#pragma once
// A form that was filled in on paper or in a word processor, read back from its lines. Pure.
//
// Marks in braces say what is an answer; everything else is wording that may have changed. They are on the
// form as export_form.hpp writes them:
//   {form framework-survey 2 XXA 2027}    survey and version; of a report also its State and year
//   {seen strategy:3 about:1}             revisions of the answers that were on it
//   [x] In place {strategy=in_place}      an option: chosen where something stands between the brackets
//   {about} ... {/about}                  an answer in words; {about.note} ... {/about.note} its explanation

#include "capabilities/national_reports/answers_file.hpp"

#include <span>
#include <string>
#include <vector>

namespace poa::national_reports {

/// What the form says of itself. Refuses (bad_input) "national_reports.form_marks_missing": no such mark.
[[nodiscard]] Result<AnswersFile> head_of_form(std::span<const std::string> lines);

/// The answers, read by the questions of `survey`. A question whose marks are all gone is told in `unread`
/// and is not in it; one of which some mark is missing, stands twice or is unclear is told and left out:
/// nothing is guessed. Refuses as head_of_form.
[[nodiscard]] Result<AnswersFile> read_form(std::span<const std::string> lines, const Survey& survey);

} // namespace poa::national_reports
