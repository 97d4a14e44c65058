// SPDX-License-Identifier: Apache-2.0
// Search: the form, the hits with their words marked, and both lists as Atom feeds.
#include "base/text.hpp"
#include "capabilities/documents/module_inputs.hpp"
#include "capabilities/documents/pages_drawing.hpp"

namespace poa::documents {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url local(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

Url search_url(const SearchPage& page) {
    return Url("/search")
        .with("q", page.q)
        .with("state", page.state)
        .with("language", page.language)
        .with("kind", page.kind)
        .with("from", page.from ? page.from->iso() : std::string())
        .with("to", page.to ? page.to->iso() : std::string());
}

Html draw_snippet(const HitRow& hit) {
    Html out;
    if (hit.cut_before) out += group("… ");
    std::string_view text = hit.snippet;
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < hit.marks.size(); i += 2) {
        auto begin = static_cast<std::size_t>(hit.marks[i]), end = static_cast<std::size_t>(hit.marks[i + 1]);
        out += group(text.substr(at, begin - at), mark(text.substr(begin, end - begin)));
        at = end;
    }
    out += group(text.substr(at));
    if (hit.cut_after) out += group(" …");
    return out;
}

Html draw_hit(const HitRow& hit, const Visit& visit) {
    auto language = web::parse_language(hit.language);
    return li(
        css("hit"), h2(css("hit-title"), a(href(local(hit.address)), bdi(hit.citation))),
        p(css("hit-where"), visit.in.tr(kind_wording(hit.kind)), " · ",
          language ? web::own_name_of(*language) : std::string_view(hit.language),
          when(hit.date.has_value(), [&] { return group(" · ", visit.in.day(*hit.date)); })),
        p(css("hit-snippet"), lang(hit.language), dir(web::direction_of(hit.language)), draw_snippet(hit)));
}

Html draw_choice(std::string_view field, std::string_view wording, std::string_view shown,
                 std::string_view any, const std::vector<std::pair<std::string, std::string>>& choices) {
    return div(css("field"), label(css("form-label"), for_(field), wording),
               select_(css("form-select"), id(field), name(field), option(value(""), any),
                       each(choices, [&](const auto& choice) {
                           return option(value(choice.first), selected(choice.first == shown), choice.second);
                       })));
}

Html draw_day(std::string_view field, std::string_view wording, const std::optional<Day>& shown) {
    return div(css("field"), label(css("form-label"), for_(field), wording),
               input(css("form-control"), id(field), name(field), type("date"),
                     value(shown ? shown->iso() : std::string())));
}

Html draw_form(const SearchPage& page, const Visit& visit, const StateChoices& states) {
    const auto& in = visit.in;
    std::vector<std::pair<std::string, std::string>> languages;
    for (web::Language language : web::all_languages)
        languages.emplace_back(web::code_of(language), web::own_name_of(language));
    std::vector<std::pair<std::string, std::string>> kinds;
    for (const Choice& kind : kind_choices()) kinds.emplace_back(kind.value, in.tr(kind.label));
    return form(
        css("filters"), role("search"), aria_label(in.tr("Search in all documents")), method("get"),
        action(Url("/search")),
        div(css("field field-wide"), label(css("form-label"), for_("q"), in.tr("Words")),
            input(css("form-control"), id("q"), name("q"), type("search"), dir("auto"), maxlength(300),
                  value(page.q), aria_describedby("q-hint")),
            div(css("field-hint"), id("q-hint"),
                in.tr("“Words in quotation marks” stand together; -word leaves out."))),
        draw_choice("state", in.tr("State"), page.state, in.tr("Any"), states),
        draw_choice("language", in.tr("Language of the text"), page.language, in.tr("Any"), languages),
        draw_choice("kind", in.tr("Kind"), page.kind, in.tr("Any"), kinds),
        draw_day("from", in.tr("From"), page.from), draw_day("to", in.tr("To"), page.to),
        button(css("btn btn-primary"), type("submit"), in.tr("Search")));
}

std::string count_of(const SearchPage& page, const Visit& visit) {
    if (page.total == 0) return std::string(visit.in.tr("Nothing was found."));
    if (page.at_least)
        return visit.in.tr(
            "More than {n} passages; the first {n} of the record are ranked. Say more to narrow it down.",
            {{"n", visit.in.number(page.total)}});
    return visit.in.tr_n("{n} passage", "{n} passages", page.total);
}

// --- Atom (RFC 4287)
// -------------------------------------------------------------------------------------------------

class Atom {
  public:
    Atom(std::string& out, const Visit& visit) : out_(out), site_(web::site_address(visit)) {}
    void begin(std::string_view title, const std::string& address, std::string_view updated) {
        out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">";
        element("title", title);
        element("id", site_ + address);
        element("updated", updated);
        link("alternate", address);
        link("self", address + (address.find('?') == std::string::npos ? "?" : "&") + "format=atom");
        out_ += "<author><name>";
        web::append_escaped(out_, site_);
        out_ += "</name></author>\n";
    }
    void entry(std::string_view title, const std::string& address, std::string_view updated,
               std::string_view summary, std::string_view language) {
        out_ += "<entry>";
        element("title", title);
        element("id", site_ + address);
        element("updated", updated);
        link("alternate", address);
        out_ += "<summary type=\"text\"";
        if (!language.empty()) attribute("xml:lang", language);
        out_ += '>';
        append(summary);
        out_ += "</summary></entry>\n";
    }
    void end() { out_ += "</feed>\n"; }

  private:
    void attribute(std::string_view name, std::string_view text) {
        out_ += ' ';
        out_ += name;
        out_ += "=\"";
        append(text);
        out_ += '"';
    }
    /// UTF-8 without control characters, and without the two code points that XML has no place for.
    void append(std::string_view text) {
        std::string taken = replace_all(std::string(text), "\xEF\xBF\xBE", "\xEF\xBF\xBD");
        web::append_escaped(out_, replace_all(std::move(taken), "\xEF\xBF\xBF", "\xEF\xBF\xBD"));
    }
    void element(std::string_view name, std::string_view text) {
        out_.append("<").append(name).append(">");
        append(text);
        out_.append("</").append(name).append(">");
    }
    void link(std::string_view relation, const std::string& address) {
        out_ += "<link";
        attribute("rel", relation);
        attribute("href", site_ + address);
        out_ += "/>";
    }
    std::string& out_;
    std::string site_;
};

/// When a feed changed: with the newest of what is in it.
template <class Row> std::string newest_of(const std::vector<Row>& rows) {
    Instant newest;
    for (const Row& row : rows) newest = std::max(newest, row.changed_at);
    return iso(newest);
}

} // namespace

Screen draw_search(const SearchPage& page, const Visit& visit, const StateChoices& states) {
    const auto& in = visit.in;
    Screen screen;
    screen.title =
        page.q.empty() ? std::string(in.tr("Search")) : in.tr("Search: {words}", {{"words", page.q}});
    screen.section = "search";
    Url here = search_url(page);
    if (!page.q.empty()) {
        screen.feed = here.with("format", "atom");
        screen.other_faces = {{"JSON", here.with("format", "json")},
                              {"CSV", here.with("format", "csv")},
                              {"Atom", here.with("format", "atom")}};
    }
    Html found;
    if (!page.q.empty()) {
        found =
            group(p(role("status"), count_of(page, visit)),
                  when(!page.did_you_mean.empty(),
                       [&] {
                           return p(in.tr("Did you mean"), " ",
                                    a(href(Url("/search").with("q", page.did_you_mean)),
                                      strong(bdi(page.did_you_mean))),
                                    "?");
                       }),
                  when(page.truncated,
                       [&] {
                           return p(css("notice notice-caution"),
                                    in.tr("Only the first words of the query were read."));
                       }),
                  ol(css("hits"), each(page.rows, [&](const HitRow& hit) { return draw_hit(hit, visit); })),
                  when(page.next_offset.has_value(), [&] {
                      return nav(css("pager"), aria_label(in.tr("Pages")),
                                 a(rel("next"), href(here.with("offset", std::to_string(*page.next_offset))),
                                   in.tr("More")));
                  }));
    }
    screen.body = group(h1(css("page-title"), bdi(screen.title)), draw_form(page, visit, states), found);
    return screen;
}

void write_atom(std::string& out, const DocumentsPage& page, const Visit& visit) {
    Atom atom(out, visit);
    Url here = Url("/documents").with("kind", page.kind).with("submitted_by", page.submitted_by);
    atom.begin(visit.in.tr("Documents"), here.text(), newest_of(page.rows));
    for (const ListedDocument& row : page.rows)
        atom.entry(row.symbol.empty() ? row.title : row.symbol, row.address, iso(row.changed_at), row.title,
                   "");
    atom.end();
}

void write_atom(std::string& out, const SearchPage& page, const Visit& visit) {
    Atom atom(out, visit);
    atom.begin(visit.in.tr("Search: {words}", {{"words", page.q}}), search_url(page).text(),
               newest_of(page.rows));
    for (const HitRow& row : page.rows)
        atom.entry(row.citation, row.address, iso(row.changed_at), row.snippet, row.language);
    atom.end();
}

} // namespace poa::documents
