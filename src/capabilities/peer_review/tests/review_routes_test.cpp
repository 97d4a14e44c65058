// SPDX-License-Identifier: Apache-2.0
// A review over the site, as a browser without scripts and as a program.
#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/peer_review/acts_reviews.hpp"
#include "capabilities/peer_review/module.hpp"
#include "http/target.hpp"
#include "review_house.hpp"
#include "web/site.hpp"

namespace poa::peer_review::test {
namespace {

class ReviewRoutes : public testing::Test {
  protected:
    ReviewRoutes() {
        add_routes(routes, {*house.database, house.clock, house.ground});
        web::SiteLinks of_site;
        of_site.visitor_of = [this](const http::Request&) { return visitor; };
        of_site.position = [this] { return house.database->position(); };
        of_site.failure = [](const http::Request*, const char* what) { ADD_FAILURE() << what; };
        site = std::make_unique<web::Site>(web::SiteSettings{}, routes, of_site);
    }
    void be(const Actor& actor) { visitor = std::make_shared<identity::SignedInVisitor>(actor, "token-1"); }
    void be_nobody() { visitor = std::make_shared<web::Visitor>(); }

    http::Answer send(http::Method method, const std::string& target, const std::string& accept,
                      const std::string& type = {}, const std::string& body = {}) {
        http::Request request;
        request.method = method;
        EXPECT_TRUE(http::read_target(target, request)) << target;
        request.headers.add("host", "poa.example");
        request.headers.add("accept", accept);
        request.headers.add("authorization", "Bearer abc");
        if (!type.empty()) request.headers.add("content-type", type);
        request.body = body;
        auto verdict = site->on_head(request);
        if (verdict.refused) return *verdict.refused;
        if (auto answer = site->at_once(request)) return *answer;
        return site->answer(request);
    }
    std::string page(const std::string& target) {
        return std::string(send(http::Method::get, target, "text/html").body_text());
    }
    std::string data(const std::string& target) {
        return std::string(send(http::Method::get, target, "application/json").body_text());
    }
    using Fields = std::vector<std::pair<std::string, std::string>>;
    http::Answer form(const std::string& target, const Fields& fields) {
        std::string body = "form_token=token-1";
        for (const auto& [name, value] : fields)
            body += "&" + percent_encode(name) + "=" + percent_encode(value);
        return send(http::Method::post, target, "text/html", "application/x-www-form-urlencoded", body);
    }
    static testing::AssertionResult has(const std::string& text, std::string_view words) {
        if (text.find(words) != std::string::npos) return testing::AssertionSuccess();
        return testing::AssertionFailure() << "no " << words << " in\n" << text;
    }

    House house;
    web::Routes routes;
    std::shared_ptr<const web::Visitor> visitor = std::make_shared<web::Visitor>();
    std::unique_ptr<web::Site> site;
};

TEST_F(ReviewRoutes, FromVolunteeringToConsentByPlainForms) {
    // REP-26: the whole way by forms, and what each reader gets of it.
    be(house.fiji);
    EXPECT_TRUE(has(page("/reviews/volunteer"), "value=\"norm-f\""));
    const http::Answer made = form("/reviews/volunteer_review", {{"procedure", "peer-dialogue"},
                                                                 {"scope", "visit"},
                                                                 {"items", "norm-f"},
                                                                 {"items", "norm-g"},
                                                                 {"known_to", "public"}});
    ASSERT_EQ(made.status, 303) << made.body_text();
    const std::string review(made.headers.get("location"));
    be(house.kenya);
    EXPECT_TRUE(has(page(review), "act/offer_review"));
    EXPECT_EQ(form(review + "/offer_review", {{"conflicts", "We sell lanterns."}}).status, 303);
    be(house.norway);
    EXPECT_FALSE(has(page(review), "We sell lanterns."));
    be(house.fiji);
    EXPECT_TRUE(has(page(review), "We sell lanterns."));
    EXPECT_TRUE(has(page(review), "act/settle_offer?reviewer=KEN"));
    EXPECT_EQ(form(review + "/settle_offer", {{"reviewer", "KEN"}, {"verdict", "accept"}}).status, 303);
    EXPECT_EQ(form(review + "/fix_reviewers", {}).status, 303);
    be(house.kenya);
    EXPECT_TRUE(has(page(review + "/act/ask_question"), "value=\"item:norm-f\""));
    const http::Answer asked =
        form(review + "/ask_question", {{"about", "item:norm-f"}, {"text", "Who keeps the lanterns?"}});
    EXPECT_EQ(asked.headers.get("location"), review + "#statement-1");
    be(house.fiji);
    EXPECT_TRUE(has(page(review), "act/answer_question?statement=1"));
    EXPECT_TRUE(has(page(review + "/act/answer_question?statement=1"), "Who keeps the lanterns?"));
    EXPECT_EQ(form(review + "/answer_question",
                   {{"statement", "1"}, {"text", "The lamp office."}, {"audience", "public"}})
                  .status,
              303);
    be(house.kenya);
    EXPECT_EQ(form(review + "/note_visit", {{"text", "Three were lit."}}).status, 303);
    EXPECT_EQ(form(review + "/add_finding", {{"about", "item:norm-f"},
                                             {"text", "Lanterns are kept."},
                                             {"evidence", "link"},
                                             {"evidence_text", "https://lanterns.example/log"}})
                  .status,
              303);
    EXPECT_EQ(form(review + "/add_recommendation", {{"statement", "4"}, {"text", "Light a fourth."}}).status,
              303);
    EXPECT_EQ(form(review + "/hand_over_draft", {}).status, 303);
    be_nobody();
    EXPECT_TRUE(has(page(review), "the State and its reviewers alone read it"));
    EXPECT_FALSE(has(data(review), "anterns are kept"));
    EXPECT_TRUE(has(data(review), R"("revision":0)")) << "nor how much was said";
    be(house.fiji);
    EXPECT_EQ(form(review + "/comment_draft", {{"statement", "4"}, {"text", "A fifth is planned."}}).status,
              303);
    EXPECT_EQ(form(review + "/respond_recommendation",
                   {{"statement", "5"}, {"response", "accepted"}, {"text", "Gladly."}})
                  .status,
              303);
    const std::string revision = std::to_string(house.kept(Id<PeerReview>{1}).revision);
    EXPECT_TRUE(has(page(review + "/act/finish_review"), "name=\"revision\" value=\"" + revision + "\""));
    EXPECT_EQ(form(review + "/finish_review", {{"revision", revision}, {"shown_to", "public"}}).status, 303);
    be_nobody();
    const std::string html = page(review);
    for (const char* words :
         {"Lanterns are kept.", "href=\"https://lanterns.example/log\"", "Light a fourth.", "Accepted",
          "A fifth is planned.", "The lamp office.", "The State consented that this is read by:"})
        EXPECT_TRUE(has(html, words));
    EXPECT_FALSE(has(html, "Three were lit.")) << "the note of the visit stays with the parties";
    EXPECT_FALSE(has(data(review), "We sell lanterns."));
    EXPECT_TRUE(
        has(data("/reviews/follow-ups"), R"("recommendation":"Light a fourth.","response":"Gladly.")"));
    be(house.fiji);
    EXPECT_EQ(form(review + "/withdraw_review", {}).status, 303);
    be_nobody();
    EXPECT_TRUE(has(page(review), "The State withdrew this review."));
    EXPECT_FALSE(has(data(review), "antern"));
    EXPECT_FALSE(has(data("/reviews/follow-ups"), "fourth"));
}

TEST_F(ReviewRoutes, WhatWasAcceptedStandsBesideTheNextReview_ACC_03) {
    const auto before = house.handed_over();
    (void)house.made(house.run(house.fiji, respond_recommendation,
                               {before.id, before.recommendation, "accepted", "Gladly."}));
    ASSERT_EQ(house.finish(before.id, "public"), "done");
    (void)house.made(house.run(
        house.fiji, follow_up,
        {before.id, before.recommendation, "done", "It burns.", "link", "https://lanterns.example/fourth"}));
    const auto next = house.volunteer();
    be_nobody();
    const std::string html = page("/reviews/" + std::to_string(next.number));
    EXPECT_TRUE(has(html, "Accepted in reviews before"));
    EXPECT_TRUE(has(html, "Light a fourth one."));
    EXPECT_TRUE(has(html, "It burns."));
    EXPECT_TRUE(has(html, "href=\"https://lanterns.example/fourth\""));
    const std::string csv =
        std::string(send(http::Method::get, "/reviews/follow-ups", "text/csv").body_text());
    EXPECT_TRUE(has(csv, "Light a fourth one.,Gladly.,done,It burns.,link,"));
    ASSERT_EQ(house.finish(before.id, "parties"), "done");
    EXPECT_FALSE(has(page("/reviews/" + std::to_string(next.number)), "It burns."));
}

TEST_F(ReviewRoutes, AProposalIsExplainedAndForTheStateAlone) {
    (void)house.run(house.kenya, join_reviewers, {Day::parse("2028-01-01"), "Lanterns"});
    (void)house.run(house.samoa, join_reviewers, {Day::parse("2028-01-01"), ""});
    const auto id = house.volunteer();
    const std::string pairs = "/reviews/" + std::to_string(id.number) + "/pairs";
    be(house.kenya);
    EXPECT_EQ(send(http::Method::get, pairs, "application/json").status, 403);
    EXPECT_TRUE(has(page("/my-reviews"), "Lanterns"));
    be(house.fiji);
    EXPECT_TRUE(has(data(pairs), R"("rows":[{"state":"KEN")")) << "another region first";
    EXPECT_TRUE(has(data(pairs), R"("other_region":true)"));
    EXPECT_TRUE(has(page(pairs), "A proposal; your State decides."));
    EXPECT_TRUE(has(page(pairs), "act/invite_reviewer?reviewer=KEN"));
    be_nobody();
    EXPECT_EQ(send(http::Method::get, "/my-reviews", "application/json").status, 401);
}

TEST_F(ReviewRoutes, EveryActHasAFormAndARefusalComesBackOnIt) {
    const auto all = house.handed_over();
    const std::string review = "/reviews/" + std::to_string(all.id.number);
    be(house.kenya);
    for (const ReviewAct& act : review_acts()) {
        const http::Answer answer =
            send(http::Method::get, review + "/act/" + std::string(act.command), "text/html");
        EXPECT_EQ(answer.status, 200) << act.command;
        EXPECT_TRUE(has(std::string(answer.body_text()), "<form")) << act.command;
    }
    const http::Answer refused =
        form(review + "/ask_question", {{"about", "item:nothing"}, {"text", "Why?"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(std::string(refused.body_text()), ">Why?</textarea>"));
    EXPECT_TRUE(has(std::string(refused.body_text()), "is no item of the framework"));
    const http::Answer late = form(review + "/note_visit", {{"text", "Lit."}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(has(std::string(late.body_text()), "A review at this stage does not allow that."));
}

TEST_F(ReviewRoutes, NobodyElseLearnsOfAReviewForTheParties) {
    const auto id = house.volunteer("parties");
    const std::string review = "/reviews/" + std::to_string(id.number);
    for (const std::string& path : {review, review + "/pairs", review + "/act/offer_review"}) {
        be(house.norway);
        EXPECT_EQ(send(http::Method::get, path, "application/json").status, 404) << path;
    }
    EXPECT_FALSE(has(data("/reviews"), "FJI"));
    be_nobody();
    EXPECT_EQ(send(http::Method::get, review, "application/json").status, 404);
    be(house.fiji);
    EXPECT_TRUE(has(data("/my-reviews"), "FJI"));
}

} // namespace
} // namespace poa::peer_review::test
