// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_export.hpp"

#include "web/refusals.hpp"

#include <fmt/format.h>

namespace poa::views {
namespace {

using web::Drawing;
using web::Visit;

/// What the text depends on: what stands, and the day it tells.
std::string edition_of(const store::Stand& stand, Instant at) {
    return fmt::format("{}.{}.{}.{}.{} {}", stand.question_set, stand.change, stand.actors, stand.claims,
                       stand.bands, Day::of(at).iso());
}

/// The converter is not there or does not do its work: 503, in words. Whoever runs the platform can help.
http::Answer unavailable(const Visit& visit, const Drawing& drawing, const Refusal& refusal) {
    constexpr int status = 503;
    http::Answer answer =
        visit.face == web::Face::html
            ? drawing.screen(visit, problem_screen(refusal, status, drawing.sentences(), visit), status)
            : http::Answer::text(
                  status, "application/problem+json",
                  problem_json(refusal, status, drawing.sentences(), visit.in, visit.request.id));
    answer.headers.add("cache-control", "no-store");
    return answer;
}

/// The document is written in one read; converters run after it, so that no session waits for them.
Result<ExportFiles::File> file_of(const ModuleLinks& links, ExportFiles& files, ExportFormat format,
                                  const web::Wording& in) {
    const Instant now = links.clock.now();
    auto standing =
        links.database.read([&](storage::Session& session) { return links.standing.of(session); });
    if (standing->is_empty()) return refuse(Refusal::Kind::not_found, "views.no_summary");
    return files.file(edition_of(standing->stand, now), format, in.code(), [&] {
        return links.database.read([&](storage::Session& session) {
            auto newest = links.standing.of(session);
            auto states = links.states.now();
            return summary_document({session, *newest, *states, in, now, links.public_url});
        });
    });
}

http::Answer export_file(const ModuleLinks& links, ExportFiles& files, const Visit& visit,
                         const Drawing& drawing) {
    const std::string& asked = visit.path.get("format");
    auto format = parse_export_format(asked);
    if (!format)
        return drawing.refusal(
            visit, Refusal::because(Refusal::Kind::not_found, "views.no_such_format").with("format", asked));
    auto file = file_of(links, files, *format, visit.in);
    if (!file && file.error().kind == Refusal::Kind::rule) return unavailable(visit, drawing, file.error());
    if (!file) return drawing.refusal(visit, file.error());
    http::Answer answer;
    answer.headers.add("content-type", std::string(media_type_of(*format)));
    answer.headers.add("content-disposition",
                       "attachment; filename=\"" + export_file_name(*format, visit.in.code()) + "\"");
    answer.headers.add("content-language", std::string(visit.in.code()));
    answer.headers.add("vary", "Accept-Language, Cookie"); // the language is the reader's
    answer.compressible = *format == ExportFormat::html;
    answer.body = std::move(*file);
    return answer;
}

} // namespace

void add_export_sentences(web::Routes& routes) {
    routes.sentence("views.no_such_format",
                    N_("There is no “{format}” of the summary. It can be had as docx, pdf or html."));
    routes.sentence("views.no_summary",
                    N_("There is no summary yet: no positions and claims are on the record."));
    routes.sentence(
        "views.converter_missing",
        N_("This file cannot be made here: {converter} is not installed. The operator can install "
           "the Debian package {package}. The HTML file needs no converter."));
    routes.sentence("views.conversion_failed",
                    N_("This file could not be made: {converter} stopped ({reason}). The HTML file needs no "
                       "converter."));
    routes.sentence("views.conversions_busy",
                    N_("Other files are being made just now. Try again in {seconds} seconds."));
}

void add_export_routes(web::Routes& routes, const ModuleLinks& links, ExportConverters converters) {
    auto files = std::make_shared<ExportFiles>(std::move(converters));
    routes.raw("/views/summary/export/{format}",
               {"views.summary_export", N_("The consolidated summary as a document"), false},
               "application/octet-stream", [links, files](const Visit& visit, const Drawing& drawing) {
                   return export_file(links, *files, visit, drawing);
               });
}

Result<std::string> export_summary(const ExportSubject& subject, ExportFormat format) {
    return convert_document(format, summary_document(subject), subject.in.code());
}

} // namespace poa::views
