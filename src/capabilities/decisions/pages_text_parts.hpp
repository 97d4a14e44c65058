// SPDX-License-Identifier: Apache-2.0
#pragma once
// Parts of the pages of a negotiated text: wordings with their brackets, references and changes, amendments,
// links to forms.

#include "capabilities/decisions/pages_text.hpp"
#include "web/html.hpp"
#include "web/visit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// How the wordings of one text are drawn.
class WordingLook {
  public:
    /// `anchors_here`: the page at hand has the paragraphs that references lead to; else they lead to the
    /// rolling text.
    WordingLook(const TextHead& head, Numbering numbering, const web::Visit& visit, bool anchors_here);

    /// Brackets marked, references as links to numbers, lines as they are.
    [[nodiscard]] web::Html words(std::string_view text) const;
    /// Old words struck, new ones underlined.
    [[nodiscard]] web::Html runs(const std::vector<WordingRunRow>& of_wording) const;
    /// As one text without marks, for sentences and choices.
    [[nodiscard]] std::string plain(std::string_view text) const;
    /// "paragraph 3" in the reader's language.
    [[nodiscard]] std::string name_of_paragraph(std::string_view key) const;
    /// A paragraph of its own, in the language of the text.
    [[nodiscard]] web::Html paragraph(const web::Html& wording) const;
    [[nodiscard]] const std::string& language() const { return language_; }

  private:
    [[nodiscard]] web::Html reference(const Piece& piece) const;
    std::int64_t proposal_;
    std::string language_;
    Numbering numbering_;
    const web::Visit& visit_;
    bool anchors_here_;
};

[[nodiscard]] web::Url text_address(const TextHead& head);
/// With the way back to the text, except on the page of the text itself.
[[nodiscard]] web::Screen text_screen(const TextHead& head, const web::Visit& visit, std::string title,
                                      bool is_text_page = false);
/// What it is a text of: title, symbol, stage, language.
[[nodiscard]] web::Html text_facts(const TextHead& head, const web::Visit& visit);
/// Links to forms. `of`: what they are about, for who hears them out of their place.
[[nodiscard]] web::Html text_acts(const std::vector<TextActRow>& acts, std::string_view of,
                                  const web::Visit& visit);
/// Under a heading of its own: h4 below a paragraph, h3 elsewhere.
[[nodiscard]] web::Html draw_amendment(const AmendmentRow& row, const WordingLook& look, bool below_paragraph,
                                       const web::Visit& visit);
[[nodiscard]] std::string name_of_amendment(const AmendmentRow& row, const web::Visit& visit);
/// Why there is a version: "amendment 3 taken in".
[[nodiscard]] std::string cause_words(const TextVersionRow& version, const web::Visit& visit);

} // namespace poa::decisions
