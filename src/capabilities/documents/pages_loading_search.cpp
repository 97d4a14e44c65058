// SPDX-License-Identifier: Apache-2.0
// Search, as it was asked and what was found.
#include "base/text.hpp"
#include "capabilities/documents/pages_rows.hpp"

namespace poa::documents {

using web::Visit;

const Input<SearchAsked>& input_of(Of<SearchAsked>) {
    static const auto input =
        Input<SearchAsked>("documents.search")
            .line("q", &SearchAsked::q,
                  {.label = N_("Words"),
                   .hint = N_("“Words in quotation marks” stand together; -word leaves out."),
                   .required = false,
                   .characters_max = 300})
            .line("state", &SearchAsked::state,
                  {.label = N_("State"), .required = false, .characters_max = 3})
            .choice("language", &SearchAsked::language,
                    {.label = N_("Language of the text"),
                     .required = false,
                     .choices = {{"ar", "العربية"},
                                 {"zh", "中文"},
                                 {"en", "English"},
                                 {"fr", "Français"},
                                 {"ru", "Русский"},
                                 {"es", "Español"}}})
            .line("kind", &SearchAsked::kind, {.label = N_("Kind"), .required = false, .characters_max = 60})
            .day("from", &SearchAsked::from, {.label = N_("From"), .required = false})
            .day("to", &SearchAsked::to, {.label = N_("To"), .required = false})
            .number("offset", &SearchAsked::offset,
                    {.label = N_("Offset"), .required = false, .least = 0, .most = ranked_matches_max})
            .number("limit", &SearchAsked::limit,
                    {.label = N_("At most"), .required = false, .least = 1, .most = search_count_max});
    return input;
}

Result<SearchPage> load_search(storage::Session& session, const Visit& visit, const SearchAsked& query) {
    SearchPage page;
    page.q = query.q;
    page.state = query.state;
    page.language = query.language;
    page.kind = query.kind;
    page.from = query.from;
    page.to = query.to;
    page.offset = query.offset;
    if (query.q.empty()) return page;
    SearchRequest request{
        query.q,    query.state, parse_language_code(query.language), query.kind,
        query.from, query.to,    static_cast<int>(query.offset),      static_cast<int>(query.limit)};
    SearchAnswer answer = search(session, reader_of(visit), request);
    page.total = answer.total;
    page.at_least = answer.at_least;
    page.did_you_mean = answer.did_you_mean;
    page.truncated = answer.truncated;
    for (const SearchHit& hit : answer.hits) {
        HitRow row;
        row.citation =
            hit.label.empty() ? hit.document.cited_as() : hit.document.cited_as() + ", " + hit.label;
        row.address = address_of(hit.document) + "/passages/" + percent_encode(hit.anchor, true);
        // Without it the address shows the version in the reader's own language, where there may be no such
        // words.
        if (code_of(hit.language) != visit.in.code())
            row.address += "?language=" + std::string(code_of(hit.language));
        row.document = hit.document.slug;
        row.symbol = hit.document.symbol;
        row.title = hit.document.title;
        row.language = code_of(hit.language);
        row.kind = hit.document.kind;
        row.date = hit.document.day;
        row.changed_at = hit.document.changed_at;
        row.snippet = hit.snippet.text;
        for (auto [begin, end] : hit.snippet.hits) {
            row.marks.push_back(begin);
            row.marks.push_back(end);
        }
        row.cut_before = hit.snippet.cut_before;
        row.cut_after = hit.snippet.cut_after;
        page.rows.push_back(std::move(row));
    }
    auto shown = query.offset + static_cast<std::int64_t>(page.rows.size());
    if (!page.rows.empty() && shown < page.total) page.next_offset = shown;
    return page;
}

} // namespace poa::documents
