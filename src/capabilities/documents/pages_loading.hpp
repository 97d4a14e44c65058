// SPDX-License-Identifier: Apache-2.0
#pragma once
// From request to page struct.

#include "capabilities/documents/documents.hpp"
#include "capabilities/documents/pages.hpp"
#include "capabilities/members/members.hpp"
#include "web/visit.hpp"

#include <string>

namespace poa::documents {

struct ListQuery {
    std::string kind, submitted_by, after;
};
const Input<ListQuery>& input_of(Of<ListQuery>);
[[nodiscard]] Result<DocumentsPage> load_list(storage::Session& session, const web::Visit& visit,
                                              const ListQuery& query);

struct DocumentQuery {
    std::string document;
    std::string section;
    std::string language;
    std::int64_t after = -1;
    std::int64_t limit = 0;
    std::int64_t version = 0;
};
const Input<DocumentQuery>& input_of(Of<DocumentQuery>);
[[nodiscard]] Result<ReaderPage> load_reader(storage::Session& session, const web::Visit& visit,
                                             const DocumentQuery& query);

struct WholeQuery {
    std::string document;
    std::string language;
    std::int64_t version = 0;
    std::int64_t part = 0;   ///< 0: people get the first one, programs all of the text
    std::string passage;     ///< anchor: the part that holds it
    bool paper = false;      ///< all of the text
    std::int64_t after = -1; ///< of a text with more passages than one answer gives
};
const Input<WholeQuery>& input_of(Of<WholeQuery>);
/// Part by part, or all of it: up to `whole_passages_max`, then `next` says where it goes on. Refuses
/// documents.no_such_part and documents.no_such_passage (not_found).
[[nodiscard]] Result<WholePage> load_whole(storage::Session& session, const web::Visit& visit,
                                           const WholeQuery& query);
[[nodiscard]] Result<PassagesPage> load_passages(storage::Session& session, const web::Visit& visit,
                                                 const DocumentQuery& query);
[[nodiscard]] Result<RepliesPage> load_replies(storage::Session& session, const web::Visit& visit,
                                               const DocumentQuery& query);
[[nodiscard]] Result<CitationsPage> load_citations(storage::Session& session, const web::Visit& visit,
                                                   const DocumentQuery& query);
[[nodiscard]] Result<ImportReportPage> load_import_report(storage::Session& session, const web::Visit& visit,
                                                          const DocumentQuery& query);

struct PassageQuery {
    std::string document, passage, language;
    std::string quote; ///< words of the passage to mark; empty: none
};
const Input<PassageQuery>& input_of(Of<PassageQuery>);
[[nodiscard]] Result<PassagePage> load_passage(storage::Session& session, const web::Visit& visit,
                                               const PassageQuery& query);

struct ComparisonQuery {
    std::string document;
    ComparisonId comparison;
    std::int64_t after = -1;
};
const Input<ComparisonQuery>& input_of(Of<ComparisonQuery>);
[[nodiscard]] Result<ComparisonPage> load_comparison(storage::Session& session, const web::Visit& visit,
                                                     const ComparisonQuery& query);

struct SearchAsked {
    std::string q, state, language, kind;
    std::optional<Day> from, to;
    std::int64_t offset = 0;
    std::int64_t limit = 20;
};
const Input<SearchAsked>& input_of(Of<SearchAsked>);
[[nodiscard]] Result<SearchPage> load_search(storage::Session& session, const web::Visit& visit,
                                             const SearchAsked& query);

/// The reader of a request, as queries of documents take it.
[[nodiscard]] const Reader& reader_of(const web::Visit& visit);
/// The version a visit is shown: of the language asked for, else of the interface, else the original.
[[nodiscard]] Result<Version> version_for(storage::Session& session, const Document& document,
                                          const web::Visit& visit, std::string_view language,
                                          std::int64_t number = 0);
[[nodiscard]] Result<Document> visible(storage::Session& session, const web::Visit& visit,
                                       std::string_view slug);

[[nodiscard]] std::string address_of(const Document& document);
/// Where a passage stands in the reader: "/documents/a-78-76/sections/egy#egy/para-17".
[[nodiscard]] std::string reader_address(const Document& document, std::string_view anchor,
                                         std::string_view reply, std::string_view section);

} // namespace poa::documents
