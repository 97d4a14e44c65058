// SPDX-License-Identifier: Apache-2.0
#pragma once
// The texts of a survey by name, as an editor of one section in one language has them. Pure.

#include "capabilities/national_reports/survey.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// Names: "title", "about" and "level.KEY" of the survey itself; "section.title", "section.about",
/// "QUESTION.label", "QUESTION.hint", "QUESTION.option.KEY", "QUESTION.column.KEY" of a section. Keys hold no
/// dot.
struct LabelRef {
    std::string name;
    Texts* texts;
    bool may_be_empty = false; ///< a hint, an explanation
};
/// Those of the section; of the survey itself where `section` is empty; none where there is no such section.
/// Pointers live as long as the survey is not changed otherwise.
[[nodiscard]] std::vector<LabelRef> labels_of(Survey& survey, std::string_view section);

} // namespace poa::national_reports
