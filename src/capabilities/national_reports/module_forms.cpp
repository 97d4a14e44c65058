// SPDX-License-Identifier: Apache-2.0
// A report or an empty survey to take away: as a form (HTML, DOCX, PDF) and as a workbook.
#include "capabilities/national_reports/answers_sheet.hpp"
#include "capabilities/national_reports/converting_form.hpp"
#include "capabilities/national_reports/export_form.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "web/refusals.hpp"

#include <fmt/format.h>

#include <map>
#include <mutex>

namespace poa::national_reports {
namespace {

using web::Drawing;
using web::Visit;

struct ReportFormQuery {
    Id<NationalReport> report;
    std::string format;
};
const Input<ReportFormQuery>& report_form_query() {
    static const auto input = Input<ReportFormQuery>("national_reports.form")
                                  .id("report", &ReportFormQuery::report)
                                  .hidden("format", &ReportFormQuery::format);
    return input;
}
struct SurveyFormQuery {
    std::string survey, format;
    std::int64_t version = 0;
};
const Input<SurveyFormQuery>& survey_form_query() {
    static const auto input =
        Input<SurveyFormQuery>("national_reports.survey_form")
            .hidden("key", &SurveyFormQuery::survey)
            .number("version", &SurveyFormQuery::version, {.label = N_("Version"), .least = 1})
            .hidden("format", &SurveyFormQuery::format);
    return input;
}

/// What goes onto the form.
struct ToFill {
    std::shared_ptr<const Survey> survey;
    AnswersFile file;
    std::string state_name;
};

Result<ToFill> of_report(const ReportReading& read, Id<NationalReport> id) {
    auto report = report_to_fill_in(read.session, read.actor, id, Day::of(read.now));
    if (!report) return refuse(report.error());
    ToFill made;
    made.survey = survey_of(read.session, report->survey);
    made.file = carried(*made.survey, store::survey(read.session, report->survey)->version,
                        store::answers(read.session, report->id));
    made.file.state = report->state;
    made.file.year = report->year;
    const auto language = members::parse_language(read.visit.in.code()).value_or(members::Language::en);
    made.state_name = read.states.now()->display_name(report->state, language);
    return made;
}

/// Drafts are for those who draft them; their pages say who that is, and a form is no way around them.
Result<ToFill> of_survey(const ReportReading& read, const SurveyFormQuery& query) {
    const auto kept = store::survey(read.session, query.survey, query.version);
    if (!kept || kept->stage == SurveyStage::draft)
        return refuse(Refusal::Kind::not_found, "national_reports.no_survey");
    ToFill made;
    made.survey = survey_of(read.session, kept->id);
    made.file.survey = query.survey;
    made.file.version = query.version;
    return made;
}

Result<std::string> bytes_of_form(const ToFill& made, FormFormat format, const web::Wording& in) {
    if (format == FormFormat::xlsx) return write_workbook(answers_sheets(*made.survey, made.file, in.code()));
    std::string html = form_document({*made.survey, made.file, made.state_name, in});
    if (format == FormFormat::html) return html;
    return convert_form(format, html, in.code());
}

/// Forms of empty surveys, which never change: everybody may ask for one, and no converter runs twice for it.
class KeptForms {
  public:
    using Form = std::shared_ptr<const std::string>;
    Result<Form> of(const ToFill& made, FormFormat format, const web::Wording& in) {
        const std::string key =
            fmt::format("{}/{}/{}/{}", made.file.survey, made.file.version, in.code(), name_of(format));
        {
            const std::scoped_lock lock(mutex_);
            if (const auto found = forms_.find(key); found != forms_.end()) return found->second;
        }
        auto bytes = bytes_of_form(made, format, in);
        if (!bytes) return refuse(bytes.error());
        const std::scoped_lock lock(mutex_);
        if (forms_.size() >= forms_max) forms_.clear();
        return forms_[key] = std::make_shared<const std::string>(std::move(*bytes));
    }

  private:
    static constexpr std::size_t forms_max = 64;
    std::mutex mutex_;
    std::map<std::string, Form> forms_;
};

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

Result<KeptForms::Form> form_of(const ToFill& made, FormFormat format, KeptForms* kept,
                                const web::Wording& in) {
    if (kept != nullptr) return kept->of(made, format, in);
    auto bytes = bytes_of_form(made, format, in);
    if (!bytes) return refuse(bytes.error());
    return std::make_shared<const std::string>(std::move(*bytes));
}

/// The form is written in one read; converters run after it, so that no session waits for them.
http::Answer form_answer(const Result<ToFill>& made, const std::string& asked, KeptForms* kept,
                         const Visit& visit, const Drawing& drawing) {
    const auto format = parse_form_format(asked);
    if (!format)
        return drawing.refusal(
            visit, Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_form_format")
                       .with("format", asked));
    if (!made) return drawing.refusal(visit, made.error());
    auto bytes = form_of(*made, *format, kept, visit.in);
    if (!bytes && bytes.error().kind == Refusal::Kind::rule)
        return unavailable(visit, drawing, bytes.error());
    if (!bytes) return drawing.refusal(visit, bytes.error());
    std::string name = made->file.survey;
    if (!made->file.state.empty())
        name = fmt::format("{}-{}-{}", made->file.state, made->file.year, made->file.survey);
    http::Answer answer;
    answer.headers.add("content-type", std::string(media_type_of(*format)));
    answer.headers.add("content-disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", name,
                                                          visit.in.code(), name_of(*format)));
    answer.headers.add("content-language", std::string(visit.in.code()));
    answer.headers.add("cache-control", "no-store");
    answer.headers.add("vary", "Accept-Language, Cookie");
    answer.body = std::move(*bytes);
    return answer;
}

http::Answer report_form(const ModuleLinks& links, const Visit& visit, const Drawing& drawing) {
    const auto query = report_form_query().parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    const auto made = reading_reports(
        links, visit, [&](const ReportReading& read) { return of_report(read, query->report); });
    return form_answer(made, query->format, nullptr, visit, drawing);
}

http::Answer survey_form(const ModuleLinks& links, KeptForms& kept, const Visit& visit,
                         const Drawing& drawing) {
    const auto query = survey_form_query().parse(web::values_of(visit));
    if (!query) return drawing.refusal(visit, query.error());
    const auto made =
        reading_reports(links, visit, [&](const ReportReading& read) { return of_survey(read, *query); });
    return form_answer(made, query->format, &kept, visit, drawing);
}

} // namespace

void add_form_sentences(web::Routes& routes) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("no_such_form_format",
        N_("There is no form as “{format}”. It can be had as docx, pdf, html or xlsx."));
    say("converter_missing",
        N_("This file cannot be made here: {converter} is not installed. The operator can install the Debian "
           "package {package}. HTML and XLSX need no converter."));
    say("conversion_failed",
        N_("This file could not be made: {converter} stopped ({reason}). HTML and XLSX need no converter."));
}

void add_form_routes(web::Routes& routes, const ModuleLinks& links) {
    add_form_sentences(routes);
    routes.raw("/my-reports/{report}/form/{format}",
               {"national_reports.form", N_("A report as a form to fill in elsewhere"), false},
               "application/octet-stream", [links](const Visit& visit, const Drawing& drawing) {
                   return report_form(links, visit, drawing);
               });
    const auto kept = std::make_shared<KeptForms>();
    routes.raw("/surveys/{key}/{version}/form/{format}",
               {"national_reports.survey_form", N_("An empty survey as a form to print"), false},
               "application/octet-stream", [links, kept](const Visit& visit, const Drawing& drawing) {
                   return survey_form(links, *kept, visit, drawing);
               });
}

} // namespace poa::national_reports
