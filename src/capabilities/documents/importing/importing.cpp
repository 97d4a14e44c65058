// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/importing.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/dates.hpp"
#include "capabilities/documents/importing/structure.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t author_passages = 3;     ///< the title and what stands right under it
constexpr std::size_t front_passages_max = 24; ///< of the first page

void take_front_matter(const FrontMatter& front, ParsedDocument& document) {
    document.title = front.title_text;
    document.kind = kind_of_title(front.subtitle.empty() ? front.title_text : front.subtitle);
    document.date = front.date;
    document.original_languages = front.original_languages;
    document.distribution = front.distribution;
    document.session = front.session;
    document.agenda_item = front.agenda_item;
    document.symbol = front.symbol;
}

std::optional<Symbol> symbol_in_running_heads(const ParsedDocument& document) {
    for (const LeftOver& line : document.left_over)
        if (line.reason == "running_head")
            if (auto symbol = Symbol::parse(line.text)) return symbol;
    return std::nullopt;
}

void take_symbol(const ImportHints& hints, ParsedDocument& document) {
    if (!document.symbol) document.symbol = symbol_in_running_heads(document);
    if (!document.symbol && !hints.file_name.empty()) document.symbol = Symbol::from_slug(hints.file_name);
    if (hints.symbol) document.symbol = hints.symbol;
    if (document.symbol && document.symbol->text().find("/RES/") != std::string::npos)
        document.kind = "resolution";
}

/// A paper's date may stand at its end.
void take_last_line_date(ParsedDocument& document) {
    if (document.date || document.passages.empty()) return;
    const Passage& last = document.passages.back();
    if (last.kind == PassageKind::paragraph) document.date = read_date(last.text);
}

void take_author(const ImportHints& hints, const ActorNames& names, ParsedDocument& document) {
    document.submitted_by = hints.submitted_by;
    if (!hints.submitted_by.empty() || !document.replies.empty() || document.kind != "paper") return;
    for (std::size_t i = 0; i < document.passages.size() && i < front_passages_max; ++i) {
        const Passage& passage = document.passages[i];
        bool front = passage.kind == PassageKind::title || passage.kind == PassageKind::front_matter;
        bool heading = passage.kind == PassageKind::heading && passage.text.size() < 120;
        if (!front && (!heading || i >= author_passages)) continue;
        if (auto actor = names.find_in(passage.text)) {
            document.submitted_by = actor->key;
            document.submitted_by_name = actor->name;
            return;
        }
    }
}

std::string text_for_guess(const ParsedDocument& document) {
    std::string text;
    for (const Passage& passage : document.passages) {
        if (passage.kind == PassageKind::front_matter) continue;
        text += passage.text;
        text += '\n';
        if (text.size() > 20'000) break;
    }
    return text;
}

void take_title(const ImportHints& hints, ParsedDocument& document) {
    if (!hints.title.empty()) document.title = hints.title;
    if (!document.title.empty()) return;
    // No title was printed: the first words stand for it.
    document.title = std::string(first_characters(document.passages.front().text, 120));
    document.title = document.title.substr(0, document.title.find('\n'));
    document.remarks.push_back({1, "title_not_found", document.title});
}

} // namespace

Result<ParsedDocument> parse_document(std::string_view text, const ImportHints& hints,
                                      const ActorNames& names) {
    SourceText source;
    if (auto checked = read_source(text, source); !checked) return refuse(checked.error());
    Blocks read = read_blocks(source);
    if (read.blocks.size() > passages_max)
        return refuse(Refusal::because(Refusal::Kind::bad_input, "documents.too_many_passages")
                          .with("passages", std::to_string(read.blocks.size()))
                          .with("passages_max", std::to_string(passages_max)));
    join_split_blocks(read.blocks);
    FrontMatter front = read_front_matter(read.blocks);
    ParsedDocument document;
    document.left_over = std::move(read.left_over);
    take_front_matter(front, document);
    build_structure(read.blocks, front, names, document);
    if (document.passages.empty()) return refuse(Refusal::Kind::bad_input, "documents.empty");
    link_footnotes(document);
    take_pages_from_contents(document);
    take_symbol(hints, document);
    if (!document.replies.empty()) document.kind = "report";
    if (document.kind.empty()) document.kind = "paper";
    take_last_line_date(document);
    take_author(hints, names, document);
    take_title(hints, document);
    document.language = hints.language ? *hints.language : guess_language(text_for_guess(document));
    if (document.original_languages.empty()) document.original_languages.push_back(document.language);
    return document;
}

} // namespace poa::documents
