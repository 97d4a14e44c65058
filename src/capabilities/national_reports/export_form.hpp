// SPDX-License-Identifier: Apache-2.0
#pragma once
// A survey as a form to print or to fill in with a word processor: empty, or with the answers of a report so
// far.

#include "capabilities/national_reports/answers_file.hpp"
#include "web/wording.hpp"

#include <string>

namespace poa::national_reports {

struct FormSubject {
    const Survey& survey;
    const AnswersFile& file; ///< survey, version and, of a report, State, year, answers and revisions
    std::string state_name;  ///< empty: of no report
    const web::Wording& in;
};
/// A whole HTML page that needs nothing else. Marks in braces tell form_reading.hpp where answers stand;
/// files of answers are named and not on it.
[[nodiscard]] std::string form_document(const FormSubject& subject);

} // namespace poa::national_reports
