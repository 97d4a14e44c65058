// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/module_bytes.hpp"

#include "base/text.hpp"
#include "capabilities/documents/pages_rows.hpp"

namespace poa::documents {
namespace {

using web::Drawing;
using web::Visit;

/// Which text of a document is given depends on the reader's language and sign-in.
void add_language(http::Answer& answer, Language language) {
    answer.headers.add("content-language", std::string(code_of(language)));
    answer.headers.add("vary", "Accept-Language, Cookie");
}

void append_plain(std::string& out, const PassageView& passage) {
    out += "\n";
    bool is_item = passage.kind == PassageKind::item;
    if (!passage.number.empty() && passage.kind != PassageKind::heading) // a heading's text has it
        out.append(is_item ? "(" : "").append(passage.number).append(is_item ? ") " : ". ");
    out.append(passage.text) += "\n";
}

http::Answer plain_text(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    auto query = input_of(Of<DocumentQuery>{}).parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    Language language = Language::english;
    auto text = links.database.read([&](storage::Session& session) -> Result<std::string> {
        auto chosen = choose_text(session, visit, query->document, query->language, query->version);
        if (!chosen) return refuse(chosen.error());
        language = chosen->version.language;
        std::string out = chosen->document.cited_as() + "\n";
        each_passage(session, range_after(chosen->version, -1), passages_max,
                     [&](const PassageView& passage) { append_plain(out, passage); });
        return out;
    });
    if (!text) return drawing.refusal(visit, text.error());
    http::Answer answer = http::Answer::text(200, "text/plain; charset=utf-8", std::move(*text));
    answer.compressible = true;
    add_language(answer, language);
    return answer;
}

/// "Our paper (final).PDF" as "our-paper-final.pdf": nothing that a header or a disk could take amiss.
std::string safe_file_name(std::string_view name) {
    std::size_t dot = name.rfind('.');
    std::string ending = dot == std::string_view::npos ? std::string() : slug(name.substr(dot + 1));
    std::string stem = slug(name.substr(0, dot));
    return (stem.empty() ? "document" : stem) + (ending.empty() ? "" : "." + ending);
}

http::Answer original_file(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    auto query = input_of(Of<DocumentQuery>{}).parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    auto version = links.database.read([&](storage::Session& session) -> Result<Version> {
        auto chosen = choose_text(session, visit, query->document, query->language, query->version);
        if (!chosen) return refuse(chosen.error());
        return std::move(chosen->version);
    });
    if (!version) return drawing.refusal(visit, version.error());
    // Read whole first, so that a file that was altered is never given out under the digest of another.
    const bool is_whole = links.files.get(version->source_digest).has_value();
    auto path = is_whole ? links.files.path(version->source_digest) : std::nullopt;
    if (!path)
        return drawing.refusal(visit, Refusal::because(Refusal::Kind::not_found, "documents.no_original"));
    http::Answer answer;
    // What came from outside is never shown by the browser as a page of ours.
    answer.headers.add("content-type", "application/octet-stream");
    answer.headers.add("content-disposition",
                       "attachment; filename=\"" + safe_file_name(version->source_file_name) + "\"");
    answer.headers.add("etag", "\"" + version->source_digest.hex() + "\"");
    answer.body = http::FileBody{*path};
    add_language(answer, version->language);
    return answer;
}

http::Answer follow_symbol(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    const std::string& text = visit.path.get("symbol");
    auto symbol = Symbol::parse(text);
    auto document = links.database.read([&](storage::Session& session) -> std::optional<Document> {
        auto found = symbol ? find_document_by_symbol(session, symbol->text()) : std::nullopt;
        return found && may_read(reader_of(visit), *found) ? found : std::nullopt;
    });
    if (!document)
        return drawing.refusal(
            visit,
            Refusal::because(Refusal::Kind::not_found, "documents.symbol_not_here").with("symbol", text));
    http::Answer answer = http::Answer::redirect(address_of(*document), 302);
    answer.headers.add("vary", "Cookie"); // what is not public is there for some only
    return answer;
}

} // namespace

void add_bytes(web::Routes& routes, const ModuleLinks& links) {
    routes.raw(
        "/documents/{document}/text", {"documents.text", N_("A document as plain text")}, "text/plain",
        [links](const Visit& visit, const Drawing& drawing) { return plain_text(links, visit, drawing); });
    routes.raw("/documents/{document}/original", {"documents.original", N_("The file as it came"), false},
               "application/octet-stream", [links](const Visit& visit, const Drawing& drawing) {
                   return original_file(links, visit, drawing);
               });
    routes.raw("/symbols/{symbol...}", {"documents.symbol", N_("Goes to the document of a symbol"), false},
               "text/html", [links](const Visit& visit, const Drawing& drawing) {
                   return follow_symbol(links, visit, drawing);
               });
}

} // namespace poa::documents
