// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a document is made of once it is read: passages in order, each addressable, and what was left over.

#include "base/time.hpp"
#include "capabilities/documents/language.hpp"
#include "capabilities/documents/symbol.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

enum class PassageKind {
    title = 0,
    front_matter = 1, ///< distribution, date, session, agenda item, "[Original: English]"
    contents = 2,     ///< the printed list of contents; rows as lines, cells by tab
    heading = 3,      ///< `level` 1 is the highest
    paragraph = 4,    ///< with `number` where it is a numbered one
    item = 5,         ///< "(a)", "(iv)", "4.1", a bullet (number empty); `level` 1 is the outermost
    table = 6,        ///< rows as lines, cells by tab
    footnote = 7,     ///< `number` as printed
    quotation = 8,    ///< a block quotation
    preformatted = 9, ///< lines as they are
};

[[nodiscard]] std::string_view name_of(PassageKind kind);
[[nodiscard]] std::optional<PassageKind> parse_passage_kind(std::string_view name);

/// A marked stretch [begin, end) of a passage's plain text, in bytes. Marks may lie inside each other, never
/// across.
struct Mark {
    enum class Kind : char {
        emphasis = 'e',
        strong = 's',
        note = 'n', ///< a reference to a footnote: begin == end, `target` the number as printed, `anchor` its
                    ///< passage
        symbol = 'd', ///< a document cited: `target` is the canonical symbol
        link = 'l',   ///< a web address: `target` begins with http:// or https://
    };
    Kind kind = Kind::emphasis;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string target;
    std::string anchor; ///< of a note only; empty where the footnote was not found
    bool operator==(const Mark&) const = default;
};

/// Marks as one text for storage, and back. What `write_marks` did not write gives an empty list.
[[nodiscard]] std::string write_marks(const std::vector<Mark>& marks);
[[nodiscard]] std::vector<Mark> read_marks(std::string_view text);

/// Lines of the source, counted from 1, both included.
struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const LineRange&) const = default;
};

struct Passage {
    PassageKind kind = PassageKind::paragraph;
    int level = 0;
    std::string anchor;  ///< unique in the document: "para-17", "egy/para-8/a", "section-iv", "egy/note-12"
    std::string label;   ///< as cited, without the document: "Egypt, para. 8 (a)"
    std::string number;  ///< as printed, without dot or brackets: "17", "a", "IV", "12", "4.1"
    std::string reply;   ///< anchor of the reply it belongs to; empty outside replies
    std::string section; ///< anchor of the nearest heading above it; empty where there is none
    std::string text;    ///< plain
    std::vector<Mark> marks;
    std::optional<int> page; ///< as counted by form feeds, or as the list of contents says for its heading
    std::vector<LineRange> lines; ///< where it came from, in order
    std::vector<std::uint32_t>
        joined; ///< bytes in `text` where a paragraph split by a page break was put together
};

/// A State's or an organisation's contribution inside a report.
struct Reply {
    std::string anchor; ///< "egy"; an organisation: the slug of its name
    std::string name;   ///< as printed
    std::string iso3;   ///< empty where the name is no State's
    std::optional<Language> original_language;
    std::optional<Day> date;
    std::size_t first = 0; ///< index of its heading among the passages
    std::size_t last = 0;  ///< index of its last passage
};

/// A line that became part of no passage, and why.
struct LeftOver {
    std::uint32_t line = 0;
    std::string text;
    std::string reason; ///< "running_head", "page_number", "unknown_markup"
};

/// Something the importer saw that a person should look at. Codes, no prose.
struct Remark {
    std::uint32_t line = 0;
    std::string code; ///< "footnote_without_reference", "reference_without_footnote", "link_dropped", ...
    std::string detail;
};

struct ParsedDocument {
    std::optional<Symbol> symbol;
    std::string title;
    std::string kind; ///< "report", "resolution", "note", "letter", "paper"
    std::optional<Day> date;
    Language language = Language::english;
    std::vector<Language> original_languages; ///< as stated; else the language of the text
    std::string distribution;                 ///< "General"; empty where not stated
    std::string session;                      ///< "Seventy-eighth session"; empty where not stated
    std::string agenda_item;                  ///< "Item 97 of the preliminary list"; empty where not stated
    std::string submitted_by; ///< "state:CAN", "organisation:cyberpeace-institute"; empty: not recognised
    std::string submitted_by_name; ///< as printed or as in the table of names
    std::vector<Passage> passages;
    std::vector<Reply> replies;
    std::vector<LeftOver> left_over;
    std::vector<Remark> remarks;
};

} // namespace poa::documents
