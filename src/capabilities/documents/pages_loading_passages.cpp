// SPDX-License-Identifier: Apache-2.0
// Passages: the list of them, one alone; the replies in a document.
#include "capabilities/documents/pages_quote.hpp"
#include "capabilities/documents/pages_rows.hpp"

namespace poa::documents {

using web::Visit;

namespace {
// Text of one page of the list for people, which loads on a slow line too; who asks for a number of rows gets
// a longer page, and programs get as many as they ask for.
constexpr std::size_t list_bytes_max = 45'000, list_bytes_max_asked = 70'000;

std::size_t bytes_max(const Visit& visit, const DocumentQuery& query) {
    if (visit.face != web::Face::html) return std::size_t(-1);
    return query.limit > 0 ? list_bytes_max_asked : list_bytes_max;
}
} // namespace

Result<PassagesPage> load_passages(storage::Session& session, const Visit& visit,
                                   const DocumentQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language, query.version);
    if (!text) return refuse(text.error());
    auto& [document, version] = *text;
    PassageRange range = range_after(version, query.after);
    if (!query.section.empty()) {
        auto found = section_range(read_outline(session, version.id), version, query.section);
        if (!found) return refuse(Refusal::Kind::not_found, "documents.no_such_section");
        range = {std::max(range.first, found->first), found->last};
    }
    PassagesPage page{document.slug,
                      document.symbol,
                      document.title,
                      std::string(code_of(version.language)),
                      version.number,
                      {},
                      {}};
    auto limit = static_cast<std::size_t>(query.limit > 0 ? query.limit : passages_limit_default);
    Marks marks = visit.face == web::Face::json ? Marks::read : Marks::left_out; // the other faces show none
    const std::size_t most = bytes_max(visit, query);
    std::size_t bytes = 0;
    bool more = false;
    page.rows.reserve(limit);
    each_passage(session, range, static_cast<int>(limit) + 1, [&](const PassageView& passage) {
        bytes += passage.text.size();
        more = more || page.rows.size() == limit || (bytes > most && !page.rows.empty());
        if (!more) page.rows.push_back(row_of(passage, marks));
    });
    if (more) page.next = page.rows.back().ordinal;
    return page;
}

Result<RepliesPage> load_replies(storage::Session& session, const Visit& visit, const DocumentQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language, query.version);
    if (!text) return refuse(text.error());
    RepliesPage page{text->document.slug, text->document.cited_as(), {}};
    for (const StoredReply& reply : read_replies(session, text->version.id))
        page.rows.push_back(row_of(reply, text->document));
    return page;
}

const Input<PassageQuery>& input_of(Of<PassageQuery>) {
    static const auto input =
        document_input<PassageQuery>("documents.passage")
            .line("passage", &PassageQuery::passage, {.label = N_("Passage"), .characters_max = 400})
            .multiline("quote", &PassageQuery::quote,
                       {.label = N_("Words to mark"), .required = false, .characters_max = 400});
    return input;
}

Result<PassagePage> load_passage(storage::Session& session, const Visit& visit, const PassageQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language);
    if (!text) return refuse(text.error());
    auto& [document, version] = *text;
    auto stored = find_passage(session, version.id, query.passage);
    if (!stored) return refuse(Refusal::Kind::not_found, "documents.no_such_passage");
    const Passage& passage = stored->passage;
    PassagePage page;
    page.document = document.slug;
    page.symbol = document.symbol;
    page.title = document.title;
    page.citation = citation_of(document, passage);
    page.language = code_of(version.language);
    page.version = version.number;
    page.reader_address = reader_address(document, passage.anchor, passage.reply, passage.section);
    page.quote = query.quote;
    if (auto found = find_quote(passage.text, query.quote)) {
        page.quote_begin = static_cast<std::int64_t>(found->begin);
        page.quote_end = static_cast<std::int64_t>(found->end);
    }
    std::string marks = write_marks(passage.marks);
    page.passage = row_of({stored->key, passage.kind, passage.level, passage.anchor, passage.label,
                           passage.number, passage.reply, passage.section, passage.text, marks},
                          Marks::read);
    return page;
}

} // namespace poa::documents
