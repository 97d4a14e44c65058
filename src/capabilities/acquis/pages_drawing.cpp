// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/pages_drawing.hpp"

#include "capabilities/acquis/pages_parts_drawing.hpp"
#include "web/frame.hpp"

namespace poa::acquis {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;
using Choices = std::vector<std::pair<std::string, std::string>>;

Html filters_of(const FrameworkPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Choices topics, instruments;
    for (const TopicRow& topic : page.topics)
        topics.emplace_back(topic.key, (topic.under.empty() ? "" : "· ") + topic.name);
    for (const LinkRow& one : page.instruments) instruments.emplace_back(one.key, one.title);
    return form(css("filters"), method("get"), action(Url("/acquis")), role("search"),
                aria_label(in.tr("Search in the framework")),
                div(css("field"), label(css("form-label"), for_("q"), in.tr("Words")),
                    input(css("form-control"), id("q"), name("q"), type("search"), value(page.words))),
                filter_choice("pillar", in.tr("Pillar"), page.pillar, pillar_choices(visit), visit),
                filter_choice("level", in.tr("Level"), page.level, level_choices(visit), visit),
                filter_choice("topic", in.tr("Subject"), page.topic, topics, visit),
                filter_choice("instrument", in.tr("Instrument"), page.instrument, instruments, visit),
                div(css("field"), label(css("form-label"), for_("day"), in.tr("As it stood on")),
                    input(css("form-control"), id("day"), name("day"), type("date"), value(page.day.iso()))),
                button(css("btn btn-primary"), type("submit"), in.tr("Show")));
}

Html item_line(const ItemRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string where = row.instrument;
    if (!row.paragraph.empty()) where += (where.empty() ? "" : ", ") + row.paragraph;
    return tr(th(scope("row"),
                 when(!row.designation.empty(), [&] { return group("(", bdi(row.designation), ") "); }),
                 link_to(row.address, row.title, row.title_language)),
              td(data_label(in.tr("Kind")), in.tr(title_of(row.kind))),
              td(data_label(in.tr("In short")), said(row.summary, row.summary_language, visit)),
              td(data_label(in.tr("Level")), level_words(row.levels, visit)),
              td(data_label(in.tr("Source")), bdi(where), when(row.is_inferred, [&] {
                     return group(" ", small(css("muted"), "(", inferred_words(visit), ")"));
                 })));
}

Html pillar_section(Pillar pillar, const std::vector<ItemRow>& rows, const Visit& visit) {
    const auto& in = visit.in;
    Html lines;
    for (const ItemRow& row : rows)
        if (row.pillar == pillar) lines += item_line(row, visit);
    if (lines.empty()) return {};
    return section(h2(id(name_of(pillar)), in.tr(title_of(pillar))),
                   table(css("table table-list"), caption(css("visually-hidden"), in.tr(title_of(pillar))),
                         thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Kind")),
                                  th(scope("col"), in.tr("In short")), th(scope("col"), in.tr("Level")),
                                  th(scope("col"), in.tr("Source")))),
                         tbody(lines)));
}

Html further_of(const FrameworkPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto link = [&](Url url, std::string_view words) { return li(a(href(std::move(url)), words)); };
    return nav(
        aria_label(in.tr("More on the framework")),
        ul(css("links"), link(Url("/acquis/instruments"), in.tr("Instruments")),
           link(Url("/acquis/versions"), in.tr("Versions")),
           link(Url("/acquis/compendium"), in.tr("Compendium")),
           link(Url("/acquis/recommendations"), in.tr("Recommendations")),
           li(a(href(Url("/acquis/gaps")), in.tr("Gaps")), " (", page.open_gaps, ")"),
           li(a(href(Url("/acquis/questions")), in.tr("Open questions")), " (", page.open_questions, ")"),
           link(Url("/acquis/roles"), in.tr("Roles of stakeholders")),
           link(Url("/acquis/standards"), in.tr("Standards")),
           link(Url("/acquis/practices"), in.tr("Good practices")),
           link(Url("/acquis/exchanges"), in.tr("Exchanges")),
           link(Url("/acquis/infrastructure"), in.tr("What States consider critical infrastructure")),
           link(Url("/acquis/guides"), in.tr("Guides from national approaches")),
           link(Url("/acquis/tools"), in.tr("Surveys, checklists and studies")),
           link(Url("/acquis/awareness"), in.tr("Making the framework known")),
           link(Url("/acquis/cooperation"), in.tr("Cooperation projects")),
           link(Url("/acquis/adjacent"), in.tr("Beside and outside the framework"))));
}

/// What kind of thing it is, so that nobody takes a norm for law (A/78/76, Egypt para. 4).
Html nature_of(const ItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    switch (page.item.kind) {
    case ItemKind::norm:
        return p(
            css("notice"), strong(in.tr("Voluntary norm")), ": ",
            in.tr("it neither limits nor replaces what international law obliges or entitles States to."));
    case ItemKind::international_law:
        return p(css("notice"), strong(in.tr("International law")), ": ",
                 in.tr("existing law applies as it stands; this page only points to where it was recalled."));
    case ItemKind::threat:
        return p(css("notice"),
                 in.tr("Context: what the framework answers to, not something agreed to be done."));
    case ItemKind::legally_binding_option:
        return p(css("notice"), in.tr("An option to be studied. Nobody is bound by it."));
    case ItemKind::confidence_building:
    case ItemKind::capacity_principle:
    case ItemKind::institution:
        break;
    }
    return {};
}

Html sources_of(const ItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html lines;
    for (const SourceRow& row : page.sources) {
        const std::string words = row.symbol.empty() ? row.paragraph : row.symbol + ", " + row.paragraph;
        lines += li(link_to(row.address, words, {}), when(!row.title.empty(), [&] {
                        return group(": ", said(row.title, row.language, visit), " (", row.year, ")");
                    }));
    }
    if (lines.empty()) return {};
    return section(h2(in.tr("Where it is said")), ul(lines), when(page.item.is_inferred, [&] {
                       return p(css("notice notice-caution"),
                                in.tr("Place and short title are public knowledge that nobody has yet held "
                                      "against the source."));
                   }));
}

Html facts_of(const ItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html topics;
    for (const TopicRow& topic : page.topics) {
        if (!topics.empty()) topics += group(", ");
        topics += a(href(Url("/acquis").with("topic", topic.key)), topic.name);
    }
    Html links;
    for (const LinkRow& row : page.links) links += dd(link_to(row.address, row.title, row.language));
    return dl(css("facts"), dt(in.tr("Kind")), dd(in.tr(title_of(page.item.kind))), dt(in.tr("Pillar")),
              dd(in.tr(title_of(page.item.pillar))), dt(in.tr("Level")),
              dd(level_words(page.item.levels, visit)), dt(in.tr("Key")), dd(code(page.item.key)),
              when(!topics.empty(), [&] { return group(dt(in.tr("Subjects")), dd(topics)); }),
              when(!links.empty(), [&] { return group(dt(in.tr("Belongs with")), links); }),
              when(page.is_fixed, [&] {
                  return group(dt(in.tr("Standing")),
                               dd(in.tr("A foundation: no registration and no decision rewords it.")));
              }));
}

Html checklist_of(const ItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.checklist.empty()) return {};
    Html rows;
    for (const ChecklistRow& row : page.checklist)
        rows += tr(th(scope("row"), said(row.title, row.language, visit)),
                   td(data_label(in.tr("Level")), level_words({row.level}, visit)),
                   td(data_label(in.tr("Key")), code(row.key)));
    return section(h2(id("checklist"), in.tr("Practical actions")),
                   p(css("muted"), in.tr("A voluntary list that is not part of what was agreed; how it is "
                                         "arranged is each State's choice.")),
                   table(css("table table-list"),
                         caption(in.tr("Practical actions that help to carry it out")),
                         thead(tr(th(scope("col"), in.tr("Action")), th(scope("col"), in.tr("Level")),
                                  th(scope("col"), in.tr("Key")))),
                         tbody(rows)));
}

Html note_card(const NoteRow& note, const Visit& visit) {
    return article(h3(link_to(note.address, note.title, note.language)), note_by(note, visit),
                   draw_note_body(note.parts, note.language));
}

Html group_of(const NoteGroup& one, std::string_view about, const Visit& visit) {
    const auto& in = visit.in;
    const NoteKindSpec& spec = spec_of(one.kind);
    Html cards;
    for (const NoteRow& note : one.notes) cards += note_card(note, visit);
    return section(h2(id(spec.name), in.tr(spec.title)), p(css("muted"), in.tr(spec.about)), cards,
                   when(one.may_add, [&] {
                       return p(a(css("btn btn-secondary"),
                                  href(Url::of("acquis", "new", spec.name).with("about", about)),
                                  in.tr(spec.add)));
                   }));
}

Html roles_of(const ItemPage& page, const Visit& visit) {
    if (page.roles.empty()) return {};
    Html cards;
    for (const NoteRow& note : page.roles) cards += note_card(note, visit);
    return section(h2(visit.in.tr("Roles of stakeholders")), cards);
}

/// What rooms above hold, each under its own words.
Html held_of(const ItemPage& page) {
    Html made;
    for (std::size_t i = 0; i < page.held.size();) {
        const std::string& of = page.held[i].section;
        Html lines;
        for (; i < page.held.size() && page.held[i].section == of; ++i)
            lines += li(link_to(page.held[i].address, page.held[i].title, {}));
        made += section(h2(of), ul(lines));
    }
    return made;
}

Html version_of(const ItemVersionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html by = row.is_decision
                  ? Html(group(link_to("/decisions/" + std::to_string(row.decision), row.by, {}), ", ",
                               body_words(row.body, visit)))
                  : Html(group(in.tr("registered:"), " ", bdi(row.by), ", ", body_words(row.body, visit)));
    return article(
        h3(in.tr("Version {n}", {{"n", std::to_string(row.number)}})),
        p(css("muted"), in.day(row.since), " · ", by),
        when(!row.changes.empty(),
             [&] {
                 return details(summary(in.tr("What changed in the text: words added and struck out")),
                                draw_changes(row.changes));
             }),
        when(!row.text.empty(),
             [&] { return details(summary(in.tr("Its text, whole")), paragraphs(row.text, row.language)); }));
}

Html versions_of(const ItemPage& page, const Visit& visit) {
    Html list;
    for (const ItemVersionRow& row : page.versions) list += version_of(row, visit);
    return section(
        h2(id("versions"), visit.in.tr("All versions, newest first")), list,
        when(!page.agreed_address.empty(), [&] {
            return p(link_to(page.agreed_address, visit.in.tr("In the register of what is agreed"), {}));
        }));
}

} // namespace

Screen draw_framework(const FrameworkPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html sections;
    for (Pillar pillar : all_pillars())
        if (pillar != Pillar::threats) sections += pillar_section(pillar, page.rows, visit);
    sections += pillar_section(Pillar::threats, page.rows, visit);
    if (sections.empty()) sections = p(in.tr("Nothing of the framework fits."));
    Html past;
    if (page.is_past)
        past = p(css("notice notice-caution"),
                 in.tr("This is the framework as it stood on {day}: version {n}.",
                       {{"day", in.day(page.day)}, {"n", std::to_string(page.version)}}));
    Screen screen = acquis_screen(
        visit, std::string(in.tr("The framework")),
        group(h1(css("page-title"), in.tr("The framework")),
              p(css("page-lead"),
                in.tr("What States agreed on responsible behaviour, by consensus: norms, law, measures that "
                      "build confidence and capacity. It is built on and never taken from.")),
              past, further_of(page, visit), filters_of(page, visit), sections));
    screen.crumbs.clear();
    screen.description = in.tr("The agreed framework of responsible State behaviour, item by item.");
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Screen draw_item(const ItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ItemRow& item = page.item;
    Html decided;
    if (!page.text.empty() && page.text != item.summary)
        decided = section(css("document-text"), h2(in.tr("What a decision says of it")),
                          paragraphs(page.text, page.language));
    Html recommendations;
    if (!page.recommendations.empty())
        recommendations =
            section(h2(id("recommendations"), in.tr("Recommendations")),
                    recommendations_table(page.recommendations,
                                          in.tr("Recommendations that put it into practice"), visit));
    Html groups;
    for (const NoteGroup& one : page.groups) groups += group_of(one, "item:" + item.key, visit);
    const std::string title =
        item.designation.empty() ? item.title : "(" + item.designation + ") " + item.title;
    Screen screen = acquis_screen(
        visit, title,
        group(h1(css("page-title"), said(title, item.title_language, visit)),
              p(css("page-lead"), said(item.summary, item.summary_language, visit)), nature_of(page, visit),
              facts_of(page, visit), sources_of(page, visit), decided, checklist_of(page, visit),
              recommendations, groups, roles_of(page, visit), held_of(page), versions_of(page, visit)));
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    return screen;
}

} // namespace poa::acquis
