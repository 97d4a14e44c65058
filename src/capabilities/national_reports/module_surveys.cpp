// SPDX-License-Identifier: Apache-2.0
// Routes of surveys.
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/commands/replace_survey.hpp"
#include "capabilities/national_reports/commands/revise_survey.hpp"
#include "capabilities/national_reports/module.hpp"
#include "capabilities/national_reports/pages_surveys_drawing.hpp"
#include "capabilities/national_reports/pages_surveys_loading.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/workbook_survey.hpp"

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct VersionQuery {
    std::string key;
    std::int64_t version = 0;
};
struct CompareQuery {
    std::string key;
    std::int64_t from = 0, to = 0;
};
struct EditQuery {
    std::string key;
    std::int64_t version = 0;
    std::string section, language;
};

const Input<VersionQuery>& version_query() {
    static const auto input =
        Input<VersionQuery>("national_reports.survey")
            .hidden("key", &VersionQuery::key)
            .number("version", &VersionQuery::version, {.label = N_("Version"), .least = 1});
    return input;
}
const Input<CompareQuery>& compare_query() {
    static const auto input =
        Input<CompareQuery>("national_reports.survey_comparison")
            .hidden("key", &CompareQuery::key)
            .number("from", &CompareQuery::from,
                    {.label = N_("Earlier version"), .required = false, .least = 1})
            .number("to", &CompareQuery::to, {.label = N_("Later version"), .required = false, .least = 1});
    return input;
}
const Input<EditQuery>& edit_query() {
    static const auto input =
        Input<EditQuery>("national_reports.survey_editor")
            .hidden("key", &EditQuery::key)
            .number("version", &EditQuery::version, {.label = N_("Version"), .least = 1})
            .line("section", &EditQuery::section,
                  {.label = N_("Section"), .required = false, .characters_max = 64})
            .choice("language", &EditQuery::language,
                    {.label = N_("Language of the texts"), .required = false, .choices = language_choices()});
    return input;
}

/// What `load(SurveyReading)` gives, from one snapshot.
template <class Load> auto reading(const ModuleLinks& links, const Visit& visit, Load&& load) {
    const auto states = links.states.now();
    return links.database.read([&](storage::Session& session) {
        return load(SurveyReading{session, *states, identity::actor_of(visit), visit});
    });
}

/// What a program gets of an act on a draft.
struct LeftOutLine {
    std::string at, what, value;
};
BOOST_DESCRIBE_STRUCT(LeftOutLine, (), (at, what, value))
struct SurveyOutcome {
    std::string key;
    std::int64_t version = 0, revision = 0;
    std::string sha256, address;
    std::vector<LeftOutLine> left_out;
};
BOOST_DESCRIBE_STRUCT(SurveyOutcome, (), (key, version, revision, sha256, address, left_out))

SurveyOutcome outcome_of(const DraftedSurvey& drafted) {
    const KeptSurvey& survey = drafted.survey;
    SurveyOutcome made{survey.key,
                       survey.version,
                       survey.revision,
                       survey.digest.hex(),
                       "/surveys/" + survey.key + "/" + std::to_string(survey.version),
                       {}};
    for (const LeftOut& one : drafted.left_out) made.left_out.push_back({one.at, one.what, one.value});
    return made;
}

/// What an XLSForm had and the survey has not is shown once, before the draft itself.
web::Screen left_out_screen(const SurveyOutcome& outcome, const Visit& visit) {
    using namespace web::html;
    const auto& in = visit.in;
    web::Html rows;
    for (const LeftOutLine& one : outcome.left_out)
        rows += tr(th(scope("row"), code(one.at)), td(data_label(in.tr("What")), code(one.what)),
                   td(data_label(in.tr("Value")), bdi(one.value)));
    return survey_screen(
        visit, std::string(in.tr("The draft is kept")),
        group(h1(css("page-title"), in.tr("The draft is kept")),
              p(in.tr("The form says some things that a survey does not have. They were left out:")),
              table(css("table table-list"), caption(in.tr("Left out")),
                    thead(tr(th(scope("col"), in.tr("Place")), th(scope("col"), in.tr("What")),
                             th(scope("col"), in.tr("Value")))),
                    tbody(rows)),
              p(a(css("btn btn-primary"),
                  href(Url::of("surveys", outcome.key, std::to_string(outcome.version))),
                  in.tr("Read the draft")))));
}

/// `run(work, actor, request)`; then `to(outcome)`.
template <class Request, class Run>
Result<Done<SurveyOutcome>> act(const ModuleLinks& links, const Visit& visit, const Request& request,
                                int status, Run run) {
    auto drafted = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
        return run(work, identity::actor_of(visit), request);
    });
    if (!drafted) return refuse(drafted.error());
    Done<SurveyOutcome> done{outcome_of(*drafted),
                             Url::of("surveys", drafted->survey.key, std::to_string(drafted->survey.version)),
                             {},
                             status};
    if (!drafted->left_out.empty()) done.shown = left_out_screen(done.outcome, visit);
    return done;
}

std::string_view in_path(const Visit& visit, std::string_view wanted) {
    for (const auto& [known, found] : visit.path.all())
        if (known == wanted) return found;
    return {};
}

std::int64_t version_in_path(const Visit& visit) {
    const std::string text(in_path(visit, "version"));
    return text.empty() || text.size() > 9 ? 0 : std::atoll(text.c_str());
}

std::string entered_text(const Entered& entered, std::string_view name) {
    const auto* value = entered.values != nullptr ? entered.values->find(name) : nullptr;
    return value == nullptr ? std::string() : value->text;
}

/// The editor again, of the section and language that were sent.
SurveyEditorPage editor_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    auto page = reading(links, visit, [&](const SurveyReading& read) {
        return load_survey_editor(read, in_path(visit, "key"), version_in_path(visit),
                                  entered_text(entered, "section"), entered_text(entered, "language"));
    });
    if (page) return std::move(*page);
    SurveyEditorPage bare;
    bare.line.key = in_path(visit, "key");
    bare.line.version = version_in_path(visit);
    return bare;
}

void add_reading(web::Routes& routes, const ModuleLinks& links) {
    // Drafts are for Member States, so an answer to nobody in particular may still be kept: it has none.
    routes.page<SurveysPage>(
        "/surveys", {"national_reports.surveys", N_("Surveys, their versions, and what they may begin from")},
        [links](const Visit& visit) -> Result<SurveysPage> { return reading(links, visit, load_surveys); },
        draw_surveys);
    const auto load = [links](const Visit& visit, const VersionQuery& query) {
        return reading(links, visit, [&](const SurveyReading& read) {
            return load_survey(read, query.key, query.version);
        });
    };
    routes.page<SurveyPage>("/surveys/{key}/{version}",
                            {"national_reports.survey", N_("One version of a survey, question by question")},
                            version_query(), load, draw_survey);
    routes.page<SurveyPage>("/surveys/{key}/{version}/print",
                            {"national_reports.survey_print", N_("A survey as a form for paper")},
                            version_query(), load, draw_survey_print);
    routes.page<SurveyComparisonPage>(
        "/surveys/{key}/compare",
        {"national_reports.survey_comparison", N_("What changed between two versions of a survey")},
        compare_query(),
        [links](const Visit& visit, const CompareQuery& query) {
            return reading(links, visit, [&](const SurveyReading& read) {
                return load_survey_comparison(read, query.key, query.from, query.to);
            });
        },
        draw_survey_comparison);
}

void add_editing(web::Routes& routes, const ModuleLinks& links) {
    routes.page<DraftSurveyPage>(
        "/surveys/new", {"national_reports.draft_survey_form", N_("The form to draft a survey"), false},
        [links](const Visit& visit) { return reading(links, visit, load_draft_survey); },
        [](const DraftSurveyPage& page, const Visit& visit) { return draw_draft_survey(page, visit, {}); });
    const auto load = [links](const Visit& visit, const EditQuery& query) {
        return reading(links, visit, [&](const SurveyReading& read) {
            return load_survey_editor(read, query.key, query.version, query.section, query.language);
        });
    };
    routes.page<SurveyEditorPage>(
        "/surveys/{key}/{version}/edit",
        {"national_reports.survey_editor", N_("The editor of a draft's texts, section by section"), false},
        edit_query(), load,
        [](const SurveyEditorPage& page, const Visit& visit) { return draw_survey_editor(page, visit, {}); });
    routes.page<SurveyEditorPage>(
        "/surveys/{key}/{version}/replace",
        {"national_reports.replace_survey_form", N_("The form to replace a whole draft"), false},
        edit_query(), load, [](const SurveyEditorPage& page, const Visit& visit) {
            return draw_replace_survey(page, visit, {});
        });
}

void add_commands(web::Routes& routes, const ModuleLinks& links) {
    routes.command<DraftSurvey, SurveyOutcome>(
        "/surveys/draft_survey", {"national_reports.draft_survey", N_("Keep a draft of a survey")},
        input_of(Of<DraftSurvey>{}),
        [links](const Visit& visit, const DraftSurvey& request) {
            return act(links, visit, request, 201, draft_survey);
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = reading(links, visit, load_draft_survey);
            return draw_draft_survey(page ? *page : DraftSurveyPage{}, visit, entered);
        });
    routes.command<ReviseSurvey, SurveyOutcome>(
        "/surveys/{key}/{version}/revise_survey",
        {"national_reports.revise_survey", N_("Change texts of a draft")}, input_of(Of<ReviseSurvey>{}),
        [links](const Visit& visit, const ReviseSurvey& request) {
            auto done = act(links, visit, request, 200, revise_survey);
            if (done)
                done->to = Url::of("surveys", request.key, std::to_string(request.version))
                               .below("edit")
                               .with("section", request.section)
                               .with("language", request.language);
            return done;
        },
        [links](const Visit& visit, const Entered& entered) {
            return draw_survey_editor(editor_again(links, visit, entered), visit, entered);
        });
    routes.command<ReplaceSurvey, SurveyOutcome>(
        "/surveys/{key}/{version}/replace_survey",
        {"national_reports.replace_survey", N_("Replace a whole draft")}, input_of(Of<ReplaceSurvey>{}),
        [links](const Visit& visit, const ReplaceSurvey& request) {
            return act(links, visit, request, 200, replace_survey);
        },
        [links](const Visit& visit, const Entered& entered) {
            return draw_replace_survey(editor_again(links, visit, {}), visit, entered);
        });
}

http::Answer export_survey(const ModuleLinks& links, const Visit& visit, const web::Drawing& drawing) {
    const std::string format(in_path(visit, "format"));
    if (format != "json" && format != "xlsx")
        return drawing.refusal(visit,
                               Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_format")
                                   .with("format", format));
    const auto kept = reading(links, visit, [&](const SurveyReading& read) {
        return load_kept_survey(read, in_path(visit, "key"), version_in_path(visit));
    });
    if (!kept) return drawing.refusal(visit, kept.error());
    http::Answer answer;
    answer.headers.add("content-type",
                       format == "json"
                           ? "application/json"
                           : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    answer.headers.add("content-disposition", "attachment; filename=\"" + kept->key + "-" +
                                                  std::to_string(kept->version) + "." + format + "\"");
    answer.compressible = format == "json";
    // The kept text itself, so that its digest is the one that a decision names.
    answer.body = std::make_shared<const std::string>(
        format == "json" ? kept->content
                         : survey_workbook(parse_survey(kept->content).value(), kept->version));
    return answer;
}

} // namespace

void add_survey_routes(web::Routes& routes, const ModuleLinks& links) {
    add_reading(routes, links);
    add_editing(routes, links);
    add_commands(routes, links);
    routes.raw("/surveys/{key}/{version}/export/{format}",
               {"national_reports.survey_export", N_("A survey as a file: json or xlsx"), false},
               "application/octet-stream", [links](const Visit& visit, const web::Drawing& drawing) {
                   return export_survey(links, visit, drawing);
               });
}

} // namespace poa::national_reports
