// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/acquis/commands/register_instrument.hpp"
#include "capabilities/acquis/note_inputs.hpp"
#include "capabilities/acquis/pages_drawing.hpp"
#include "capabilities/acquis/pages_parts_drawing.hpp"
#include "web/frame.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;
using Choices = std::vector<std::pair<std::string, std::string>>;

std::string_view adoption_words(std::string_view adoption, const Visit& visit) {
    if (adoption == "consensus") return visit.in.tr("by consensus");
    if (adoption == "without_a_vote") return visit.in.tr("without a vote");
    if (adoption == "vote") return visit.in.tr("by a vote");
    return visit.in.tr("not held against the record");
}

Html instrument_row(const InstrumentRow& row, const Visit& visit) {
    const auto& in = visit.in;
    return tr(th(scope("row"), link_to(row.address, row.symbol, {})),
              td(data_label(in.tr("Title")), said(row.title, row.language, visit),
                 when(!row.note.empty(), [&] { return group(br(), small(lang("en"), row.note)); })),
              td(data_label(in.tr("Year")), row.year),
              td(data_label(in.tr("Body")), bdi(lang("en"), row.body)),
              td(data_label(in.tr("Adopted")), adoption_words(row.adoption, visit),
                 when(row.is_inferred, [&] { return group(" ", small("(", inferred_words(visit), ")")); })),
              td(data_label(in.tr("Endorsed by")), bdi(row.endorsed_by)),
              td(data_label(in.tr("Items from it")), row.items));
}

Html instruments_table(const InstrumentsPage& page, bool of_framework, std::string_view title,
                       const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const InstrumentRow& row : page.rows)
        if (row.is_of_framework == of_framework) rows += instrument_row(row, visit);
    if (rows.empty()) return {};
    return table(css("table table-list"), caption(title),
                 thead(tr(th(scope("col"), in.tr("Symbol")), th(scope("col"), in.tr("Title")),
                          th(scope("col"), in.tr("Year")), th(scope("col"), in.tr("Body")),
                          th(scope("col"), in.tr("Adopted")), th(scope("col"), in.tr("Endorsed by")),
                          th(scope("col"), in.tr("Items from it")))),
                 tbody(rows));
}

Html event_row(const EventRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html by = row.is_decision ? link_to("/decisions/" + std::to_string(row.decision), row.by, {})
                              : Html(bdi(lang("en"), row.by));
    Html what;
    if (!row.instruments.empty())
        what += p(in.tr_n("{n} instrument", "{n} instruments", std::ssize(row.instruments)));
    if (row.items_added.size() > 5)
        what += p(in.tr_n("{n} item added", "{n} items added", std::ssize(row.items_added)));
    else if (!row.items_added.empty())
        what += p(in.tr("added:"), " ", join(row.items_added, ", "));
    if (!row.items_revised.empty()) what += p(in.tr("developed:"), " ", join(row.items_revised, ", "));
    if (row.checklists > 0)
        what += p(in.tr_n("{n} practical action", "{n} practical actions", row.checklists));
    return tr(th(scope("row"), row.version), td(data_label(in.tr("Day")), in.day(row.day)),
              td(data_label(in.tr("By")), by, ", ", body_words(row.body, visit)),
              td(data_label(in.tr("What changed")), what),
              td(data_label(in.tr("Difference")), a(href(Url("/acquis/versions")
                                                             .with("from", std::to_string(row.version - 1))
                                                             .with("to", std::to_string(row.version))),
                                                    in.tr("to the version before"))));
}

Html links_list(std::string_view title, const std::vector<LinkRow>& rows) {
    if (rows.empty()) return {};
    Html lines;
    for (const LinkRow& row : rows) lines += li(link_to(row.address, row.title, row.language));
    return group(h3(title), ul(lines));
}

Html difference_of(const DifferenceOfVersions& found, const Visit& visit) {
    const auto& in = visit.in;
    Html revised;
    for (const RevisedRow& row : found.revised)
        revised += article(h4(link_to(row.item.address, row.item.title, row.item.language)),
                           p(css("muted"), in.tr("by"), " ", bdi(row.by)), draw_changes(row.changes));
    const bool is_empty =
        found.instruments.empty() && found.items.empty() && found.revised.empty() && found.checklists.empty();
    return section(
        h2(in.tr("From version {from} to version {to}",
                 {{"from", std::to_string(found.from)}, {"to", std::to_string(found.to)}})),
        when(is_empty, [&] { return p(in.tr("They are the same.")); }),
        links_list(in.tr("Instruments added"), found.instruments),
        links_list(in.tr("Items added"), found.items),
        when(!revised.empty(), [&] { return group(h3(in.tr("Items developed")), revised); }),
        when(!found.checklists.empty(), [&] {
            return p(in.tr_n("{n} practical action", "{n} practical actions", std::ssize(found.checklists)));
        }));
}

Html versions_form(const VersionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::int64_t last = page.rows.empty() ? 0 : page.rows.front().version;
    const std::int64_t from = page.difference ? page.difference->from : std::max<std::int64_t>(last - 1, 0);
    const std::int64_t to = page.difference ? page.difference->to : last;
    auto field = [&](std::string_view name_is, std::string_view words, std::int64_t number) {
        return Html(div(css("field"), label(css("form-label"), for_(name_is), words),
                        input(css("form-control"), id(name_is), name(name_is), type("number"),
                              value(std::to_string(number)), min("0"), max(std::to_string(last)))));
    };
    return form(css("filters"), method("get"), action(Url("/acquis/versions")),
                field("from", in.tr("From version"), from), field("to", in.tr("To version"), to),
                button(css("btn btn-primary"), type("submit"), in.tr("Compare")));
}

Html compendium_row(const CompendiumRow& row, const Visit& visit) {
    Html sources;
    for (const std::string& source : row.sources) {
        if (!sources.empty()) sources += group("; ");
        sources += bdi(source);
    }
    return article(h3(link_to(row.address, row.title, row.language)),
                   Html(group(paragraphs(row.text, row.text_language))),
                   p(css("muted"), sources, when(!row.levels.empty(), [&] {
                         return group(" · ", level_words(row.levels, visit));
                     })));
}

Choices category_choices(const Visit& visit) {
    Choices made;
    for (const FieldSpec& field : note_input(NoteKind::classification).fields())
        if (field.name == "category")
            for (const Choice& choice : field.rules.choices)
                made.emplace_back(choice.value, visit.in.tr(choice.label));
    return made;
}

Html recommendation_filters(const RecommendationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return form(
        css("filters"), method("get"), action(Url("/acquis/recommendations")),
        filter_choice("pillar", in.tr("Pillar"), page.pillar, pillar_choices(visit), visit),
        filter_choice("level", in.tr("Level"), page.level, level_choices(visit), visit),
        filter_choice("category", in.tr("Category"), page.category, category_choices(visit), visit),
        div(css("field"), label(css("form-label"), for_("months"), in.tr("Months without review")),
            input(css("form-control"), id("months"), name("months"), type("number"), min("1"),
                  value(std::to_string(page.stale_months)))),
        div(css("field"),
            label(css("form-label"), for_("stale"), in.tr("Only those not reviewed for so long")), " ",
            input(id("stale"), name("stale"), type("checkbox"), value("true"), checked(page.only_stale))),
        button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

Html coherence_of(const RecommendationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.coherence.empty()) return {};
    Html rows;
    for (const CoherenceRow& row : page.coherence)
        rows +=
            tr(th(scope("row"), link_to(row.item.address, row.item.title, row.item.language)),
               td(data_label(in.tr("national")), row.national),
               td(data_label(in.tr("regional")), row.regional), td(data_label(in.tr("global")), row.global));
    return section(h2(id("coherence"), in.tr("How levels fit together")),
                   p(css("muted"), in.tr("What is asked of regions or of all together has little hold where "
                                         "nothing is asked at home.")),
                   table(css("table table-list"), caption(in.tr("Recommendations by item and level")),
                         thead(tr(th(scope("col"), in.tr("Item")), th(scope("col"), in.tr("national")),
                                  th(scope("col"), in.tr("regional")), th(scope("col"), in.tr("global")))),
                         tbody(rows)));
}

std::string_view review_words(const RecommendationsPage& page, const Visit& visit) {
    return page.must_be_confirmed
               ? visit.in.tr("The charter lets recommendations lapse that are not confirmed in time.")
               : visit.in.tr("The charter in force lets recommendations stand without a date of review.");
}

} // namespace

Screen draw_instruments(const InstrumentsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Screen screen = acquis_screen(
        visit, std::string(in.tr("Instruments")),
        group(h1(css("page-title"), in.tr("Instruments")),
              p(css("page-lead"),
                in.tr("Reports, resolutions and decisions. Only what was adopted by consensus is "
                      "part of the framework; the rest is recorded beside it.")),
              when(page.may_register,
                   [&] {
                       return p(a(css("btn btn-secondary"), href(Url("/acquis/register")),
                                  in.tr("Register an instrument")));
                   }),
              instruments_table(page, true, in.tr("Instruments of the framework, by year"), visit),
              instruments_table(page, false, in.tr("Recorded beside the framework"), visit)));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_versions(const VersionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const EventRow& row : page.rows) rows += event_row(row, visit);
    Screen screen = acquis_screen(
        visit, std::string(in.tr("Versions of the framework")),
        group(h1(css("page-title"), in.tr("Versions of the framework")),
              p(css("page-lead"),
                in.tr("Every registration and every decision made a version: who, when and what "
                      "changed. Nothing was ever taken away.")),
              versions_form(page, visit),
              when(page.difference.has_value(), [&] { return difference_of(*page.difference, visit); }),
              table(css("table table-list"), caption(in.tr("Versions, newest first")),
                    thead(tr(th(scope("col"), in.tr("Version")), th(scope("col"), in.tr("Day")),
                             th(scope("col"), in.tr("By")), th(scope("col"), in.tr("What changed")),
                             th(scope("col"), in.tr("Difference")))),
                    tbody(rows))));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_compendium(const CompendiumPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html sections;
    for (Pillar pillar : all_pillars()) {
        Html rows;
        for (const CompendiumRow& row : page.rows)
            if (row.pillar == pillar) rows += compendium_row(row, visit);
        if (!rows.empty()) sections += section(h2(id(name_of(pillar)), in.tr(title_of(pillar))), rows);
    }
    Screen screen = acquis_screen(
        visit, std::string(in.tr("Compendium")),
        group(h1(css("page-title"), in.tr("Compendium")),
              p(css("page-lead"),
                in.tr("All that is agreed, in one document, as it stands on {day}. What is said "
                      "several times stands once, with every place.",
                      {{"day", in.day(page.day)}})),
              when(page.merged > 0,
                   [&] {
                       return p(in.tr_n("{n} repetition merged.", "{n} repetitions merged.", page.merged));
                   }),
              sections));
    screen.has_table_of_contents = false;
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_recommendations(const RecommendationsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html list = page.rows.empty()
                    ? Html(p(in.tr("There is no recommendation of that kind.")))
                    : recommendations_table(page.rows, in.tr("Recommendations that hold"), visit);
    Screen screen = acquis_screen(
        visit, std::string(in.tr("Recommendations")),
        group(h1(css("page-title"), in.tr("Recommendations")),
              p(css("page-lead"),
                in.tr("What the mechanism recommends to States, with the items of the framework "
                      "each puts into practice.")),
              p(review_words(page, visit)), recommendation_filters(page, visit), list,
              coherence_of(page, visit)));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_register(const RegisterPage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    Screen screen = acquis_screen(
        visit, std::string(in.tr("Register an instrument")),
        group(h1(css("page-title"), in.tr("Register an instrument")),
              section(
                  css("notice"), h2(in.tr("What will be recorded")),
                  p(in.tr(
                      "A further version of the framework (it has {n} now), for everyone to read. Only what "
                      "was adopted by consensus is taken, and nothing can be taken away again.",
                      {{"n", std::to_string(page.version)}}))),
              web::form_for(input_of(Of<RegisterInstrument>{}), Url("/acquis/register_instrument"), visit,
                            entered, {.submit = in.tr("Register")})));
    screen.form_page = Url("/acquis/register");
    return screen;
}

} // namespace poa::acquis
