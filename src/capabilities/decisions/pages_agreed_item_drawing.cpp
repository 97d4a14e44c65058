// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_agreed_drawing.hpp"
#include "capabilities/decisions/pages_agreed_words.hpp"
#include "web/frame.hpp"
#include "web/html.hpp"

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html text_paragraphs(std::string_view text, const std::string& language) {
    Html made;
    for (const std::string& paragraph : paragraphs_in(text))
        made += p(lang(language, !language.empty()),
                  dir(language.empty() ? std::string_view("auto") : web::direction_of(language)), paragraph);
    return made;
}

Html fact(std::string_view words, const Html& what) {
    return group(dt(words), dd(what));
}

Html attribute_lines(const AttributeRow& row, const std::string& language) {
    const bool is_tagged = row.is_own && !language.empty();
    if (row.lines.size() == 1) return bdi(lang(language, is_tagged), row.lines.front());
    Html lines;
    for (const std::string& line : row.lines)
        if (row.is_list)
            lines += li(bdi(line));
        else
            lines += p(lang(language, is_tagged), dir("auto"), line);
    return row.is_list ? Html(ul(lines)) : lines;
}

/// Whether it holds, in words.
Html standing_of(const AgreedItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.ended)
        return p(css("notice notice-caution"),
                 in.tr("It holds no more: it was ended on {day} by this decision:",
                       {{"day", in.day(page.ended->ended)}}),
                 " ", decision_link(page.ended->decision, page.ended->symbol));
    if (page.first)
        return p(css("notice notice-caution"),
                 in.tr("It was agreed only later, on {day}.", {{"day", in.day(*page.first)}}));
    if (page.line.lapsed)
        return p(css("notice notice-caution"),
                 in.tr("It lapsed after {day}, because nobody confirmed it. It can be adopted again.",
                       {{"day", in.day(*page.line.holds_until)}}));
    if (page.line.holds_until)
        return p(
            in.tr("It holds until {day} unless it is confirmed.", {{"day", in.day(*page.line.holds_until)}}));
    return {};
}

Html facts_of(const AgreedItemPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const AgreedLine& line = page.line;
    Html list = fact(in.tr("Kind"), Html(span(line.kind_title)));
    if (page.is_agreed) {
        list += fact(in.tr("Decision"), decision_link(line.decision, line.symbol));
        list += fact(in.tr("Since"), Html(span(in.day(line.since))));
        list += fact(in.tr("Version"), Html(span(line.version)));
    } else {
        list += fact(in.tr("Made by"), Html(a(href(Url("/charters/in-force")), in.tr("the charter"))));
    }
    for (const AttributeRow& row : page.attributes)
        list += fact(row.label, attribute_lines(row, line.language));
    return dl(css("facts"), list);
}

Html text_of(const AgreedItemPage& page, const Visit& visit) {
    if (page.text.empty()) return {};
    return section(css("document-text"), h2(visit.in.tr("Text")),
                   text_paragraphs(page.text, page.line.language));
}

/// Words one after the other, in paragraphs as the newer text has them.
class MarkedText {
  public:
    explicit MarkedText(const std::string& language) : language_(language) {}

    void add(const ChangedWords& words) {
        std::string_view left = words.text;
        for (std::size_t end = 0; (end = left.find("\n\n")) != std::string_view::npos;) {
            add_piece(words.change, left.substr(0, end));
            end_paragraph();
            left.remove_prefix(end + 2);
        }
        add_piece(words.change, left);
        if (words.gap.find("\n\n") != std::string::npos)
            end_paragraph();
        else
            paragraph_ += group(words.gap);
    }
    [[nodiscard]] Html take() {
        end_paragraph();
        return std::move(made_);
    }

  private:
    void add_piece(std::string_view change, std::string_view words) {
        if (words.empty()) return;
        if (change == "added")
            paragraph_ += ins(words);
        else if (change == "removed")
            paragraph_ += del(words);
        else
            paragraph_ += group(words);
    }
    void end_paragraph() {
        if (paragraph_.empty()) return;
        made_ +=
            p(lang(language_, !language_.empty()),
              dir(language_.empty() ? std::string_view("auto") : web::direction_of(language_)), paragraph_);
        paragraph_ = Html();
    }

    const std::string& language_;
    Html paragraph_, made_;
};

Html changed_text_of(const AgreedVersionCard& card, const Visit& visit) {
    if (card.text_change.empty()) return {};
    MarkedText marked(card.language);
    for (const ChangedWords& words : card.text_change) marked.add(words);
    return details(summary(visit.in.tr("What changed in the text: words added and struck out")),
                   marked.take());
}

Html changes_of(const AgreedVersionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    if (card.changes.empty()) return {};
    Html rows;
    for (const ChangeRow& row : card.changes)
        rows += tr(th(scope("row"), row.what), td(data_label(in.tr("Before")), bdi(row.before)),
                   td(data_label(in.tr("After")), bdi(row.after)));
    const std::string words = in.tr("What version {n} changed", {{"n", std::to_string(card.version)}});
    return table(css("table table-list"), caption(words),
                 thead(tr(th(scope("col"), in.tr("What")), th(scope("col"), in.tr("Before")),
                          th(scope("col"), in.tr("After")))),
                 tbody(rows));
}

std::string days_of(const AgreedVersionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    if (!card.until || card.ends) return in.tr("since {day}", {{"day", in.day(card.since)}});
    return in.tr("from {from} to {to}", {{"from", in.day(card.since)}, {"to", in.day(*card.until)}});
}

/// What there is to say of a version beside its days.
Html what_of(const AgreedVersionCard& card, const Visit& visit) {
    const auto& in = visit.in;
    if (card.ends) return p(in.tr("This decision ended it: from then on it holds no more."));
    Html made = group(changes_of(card, visit), changed_text_of(card, visit));
    if (made.empty() && card.version > 1) made = p(in.tr("Title, text and properties stayed the same."));
    if (!card.text.empty())
        made += details(summary(in.tr("Its text, whole")), text_paragraphs(card.text, card.language));
    return made;
}

Html version_of(const AgreedVersionCard& card, const Visit& visit) {
    return article(h3(visit.in.tr("Version {n}", {{"n", std::to_string(card.version)}})),
                   p(css("muted"), days_of(card, visit), " · ", decision_link(card.decision, card.symbol)),
                   what_of(card, visit));
}

Html versions_of(const AgreedItemPage& page, const Visit& visit) {
    if (page.versions.empty()) return {};
    Html list;
    for (const AgreedVersionCard& card : page.versions) list += version_of(card, visit);
    return section(h2(visit.in.tr("All versions, newest first")), list);
}

} // namespace

Screen draw_agreed_item(const AgreedItemPage& page, const Visit& visit) {
    const AgreedLine& line = page.line;
    const Url here = Url::of("agreed", name_of(line.kind), line.key);
    Screen screen = agreed_screen(
        visit, line.title,
        group(h1(css("page-title"), bdi(lang(line.language, !line.language.empty()), line.title)),
              day_notice(page.asked, visit), standing_of(page, visit), facts_of(page, visit),
              text_of(page, visit),
              when(line.kind == AgreedKind::acquis_item,
                   [&] {
                       return p(
                           a(href(Url::of("acquis", line.key)), visit.in.tr("Everything about this item")));
                   }),
              versions_of(page, visit), day_form(page.asked, here, visit)));
    screen.crumbs.push_back({line.kind_title, Url::of("agreed", name_of(line.kind))});
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")}};
    return screen;
}

} // namespace poa::decisions
