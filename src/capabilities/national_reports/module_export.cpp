// SPDX-License-Identifier: Apache-2.0
// The answers of a year, or of all, as a file.
#include "capabilities/national_reports/export_answers.hpp"
#include "capabilities/national_reports/export_folder.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"

#include <fmt/format.h>

#include <fstream>

namespace poa::national_reports {
namespace {

using web::Drawing;
using web::Visit;

struct ExportQuery {
    std::int64_t year = 0;
    std::string format = "csv";
};
const Input<ExportQuery>& export_query() {
    static const auto input =
        Input<ExportQuery>("national_reports.export")
            .number("year", &ExportQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200})
            .choice("format", &ExportQuery::format,
                    {.label = N_("Format"),
                     .required = false,
                     .choices = {{"csv", N_("CSV")}, {"json", N_("JSON")}, {"xlsx", N_("Workbook (XLSX)")}}});
    return input;
}

YearSpan years_of(const ExportQuery& query) {
    return query.year != 0 ? YearSpan{query.year, query.year} : YearSpan{};
}

void write_answers(const ModuleLinks& links, const identity::Reader& reader, const ExportQuery& query,
                   const std::filesystem::path& path) {
    std::ofstream file(path, std::ios::binary);
    links.database.read([&](storage::Session& session) {
        return export_answers(session, reader, years_of(query), *parse_answers_format(query.format),
                              [&](std::string_view piece) {
                                  file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
                              });
    });
    if (!file.flush()) throw MachineFailure("an export cannot be written: " + path.string());
}

http::Answer exported(const ModuleLinks& links, ExportFolder& folder, const Visit& visit,
                      const Drawing& drawing) {
    auto query = export_query().parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    if (query->format.empty()) query->format = "csv";
    const auto path = folder.file(query->format, [&](const std::filesystem::path& made) {
        write_answers(links, identity::actor_of(visit).reader(), *query, made);
    });
    if (!path)
        return drawing.refusal(
            visit,
            Refusal::because(Refusal::Kind::too_many, "national_reports.exports_busy").with("seconds", "5"));
    const std::string year = query->year != 0 ? std::to_string(query->year) : "all";
    http::Answer answer;
    answer.headers.add("content-type", std::string(media_type_of(*parse_answers_format(query->format))));
    answer.headers.add("content-disposition",
                       fmt::format("attachment; filename=\"reports-{}.{}\"", year, query->format));
    answer.headers.add("cache-control", "no-store"); // what is in it depends on who asks
    answer.headers.add("vary", "Cookie");
    answer.body = http::FileBody{*path};
    return answer;
}

} // namespace

void add_export_routes(web::Routes& routes, const ModuleLinks& links) {
    routes.sentence("national_reports.exports_busy",
                    N_("Other exports are being written just now. Try again in {seconds} seconds."));
    const auto folder = std::make_shared<ExportFolder>();
    routes.raw(
        "/reports/export",
        {"national_reports.export", N_("Answers of released reports, as the reader may see them"), false},
        "application/octet-stream", [links, folder](const Visit& visit, const Drawing& drawing) {
            return exported(links, *folder, visit, drawing);
        });
}

} // namespace poa::national_reports
