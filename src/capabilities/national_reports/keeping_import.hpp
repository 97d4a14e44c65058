// SPDX-License-Identifier: Apache-2.0
#pragma once
// A file of answers that comes back: read, and laid out beside the report before anything of it is kept.

#include "base/function_ref.hpp"
#include "capabilities/national_reports/answers_file.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::national_reports {

/// The survey of that key, in that version where it is known; null where none is.
using FindSurvey = FunctionRef<std::shared_ptr<const Survey>(std::string_view survey, std::int64_t version)>;
/// Answers from JSON, XLSX, DOCX, ODT or a text (what without_pdf makes), told apart by their bytes. What is
/// read by questions is read by those of the file's own survey. Refuses
/// as parse_answers_file, read_workbook, read_answers_sheets, read_form and lines_of_document; (bad_input)
/// "national_reports.answers_kind": none of these; "national_reports.unknown_survey" (survey).
[[nodiscard]] Result<AnswersFile> read_answers(FindSurvey find, std::string_view bytes);
/// The same with what is kept here: the version the file names, else of the report, in use or shipped.
[[nodiscard]] Result<AnswersFile> read_answers(storage::Session& session, const Survey& of_report,
                                               std::string_view bytes);
/// Why the answer fits no question of the survey; an empty code where it fits.
[[nodiscard]] Reason first_reason(const Survey& survey, const std::string& question, const Answer& answer);

/// An answer of the file that fits a question of this report.
struct FittingAnswer {
    std::string question; ///< of this report
    Answer answer;
    std::int64_t seen = 0; ///< revision it was made of; 0: nothing was seen here
};
/// A file beside the report it comes to.
struct MappedFile {
    std::vector<FittingAnswer> fitting;
    std::vector<Unread> left;                           ///< what is not among them, and why
    std::vector<std::pair<std::string, Answer>> beside; ///< answers of `left` that are kept beside
    std::string origin;      ///< "import", "import:docx"; of another year's report "import:docx:2026"
    bool to_confirm = false; ///< said elsewhere: somebody looks at it before it is an answer here
};
/// Answers of the same survey by keys, whatever its version; of another survey by the crosswalk. A copy of
/// another year's report was made of nothing that stands here: its answers wait to be confirmed, and stand
/// beside what is answered already. Files that the report has not got are left out and told. Refuses
/// (bad_input) "national_reports.answers_of_another_state" (state); "national_reports.nothing_fits"
/// (questions).
[[nodiscard]] Result<MappedFile> mapped_file(storage::Session& session, const ActingOn& on,
                                             const AnswersFile& file);

} // namespace poa::national_reports
