// SPDX-License-Identifier: Apache-2.0
#pragma once
// Filling in beforehand: what a State has said already is offered again, marked for confirmation.

#include "capabilities/national_reports/national_report.hpp"

#include <string>
#include <vector>

namespace poa::national_reports {

/// What a State said in an earlier report.
struct EarlierReport {
    std::string survey;  ///< key
    std::string origin;  ///< "report:12"
    const Survey* asked; ///< the version it answered
    HeldAnswers answers;
};

/// Answers to fill in, none confirmed: for each question of `survey` the newest earlier answer to the same
/// question of the same survey, else to one that the crosswalk says asks the same; left out where the answer
/// does not fit the question any more (check_answer). Sharing is taken along. `earlier`: newest first.
[[nodiscard]] HeldAnswers prefilled(const Survey& survey, const std::vector<EarlierReport>& earlier);

/// What the State said elsewhere on the record about an item of the framework.
struct KnownPractice {
    std::string item;   ///< key
    std::string origin; ///< "note:7"
    std::string text;
};
/// The same for what stands on the record outside of reports: for each question that asks in words for a
/// practice on an item, where nothing is filled in, the newest one that fits. Everybody reads them already;
/// who is to see them here is chosen anew.
void fill_in_practices(const Survey& survey, const std::vector<KnownPractice>& oldest_first,
                       HeldAnswers& answers);

/// What of one report does not fit another version of its survey: keys of questions that are not there any
/// more or whose answer is not possible any more.
[[nodiscard]] std::vector<std::string> not_fitting(const Survey& survey, const HeldAnswers& answers);

} // namespace poa::national_reports
