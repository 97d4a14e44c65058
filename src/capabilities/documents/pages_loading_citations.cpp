// SPDX-License-Identifier: Apache-2.0
// What a document cites and where it is cited; what the importer said of it.
#include "base/text.hpp"
#include "capabilities/documents/pages_rows.hpp"

namespace poa::documents {

using web::Visit;

Result<CitationsPage> load_citations(storage::Session& session, const Visit& visit,
                                     const DocumentQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language, query.version);
    if (!text) return refuse(text.error());
    auto& [document, version] = *text;
    CitationsPage page{document.slug, document.cited_as(), {}, {}};
    const Reader& reader = reader_of(visit);
    for (const Cited& cited : citations_out(session, reader, version.id))
        page.rows.push_back({cited.symbol, cited.passages,
                             cited.slug.empty() ? std::string() : "/documents/" + cited.slug, cited.title});
    if (document.symbol.empty()) return page;
    for (const CitedBy& by :
         citations_in(session, reader, document.symbol, PassageKey{}, passages_limit_default))
        page.cited_by.push_back({by.document.cited_as() + ", " + by.label,
                                 address_of(by.document) + "/passages/" + percent_encode(by.anchor, true),
                                 std::string(first_characters(by.text, 280))});
    return page;
}

Result<ImportReportPage> load_import_report(storage::Session& session, const Visit& visit,
                                            const DocumentQuery& query) {
    auto text = choose_text(session, visit, query.document, query.language, query.version);
    if (!text) return refuse(text.error());
    auto& [document, version] = *text;
    ImportReportPage page{
        document.slug, document.cited_as(), std::string(code_of(version.language)), version.number, {}};
    ImportReport report = read_import_report(session, version.id);
    for (const LeftOver& left : report.left_over)
        page.rows.push_back({left.line, "left_over", left.reason, left.text});
    for (const Remark& remark : report.remarks)
        page.rows.push_back({remark.line, remark.code, remark.detail, {}});
    return page;
}

} // namespace poa::documents
