// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the pages of the framework share.

#include "capabilities/acquis/pages.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::acquis {

/// A same-site address as a link; the words alone where it is none.
[[nodiscard]] web::Html link_to(std::string_view address, std::string_view words, std::string_view language);
/// With its language, where that is not the page's.
[[nodiscard]] web::Html said(std::string_view text, std::string_view language, const web::Visit& visit);
[[nodiscard]] web::Html paragraphs(std::string_view text, std::string_view language);
/// Words added and struck out.
[[nodiscard]] web::Html draw_changes(const std::vector<WordsChanged>& changes);
[[nodiscard]] std::string level_words(const std::vector<std::string>& levels, const web::Visit& visit);
[[nodiscard]] std::string_view body_words(std::string_view body, const web::Visit& visit);
[[nodiscard]] web::Html draw_note_body(const std::vector<NotePart>& parts, std::string_view language);
/// Who says it, as what, since when.
[[nodiscard]] web::Html note_by(const NoteRow& note, const web::Visit& visit);
[[nodiscard]] web::Html recommendations_table(const std::vector<RecommendationRow>& rows,
                                              std::string_view title, const web::Visit& visit);
/// A choice of a filter: pairs of value and words.
[[nodiscard]] web::Html filter_choice(std::string_view name, std::string_view label, std::string_view chosen,
                                      const std::vector<std::pair<std::string, std::string>>& choices,
                                      const web::Visit& visit);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> pillar_choices(const web::Visit& visit);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> level_choices(const web::Visit& visit);
/// With the way back to the framework.
[[nodiscard]] web::Screen acquis_screen(const web::Visit& visit, std::string title, web::Html body);
[[nodiscard]] std::string_view inferred_words(const web::Visit& visit);

} // namespace poa::acquis
