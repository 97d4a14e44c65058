// SPDX-License-Identifier: Apache-2.0
// Files that stand as evidence, given out byte for byte and never as a page of ours.
#include "capabilities/national_reports/keeping_evidence.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"

namespace poa::national_reports {
namespace {

using web::Drawing;
using web::Visit;

struct OwnFileQuery {
    Id<NationalReport> report;
    std::string sha256;
};
const Input<OwnFileQuery>& own_file_query() {
    static const auto input = Input<OwnFileQuery>("national_reports.own_evidence")
                                  .id("report", &OwnFileQuery::report)
                                  .hidden("sha256", &OwnFileQuery::sha256);
    return input;
}
struct ReleasedFileQuery {
    std::string state, sha256;
    std::int64_t year = 0;
};
const Input<ReleasedFileQuery>& released_file_query() {
    static const auto input =
        Input<ReleasedFileQuery>("national_reports.evidence")
            .line("state", &ReleasedFileQuery::state, {.label = N_("State"), .characters_max = 3})
            .number("year", &ReleasedFileQuery::year, {.label = N_("Year"), .least = 2000, .most = 2200})
            .hidden("sha256", &ReleasedFileQuery::sha256);
    return input;
}

Refusal no_such_file() {
    return Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_evidence");
}

http::Answer given(const ModuleLinks& links, const AnswerFile& file, const Visit& visit,
                   const Drawing& drawing) {
    // Read whole first, so that a file that was altered is never given out under the digest of another.
    const bool is_whole = links.files.get(file.digest).has_value();
    const auto path = is_whole ? links.files.path(file.digest) : std::nullopt;
    if (!path) return drawing.refusal(visit, no_such_file());
    http::Answer answer;
    // Whatever is in it, no browser opens it here: it is a file to save, of no type, in a box of its own.
    answer.headers.add("content-type", "application/octet-stream");
    answer.headers.add("content-disposition", "attachment; filename=\"" + header_name(file) + "\"");
    answer.headers.add("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    answer.headers.add("x-content-type-options", "nosniff");
    answer.headers.add("cache-control", "no-store"); // a withdrawn release is gone from view
    answer.headers.add("vary", "Cookie");
    answer.body = http::FileBody{*path};
    return answer;
}

http::Answer own_file(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    const auto query = own_file_query().parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    const auto file = reading_reports(links, visit, [&](const ReportReading& read) -> Result<AnswerFile> {
        auto report = report_to_fill_in(read.session, read.actor, query->report, Day::of(read.now));
        if (!report) return refuse(report.error());
        const auto digest = Sha256::from_hex(query->sha256);
        const auto found = digest ? evidence_of(read.session, report->id, *digest) : std::nullopt;
        if (!found) return refuse(no_such_file());
        return *found;
    });
    return file ? given(links, *file, visit, drawing) : drawing.refusal(visit, file.error());
}

http::Answer released_file(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    const auto query = released_file_query().parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    const auto digest = Sha256::from_hex(query->sha256);
    const auto file = reading_reports(links, visit, [&](const ReportReading& read) {
        return digest
                   ? evidence_released(read.session, read.actor.reader(), query->state, query->year, *digest)
                   : std::nullopt;
    });
    return file ? given(links, *file, visit, drawing) : drawing.refusal(visit, no_such_file());
}

} // namespace

void add_evidence_routes(web::Routes& routes, const ModuleLinks& links) {
    routes.raw("/my-reports/{report}/evidence/{sha256}",
               {"national_reports.own_evidence", N_("A file of a report, for those who fill it in"), false},
               "application/octet-stream", [links](const Visit& visit, const Drawing& drawing) {
                   return own_file(links, visit, drawing);
               });
    routes.raw("/reports/{state}/{year}/evidence/{sha256}",
               {"national_reports.evidence",
                N_("A file of a release, for those who may see the answer it belongs to"), false},
               "application/octet-stream", [links](const Visit& visit, const Drawing& drawing) {
                   return released_file(links, visit, drawing);
               });
}

} // namespace poa::national_reports
