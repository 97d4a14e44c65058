// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_decisions_drawing.hpp"

#include "capabilities/decisions/acts.hpp"
#include "web/html.hpp"

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url address_of(std::int64_t id) {
    return Url::of("decisions", std::to_string(id));
}

std::string symbol_words(const DecisionRow& row, const Visit& visit) {
    if (!row.decision_symbol.empty()) return row.decision_symbol;
    return row.symbol.empty() ? std::string(visit.in.tr("draft")) : row.symbol;
}

Html row_of(const DecisionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    return tr(th(scope("row"), a(href(address_of(row.id)), bdi(row.title))),
              td(data_label(in.tr("Symbol")), bdi(symbol_words(row, visit))),
              td(data_label(in.tr("Stage")), in.tr(title_of(row.stage))),
              td(data_label(in.tr("Body")), body_words(row.body, visit)),
              td(data_label(in.tr("Proposed by")), bdi(row.proposer_name)),
              td(data_label(in.tr("Tabled")), row.tabled ? in.day(*row.tabled) : std::string()));
}

Html next_page(const DecisionsPage& page, const Visit& visit) {
    if (page.next == 0) return {};
    Url url = Url("/decisions").with("before", std::to_string(page.next));
    if (!page.stage.empty()) url = std::move(url).with("stage", page.stage);
    if (!page.body.empty()) url = std::move(url).with("body", page.body);
    return p(a(css("btn btn-secondary"), href(url), visit.in.tr("Older proposals and decisions")));
}

Html filters(const DecisionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html choices = option(value(""), selected(page.stage.empty()), in.tr("all stages"));
    for (Stage stage : all_stages())
        choices +=
            option(value(name_of(stage)), selected(page.stage == name_of(stage)), in.tr(title_of(stage)));
    return form(css("filters"), method("get"), action(Url("/decisions")),
                div(css("field"), label(css("form-label"), for_("stage"), in.tr("Stage")),
                    select_(css("form-select"), id("stage"), name("stage"), choices)),
                button(css("btn btn-secondary"), type("submit"), in.tr("Show")));
}

Screen screen_of(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "decisions";
    screen.crumbs = {{std::string(visit.in.tr("Decisions")), Url("/decisions")}};
    screen.body = std::move(body);
    return screen;
}

Html fact(std::string_view label, const Html& what) {
    return group(dt(label), dd(what));
}

std::string names_of(const std::vector<StateName>& states) {
    std::string names;
    for (const StateName& state : states) names += (names.empty() ? "" : ", ") + state.name;
    return names;
}

Html facts_of(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const DecisionRow& head = page.head;
    Html list = group(fact(in.tr("Stage"), Html(strong(in.tr(title_of(head.stage))))),
                      fact(in.tr("Body that decides"), Html(span(body_words(head.body, visit)))),
                      fact(in.tr("Proposed by"), Html(bdi(head.proposer_name))));
    if (!head.symbol.empty()) list += fact(in.tr("Symbol"), Html(bdi(head.symbol)));
    if (!head.decision_symbol.empty())
        list += fact(in.tr("Symbol of the decision"), Html(bdi(head.decision_symbol)));
    if (!page.agenda_item.empty()) list += fact(in.tr("Agenda item"), Html(bdi(page.agenda_item)));
    if (head.tabled) list += fact(in.tr("Tabled"), Html(span(in.day(*head.tabled))));
    if (page.meeting) list += fact(in.tr("For the meeting that begins"), Html(span(in.day(*page.meeting))));
    if (page.resumes) list += fact(in.tr("Comes back at the latest"), Html(span(in.day(*page.resumes))));
    list += fact(in.tr("Matter"), Html(group(in.tr(title_of(head.matter)), " (",
                                             a(href(Url("/charters/versions")),
                                               in.tr("clause {clause}", {{"clause", page.clause}})),
                                             ")")));
    if (!page.sponsors.empty()) list += fact(in.tr("Sponsors"), Html(bdi(names_of(page.sponsors))));
    if (!page.shared_with.empty())
        list += fact(in.tr("Shared with, before it is tabled"), Html(bdi(names_of(page.shared_with))));
    return dl(css("facts"), list);
}

std::string_view standing_words(std::string_view standing, const Visit& visit) {
    if (standing == "appealed") return visit.in.tr("A State has appealed: all States vote on it now.");
    if (standing == "overruled") return visit.in.tr("Overruled by a majority of those present and voting.");
    return visit.in.tr("It stands.");
}

Html ruling_of(const RulingRow& row, const Visit& visit) {
    const auto& in = visit.in;
    Html facts = group(fact(in.tr("Raised by"), Html(bdi(row.raised_by_name))),
                       fact(in.tr("Point of order"), Html(span(dir("auto"), row.point))),
                       fact(in.tr("Ruling"), Html(span(dir("auto"), row.ruling))),
                       fact(in.tr("It rests on"), Html(bdi(row.clause))),
                       fact(in.tr("Where it stands now"), Html(strong(standing_words(row.standing, visit)))));
    if (!row.appealed_by.empty())
        facts += fact(in.tr("Appealed against by"), Html(bdi(row.appealed_by_name)));
    if (!row.reasons.empty())
        facts += fact(in.tr("Reasons of the appeal"), Html(span(dir("auto"), row.reasons)));
    Html body =
        group(h3(in.tr("Ruling of {moment}", {{"moment", in.moment(row.ruled)}})), dl(css("facts"), facts));
    if (row.vote)
        body += group(p(in.tr("The question is whether the ruling is overruled: yes overrules it.")),
                      draw_question(*row.vote, {}, 0, visit));
    return article(body);
}

Html rulings_of(const DecisionPage& page, const Visit& visit) {
    if (page.rulings.empty()) return {};
    Html list;
    for (const RulingRow& row : page.rulings) list += ruling_of(row, visit);
    return section(h2(visit.in.tr("Rulings of the Chair on points of order")), list);
}

Html changes_of(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ChangeRow& row : page.changes)
        rows += tr(th(scope("row"), bdi(in.tr(row.what))), td(data_label(in.tr("Before")), bdi(row.before)),
                   td(data_label(in.tr("After")), bdi(row.after)));
    Html body = h2(page.applied ? in.tr("What it changed") : in.tr("What adoption would change"));
    body += p(page.effect_title);
    if (!page.effect_problems.empty())
        body += p(css("notice notice-caution"),
                  in.tr("As it stands it cannot be applied, and so it cannot be tabled or adopted."));
    if (!page.changes.empty())
        body += table(css("table table-list"),
                      caption(page.applied ? in.tr("Before and after this decision")
                                           : in.tr("Before and after, if it is adopted")),
                      thead(tr(th(scope("col"), in.tr("What")), th(scope("col"), in.tr("Before")),
                               th(scope("col"), in.tr("After")))),
                      tbody(rows));
    if (auto url = Url::same_site(page.changed_url)) body += p(a(href(*url), in.tr("Where it can be read")));
    return section(css("effect"), body);
}

Html text_of(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html paragraphs;
    for (const ParagraphRow& row : page.text) {
        std::string names;
        for (const std::string& name : row.dissociated) names += (names.empty() ? "" : ", ") + name;
        paragraphs +=
            li(id(row.key), div(lang(page.language), dir(web::direction_of(page.language)), row.text),
               when(row.agreed, [&] { return small(css("muted"), in.tr("(agreed ad referendum)")); }),
               when(!names.empty(), [&] {
                   return p(css("muted"),
                            in.tr("Dissociated from this paragraph: {states}", {{"states", names}}));
               }));
    }
    Html links =
        p(a(href(address_of(page.head.id).below("text")), in.tr("Amendments, positions and versions")));
    return section(css("document-text"), h2(in.tr("Text")),
                   p(css("muted"), in.tr("Version {n}", {{"n", std::to_string(page.text_version)}})),
                   ol(css("paragraphs"), paragraphs), links);
}

Html statements_of(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.statements.empty()) return {};
    Html list;
    for (const StatementRow& row : page.statements) {
        std::string what(in.tr(title_of(row.kind)));
        if (!row.paragraph.empty()) what += " " + row.paragraph;
        if (row.text_version > 0)
            what += " · " + in.tr("Version {n}", {{"n", std::to_string(row.text_version)}});
        list += article(h3(bdi(row.name)), p(css("muted"), what, " · ", in.moment(row.made)),
                        when(row.on_older_wording,
                             [&] {
                                 return p(css("notice"),
                                          in.tr("The paragraph reads otherwise now: this was said of the "
                                                "wording before."));
                             }),
                        when(!row.text.empty(), [&] { return p(dir("auto"), row.text); }));
    }
    return section(h2(in.tr("Positions explained")), list);
}

Html acts_of(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.acts.empty()) return {};
    Html list;
    for (const ActRow& row : page.acts)
        if (auto url = Url::same_site(row.address))
            list += li(a(css("btn btn-secondary"), href(*url), in.tr(find_act(row.command)->title)));
    return section(css("acts"), h2(in.tr("What you may do")),
                   p(css("muted"), in.tr("Each asks for confirmation and shows what will be recorded.")),
                   ul(css("button-list"), list));
}

Html evidence_of(const DecisionPage& page, const Visit& visit) {
    if (page.evidence.empty()) return {};
    Html list;
    for (const std::string& line : page.evidence) {
        auto own = Url::same_site(line);
        auto url = own ? own : Url::outside(line);
        list += url ? Html(li(a(href(*url), bdi(line)))) : Html(li(bdi(line)));
    }
    return section(h2(visit.in.tr("What it rests on")), ul(list));
}

/// No question is open, but one may still be put.
bool is_waiting(const DecisionPage& page) {
    return !page.head.symbol.empty() && !page.head.ended && (!page.question || page.question->ended);
}

Html status_line(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.binding == "politically")
        return p(css("page-lead"), in.tr("A decision of the mechanism: politically, not legally, binding."));
    if (page.binding == "not")
        return p(css("page-lead"),
                 in.tr("A decision of a working group that was not unanimous: it is not binding, neither "
                       "politically nor legally."));
    return {};
}

} // namespace

std::string body_words(std::string_view body, const Visit& visit) {
    const auto& in = visit.in;
    if (body == "plenary") return std::string(in.tr("Plenary"));
    if (body == "review_conference") return std::string(in.tr("Review conference"));
    if (body == "founding_conference") return std::string(in.tr("Founding conference"));
    if (body.starts_with("group:")) return in.tr("Group “{key}”", {{"key", body.substr(6)}});
    return std::string(body);
}

Screen draw_decisions(const DecisionsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const DecisionRow& row : page.rows) rows += row_of(row, visit);
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("There is no proposal here.")))
            : Html(table(css("table table-list"), caption(in.tr("Proposals and decisions, newest first")),
                         thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Symbol")),
                                  th(scope("col"), in.tr("Stage")), th(scope("col"), in.tr("Body")),
                                  th(scope("col"), in.tr("Proposed by")), th(scope("col"), in.tr("Tabled")))),
                         tbody(rows)));
    Screen screen =
        screen_of(visit, std::string(in.tr("Decisions")),
                  group(h1(css("page-title"), in.tr("Decisions")),
                        p(css("page-lead"), in.tr("Whatever the mechanism agreed was decided here, by the "
                                                  "rule of its charter, and can change in "
                                                  "no other way. Only States decide.")),
                        p(a(href(Url("/agreed")), in.tr("What is agreed now"))),
                        when(page.may_draft,
                             [&] {
                                 return p(a(css("btn btn-primary"), href(Url("/decisions/new")),
                                            in.tr("Draft a proposal")));
                             }),
                        filters(page, visit), list, next_page(page, visit)));
    screen.crumbs.clear();
    screen.other_faces = {{"JSON", Url("/decisions").with("format", "json")},
                          {"CSV", Url("/decisions").with("format", "csv")}};
    return screen;
}

Screen draw_decision(const DecisionPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html earlier;
    for (const QuestionCard& card : page.earlier) earlier += draw_question(card, {}, 0, visit);
    const std::int64_t appeal =
        page.rulings.empty() || page.rulings.back().standing != "appealed" ? 0 : page.rulings.back().vote->id;
    const std::string live = "/decisions/" + std::to_string(page.head.id) + "/live";
    Screen screen = screen_of(
        visit, page.head.title,
        group(h1(css("page-title"), bdi(page.head.title)), status_line(page, visit),
              when(page.question.has_value(),
                   [&] { return draw_question(*page.question, live, appeal, visit); }),
              when(is_waiting(page), [&] { return draw_waiting(page, live, appeal, visit); }),
              rulings_of(page, visit), acts_of(page, visit), facts_of(page, visit), changes_of(page, visit),
              text_of(page, visit), statements_of(page, visit), evidence_of(page, visit),
              when(!page.earlier.empty(), [&] { return section(h2(in.tr("Questions before")), earlier); })));
    screen.is_live = is_waiting(page) || (page.question && !page.question->ended);
    screen.other_faces = {{"JSON", address_of(page.head.id).with("format", "json")}};
    return screen;
}

Screen draw_new_proposal(const NewProposalPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html list;
    for (const EffectChoice& row : page.rows)
        list += group(dt(a(href(Url::of("decisions", "new", "effects", row.name)), row.title)),
                      dd(row.about, " ", small(css("muted"), row.matter)));
    return screen_of(
        visit, std::string(in.tr("Draft a proposal")),
        group(h1(css("page-title"), in.tr("Draft a proposal")),
              p(css("page-lead"),
                in.tr("What would its adoption do? The matter, and with it the rule by which it is "
                      "decided, follow from that.")),
              dl(css("facts"), list)));
}

} // namespace poa::decisions
