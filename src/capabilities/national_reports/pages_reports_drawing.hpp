// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/national_reports/pages_import.hpp"
#include "capabilities/national_reports/pages_reports.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

namespace poa::national_reports {

[[nodiscard]] web::Screen draw_reports(const ReportsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_release(const ReleasePage& page, const web::Visit& visit);
/// With the form that opens a report, and what was entered in it.
[[nodiscard]] web::Screen draw_desk(const DeskPage& page, const web::Visit& visit,
                                    const web::Entered& entered);
[[nodiscard]] web::Screen draw_fill_in(const FillInPage& page, const web::Visit& visit,
                                       const web::Entered& entered);
[[nodiscard]] web::Screen draw_whole(const WholePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_approval(const ApprovalPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_history(const HistoryPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_report_act(const ReportActPage& page, const web::Visit& visit,
                                          const web::Entered& entered);

/// What a file would do, with the button that does it.
[[nodiscard]] web::Screen draw_import(const ImportPage& page, const web::Visit& visit);

/// Files to download, with size and digest; nothing where there are none.
[[nodiscard]] web::Html evidence_list(const std::vector<EvidenceRow>& files, const web::Visit& visit);
/// The fields of one answer, as a section's form has them, with what is wrong with them.
[[nodiscard]] web::Html draw_answer_fields(const ReportHead& head, const QuestionRow& row,
                                           const web::Visit& visit, const web::Entered& entered);
/// What keeps a report on the device and sends what was typed (assets/islands/filling.ts): hidden until a
/// script shows it. `head` null: for the desk, where all reports kept on the device are spoken of.
[[nodiscard]] web::Html draw_device_panel(const ReportHead* head, std::string_view section,
                                          std::int64_t reader, const web::Visit& visit);

/// Who sees an answer, in words, from the text form of its sharing.
[[nodiscard]] std::string sharing_words(std::string_view sharing, const web::Visit& visit);

} // namespace poa::national_reports
