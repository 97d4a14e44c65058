// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page struct to HTML, and to Atom where a list can be followed.

#include "capabilities/documents/pages.hpp"
#include "capabilities/documents/pages_quote.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

#include <string>
#include <utility>
#include <vector>

namespace poa::documents {

/// ISO3 and name of the States a filter offers.
using StateChoices = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] web::Screen draw_list(const DocumentsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_reader(const ReaderPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_whole(const WholePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_passages(const PassagesPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_passage(const PassagePage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_replies(const RepliesPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_citations(const CitationsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_import_report(const ImportReportPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_comparison(const ComparisonPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_search(const SearchPage& page, const web::Visit& visit,
                                      const StateChoices& states);
[[nodiscard]] web::Screen draw_import_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_correction_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_withdrawal_form(const web::Visit& visit, const web::Entered& entered);

/// The text of a passage with its marks as HTML. Notes link within the page where `notes_here`. What is
/// `quoted` stands in <mark id="quote">.
[[nodiscard]] web::Html draw_text(const PassageRow& passage, std::string_view document, bool notes_here,
                                  std::optional<Stretch> quoted = {});
[[nodiscard]] std::string_view kind_wording(std::string_view kind); ///< source string

void write_atom(std::string& out, const DocumentsPage& page, const web::Visit& visit);
void write_atom(std::string& out, const SearchPage& page, const web::Visit& visit);

} // namespace poa::documents
