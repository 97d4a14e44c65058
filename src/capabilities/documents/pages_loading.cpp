// SPDX-License-Identifier: Apache-2.0
// What the pages of documents have in common, and the list of all documents.
#include "capabilities/documents/pages_loading.hpp"

#include "base/text.hpp"
#include "capabilities/documents/pages_rows.hpp"
#include "capabilities/identity/faces.hpp"

#include <charconv>

namespace poa::documents {
namespace {

using web::Visit;

/// "1700000000000000.12": where a list goes on.
std::string write_place(const Document& document) {
    return fmt::format("{}.{}", document.created_at.microseconds, document.id.number);
}
std::optional<ListPlace> read_place(std::string_view text) {
    ListPlace place;
    if (text.empty()) return place;
    const char* end = text.data() + text.size();
    auto [dot, error] = std::from_chars(text.data(), end, place.created_at.microseconds);
    if (error != std::errc{} || dot == end || *dot != '.') return std::nullopt;
    auto [stop, error_too] = std::from_chars(dot + 1, end, place.id);
    if (error_too != std::errc{} || stop != end) return std::nullopt;
    return place;
}

} // namespace

const Reader& reader_of(const Visit& visit) {
    return identity::actor_of(visit).reader();
}

std::string address_of(const Document& document) {
    return "/documents/" + document.slug;
}

std::string reader_address(const Document& document, std::string_view anchor, std::string_view reply,
                           std::string_view section) {
    std::string_view page = reply.empty() ? section : reply;
    std::string address = address_of(document);
    if (!page.empty()) address += "/sections/" + percent_encode(page, true);
    return address + "#" + percent_encode(anchor, true);
}

Result<Document> visible(storage::Session& session, const Visit& visit, std::string_view slug) {
    auto document = find_visible_document(session, reader_of(visit), slug);
    if (!document) return refuse(Refusal::Kind::not_found, "documents.not_found");
    return std::move(*document);
}

Result<Version> version_for(storage::Session& session, const Document& document, const Visit& visit,
                            std::string_view language, std::int64_t number) {
    auto versions = versions_of(session, document.id);
    if (number > 0) {
        for (const Version& version : versions)
            if (version.number == number && (language.empty() || code_of(version.language) == language))
                return version;
        return refuse(Refusal::Kind::not_found, "documents.no_such_version");
    }
    std::vector<Language> wanted;
    if (!language.empty()) {
        auto asked = parse_language_code(language);
        if (!asked) return refuse(Refusal::Kind::not_found, "documents.no_such_version");
        wanted.push_back(*asked);
    } else {
        if (auto own = parse_language_code(visit.in.code())) wanted.push_back(*own);
        wanted.insert(wanted.end(), document.original_languages.begin(), document.original_languages.end());
    }
    auto version = choose_version(versions, wanted);
    if (!version || (!language.empty() && code_of(version->language) != language))
        return refuse(Refusal::Kind::not_found, "documents.no_such_version");
    return std::move(*version);
}

const Input<ListQuery>& input_of(Of<ListQuery>) {
    static const auto input =
        Input<ListQuery>("documents.list")
            .line("kind", &ListQuery::kind, {.label = N_("Kind"), .required = false, .characters_max = 60})
            .line("submitted_by", &ListQuery::submitted_by,
                  {.label = N_("Submitted by"), .required = false, .characters_max = 120})
            .line("after", &ListQuery::after,
                  {.label = N_("After"), .required = false, .characters_max = 60});
    return input;
}

Result<DocumentsPage> load_list(storage::Session& session, const Visit& visit, const ListQuery& query) {
    auto place = read_place(query.after);
    if (!place) {
        Refusal refusal{Refusal::Kind::bad_input, {}};
        refusal.add_field("after", "documents.no_such_place");
        return refuse(std::move(refusal));
    }
    DocumentsPage page{query.kind, query.submitted_by, {}, {}};
    auto documents =
        list_documents(session, reader_of(visit), {query.kind, query.submitted_by}, *place, rows_a_page + 1);
    if (documents.size() > rows_a_page) {
        documents.resize(rows_a_page);
        page.next = write_place(documents.back());
    }
    for (const Document& document : documents) page.rows.push_back(listed(document));
    return page;
}

const Input<DocumentQuery>& input_of(Of<DocumentQuery>) {
    static const auto input =
        document_input<DocumentQuery>("documents.read")
            .line("section", &DocumentQuery::section,
                  {.label = N_("Section"), .required = false, .characters_max = 400})
            .number("after", &DocumentQuery::after,
                    {.label = N_("After"), .required = false, .least = 0, .most = after_passage_max})
            .number("limit", &DocumentQuery::limit,
                    {.label = N_("At most"), .required = false, .least = 1, .most = passages_limit_max})
            .number("version", &DocumentQuery::version,
                    {.label = N_("Version"), .required = false, .least = 1});
    return input;
}

} // namespace poa::documents
