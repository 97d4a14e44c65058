// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/survey_labels.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

void add_question(std::vector<LabelRef>& into, Question& question) {
    into.push_back({question.key + ".label", &question.label});
    into.push_back({question.key + ".hint", &question.hint, true});
    for (Option& option : question.options)
        into.push_back({question.key + ".option." + option.key, &option.label});
    for (Column& column : question.columns)
        into.push_back({question.key + ".column." + column.key, &column.label});
}

} // namespace

std::vector<LabelRef> labels_of(Survey& survey, std::string_view section) {
    std::vector<LabelRef> made;
    if (section.empty()) {
        made.push_back({"title", &survey.title});
        made.push_back({"about", &survey.about, true});
        for (Option& level : survey.levels) made.push_back({"level." + level.key, &level.label});
        return made;
    }
    const auto found = std::ranges::find(survey.sections, section, &Section::key);
    if (found == survey.sections.end()) return made;
    made.push_back({"section.title", &found->title});
    made.push_back({"section.about", &found->about, true});
    for (Question& question : found->questions) add_question(made, question);
    return made;
}

} // namespace poa::national_reports
