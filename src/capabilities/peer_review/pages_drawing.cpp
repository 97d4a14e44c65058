// SPDX-License-Identifier: Apache-2.0
// The list of reviews, how they go, a State's own desk, who could review.
#include "capabilities/peer_review/pages_drawing.hpp"

#include "capabilities/peer_review/commands.hpp"
#include "web/html.hpp"

namespace poa::peer_review {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Html review_row(const ReviewLine& row, const Visit& visit) {
    const auto& in = visit.in;
    return tr(
        th(scope("row"), a(href(review_url(row.review)), bdi(row.name))),
        td(data_label(in.tr("Begun")), in.day(row.begun)),
        td(data_label(in.tr("How")), bdi(row.procedure_title)),
        td(data_label(in.tr("Stage")), stage_words(row.stage, visit)),
        td(data_label(in.tr("To read")), row.is_shown ? in.tr("what was found") : std::string_view("—")));
}

Html review_table(const std::vector<ReviewLine>& rows, std::string_view title, const Visit& visit) {
    const auto& in = visit.in;
    Html lines;
    for (const ReviewLine& row : rows) lines += review_row(row, visit);
    return table(css("table table-list"), caption(title),
                 thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Begun")),
                          th(scope("col"), in.tr("How")), th(scope("col"), in.tr("Stage")),
                          th(scope("col"), in.tr("To read")))),
                 tbody(lines));
}

Html phase_row(const PhaseLine& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string days = in.tr_n("{n} day", "{n} days", row.days);
    if (row.begins_after > 0)
        days = in.tr("{days}, beginning {after} days later",
                     {{"days", days}, {"after", in.number(row.begins_after)}});
    return tr(th(scope("row"), lang(row.language), dir("auto"), row.title),
              td(data_label(in.tr("By whom")), by_words(row.by, visit)),
              td(data_label(in.tr("Planned")), days));
}

Html procedure_part(const ProcedureLine& row, const Visit& visit) {
    const auto& in = visit.in;
    Html lines;
    for (const PhaseLine& phase : row.phases) lines += phase_row(phase, visit);
    return section(h3(lang(row.title_language), dir("auto"), row.title),
                   p(lang(row.about_language), dir("auto"), row.about),
                   p(css("muted"), in.tr("Model:"), " ", bdi(row.source), ". ",
                     in.tr_n("{n} reviewer is looked for.", "{n} reviewers are looked for.", row.reviewers)),
                   table(css("table table-list"), caption(in.tr("Phases")),
                         thead(tr(th(scope("col"), in.tr("Phase")), th(scope("col"), in.tr("By whom")),
                                  th(scope("col"), in.tr("Planned")))),
                         tbody(lines)));
}

Html how_it_works(const ReviewsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html procedures;
    for (const ProcedureLine& row : page.procedures) procedures += procedure_part(row, visit);
    return section(
        h2(in.tr("How a review goes")),
        ol(li(in.tr("A State volunteers. It is never chosen. It names the parts of the framework, or its "
                    "released report, and whether reviewers come to visit.")),
           li(in.tr(
               "Other States offer to review, or are invited; at least one is of another regional group. "
               "They declare their interests. The State may decline any of them without a reason.")),
           li(in.tr("Reviewers ask, the State answers as far as it wishes. What is seen at a visit stays "
                    "between them.")),
           li(in.tr("Reviewers draft findings, each with what it is about and what it rests on, and "
                    "recommendations. The State comments, and accepts each recommendation or notes it.")),
           li(in.tr("Others read it only if the State consents. It may take the whole review back at any "
                    "time.")),
           li(in.tr("What was accepted stands beside the State's next review, with what it says became of "
                    "it."))),
        p(in.tr(
            "Nothing here ranks or scores States. A State without a review is a State without a review.")),
        procedures);
}

Html reviewers_table(const MyReviewsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.reviewers.empty()) return p(in.tr("No State has said so yet."));
    Html lines;
    for (const VolunteerLine& row : page.reviewers)
        lines += tr(th(scope("row"), bdi(row.name)), td(data_label(in.tr("Regional group")), bdi(row.region)),
                    td(data_label(in.tr("Until")), in.day(row.until)),
                    td(data_label(in.tr("What it knows well")), dir("auto"), row.words),
                    td(data_label(in.tr("Reviews so far")), in.number(row.reviews)));
    return table(css("table table-list"), caption(in.tr("States that would review others")),
                 thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Regional group")),
                          th(scope("col"), in.tr("Until")), th(scope("col"), in.tr("What it knows well")),
                          th(scope("col"), in.tr("Reviews so far")))),
                 tbody(lines));
}

Html joining(const MyReviewsPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    if (!page.may_join) return {};
    Html leave;
    if (page.is_among_reviewers)
        leave = web::button_form(Url("/my-reviews/leave_reviewers"), visit,
                                 in.tr("Your State is among them: leave"));
    return group(leave, h3(in.tr("Say that your State would review others")),
                 p(in.tr("Member States read it. Each review is offered and agreed by itself.")),
                 web::form_for(input_of(Of<JoinReviewers>{}), Url("/my-reviews/join_reviewers"), visit,
                               entered, {.submit = in.tr("Your State would review")}));
}

Html facts_of(const PairLine& row, const Visit& visit) {
    const auto& in = visit.in;
    Html facts;
    facts += li(in.tr_n("{n} review so far, with those proposed before",
                        "{n} reviews so far, with those proposed before", row.reviews));
    facts += li(row.other_region ? in.tr("of another regional group") : in.tr("of the same regional group"));
    if (row.reviewed_before) facts += li(in.tr("it reviewed this State before"));
    if (row.in_return) facts += li(in.tr("this State reviewed it"));
    return ul(facts);
}

} // namespace

Screen draw_reviews(const ReviewsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html doors;
    if (page.may_volunteer)
        doors += a(css("btn btn-primary"), href(Url("/reviews/volunteer")), in.tr("Volunteer for a review"));
    if (page.may_act)
        doors += group(" ", a(css("btn btn-secondary"), href(Url("/my-reviews")), in.tr("Your reviews")));
    Html body = group(
        h1(css("page-title"), in.tr("Reviews by peers")),
        p(css("page-lead"), in.tr("A State that wishes lets other States look at how it puts the framework "
                                  "into practice, and decides who reads what they found.")),
        clause_note(page.clause, visit), when(!doors.empty(), [&] { return p(doors); }),
        page.rows.empty() ? Html(p(in.tr("No review is known to you.")))
                          : review_table(page.rows, in.tr("Reviews"), visit),
        p(a(href(Url("/reviews/follow-ups")), in.tr("What became of what was accepted"))),
        how_it_works(page, visit));
    Screen screen = review_screen(visit, std::string(in.tr("Reviews by peers")), std::move(body));
    screen.crumbs.pop_back();
    return screen;
}

Screen draw_my_reviews(const MyReviewsPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Html body =
        group(h1(css("page-title"), in.tr("Your reviews")), clause_note(page.clause, visit),
              when(page.may_volunteer,
                   [&] {
                       return p(a(css("btn btn-primary"), href(Url("/reviews/volunteer")),
                                  in.tr("Volunteer for a review")));
                   }),
              page.rows.empty() ? Html(p(in.tr("Your State takes part in no review.")))
                                : review_table(page.rows, in.tr("Reviews your State takes part in"), visit),
              section(h2(in.tr("States that would review others")), reviewers_table(page, visit),
                      joining(page, visit, entered)));
    Screen screen = review_screen(visit, std::string(in.tr("Your reviews")), std::move(body));
    screen.form_page = Url("/my-reviews");
    return screen;
}

Screen draw_volunteer(const VolunteerPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    DrawnInput drawn(input_of(Of<VolunteerReview>{}));
    drawn.choose("procedure", page.procedures);
    drawn.choose("items", page.items);
    drawn.choose("report", page.reports);
    if (page.reports.empty()) drawn.hide("report");
    Html body = group(
        h1(css("page-title"), in.tr("Volunteer for a review")), clause_note(page.clause, visit),
        p(css("page-lead"),
          in.tr("Your State, {state}, asks its peers to look. It can stop at any time, and nobody reads "
                "the outcome without its consent.",
                {{"state", page.name}})),
        web::form_for(drawn.done(), Url("/reviews/volunteer_review"), visit, entered,
                      {.submit = in.tr("Volunteer")}));
    Screen screen = review_screen(visit, std::string(in.tr("Volunteer for a review")), std::move(body));
    screen.form_page = Url("/reviews/volunteer");
    return screen;
}

Screen draw_pairs(const PairsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html lines;
    for (const PairLine& row : page.rows)
        lines += tr(
            th(scope("row"), bdi(row.name)), td(data_label(in.tr("Regional group")), bdi(row.region)),
            td(data_label(in.tr("Why")), facts_of(row, visit)),
            td(a(href(review_url(page.head.review).below("act/invite_reviewer").with("reviewer", row.state)),
                 in.tr("Invite"))));
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("Nobody is left to propose, or enough States are asked already.")))
            : Html(table(css("table table-list"), caption(in.tr("Reviewers proposed")),
                         thead(tr(th(scope("col"), in.tr("State")), th(scope("col"), in.tr("Regional group")),
                                  th(scope("col"), in.tr("Why")), th(scope("col"), in.tr("Invite")))),
                         tbody(lines)));
    Html body = group(
        h1(css("page-title"), in.tr("Who could review")),
        p(css("page-lead"),
          in.tr("A proposal; your State decides. Proposed is who has reviewed least, then whose regional "
                "group is least in the team, then who has not reviewed your State or been reviewed by it. "
                "What is still equal is settled by a digest, so that no State is favoured by its name.")),
        p(in.tr("Counted are the reviews your State may know of.")),
        p(in.tr("{team} of {wanted} reviewers are found or asked.",
                {{"team", in.number(page.team)}, {"wanted", in.number(page.wanted)}})),
        list);
    Screen screen = review_screen(visit, std::string(in.tr("Who could review")), std::move(body));
    screen.crumbs.push_back({title_of(page.head, visit), review_url(page.head.review)});
    return screen;
}

Screen draw_follow_ups(const FollowUpsPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html body = group(h1(css("page-title"), in.tr("What became of what was accepted")),
                      p(css("page-lead"),
                        in.tr("Recommendations of reviews that you may read, where the State accepted them, "
                              "with its own word on each and what it says shows it. In the order of names; "
                              "nothing is added up.")));
    std::string shown;
    Html items;
    auto close = [&] {
        if (!items.empty()) body += ul(items);
        items = Html();
    };
    for (const FollowedLine& row : page.rows) {
        if (row.state != shown) {
            close();
            body += h2(bdi(row.name));
        }
        shown = row.state;
        items += followed_item(row, visit);
    }
    close();
    if (page.rows.empty()) body += p(in.tr("There is none that you may read."));
    return review_screen(visit, std::string(in.tr("What became of what was accepted")), std::move(body));
}

} // namespace poa::peer_review
