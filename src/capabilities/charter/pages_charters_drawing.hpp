// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML: the list of charters, and one charter clause by clause.

#include "capabilities/charter/pages_charters.hpp"
#include "web/routes.hpp"

namespace poa::charter {

[[nodiscard]] web::Screen draw_charters(const ChartersPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_charter(const CharterPage& page, const web::Visit& visit);

// Parts.
/// "c-4-1": the place of a clause on a charter's page.
[[nodiscard]] std::string clause_anchor(std::string_view number);
/// The words of a clause; more than one item as a list.
[[nodiscard]] web::Html value_words(const std::vector<std::string>& items);
/// Everything on the page of a charter below its head: contents, contradictions, clauses.
[[nodiscard]] web::Html clauses_of(const CharterPage& page, const web::Visit& visit);
/// Whose paper it was read in, with links to the States' pages.
[[nodiscard]] web::Html author_links(const std::vector<AuthorRow>& authors);
/// That a charter is a reading of a paper and not the paper; empty where none is needed.
[[nodiscard]] web::Html reading_notice(std::string_view kind, const web::Visit& visit);

} // namespace poa::charter
