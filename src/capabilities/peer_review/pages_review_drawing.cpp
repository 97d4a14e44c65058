// SPDX-License-Identifier: Apache-2.0
// One review: who, about what, how far, and what was said; and an act on it as a form.
#include "capabilities/peer_review/acts_reviews.hpp"
#include "capabilities/peer_review/commands.hpp"
#include "capabilities/peer_review/pages_drawing.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace poa::peer_review {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url act_url(std::int64_t review, std::string_view command) {
    return review_url(review).below("act").below(command);
}

std::string_view audience_words(std::string_view audience, const Visit& visit) {
    const auto& in = visit.in;
    if (audience == "public") return in.tr("everyone");
    if (audience == "member_states") return in.tr("Member States");
    return in.tr("the State under review and its reviewers");
}

Html acts_of(const ReviewPage& page, const Visit& visit) {
    Html list;
    for (const std::string& command : page.acts)
        list += li(a(css("btn btn-secondary"), href(act_url(page.head.review, command)),
                     visit.in.tr(find_review_act(command)->title)));
    if (std::ranges::find(page.acts, "invite_reviewer") != page.acts.end())
        list += li(a(css("btn btn-secondary"), href(review_url(page.head.review).below("pairs")),
                     visit.in.tr("Who could review")));
    return when(!list.empty(),
                [&] { return section(h2(visit.in.tr("What you may do")), ul(css("button-list"), list)); });
}

Html subjects_of(const ReviewPage& page, const Visit& visit) {
    if (page.subjects.empty()) return {};
    return section(h2(visit.in.tr("What it is about")), ul(each(page.subjects, [&](const SubjectLine& row) {
                       return li(a(href(Url::same_site(row.address).value()), dir("auto"), row.title));
                   })));
}

Html reviewer_row(const ReviewPage& page, const ReviewerLine& row, const Visit& visit) {
    const auto& in = visit.in;
    Html declared = span(in.tr("for the parties"));
    if (row.has_declared)
        declared = row.conflicts.empty() ? Html(span(in.tr("declares no interests")))
                                         : Html(span(dir("auto"), row.conflicts));
    Html settle;
    if (row.may_be_settled)
        settle = a(href(act_url(page.head.review, "settle_offer").with("reviewer", row.state)),
                   row.standing == "offered" ? in.tr("Accept or decline") : in.tr("Decline"));
    return tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Regional group")), bdi(row.region)),
              td(data_label(in.tr("Standing")), span(standing_words(row.standing, visit), " ", settle)),
              td(data_label(in.tr("Interests")), declared));
}

Html reviewers_of(const ReviewPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.reviewers.empty()) return {};
    Html rows;
    for (const ReviewerLine& row : page.reviewers) rows += reviewer_row(page, row, visit);
    return section(h2(in.tr("Reviewers")),
                   table(css("table table-list"), caption(in.tr("States that review")),
                         thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Regional group")),
                                  th(scope("col"), in.tr("Standing")), th(scope("col"), in.tr("Interests")))),
                         tbody(rows)));
}

Html plan_of(const ReviewPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.phases.empty()) return {};
    Html rows;
    for (const PlannedLine& row : page.phases)
        rows += tr(th(scope("row"), lang(row.language), dir("auto"), row.title,
                      when(row.is_now, [&] { return group(" ", span(css("badge"), in.tr("now"))); })),
                   td(data_label(in.tr("By whom")), by_words(row.by, visit)),
                   td(data_label(in.tr("From")), in.day(row.first)),
                   td(data_label(in.tr("To")), in.day(row.last)));
    return details(summary(in.tr("Plan of days")),
                   p(in.tr("The days bind nobody: each side goes on when it is ready.")),
                   table(css("table table-list"), caption(in.tr("Phases")),
                         thead(tr(th(scope("col"), in.tr("Phase")), th(scope("col"), in.tr("By whom")),
                                  th(scope("col"), in.tr("From")), th(scope("col"), in.tr("To")))),
                         tbody(rows)));
}

/// Draws statements with what answers them below.
class Telling {
  public:
    Telling(const ReviewPage& page, const Visit& visit) : page_(page), visit_(visit) {}

    Html part(std::string_view kind, std::string_view title) const {
        Html list;
        for (const StatementLine& each : page_.statements)
            if (each.kind == kind) list += told(each, 3);
        if (list.empty()) return {};
        return section(h2(title), list);
    }

  private:
    std::string_view kind_words(const StatementLine& line) const {
        using enum StatementKind;
        for (StatementKind each : {question, answer, visit_note, finding, recommendation, comment, response,
                                   contribution, StatementKind::follow_up})
            if (name_of(each) == line.kind) return visit_.in.tr(title_of(each));
        return line.kind;
    }
    std::string_view choice_words(const StatementLine& line) const {
        if (line.choice == "accepted") return visit_.in.tr("Accepted");
        if (line.choice == "noted") return visit_.in.tr("Noted");
        return line.choice.empty() ? std::string_view() : status_words(line.choice, visit_);
    }
    Html about_of(const StatementLine& line) const {
        if (line.about_title.empty()) return {};
        return p(css("muted"), visit_.in.tr("About:"), " ",
                 a(href(Url::same_site(line.about_address).value()), dir("auto"), line.about_title));
    }
    Html acts_on(const StatementLine& line) const {
        Html list;
        for (const std::string& command : line.acts)
            list += li(
                a(href(act_url(page_.head.review, command).with("statement", std::to_string(line.statement))),
                  visit_.in.tr(find_review_act(command)->title)));
        return when(!list.empty(), [&] { return ul(css("button-list"), list); });
    }
    Html told(const StatementLine& line, int level) const {
        const auto& in = visit_.in;
        const std::string anchor = "statement-" + std::to_string(line.statement);
        Html head = group(kind_words(line), ": ", bdi(line.author_name));
        Html below;
        for (const StatementLine& each : page_.statements)
            if (each.parent == line.statement) below += li(told(each, level + 1));
        const auto choice = choice_words(line);
        const bool is_audience_told =
            (line.kind == "answer" || line.kind == "contribution") && !page_.head.side.empty();
        return article(css("answer"), id(anchor), level == 3 ? Html(h3(head)) : Html(h4(head)),
                       p(css("muted"), in.moment(line.at)), about_of(line),
                       when(!choice.empty(), [&] { return p(strong(choice)); }),
                       when(!line.text.empty(), [&] { return p(dir("auto"), line.text); }),
                       evidence_of(line.evidence, line.evidence_text, line.evidence_address, visit_),
                       when(is_audience_told,
                            [&] {
                                return p(css("muted"), in.tr("At most for:"), " ",
                                         audience_words(line.audience, visit_));
                            }),
                       acts_on(line), when(!below.empty(), [&] { return ul(below); }));
    }

    const ReviewPage& page_;
    const Visit& visit_;
};

/// Why there is nothing to read, or who may read what is there.
Html standing_note(const ReviewPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ReviewHead& head = page.head;
    if (head.stage == "withdrawn")
        return p(css("notice"), in.tr("The State withdrew this review. Nobody reads any of it any more; that "
                                      "says nothing about the State."));
    if (head.stage == "finished" && head.shown_to != "parties")
        return p(css("notice"), in.tr("The State consented that this is read by:"), " ",
                 audience_words(head.shown_to, visit));
    if (head.stage == "finished")
        return p(css("notice"),
                 in.tr("A review took place. What was said is for the State and its reviewers."));
    if (head.side.empty())
        return p(css("notice"), in.tr("While a review goes on, the State and its reviewers alone read it."));
    return {};
}

Html facts_of(const ReviewHead& head, const Visit& visit) {
    const auto& in = visit.in;
    return dl(css("facts"), dt(in.tr("Stage")), dd(stage_words(head.stage, visit)), dt(in.tr("How")),
              dd(bdi(head.procedure_title)), dt(in.tr("Where reviewers look")),
              dd(scope_words(head.scope, visit)), dt(in.tr("Known to")),
              dd(audience_words(head.known_to, visit)), when(head.finished.has_value(), [&] {
                  return group(dt(in.tr("Finished")), dd(in.day(*head.finished)));
              }));
}

Html earlier_of(const ReviewPage& page, const Visit& visit) {
    if (page.earlier.empty()) return {};
    return section(
        h2(visit.in.tr("Accepted in reviews before")),
        ul(each(page.earlier, [&](const FollowedLine& row) { return followed_item(row, visit); })));
}

} // namespace

Screen draw_review(const ReviewPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const Telling telling(page, visit);
    const std::string title = title_of(page.head, visit);
    Html body = group(h1(css("page-title"), title), clause_note(page.clause, visit),
                      standing_note(page, visit), facts_of(page.head, visit), acts_of(page, visit),
                      subjects_of(page, visit), reviewers_of(page, visit), plan_of(page, visit),
                      earlier_of(page, visit), telling.part("finding", in.tr("Findings and recommendations")),
                      telling.part("question", in.tr("Questions and answers")),
                      telling.part("visit_note", in.tr("Notes of the visit, for the parties alone")),
                      telling.part("contribution", in.tr("What organisations say, each in its own name")));
    return review_screen(visit, title, std::move(body));
}

Screen draw_review_act(const ReviewActPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const ReviewAct* act = find_review_act(page.command);
    require(act != nullptr, "an act that has a form");
    InputValues start;
    start.set("reviewer", page.reviewer);
    start.set("statement", std::to_string(page.statement));
    start.set("revision", std::to_string(page.head.revision));
    DrawnInput drawn(*act->input);
    drawn.choose("about", page.abouts);
    drawn.hide("revision");
    if (page.command == "settle_offer") drawn.hide("reviewer");
    Html body = group(h1(css("page-title"), in.tr(act->title)), p(css("page-lead"), in.tr(act->told)),
                      when(!page.reviewer_name.empty(), [&] { return p(strong(bdi(page.reviewer_name))); }),
                      when(!page.quoted.empty(), [&] { return blockquote(p(dir("auto"), page.quoted)); }),
                      web::form_for(drawn.done(), review_url(page.head.review).below(page.command), visit,
                                    entered, {.submit = in.tr(act->title), .start = &start}));
    Screen screen = review_screen(visit, std::string(in.tr(act->title)), std::move(body));
    screen.crumbs.push_back({title_of(page.head, visit), review_url(page.head.review)});
    const std::string statement = page.statement == 0 ? std::string() : std::to_string(page.statement);
    screen.form_page =
        act_url(page.head.review, page.command).with("statement", statement).with("reviewer", page.reviewer);
    return screen;
}

} // namespace poa::peer_review
