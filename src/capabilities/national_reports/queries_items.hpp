// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States report on one item of the framework: of each the newest report to a survey that asks about it,
// and of that what the reader may see. A State of which nothing is seen is not in the answer.

#include "capabilities/identity/identity.hpp"
#include "capabilities/national_reports/answer.hpp"
#include "capabilities/national_reports/survey.hpp"
#include "storage/database.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// One question about the item and the answer of one State.
struct AnswerOnItem {
    const Question* question = nullptr; ///< of the survey beside it
    Answer answer;
};
struct ReportOnItem {
    std::string state; ///< ISO3
    std::int64_t year = 0;
    std::shared_ptr<const Survey> survey;
    std::vector<AnswerOnItem> answers; ///< in the order of the survey, at least one
};

/// Whether a survey that is or was in use asks about the item.
[[nodiscard]] bool is_asked_about(storage::Session& session, std::string_view item);

/// By State and year. At most one report of a State to each survey, so as many as there are States, however
/// long the record is.
[[nodiscard]] std::vector<ReportOnItem>
reports_on_item(storage::Session& session, const identity::Reader& reader, std::string_view item);

} // namespace poa::national_reports
