// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/pages_import.hpp"
#include "capabilities/national_reports/pages_reports.hpp"
#include "capabilities/national_reports/queries_reports.hpp"
#include "web/refusals.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

/// Who reads reports, and when.
struct ReportReading {
    storage::Session& session;
    const members::CurrentRegister& states;
    const identity::Actor& actor;
    const web::Visit& visit;
    Instant now;
};

/// `year` 0: this one.
[[nodiscard]] ReportsPage load_reports(const ReportReading& reading, std::int64_t year);
/// Refuses (not_found) "national_reports.no_such_state_or_year"; a State that did not report has a page that
/// says "no report".
[[nodiscard]] Result<ReleasePage> load_release(const ReportReading& reading, std::string_view state,
                                               std::int64_t year, std::string_view survey);
/// Refuses who may fill in nothing, as the permission table does.
[[nodiscard]] Result<DeskPage> load_desk(const ReportReading& reading);
/// What the address says of the save that led here: keys of questions with blanks between them.
struct JustSaved {
    std::string_view merged, beside;
};
/// `section` empty: the first with something to do. Refuses as report_to_fill_in; (not_found)
/// "national_reports.no_such_section".
[[nodiscard]] Result<FillInPage> load_fill_in(const ReportReading& reading, Id<NationalReport> id,
                                              std::string_view section, const JustSaved& saved = {});
/// Refuses as report_to_fill_in.
[[nodiscard]] Result<WholePage> load_whole(const ReportReading& reading, Id<NationalReport> id);
[[nodiscard]] Result<ApprovalPage> load_approval(const ReportReading& reading, Id<NationalReport> id);
/// Refuses (not_found) "national_reports.no_such_question" (question).
[[nodiscard]] Result<HistoryPage> load_history(const ReportReading& reading, Id<NationalReport> id,
                                               std::string_view question);
/// `page` as the address has it, with the report filled in.
[[nodiscard]] Result<ReportActPage> load_report_act(const ReportReading& reading, Id<NationalReport> id,
                                                    ReportActPage page);

/// What of a file would be taken, beside what stands. Refuses as report_to_fill_in.
[[nodiscard]] Result<ImportPage> load_import(const ReportReading& reading, const ImportedAnswers& looked,
                                             const web::Sentences& sentences);

} // namespace poa::national_reports
