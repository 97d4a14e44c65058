// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/pages_parts_drawing.hpp"

#include "base/text.hpp"
#include "web/frame.hpp"

namespace poa::acquis {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html link_to(std::string_view address, std::string_view words, std::string_view language) {
    const bool tagged = !language.empty();
    auto url = Url::same_site(address);
    if (!url) return bdi(lang(language, tagged), words);
    return a(href(std::move(*url)), bdi(lang(language, tagged), words));
}

Html said(std::string_view text, std::string_view language, const Visit& visit) {
    return bdi(lang(language, !language.empty() && language != visit.in.code()), text);
}

Html paragraphs(std::string_view text, std::string_view language) {
    Html made;
    for (const std::string& line : lines_of(text))
        made += p(lang(language, !language.empty()),
                  dir(language.empty() ? std::string_view("auto") : web::direction_of(language)), line);
    return made;
}

Html draw_changes(const std::vector<WordsChanged>& changes) {
    Html made;
    for (const WordsChanged& run : changes) {
        if (run.change == "added")
            made += ins(run.text);
        else if (run.change == "removed")
            made += del(run.text);
        else
            made += group(run.text);
        made += group(" ");
    }
    return p(dir("auto"), made);
}

std::string level_words(const std::vector<std::string>& levels, const Visit& visit) {
    std::vector<std::string> words;
    for (const std::string& level : levels) {
        if (level == "national") words.emplace_back(visit.in.tr("national"));
        if (level == "regional") words.emplace_back(visit.in.tr("regional"));
        if (level == "global") words.emplace_back(visit.in.tr("global"));
    }
    return join(words, ", ");
}

std::string_view body_words(std::string_view body, const Visit& visit) {
    const auto& in = visit.in;
    if (body == "plenary") return in.tr("the plenary");
    if (body == "review_conference") return in.tr("the review conference");
    if (body == "secretariat") return in.tr("the secretariat");
    if (body == "operator") return in.tr("the operator, when the platform was set up");
    return body;
}

Html draw_note_body(const std::vector<NotePart>& parts, std::string_view language) {
    Html list;
    for (const NotePart& part : parts) {
        Html lines;
        for (const std::string& line : part.lines)
            lines += dd(bdi(lang(language, part.is_own && !language.empty()), dir("auto"), line));
        list += group(dt(part.label), lines);
    }
    return dl(css("facts"), list);
}

Html note_by(const NoteRow& note, const Visit& visit) {
    const auto& in = visit.in;
    const bool by_state_or_body =
        note.author_type == AuthorType::state || note.author_type == AuthorType::organisation;
    Html author = bdi(note.author_name);
    if (note.author_type == AuthorType::state)
        author = link_to("/states/" + ascii_lower(note.author.substr(6)), note.author_name, {});
    return p(css("muted"), author,
             when(by_state_or_body, [&] { return group(" (", in.tr(title_of(note.author_type)), ")"); }),
             " · ", in.day(note.since),
             when(!note.origin.empty(),
                  [&] { return group(" · ", link_to(note.origin, in.tr("from its report"), {})); }),
             when(note.revision > 1, [&] {
                 return group(" · ", in.tr("version {n}, last by {name}",
                                           {{"n", std::to_string(note.revision)}, {"name", note.last_by}}));
             }));
}

namespace {

std::string standing_of(const RecommendationRow& row, const Visit& visit) {
    const auto& in = visit.in;
    if (row.lapsed)
        return in.tr("lapsed after {day}: nobody confirmed it", {{"day", in.day(*row.holds_until)}});
    std::string words;
    if (row.stale)
        words = in.tr("not reviewed for long");
    else
        words = in.tr("reviewed");
    if (row.holds_until)
        words += "; " + in.tr("to be confirmed by {day}", {{"day", in.day(*row.holds_until)}});
    return words;
}

Html items_of(const RecommendationRow& row, const Visit& visit) {
    if (row.items.empty()) return strong(visit.in.tr("none named yet"));
    Html made;
    for (const std::string& key : row.items) {
        if (!made.empty()) made += group(", ");
        made += link_to("/acquis/" + key, key, {});
    }
    return made;
}

} // namespace

Html recommendations_table(const std::vector<RecommendationRow>& rows, std::string_view title,
                           const Visit& visit) {
    const auto& in = visit.in;
    Html body;
    for (const RecommendationRow& row : rows)
        body += tr(th(scope("row"), link_to(row.address, row.title, row.language)),
                   td(data_label(in.tr("Items")), items_of(row, visit)),
                   td(data_label(in.tr("Level")), level_words(row.levels, visit)),
                   td(data_label(in.tr("Last reviewed")), in.day(row.reviewed)),
                   td(data_label(in.tr("Standing")), standing_of(row, visit)),
                   td(data_label(in.tr("Version")), row.versions));
    return table(css("table table-list"), caption(title),
                 thead(tr(th(scope("col"), in.tr("Recommendation")), th(scope("col"), in.tr("Items")),
                          th(scope("col"), in.tr("Level")), th(scope("col"), in.tr("Last reviewed")),
                          th(scope("col"), in.tr("Standing")), th(scope("col"), in.tr("Version")))),
                 tbody(body));
}

Html filter_choice(std::string_view name_is, std::string_view words, std::string_view chosen,
                   const std::vector<std::pair<std::string, std::string>>& choices, const Visit& visit) {
    Html options = option(value(""), visit.in.tr("Any"));
    for (const auto& [one, shown] : choices) options += option(value(one), selected(one == chosen), shown);
    return div(css("field"), label(css("form-label"), for_(name_is), words),
               select_(css("form-select"), id(name_is), name(name_is), options));
}

std::vector<std::pair<std::string, std::string>> pillar_choices(const Visit& visit) {
    std::vector<std::pair<std::string, std::string>> made;
    for (Pillar pillar : all_pillars()) made.emplace_back(name_of(pillar), visit.in.tr(title_of(pillar)));
    return made;
}

std::vector<std::pair<std::string, std::string>> level_choices(const Visit& visit) {
    std::vector<std::pair<std::string, std::string>> made;
    for (std::string_view level : all_levels)
        made.emplace_back(level, level_words({std::string(level)}, visit));
    return made;
}

Screen acquis_screen(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "acquis";
    screen.crumbs = {{std::string(visit.in.tr("The framework")), Url("/acquis")}};
    screen.body = std::move(body);
    return screen;
}

std::string_view inferred_words(const Visit& visit) {
    return visit.in.tr("not yet held against its source");
}

} // namespace poa::acquis
