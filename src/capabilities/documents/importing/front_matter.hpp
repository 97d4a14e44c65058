// SPDX-License-Identifier: Apache-2.0
#pragma once
// The first page: who issued the document, when, in which language, under which item, and what it is called.

#include "capabilities/documents/importing/blocks.hpp"

namespace poa::documents {

/// What is known of a document by its first page, and what each of the first blocks is.
struct FrontMatter {
    std::size_t end = 0; ///< blocks before this one are the first page (footnotes among them aside)
    std::optional<std::size_t> title; ///< index of the block that is the title
    std::string title_text;
    std::string subtitle; ///< "Report of the Secretary-General"
    std::string distribution;
    std::string session;
    std::string agenda_item;
    std::optional<Symbol> symbol;
    std::optional<Day> date;
    bool month_only = false; ///< a month and year were seen, but no day
    std::optional<Language> language;
    std::vector<Language> original_languages;
};

[[nodiscard]] FrontMatter read_front_matter(const std::vector<Block>& blocks);

/// A line that only a first page has: "Distr.: General", a symbol, a date, a session, "Submitted by ...".
[[nodiscard]] bool is_front_line(std::string_view line);

/// "Report of ...", "Note by ...", "Letter dated ...": what a document is; empty where the text does not
/// tell.
[[nodiscard]] std::string kind_of_title(std::string_view title);

/// "[Original: English]", with the date in brackets after it or not: the head of a reply inside a report.
struct ReplyDetails {
    std::optional<Language> language;
    std::optional<Day> date;
};
[[nodiscard]] std::optional<ReplyDetails> read_reply_details(std::string_view source);

} // namespace poa::documents
