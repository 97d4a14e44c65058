// SPDX-License-Identifier: Apache-2.0
// Pages on which surveys are compared, drafted and edited.
#include "base/text.hpp"
#include "capabilities/national_reports/commands/draft_survey.hpp"
#include "capabilities/national_reports/commands/replace_survey.hpp"
#include "capabilities/national_reports/commands/revise_survey.hpp"
#include "capabilities/national_reports/pages_surveys_drawing.hpp"
#include "capabilities/national_reports/survey_check.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

std::string_view change_in_words(std::string_view change, const Visit& visit) {
    if (change == "added") return visit.in.tr("added");
    return change == "removed" ? visit.in.tr("removed") : visit.in.tr("changed");
}

Html change_row(const SurveyChangeRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const bool marked = !row.language.empty();
    return tr(th(scope("row"), code(row.question.empty() ? row.section : row.question)),
              td(data_label(in.tr("Change")), change_in_words(row.change, visit)),
              td(data_label(in.tr("What")), code(row.what), marked ? " (" + row.language + ")" : ""),
              td(data_label(in.tr("Before")), del(lang(row.language, marked), row.before)),
              td(data_label(in.tr("After")), ins(lang(row.language, marked), row.after)));
}

Html changes_table(const SurveyComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.rows.empty()) return p(in.tr("The two versions are the same."));
    Html rows;
    for (const SurveyChangeRow& row : page.rows) rows += change_row(row, visit);
    return table(css("table table-list"), caption(in.tr("What changed, question by question")),
                 thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Change")),
                          th(scope("col"), in.tr("What")), th(scope("col"), in.tr("Before")),
                          th(scope("col"), in.tr("After")))),
                 tbody(rows));
}

/// A command's input with what the page knows already carried along unseen.
class CarriedInput : public InputSpec {
  public:
    CarriedInput(const InputSpec& command, std::initializer_list<std::string_view> carried,
                 std::initializer_list<std::string_view> left_out)
        : InputSpec(command.name()) {
        for (FieldSpec field : command.fields()) {
            if (std::ranges::find(left_out, field.name) != left_out.end()) continue;
            if (std::ranges::find(carried, field.name) != carried.end()) field.kind = FieldKind::hidden;
            add(std::move(field), {});
        }
    }
};

/// The texts of the page as fields, each under the words it translates.
class TextsInput : public InputSpec {
  public:
    explicit TextsInput(const SurveyEditorPage& page) : InputSpec("texts") {
        for (const EditedText& text : page.texts) {
            FieldRules rules;
            rules.label =
                text.reference.empty() ? std::string_view(text.name) : std::string_view(text.reference);
            rules.hint = text.reference.empty() ? std::string_view() : std::string_view(text.name);
            rules.required = false;
            rules.characters_max = survey_label_characters_max;
            const bool is_long = text.name.ends_with("about") || text.reference.size() > 150;
            add({text.name, is_long ? FieldKind::text : FieldKind::line, std::move(rules), false}, {});
        }
    }
};

InputValues values_of(const SurveyEditorPage& page) {
    InputValues made;
    made.set("revision", std::to_string(page.line.revision));
    made.set("section", page.section);
    made.set("language", page.language);
    for (const EditedText& text : page.texts) made.set("texts." + text.name, text.text);
    return made;
}

Url edit_url(const SurveyEditorPage& page, std::string_view section_, std::string_view language) {
    return survey_url(page.line).below("edit").with("section", section_).with("language", language);
}

Html languages_nav(const SurveyEditorPage& page, const Visit& visit) {
    return nav(aria_label(visit.in.tr("Language of the texts")),
               ul(css("button-list"), each(survey_languages, [&](std::string_view code_) -> Html {
                      const bool here = page.language == code_;
                      return li(a(href(edit_url(page, page.section, code_)), aria_current("page", here),
                                  lang(code_), own_name_of_language(code_)));
                  })));
}

Html sections_nav(const SurveyEditorPage& page, const Visit& visit) {
    return nav(aria_label(visit.in.tr("Sections")),
               ul(css("contents"), each(page.sections, [&](const EditedSection& one) -> Html {
                      const std::string missing =
                          one.missing == 0
                              ? std::string()
                              : visit.in.tr_n("{n} text missing", "{n} texts missing", one.missing);
                      return li(a(href(edit_url(page, one.key, page.language)),
                                  aria_current("page", one.key == page.section), one.title),
                                " ", small(missing));
                  })));
}

Html key_field_note(const Visit& visit) {
    return p(css("muted"), visit.in.tr("Each field stands under the words it translates. Empty texts of a "
                                       "language that is not yet declared complete may stay empty."));
}

} // namespace

Screen draw_survey_comparison(const SurveyComparisonPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string words =
        in.tr("Version {from} and version {to}",
              {{"from", std::to_string(page.from.version)}, {"to", std::to_string(page.to.version)}});
    Screen screen = survey_screen(visit, words,
                                  group(h1(css("page-title"), words),
                                        p(in_own_language({page.to.title, page.to.language}, visit), " · ",
                                          survey_stage_words(page.to.stage, visit)),
                                        changes_table(page, visit)));
    screen.crumbs.push_back({page.to.title, survey_url(page.to)});
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_draft_survey(const DraftSurveyPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Screen screen = survey_screen(
        visit, std::string(in.tr("Draft a survey")),
        group(h1(css("page-title"), in.tr("Draft a survey")),
              p(in.tr("A draft is read by Member States. It is in use only once a decision has adopted it.")),
              web::form_for(input_of(Of<DraftSurvey>{}), Url("/surveys/draft_survey"), visit, entered,
                            {.submit = in.tr("Keep the draft")}),
              when(!page.shipped.empty(), [&] {
                  return section(
                      h2(in.tr("To begin from")), ul(each(page.shipped, [&](const ShippedLine& one) -> Html {
                          return li(code(one.key), ": ", in_own_language({one.title, one.language}, visit));
                      })));
              })));
    screen.form_page = Url("/surveys/new");
    return screen;
}

Screen draw_survey_editor(const SurveyEditorPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const CarriedInput carried(input_of(Of<ReviseSurvey>{}), {"revision", "section", "language"},
                               {page.section.empty() ? std::string_view() : std::string_view("languages")});
    const TextsInput texts(page);
    const InputValues start = values_of(page);
    Screen screen = survey_screen(
        visit, std::string(in.tr("Edit the texts")),
        group(h1(css("page-title"), in.tr("Edit the texts")),
              p(in_own_language({page.line.title, page.line.language}, visit), " · ", code(page.line.key)),
              languages_nav(page, visit), sections_nav(page, visit), key_field_note(visit),
              web::form_for(carried, survey_url(page.line).below("revise_survey"), visit, entered,
                            {.submit = in.tr("Save the texts"), .start = &start, .inside = &texts})));
    screen.crumbs.push_back({page.line.title, survey_url(page.line)});
    screen.form_page = edit_url(page, page.section, page.language);
    return screen;
}

Screen draw_replace_survey(const SurveyEditorPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const CarriedInput carried(input_of(Of<ReplaceSurvey>{}), {"revision"}, {});
    const InputValues start = values_of(page);
    Screen screen =
        survey_screen(visit, std::string(in.tr("Replace the whole draft")),
                      group(h1(css("page-title"), in.tr("Replace the whole draft")),
                            p(in.tr("The key stays; everything else is as the file says.")),
                            web::form_for(carried, survey_url(page.line).below("replace_survey"), visit,
                                          entered, {.submit = in.tr("Replace the draft"), .start = &start})));
    screen.crumbs.push_back({page.line.title, survey_url(page.line)});
    screen.form_page = survey_url(page.line).below("replace");
    return screen;
}

} // namespace poa::national_reports
