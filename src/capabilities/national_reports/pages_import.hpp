// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a file of answers would do to a report, before anything of it is kept.

#include "capabilities/national_reports/pages_reports.hpp"

#include <string>
#include <vector>

namespace poa::national_reports {

/// An answer of the file beside the one that stands.
struct ImportRow {
    std::string question, label, language, kept; ///< kept: "saved", "merged", "beside", "unchanged"
    std::string before, after;                   ///< in words
};
/// What of the file could not be taken.
struct ImportLeftRow {
    std::string question, label, place, why; ///< why: a sentence
};
struct ImportPage {
    ReportHead head;
    std::string from;            ///< "DOCX"; empty: JSON
    bool to_confirm = false;     ///< of another survey or another year
    std::vector<ImportRow> rows; ///< those that would change something
    std::vector<ImportLeftRow> left;
    std::int64_t unchanged = 0;
    std::int64_t not_asked = 0; ///< questions that the file does not ask
    std::string answers; ///< what the form sends back
};

} // namespace poa::national_reports
