// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/acts_reports.hpp"
#include "capabilities/national_reports/answers_file.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"
#include "web/assets/assets.hpp"

namespace poa::national_reports {
namespace {

using web::Visit;

struct YearQuery {
    std::int64_t year = 0;
};
const Input<YearQuery>& year_query() {
    static const auto input =
        Input<YearQuery>("national_reports.list")
            .number("year", &YearQuery::year,
                    {.label = N_("Year"), .required = false, .least = 2000, .most = 2200});
    return input;
}
struct ReleaseQuery {
    std::string state, survey;
    std::int64_t year = 0;
};
const Input<ReleaseQuery>& release_query() {
    static const auto input =
        Input<ReleaseQuery>("national_reports.release")
            .line("state", &ReleaseQuery::state, {.label = N_("State"), .characters_max = 3})
            .number("year", &ReleaseQuery::year, {.label = N_("Year"), .least = 2000, .most = 2200})
            .line("survey", &ReleaseQuery::survey,
                  {.label = N_("Survey"), .required = false, .characters_max = 64});
    return input;
}
struct FillInQuery {
    Id<NationalReport> report;
    std::string section;
    std::string merged, beside; ///< of the save that led here
};
const Input<FillInQuery>& fill_in_query() {
    static const auto input =
        Input<FillInQuery>("national_reports.fill_in")
            .id("report", &FillInQuery::report)
            .line("section", &FillInQuery::section,
                  {.label = N_("Section"), .required = false, .characters_max = 64})
            .hidden("merged", &FillInQuery::merged, {.required = false, .characters_max = 4000})
            .hidden("beside", &FillInQuery::beside, {.required = false, .characters_max = 4000});
    return input;
}
struct WholeQuery {
    Id<NationalReport> report;
};
const Input<WholeQuery>& whole_query() {
    static const auto input = Input<WholeQuery>("national_reports.whole").id("report", &WholeQuery::report);
    return input;
}
struct AnswerQuery {
    Id<NationalReport> report;
    std::string question;
};
const Input<AnswerQuery>& answer_query() {
    static const auto input = Input<AnswerQuery>("national_reports.answer")
                                  .id("report", &AnswerQuery::report)
                                  .hidden("question", &AnswerQuery::question);
    return input;
}
struct ReportActQuery {
    Id<NationalReport> report;
    std::string command, section, question, organisation, sha256;
    std::int64_t version = 0, comment = 0;
};
const Input<ReportActQuery>& report_act_query() {
    static const auto input = Input<ReportActQuery>("national_reports.act_form")
                                  .id("report", &ReportActQuery::report)
                                  .hidden("command", &ReportActQuery::command)
                                  .hidden("section", &ReportActQuery::section, {.required = false})
                                  .hidden("question", &ReportActQuery::question, {.required = false})
                                  .hidden("organisation", &ReportActQuery::organisation, {.required = false})
                                  .hidden("sha256", &ReportActQuery::sha256, {.required = false})
                                  .number("version", &ReportActQuery::version,
                                          {.label = N_("Version"), .required = false, .least = 0})
                                  .number("comment", &ReportActQuery::comment,
                                          {.label = N_("Comment"), .required = false, .least = 0});
    return input;
}

/// The answers of a report as a file to carry away.
http::Answer answers_file(const ModuleLinks& links, const Visit& visit, const web::Drawing& drawing) {
    auto asked = fill_in_query().parse(web::values_of(visit));
    if (!asked) return drawing.refusal(visit, asked.error());
    auto text = reading_reports(links, visit, [&](const ReportReading& read) -> Result<std::string> {
        auto report = report_to_fill_in(read.session, read.actor, asked->report, Day::of(read.now));
        if (!report) return refuse(report.error());
        AnswersFile file = carried(*survey_of(read.session, report->survey),
                                   store::survey(read.session, report->survey)->version,
                                   store::answers(read.session, report->id));
        file.state = report->state;
        file.year = report->year;
        return text_of(file);
    });
    if (!text) return drawing.refusal(visit, text.error());
    http::Answer answer;
    answer.headers.add("content-type", "application/json");
    answer.headers.add("content-disposition", "attachment; filename=\"answers.json\"");
    answer.headers.add("cache-control", "no-store");
    answer.body = std::move(*text);
    return answer;
}

/// What serves pages of reports that are kept on a device while there is no line. Its name is always the
/// same, so that a browser finds the next one; it may speak for the desk and all below it.
http::Answer worker_script() {
    const auto* asset = web::assets::find_asset(
        web::assets::asset_path("worker.js").substr(std::string_view("/assets/").size()));
    http::Answer answer;
    answer.headers.add("content-type", std::string(asset->content_type));
    answer.headers.add("cache-control", "no-cache");
    answer.headers.add("etag", "\"" + std::string(asset->hashed_name) + "\"");
    answer.headers.add("service-worker-allowed", "/my-reports");
    answer.body = std::make_shared<const std::string>(asset->content);
    answer.compressible = true;
    return answer;
}

void add_public_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ReportsPage>(
        "/reports", {"national_reports.list", N_("Who reported, by year"), false}, year_query(),
        [links](const Visit& visit, const YearQuery& query) -> Result<ReportsPage> {
            return reading_reports(links, visit,
                                   [&](const ReportReading& read) { return load_reports(read, query.year); });
        },
        draw_reports);
    routes.page<ReleasePage>(
        "/reports/{state}/{year}",
        {"national_reports.release", N_("What a State reported, as far as it shares it with the reader"),
         false},
        release_query(),
        [links](const Visit& visit, const ReleaseQuery& query) {
            return reading_reports(links, visit, [&](const ReportReading& read) {
                return load_release(read, query.state, query.year, query.survey);
            });
        },
        draw_release);
}

void add_own_pages(web::Routes& routes, const ModuleLinks& links) {
    routes.page<DeskPage>(
        "/my-reports", {"national_reports.desk", N_("The reports a delegation fills in"), false},
        [links](const Visit& visit) { return reading_reports(links, visit, load_desk); },
        [](const DeskPage& page, const Visit& visit) { return draw_desk(page, visit, {}); });
    routes.page<FillInPage>(
        "/my-reports/{report}", {"national_reports.fill_in", N_("A section of a report, as a form"), false},
        fill_in_query(),
        [links](const Visit& visit, const FillInQuery& query) {
            return reading_reports(links, visit, [&](const ReportReading& read) {
                return load_fill_in(read, query.report, query.section, {query.merged, query.beside});
            });
        },
        [](const FillInPage& page, const Visit& visit) { return draw_fill_in(page, visit, {}); });
    routes.page<WholePage>(
        "/my-reports/{report}/whole",
        {"national_reports.whole", N_("A whole report, to read through and to print"), false}, whole_query(),
        [links](const Visit& visit, const WholeQuery& query) {
            return reading_reports(links, visit,
                                   [&](const ReportReading& read) { return load_whole(read, query.report); });
        },
        draw_whole);
    routes.page<ApprovalPage>(
        "/my-reports/{report}/approval",
        {"national_reports.approval", N_("What would be released, and to whom"), false}, fill_in_query(),
        [links](const Visit& visit, const FillInQuery& query) {
            return reading_reports(
                links, visit, [&](const ReportReading& read) { return load_approval(read, query.report); });
        },
        draw_approval);
    routes.page<HistoryPage>(
        "/my-reports/{report}/answers/{question}",
        {"national_reports.answer", N_("An answer with every text it had"), false}, answer_query(),
        [links](const Visit& visit, const AnswerQuery& query) {
            return reading_reports(links, visit, [&](const ReportReading& read) {
                return load_history(read, query.report, query.question);
            });
        },
        draw_history);
    routes.page<ReportActPage>(
        "/my-reports/{report}/act/{command}",
        {"national_reports.act_form", N_("An act on a report, as a form"), false}, report_act_query(),
        [links](const Visit& visit, const ReportActQuery& query) -> Result<ReportActPage> {
            if (find_report_act(query.command) == nullptr)
                return refuse(Refusal::Kind::not_found, "national_reports.no_such_act");
            ReportActPage page;
            page.command = query.command;
            page.section = query.section;
            page.question = query.question;
            page.organisation = query.organisation;
            page.sha256 = query.sha256;
            page.version = query.version;
            page.comment = query.comment;
            return reading_reports(links, visit, [&](const ReportReading& read) {
                return load_report_act(read, query.report, std::move(page));
            });
        },
        [](const ReportActPage& page, const Visit& visit) { return draw_report_act(page, visit, {}); });
    routes.raw("/my-reports/{report}/answers.json",
               {"national_reports.carry", N_("The answers of a report, to take along"), false},
               "application/json", [links](const Visit& visit, const web::Drawing& drawing) {
                   return answers_file(links, visit, drawing);
               });
}

} // namespace

void add_report_pages(web::Routes& routes, const ModuleLinks& links) {
    add_public_pages(routes, links);
    routes.raw("/my-reports/worker.js",
               {"national_reports.worker", N_("The script that serves reports kept on a device"), false},
               "text/javascript", [](const Visit&, const web::Drawing&) { return worker_script(); });
    add_own_pages(routes, links);
}

} // namespace poa::national_reports
