// SPDX-License-Identifier: Apache-2.0
// What comes to the site: forms, JSON and files; origin and token.
#include "web/tests/small_site.hpp"

namespace poa::web {
namespace {

using namespace small_site;

TEST_F(SiteTest, a_form_is_followed_by_the_next_page_and_json_by_the_outcome) {
    http::Answer by_form = post("/things/7/rename", form_type, "title=New", {{"accept", "text/html"}});
    EXPECT_EQ(by_form.status, 303);
    EXPECT_EQ(by_form.headers.get("location"), "/things/7");
    http::Answer by_json =
        post("/things/7/rename", "application/json", R"({"title":"New"})", {{"accept", "application/json"}});
    EXPECT_EQ(by_json.status, 200);
    EXPECT_EQ(by_json.body_text(), R"({"title":"New"})");
}

TEST_F(SiteTest, a_refused_form_is_drawn_again_with_the_reason) {
    http::Answer empty = post("/things/7/rename", form_type, "title=", {{"accept", "text/html"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_NE(empty.body_text().find("This is needed."), std::string_view::npos);
    EXPECT_EQ(post("/things/7/rename", form_type, "title=taken", {{"accept", "text/html"}}).status, 409);
    EXPECT_EQ(post("/things/7/rename", "application/json", "{", {}).status, 422);
    EXPECT_EQ(post("/things/7/rename", form_type, "title=%zz").status, 422);
}

// A megabyte that anybody can have a server hold is a way to stop it.
TEST_F(SiteTest, no_file_is_read_from_who_shows_no_sign_in) {
    http::Request request = request_of(http::Method::post, "/things/send");
    request.headers.add("content-type", "multipart/form-data; boundary=x");
    request.headers.add("content-length", "900000");
    auto verdict = site->on_head(request);
    ASSERT_TRUE(verdict.refused);
    EXPECT_EQ(verdict.refused->status, 401);
    EXPECT_TRUE(verdict.refused->headers.has("www-authenticate"));
    request.headers.add("cookie", "poa_session=abc");
    verdict = site->on_head(request);
    EXPECT_FALSE(verdict.refused);
    EXPECT_GE(verdict.body_bytes_max, 1'000'000u);
}

TEST_F(SiteTest, a_small_file_may_come_from_everybody_where_the_route_says_so) {
    http::Request request = request_of(http::Method::post, "/things/try");
    request.headers.add("content-type", "multipart/form-data; boundary=x");
    request.headers.add("content-length", "900");
    auto verdict = site->on_head(request);
    EXPECT_FALSE(verdict.refused);
    EXPECT_FALSE(verdict.asks_first);
    EXPECT_GE(verdict.body_bytes_max, 1000U);
    EXPECT_LE(verdict.body_bytes_max, open_body_bytes_max);
}

// The file is one way of giving the same: a program sends the text as JSON.
TEST_F(SiteTest, a_file_that_may_be_left_out_leaves_the_other_forms_open) {
    EXPECT_EQ(post("/things/try", "application/json", R"({"text":"New"})").body_text(), R"({"title":"New"})");
    EXPECT_EQ(post("/things/try", form_type, "text=New", {{"accept", "application/json"}}).status, 200);
    EXPECT_EQ(post("/things/try", "text/plain", "x").status, 415);
    EXPECT_EQ(post("/things/try", "application/json", R"({"file":"New"})").status, 422);
}

// The command's own address takes no GET: a link to it in another language would lead nowhere.
TEST_F(SiteTest, the_answer_to_a_refused_form_links_to_the_page_of_the_form_or_to_none) {
    http::Answer unknown = post("/things/7/rename", form_type, "title=", {{"accept", "text/html"}});
    EXPECT_FALSE(holds(unknown, "hreflang"));
    EXPECT_FALSE(holds(unknown, "lang=fr"));
    form_page = Url("/things/7/name");
    http::Answer known = post("/things/7/rename", form_type, "title=", {{"accept", "text/html"}});
    EXPECT_TRUE(holds(known, R"(href="/things/7/name?lang=fr")"));
    EXPECT_FALSE(holds(known, "/things/7/rename?"));
    http::Answer method = post("/things", form_type, "title=x", {{"accept", "text/html"}});
    EXPECT_EQ(method.status, 405);
    EXPECT_FALSE(holds(method, "hreflang"));
}

TEST_F(SiteTest, who_signs_in_comes_back_to_the_page) {
    http::Answer closed = get("/private?limit=3&lang=fr", "text/html");
    EXPECT_EQ(closed.status, 401);
    std::string link = R"(href="/sign-in?next=%2Fprivate%3Flimit%3D3")";
    std::size_t first = closed.body_text().find(link);
    ASSERT_NE(first, std::string_view::npos) << "in the header";
    EXPECT_NE(closed.body_text().find(link, first + 1), std::string_view::npos) << "and in the text";
    EXPECT_TRUE(holds(get("/things", "text/html"), R"(href="/sign-in?next=%2Fthings")"));
    http::Answer refused = post("/things/7/rename", form_type, "title=", {{"accept", "text/html"}});
    EXPECT_TRUE(holds(refused, R"(href="/sign-in")"));
}

TEST_F(SiteTest, what_changes_state_comes_from_here) {
    struct Case {
        std::vector<std::pair<std::string, std::string>> headers;
        int status;
    };
    const Case table[] = {
        {{{"origin", "http://poa.example"}}, 303},
        {{{"origin", "http://evil.example"}}, 403},
        {{{"origin", "null"}}, 403},
        {{{"sec-fetch-site", "same-origin"}}, 303},
        {{{"sec-fetch-site", "cross-site"}}, 403},
        {{{"sec-fetch-site", "same-site"}}, 403},
        {{}, 303},
    };
    for (Case each : table) {
        each.headers.emplace_back("accept", "text/html");
        EXPECT_EQ(post("/things/7/rename", form_type, "title=x", each.headers).status, each.status);
    }
}

TEST_F(SiteTest, a_signed_in_form_carries_its_token) {
    visitor = std::make_shared<SignedIn>();
    std::vector<std::pair<std::string, std::string>> headers = {{"cookie", "poa_session=abc"},
                                                                {"accept", "text/html"}};
    EXPECT_EQ(post("/things/7/rename", form_type, "title=x", headers).status, 403);
    EXPECT_EQ(post("/things/7/rename", form_type, "title=x&form_token=other", headers).status, 403);
    EXPECT_EQ(post("/things/7/rename", form_type, "title=x&form_token=token-1", headers).status, 303);
    headers.front() = {"authorization", "Bearer abc"};
    EXPECT_EQ(post("/things/7/rename", form_type, "title=x", headers).status, 303);
}

} // namespace
} // namespace poa::web
