// SPDX-License-Identifier: Apache-2.0
// The clauses of one charter: contents, contradictions, a table for each section, how it can be changed.
#include "capabilities/charter/pages_charters_drawing.hpp"
#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "web/drawing.hpp"

#include <algorithm>

namespace poa::charter {
namespace {

using namespace web::drawing;

std::string section_anchor(std::string_view number) {
    return "s-" + std::string(number);
}

Html contents(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    return nav(css("charter-contents"), aria_label(in.tr("Contents")),
               ul(each(page.sections,
                       [&](const SectionRow& row) {
                           return li(
                               a(href(Url::here(section_anchor(row.number))), row.number, ". ", row.title),
                               " ", span(css("muted"), "(", row.said, "/", row.clauses, ")"));
                       })),
               p(css("muted"), in.tr("In brackets: clauses it speaks of itself, and all clauses.")));
}

Html clause_links(const std::vector<std::string>& numbers) {
    Html out;
    for (const std::string& number : numbers) {
        if (!out.empty()) out += group(", ");
        out += a(href(Url::here(clause_anchor(number))), number);
    }
    return out;
}

Html contradictions(const CharterPage& page, std::string_view severity, std::string_view words,
                    const Visit& visit) {
    const auto& in = visit.in;
    Html items;
    for (const ContradictionRow& row : page.contradictions)
        if (row.severity == severity)
            items += li(row.sentence, " (", in.tr("clauses"), " ", clause_links(row.clauses), ")");
    if (items.empty()) return {};
    return section(h2(words), ul(items));
}

const BaseRow* base_of(const CharterPage& page, std::string_view id) {
    auto found = std::ranges::find(page.bases, id, &BaseRow::id);
    return found == page.bases.end() ? nullptr : &*found;
}

/// Whose words they are, before anything else: those of another charter are never this one's.
Html inherited_words(const ClauseRow& row, const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const BaseRow* base = base_of(page, row.said_by);
    if (base == nullptr) return {};
    Html name = base->address.empty()
                    ? Html(bdi(base->title))
                    : Html(a(href(Url::of("charters", base->id).at(clause_anchor(row.number))),
                             lang(base->language), base->title));
    return group(in.tr("Not said by this paper; taken from:"), " ", name);
}

Html source_words(const ClauseRow& row) {
    if (row.source.empty()) return {};
    Html made =
        row.address.empty() ? Html(bdi(row.source)) : Html(a(href(local_url(row.address)), bdi(row.source)));
    if (!row.quote.empty()) made += group(" ", q(lang("en"), dir("auto"), row.quote));
    return made;
}

Html comes_from(const ClauseRow& row, const CharterPage& page, const Visit& visit) {
    if (row.is_inherited) return inherited_words(row, page, visit);
    const Basis basis = row.basis == "stated"       ? Basis::stated
                        : row.basis == "inferred"   ? Basis::inferred
                        : row.basis == "background" ? Basis::background
                                                    : Basis::assumed;
    const bool is_own_word = page.kind == "own" && basis == Basis::assumed && row.source.empty();
    return group(is_own_word ? visit.in.tr("This text says so.") : visit.in.tr(words_of(basis)), " ",
                 source_words(row), when(!row.note.empty(), [&] {
                     return div(css("muted"), lang("en"), dir("auto"), row.note);
                 }));
}

Html clause_row(const ClauseRow& row, const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const std::string_view look = row.is_inherited                               ? "clause-inherited"
                                  : row.basis == "assumed" && page.kind != "own" ? "clause-assumed"
                                                                                 : "";
    return tr(id(clause_anchor(row.number)), css(look, !look.empty()),
              td(a(href(Url::here(clause_anchor(row.number))),
                   aria_label(in.tr("clause {number}", {{"number", row.number}})), row.number)),
              th(scope("row"), row.title), td(value_words(row.items)), td(comes_from(row, page, visit)));
}

Html section_table(const CharterPage& page, const SectionRow& shown, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ClauseRow& row : page.rows)
        if (row.section == shown.key) rows += clause_row(row, page, visit);
    const std::string heading = section_anchor(shown.number);
    return section(
        h2(id(heading), shown.number, ". ", shown.title),
        table(css("table table-list clauses"), aria_labelledby(heading),
              thead(tr(th(scope("col"), in.tr("Clause")), th(scope("col"), in.tr("What it is about")),
                       th(scope("col"), in.tr("What it says")),
                       th(scope("col"), in.tr("Where it comes from")))),
              tbody(rows)));
}

Html amending(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    auto link = [&](const std::string& number) {
        return Html(
            a(href(Url::here(clause_anchor(number))), in.tr("clause {number}", {{"number", number}})));
    };
    return section(
        h2(in.tr("How it is changed")),
        p(in.tr("Every clause is a value that the platform reads as it works: each may be changed by "
                "a decision, and none needs another program."),
          " ", in.tr("Rule for changes:"), " ", page.amending.rule, " (", link(page.amending.rule_clause),
          "). ", when(page.amending.only_at_review, [&] {
              return group(in.tr("Changes are made at a review conference only"), " (",
                           link(page.amending.review_clause), ").");
          })));
}

} // namespace

std::string clause_anchor(std::string_view number) {
    std::string anchor = "c-" + std::string(number);
    std::ranges::replace(anchor, '.', '-');
    return anchor;
}

Html value_words(const std::vector<std::string>& items) {
    if (items.size() == 1) return group(bdi(items.front()));
    return ul(each(items, [](const std::string& item) { return li(bdi(item)); }));
}

Html clauses_of(const CharterPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html tables;
    for (const SectionRow& row : page.sections) tables += section_table(page, row, visit);
    return group(contradictions(page, "contradiction", in.tr("Where it contradicts itself"), visit),
                 contradictions(page, "remark", in.tr("What may surprise when it is run"), visit),
                 contents(page, visit), tables, amending(page, visit));
}

} // namespace poa::charter
