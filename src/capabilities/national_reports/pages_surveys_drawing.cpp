// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/pages_surveys_drawing.hpp"

#include "base/text.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

std::string languages_in_words(const std::vector<std::string>& languages) {
    std::string made;
    for (const std::string& code : languages)
        made += (made.empty() ? "" : ", ") + std::string(own_name_of_language(code));
    return made;
}

std::string minutes_in_words(std::int64_t minutes, const Visit& visit) {
    return visit.in.tr_n("about {n} minute", "about {n} minutes", minutes);
}

Html survey_row(const SurveyLine& row, const Visit& visit) {
    const auto& in = visit.in;
    const std::string stage(survey_stage_words(row.stage, visit));
    return tr(
        th(scope("row"), a(href(survey_url(row)), in_own_language({row.title, row.language}, visit))),
        td(data_label(in.tr("Version")), css("number"), row.version),
        td(data_label(in.tr("Standing")), row.stage == "in_use" ? Html(strong(stage)) : Html(span(stage))),
        td(data_label(in.tr("Questions")), css("number"), row.questions),
        td(data_label(in.tr("Time to answer")), minutes_in_words(row.minutes, visit)),
        td(data_label(in.tr("Languages")), languages_in_words(row.languages)),
        td(data_label(in.tr("Decision")), bdi(row.decision)));
}

Html surveys_table(const SurveysPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty())
        return p(
            in.tr("No survey has been drafted yet. States report as the charter says, or as they wish."));
    Html rows;
    for (const SurveyLine& row : page.rows) rows += survey_row(row, visit);
    return table(css("table table-list"), caption(in.tr("Surveys and their versions")),
                 thead(tr(th(scope("col"), in.tr("Survey")), th(scope("col"), in.tr("Version")),
                          th(scope("col"), in.tr("Standing")), th(scope("col"), in.tr("Questions")),
                          th(scope("col"), in.tr("Time to answer")), th(scope("col"), in.tr("Languages")),
                          th(scope("col"), in.tr("Decision")))),
                 tbody(rows));
}

Html shipped_list(const SurveysPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ShippedLine& one : page.shipped) {
        rows += dt(in_own_language({one.title, one.language}, visit), " ", code(one.key));
        rows += dd(in_own_language({one.about, one.language}, visit), " ",
                   span(css("muted"), in.tr_n("{n} question", "{n} questions", one.questions), ", ",
                        minutes_in_words(one.minutes, visit)));
    }
    return section(h2(in.tr("To begin from")),
                   p(in.tr("These come with the platform. Nobody is asked with them before a decision puts a "
                           "draft made of one in use.")),
                   dl(rows));
}

Html line_facts(const SurveyLine& line, const Visit& visit) {
    const auto& in = visit.in;
    Html facts;
    const auto fact = [&](std::string_view what, const Html& value) { facts += group(dt(what), dd(value)); };
    fact(in.tr("Standing"), span(survey_stage_words(line.stage, visit)));
    if (line.adopted) fact(in.tr("In use since"), span(in.day(*line.adopted)));
    if (!line.decision.empty()) fact(in.tr("Decision"), bdi(line.decision));
    fact(in.tr("Drafted by"), bdi(line.made_by_name));
    fact(in.tr("Drafted on"), span(in.day(line.made)));
    fact(in.tr("Questions"), span(in.number(line.questions)));
    fact(in.tr("Time to answer"), span(minutes_in_words(line.minutes, visit)));
    fact(in.tr("Languages"), span(languages_in_words(line.languages)));
    fact(in.tr("Key"), code(line.key));
    fact(in.tr("Digest (SHA-256)"), code(css("digest"), line.sha256));
    return dl(css("facts"), facts);
}

std::string_view kind_in_words(std::string_view kind, const Visit& visit) {
    const auto& in = visit.in;
    if (kind == "status") return in.tr("status, one of the levels");
    if (kind == "one_of") return in.tr("one of these");
    if (kind == "several_of") return in.tr("any of these");
    if (kind == "number") return in.tr("a number");
    if (kind == "day") return in.tr("a day");
    if (kind == "table") return in.tr("a table");
    if (kind == "file") return in.tr("a file");
    if (kind == "link") return in.tr("an address on the web");
    return in.tr("a text");
}

std::string_view purpose_in_words(std::string_view purpose, const Visit& visit) {
    const auto& in = visit.in;
    if (purpose == "need") return in.tr("Goes to the register of needs, if the State shares it.");
    if (purpose == "priority") return in.tr("Tells what the State wants to do first.");
    if (purpose == "practice") return in.tr("Goes to the library of practices, if the State agrees.");
    if (purpose == "lesson") return in.tr("A lesson for others, if the State shares it.");
    return in.tr("Tells what stands in the way.");
}

std::string_view audience_in_words(std::string_view audience, const Visit& visit) {
    const auto& in = visit.in;
    if (audience == "public") return in.tr("Suggested for: the public");
    if (audience == "member_states") return in.tr("Suggested for: Member States");
    if (audience == "parties") return in.tr("Suggested for: those the State names");
    return in.tr("Suggested for: nobody outside the delegation");
}

Html condition_of(const ShownQuestion& question, const Visit& visit) {
    if (question.shown_if.empty()) return {};
    Html values;
    for (std::size_t i = 0; i < question.shown_if_values.size(); ++i)
        values += group(i == 0 ? "" : ", ", q(in_own_language(question.shown_if_values[i], visit)));
    return p(css("muted"), visit.in.tr("Asked only where the answer to this question"), " ",
             q(in_own_language(question.shown_if_label, visit)), " ", visit.in.tr("is:"), " ", values);
}

Html options_list(const std::vector<ShownOption>& options, const Visit& visit) {
    if (options.empty()) return {};
    return ul(
        each(options, [&](const ShownOption& one) -> Html { return li(in_own_language(one.label, visit)); }));
}

Html source_of(const ShownQuestion& question) {
    if (question.document.empty()) return {};
    return span(css("passage-reference"), bdi(question.document),
                question.place.empty() ? std::string() : ", " + question.place);
}

Html draw_question(const ShownQuestion& question, const Visit& visit) {
    const auto& in = visit.in;
    Html body = group(h3(id("q-" + question.key), in_own_language(question.label, visit)));
    if (!question.hint.text.empty()) body += p(in_own_language(question.hint, visit));
    body += p(css("muted"), kind_in_words(question.kind, visit), " · ",
              minutes_in_words(question.minutes, visit), " · ", code(question.key));
    body += options_list(question.options, visit);
    body += options_list(question.columns, visit);
    if (!question.document.empty()) body += p(in.tr("Rests on:"), " ", source_of(question));
    body += condition_of(question, visit);
    if (!question.purpose.empty()) body += p(css("muted"), purpose_in_words(question.purpose, visit));
    if (!question.audience.empty()) body += p(css("muted"), audience_in_words(question.audience, visit));
    return li(body);
}

Html draw_section(const ShownSection& section_, const Visit& visit) {
    Html questions;
    for (const ShownQuestion& question : section_.questions) questions += draw_question(question, visit);
    const bool named = section_.pillar != "general";
    return section(
        h2(id("s-" + section_.key), in_own_language(section_.title, visit)),
        p(css("muted"), when(named, [&] { return group(section_.pillar_title, " · "); }),
          when(section_.level == "regional", [&] { return group(visit.in.tr("regional level"), " · "); }),
          minutes_in_words(section_.minutes, visit)),
        when(!section_.about.text.empty(), [&] { return p(in_own_language(section_.about, visit)); }),
        ol(questions));
}

Html contents(const SurveyPage& page, const Visit& visit) {
    return nav(css("contents"), aria_label(visit.in.tr("Sections")),
               ol(each(page.sections, [&](const ShownSection& one) -> Html {
                   return li(a(href(Url::here("s-" + one.key)), in_own_language(one.title, visit)), " ",
                             small(minutes_in_words(one.minutes, visit)));
               })));
}

Html acts_on(const SurveyPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Url here = survey_url(page.line);
    Html links = group(li(a(href(here.below("print")), in.tr("As a form for paper"))),
                       when(page.line.stage != "draft",
                            [&] {
                                const auto form = [&](std::string_view format, std::string_view words) {
                                    return a(href(here.below("form").below(format)), words);
                                };
                                return li(in.tr("As a form to fill in elsewhere and bring back:"), " ",
                                          form("docx", "DOCX"), " · ", form("xlsx", "XLSX"), " · ",
                                          form("pdf", "PDF"), " · ", form("html", "HTML"));
                            }),
                       li(a(href(here.below("export/xlsx")), in.tr("As XLSForm (.xlsx)"))),
                       li(a(href(here.below("export/json")), in.tr("As a survey file (JSON)"))));
    if (page.versions.size() > 1)
        links += li(a(
            href(Url::of("surveys", page.line.key, "compare").with("to", std::to_string(page.line.version))),
            in.tr("What changed since the version before")));
    if (page.may_revise) {
        links += li(a(href(here.below("edit")), in.tr("Edit the texts")));
        links += li(a(href(here.below("replace")), in.tr("Replace the whole draft")));
    }
    return ul(css("button-list"), links);
}

Html crosswalk_of(const SurveyPage& page, const Visit& visit) {
    if (page.crosswalk.empty()) return {};
    return section(
        h2(visit.in.tr("Answers that are offered again")),
        p(visit.in.tr("Where a State has answered one of these already, its answer is offered here "
                      "and waits to be confirmed.")),
        ul(each(page.crosswalk, [&](const CrossedSurvey& one) -> Html {
            return li(code(one.key), ": ", visit.in.tr_n("{n} question", "{n} questions", one.questions));
        })));
}

// the form for paper

Html blank_lines(int count) {
    Html lines;
    for (int i = 0; i < count; ++i) lines += group(br(), hr(aria_hidden("true")));
    return lines;
}

Html boxes(const std::vector<ShownOption>& options, const Visit& visit) {
    return ul(each(options, [&](const ShownOption& one) -> Html {
        return li(span(aria_hidden("true"), "☐ "), in_own_language(one.label, visit));
    }));
}

Html blank_table(const ShownQuestion& question, const Visit& visit) {
    Html heads, row, rows;
    for (const ShownOption& one : question.columns) {
        heads += th(scope("col"), in_own_language(one.label, visit));
        row += td(data_label(one.label.text), "\u00a0");
    }
    for (int i = 0; i < 4; ++i) rows += tr(row);
    return table(css("table"), caption(css("visually-hidden"), question.label.text), thead(tr(heads)),
                 tbody(rows));
}

Html room_for(const ShownQuestion& question, const Visit& visit) {
    if (!question.options.empty()) return boxes(question.options, visit);
    if (question.kind == "table") return blank_table(question, visit);
    if (question.kind == "text") return blank_lines(4);
    return blank_lines(1);
}

Html paper_question(const ShownQuestion& question, const Visit& visit) {
    return li(p(strong(in_own_language(question.label, visit)), " ", small(source_of(question))),
              when(!question.hint.text.empty(),
                   [&] { return p(css("muted"), in_own_language(question.hint, visit)); }),
              condition_of(question, visit), room_for(question, visit));
}

} // namespace

std::string_view own_name_of_language(std::string_view code_) {
    if (code_ == "ar") return "العربية";
    if (code_ == "zh") return "中文";
    if (code_ == "en") return "English";
    if (code_ == "fr") return "français";
    if (code_ == "ru") return "русский";
    if (code_ == "es") return "español";
    return code_;
}

std::string_view survey_stage_words(std::string_view stage, const Visit& visit) {
    if (stage == "in_use") return visit.in.tr("in use");
    if (stage == "replaced") return visit.in.tr("replaced by a later version");
    return visit.in.tr("draft, in use only after a decision");
}

Html in_own_language(const ShownText& text, const Visit& visit) {
    const bool other = !text.language.empty() && text.language != visit.in.code();
    return bdi(lang(text.language, other), text.text);
}

Url survey_url(const SurveyLine& line) {
    return Url::of("surveys", line.key, std::to_string(line.version));
}

Screen survey_screen(const Visit& visit, std::string title_, Html body) {
    Screen screen;
    screen.title = std::move(title_);
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")},
                     {std::string(visit.in.tr("Surveys")), Url("/surveys")}};
    screen.body = std::move(body);
    return screen;
}

Screen draw_surveys(const SurveysPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = survey_screen(
        visit, std::string(in.tr("Surveys")),
        group(h1(css("page-title"), in.tr("Surveys")),
              p(css("page-lead"), in.tr("What States are asked about how the framework is put into practice. "
                                        "Reporting is voluntary; only a decision puts a survey in use.")),
              when(page.may_draft,
                   [&] {
                       return p(
                           a(css("btn btn-primary"), href(Url("/surveys/new")), in.tr("Draft a survey")));
                   }),
              surveys_table(page, visit), shipped_list(page, visit)));
    screen.crumbs.pop_back();
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_survey(const SurveyPage& page, const Visit& visit) {
    Html sections;
    for (const ShownSection& one : page.sections) sections += draw_section(one, visit);
    Screen screen = survey_screen(
        visit, page.line.title,
        group(h1(css("page-title"), in_own_language({page.line.title, page.line.language}, visit)),
              when(!page.about.text.empty(),
                   [&] { return p(css("page-lead"), in_own_language(page.about, visit)); }),
              line_facts(page.line, visit), acts_on(page, visit), contents(page, visit), sections,
              crosswalk_of(page, visit)));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    return screen;
}

Screen draw_survey_print(const SurveyPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html sections;
    for (const ShownSection& one : page.sections) {
        Html questions;
        for (const ShownQuestion& question : one.questions) questions += paper_question(question, visit);
        sections += section(h2(in_own_language(one.title, visit)), ol(questions));
    }
    const std::string version = in.tr("Version {version}", {{"version", std::to_string(page.line.version)}});
    Screen screen = survey_screen(
        visit, page.line.title,
        group(h1(css("page-title"), in_own_language({page.line.title, page.line.language}, visit)),
              p(version, " · ", survey_stage_words(page.line.stage, visit), " · ",
                minutes_in_words(page.line.minutes, visit)),
              p(in.tr("A form to print and fill in by hand. Nothing in it is mandatory.")), sections));
    screen.crumbs.push_back({page.line.title, survey_url(page.line)});
    return screen;
}

} // namespace poa::national_reports
