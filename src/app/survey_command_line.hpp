// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/settings.hpp"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace poa::app {

struct SurveyWish {
    std::string file;            ///< JSON or XLSForm
    std::string key;             ///< of a survey of the instance, or of a shipped one
    std::int64_t version = 0;    ///< 0: the one in use, else the newest
    std::string format = "json"; ///< json, xlsx
    std::string to;              ///< file; empty: standard output
    std::string data;            ///< folder of an instance; empty: shipped surveys
};
/// Everything that is wrong with the file, a line each with its place; what of an XLSForm a survey has not.
/// 1 where it is no survey.
int check_survey_file(const SurveyWish& wish);
/// Writes a survey of the instance, or a shipped one. 1 where there is none.
int export_survey_file(const SurveyWish& wish);
/// Keeps the file as a draft of the instance. 1 where it is refused.
int import_survey_file(const SurveyWish& wish);

/// Adds `surveys` with its verbs; a chosen verb puts what it does into `act`.
void add_survey_verbs(CLI::App& top, std::function<int()>& act);

} // namespace poa::app
