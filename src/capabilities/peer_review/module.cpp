// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/module.hpp"

#include "capabilities/peer_review/acts_reviews.hpp"
#include "capabilities/peer_review/module_turns.hpp"
#include "capabilities/peer_review/pages_drawing.hpp"

namespace poa::peer_review {
namespace {

using web::Visit;

struct ReviewQuery {
    Id<PeerReview> review;
};
const Input<ReviewQuery>& review_query() {
    static const auto input = Input<ReviewQuery>("peer_review.review").id("review", &ReviewQuery::review);
    return input;
}
struct ActQuery {
    Id<PeerReview> review;
    std::string command, reviewer;
    std::int64_t statement = 0;
};
const Input<ActQuery>& act_query() {
    static const auto input = Input<ActQuery>("peer_review.act_form")
                                  .id("review", &ActQuery::review)
                                  .hidden("command", &ActQuery::command)
                                  .hidden("reviewer", &ActQuery::reviewer, {.required = false})
                                  .number("statement", &ActQuery::statement,
                                          {.label = N_("Statement"), .required = false, .least = 0});
    return input;
}

Result<ReviewActPage> act_page(const ModuleLinks& links, const Visit& visit, const ActQuery& query) {
    if (find_review_act(query.command) == nullptr)
        return refuse(Refusal::Kind::not_found, "peer_review.no_such_act");
    ReviewActPage page;
    page.command = query.command;
    page.reviewer = query.reviewer;
    page.statement = query.statement;
    return reading_reviews(links, visit, [&](const ReviewReading& read) {
        return load_review_act(read, query.review, std::move(page));
    });
}

void add_lists(web::Routes& routes, const ModuleLinks& links) {
    routes.page<ReviewsPage>(
        "/reviews", {"peer_review.list", N_("Reviews by peers, and how they go"), false},
        [links](const Visit& visit) -> Result<ReviewsPage> {
            return reading_reviews(links, visit, load_reviews);
        },
        draw_reviews);
    routes.page<FollowUpsPage>(
        "/reviews/follow-ups",
        {"peer_review.follow_ups", N_("What became of what States accepted in reviews"), false},
        [links](const Visit& visit) -> Result<FollowUpsPage> {
            return reading_reviews(links, visit, load_follow_ups);
        },
        draw_follow_ups);
    routes.page<MyReviewsPage>(
        "/my-reviews", {"peer_review.desk", N_("The reviews a State takes part in"), false},
        [links](const Visit& visit) { return reading_reviews(links, visit, load_my_reviews); },
        [](const MyReviewsPage& page, const Visit& visit) { return draw_my_reviews(page, visit, {}); });
    routes.page<VolunteerPage>(
        "/reviews/volunteer",
        {"peer_review.volunteer_form", N_("Volunteering for a review, as a form"), false},
        [links](const Visit& visit) { return reading_reviews(links, visit, load_volunteer); },
        [](const VolunteerPage& page, const Visit& visit) { return draw_volunteer(page, visit, {}); });
}

} // namespace

void add_review_pages(web::Routes& routes, const ModuleLinks& links) {
    add_lists(routes, links);
    routes.page<ReviewPage>(
        "/reviews/{review}",
        {"peer_review.review", N_("One review, as far as its State lets the reader read it"), false},
        review_query(),
        [links](const Visit& visit, const ReviewQuery& query) {
            return reading_reviews(
                links, visit, [&](const ReviewReading& read) { return load_review(read, query.review); });
        },
        draw_review);
    routes.page<PairsPage>(
        "/reviews/{review}/pairs", {"peer_review.pairs", N_("Who could review, and why"), false},
        review_query(),
        [links](const Visit& visit, const ReviewQuery& query) {
            return reading_reviews(links, visit,
                                   [&](const ReviewReading& read) { return load_pairs(read, query.review); });
        },
        draw_pairs);
    routes.page<ReviewActPage>(
        "/reviews/{review}/act/{command}",
        {"peer_review.act_form", N_("An act on a review, as a form"), false}, act_query(),
        [links](const Visit& visit, const ActQuery& query) { return act_page(links, visit, query); },
        [](const ReviewActPage& page, const Visit& visit) { return draw_review_act(page, visit, {}); });
}

void add_routes(web::Routes& routes, ModuleLinks links) {
    add_review_sentences(routes);
    add_review_pages(routes, links);
    add_review_commands(routes, links);
}

} // namespace poa::peer_review
