// SPDX-License-Identifier: Apache-2.0
// The site with a small table of routes: faces, refusals, kept pages, hostile requests.
#include "web/tests/small_site.hpp"

namespace poa::web {
namespace {

using namespace small_site;

TEST_F(SiteTest, one_url_three_faces) {
    EXPECT_NE(get("/things", "text/html").body_text().find("10 things"), std::string::npos);
    EXPECT_EQ(get("/things?limit=1", "application/json").body_text(), R"({"rows":[{"title":"<&>"}]})");
    EXPECT_EQ(get("/things?limit=1&format=csv").body_text(), "\xEF\xBB\xBFtitle\r\n<&>\r\n");
    EXPECT_EQ(get("/things", "image/png").status, 406);
    EXPECT_EQ(get("/things?format=pdf").status, 406);
}

TEST_F(SiteTest, unknown_paths_methods_and_media_types_are_told) {
    EXPECT_EQ(get("/nothing").status, 404);
    EXPECT_NE(get("/nothing", "text/html").body_text().find("<h1"), std::string::npos);
    http::Answer problem = get("/things/9", "application/json");
    EXPECT_EQ(problem.status, 404);
    EXPECT_EQ(problem.headers.get("content-type"), "application/problem+json");
    EXPECT_TRUE(parse_json(problem.body_text()));
    http::Answer method = send(request_of(http::Method::del, "/things"));
    EXPECT_EQ(method.status, 405);
    EXPECT_NE(method.headers.get("allow").find("GET"), std::string_view::npos);
    EXPECT_EQ(post("/things/1/rename", "text/plain", "x").status, 415);
}

TEST_F(SiteTest, a_query_with_problems_is_refused_with_all_of_them) {
    http::Answer answer = get("/things?limit=99", "application/json");
    EXPECT_EQ(answer.status, 422);
    auto problem = parse_json(answer.body_text());
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->at("reasons").at(0).at("field").as_string(), "limit");
}

TEST_F(SiteTest, a_failure_is_a_reference_for_people_and_words_for_the_operator) {
    http::Answer answer = get("/broken", "application/json");
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body_text().find("fire"), std::string_view::npos);
    EXPECT_NE(answer.body_text().find("ref1"), std::string_view::npos);
    EXPECT_EQ(failures, std::vector<std::string>{"disk on fire"});
}

TEST_F(SiteTest, a_page_that_says_what_was_wrong_with_the_question_is_no_success) {
    http::Answer answer = get("/doubtful", "text/html");
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.body_text().find("Doubtful"), std::string_view::npos);
}

// A feed holds whole addresses, made of the Host that was asked.
TEST_F(SiteTest, a_kept_feed_is_not_given_under_another_name) {
    auto feed_for = [&](const char* host, bool secure) {
        http::Request request = request_of(http::Method::get, "/feed?format=atom");
        request.headers.set("host", host);
        request.secure = secure;
        return std::string(send(request).body_text());
    };
    EXPECT_EQ(feed_for("evil.example", false), "http://evil.example/");
    EXPECT_EQ(feed_for("poa.example", false), "http://poa.example/");
    EXPECT_EQ(feed_for("poa.example", true), "https://poa.example/");
    EXPECT_EQ(feed_for("poa.example", false), "http://poa.example/");
}

TEST_F(SiteTest, whole_addresses_begin_with_the_public_one_where_it_is_set) {
    EXPECT_EQ(get("/feed?format=atom").body_text(), "http://poa.example/");
    open_site("https://programme.example");
    EXPECT_EQ(get("/feed?format=atom").body_text(), "https://programme.example/");
}

TEST_F(SiteTest, an_answer_says_what_it_depends_on_and_nothing_else) {
    EXPECT_EQ(get("/things").headers.get("vary"), "Accept, Accept-Language, Cookie");
    EXPECT_FALSE(get("/bytes").headers.has("vary"));
    EXPECT_FALSE(get("/bytes").headers.has("content-language"));
    http::Answer refused = get("/bytes/7", "text/html");
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(refused.headers.get("vary"), "Accept, Accept-Language, Cookie");
    EXPECT_EQ(refused.headers.get("content-language"), "en");
    EXPECT_EQ(get("/nothing").headers.get("vary"), "Accept, Accept-Language, Cookie");
}

TEST_F(SiteTest, anonymous_pages_are_kept_while_the_journal_stands) {
    std::string first(get("/things").body_text());
    EXPECT_EQ(loads, 1);
    EXPECT_EQ(get("/things").body_text(), first);
    EXPECT_EQ(loads, 1);
    get("/things", "application/json");
    EXPECT_EQ(loads, 2) << "another face is another page";
    ++position;
    get("/things");
    EXPECT_EQ(loads, 3);
    visitor = std::make_shared<SignedIn>();
    http::Request request = request_of(http::Method::get, "/things");
    request.headers.add("cookie", "poa_session=abc");
    http::Answer mine = send(request);
    EXPECT_EQ(loads, 4);
    EXPECT_EQ(mine.headers.get("cache-control"), "no-store");
    EXPECT_NE(mine.body_text().find("Ada"), std::string_view::npos);
    EXPECT_EQ(get("/things").body_text().find("Ada"), std::string_view::npos);
}

TEST_F(SiteTest, every_answer_has_the_strict_policy) {
    for (const http::Answer& answer :
         {get("/things"), get("/nothing"), get("/broken"), get("/things", "application/json")}) {
        std::string_view policy = answer.headers.get("content-security-policy");
        EXPECT_NE(policy.find("default-src 'none'"), std::string_view::npos);
        EXPECT_EQ(policy.find("unsafe"), std::string_view::npos);
        EXPECT_EQ(answer.headers.get("x-content-type-options"), "nosniff");
    }
}

TEST_F(SiteTest, the_language_is_asked_for_kept_and_written_right_to_left) {
    std::string_view page = get("/things?lang=ar").body_text();
    http::Answer arabic = get("/things?lang=ar");
    EXPECT_NE(arabic.body_text().find("dir=\"rtl\""), std::string_view::npos);
    EXPECT_NE(arabic.headers.get("set-cookie").find("lang=ar"), std::string_view::npos);
    http::Request request = request_of(http::Method::get, "/things");
    request.headers.add("accept-language", "fr-CA, en;q=0.5");
    EXPECT_NE(send(request).body_text().find("<html lang=\"fr\""), std::string_view::npos);
    request.headers.add("cookie", "lang=es");
    EXPECT_NE(send(request).body_text().find("<html lang=\"es\""), std::string_view::npos);
    (void)page;
}

TEST_F(SiteTest, the_interface_is_described) {
    auto description = parse_json(openapi_of(routes, "Test", "1", "/"));
    ASSERT_TRUE(description);
    EXPECT_EQ(description->at("openapi").as_string(), "3.1.0");
    const auto& rename_path = description->at("paths").at("/things/{thing}/rename").at("post");
    EXPECT_EQ(rename_path.at("operationId").as_string(), "things.rename");
    EXPECT_EQ(rename_path.at("parameters").at(0).at("in").as_string(), "path");
    const auto& limit = description->at("paths").at("/things").at("get").at("parameters").at(0);
    EXPECT_EQ(limit.at("schema").at("maximum").as_int64(), 50);
}

} // namespace
} // namespace poa::web
