// SPDX-License-Identifier: Apache-2.0
// The site with a small table of routes: faces, refusals, origin and token checks, kept pages, hostile
// requests.
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "web/openapi.hpp"
#include "web/site.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

namespace poa::web {
namespace {

struct Item {
    std::string title;
};
BOOST_DESCRIBE_STRUCT(Item, (), (title))
struct List_ {
    std::vector<Item> rows;
};
BOOST_DESCRIBE_STRUCT(List_, (), (rows))
struct Feed {
    std::vector<Item> rows;
};
BOOST_DESCRIBE_STRUCT(Feed, (), (rows))
void write_atom(std::string& out, const Feed&, const Visit& visit) {
    out = site_address(visit) + "/";
}
struct Asked {
    std::int64_t limit = 10;
    std::string thing;
};
const Input<Asked>& asked() {
    static const auto input =
        Input<Asked>("things.list")
            .number("limit", &Asked::limit, {.label = "Limit", .required = false, .least = 1, .most = 50});
    return input;
}
struct Rename {
    std::string thing, title;
};
const Input<Rename>& rename() {
    static const auto input = Input<Rename>("things.rename")
                                  .hidden("thing", &Rename::thing)
                                  .line("title", &Rename::title, {.label = "Title"});
    return input;
}

struct Sent {
    Upload file;
};
const Input<Sent>& sent() {
    static const auto input =
        Input<Sent>("things.send").upload("file", &Sent::file, {.label = "File", .bytes_max = 1'000'000});
    return input;
}

struct SignedIn final : Visitor {
    bool is_signed_in() const override { return true; }
    std::string_view display_name() const override { return "Ada"; }
    std::string_view form_token() const override { return "token-1"; }
};

class SiteTest : public ::testing::Test {
  protected:
    SiteTest() {
        routes.page<List_>(
            "/things", {"things.list", "Things"}, asked(),
            [this](const Visit&, const Asked& query) -> Result<List_> {
                ++loads;
                return List_{std::vector<Item>(static_cast<std::size_t>(query.limit), Item{"<&>"})};
            },
            [](const List_& list, const Visit& visit) {
                return Screen{.title = "Things",
                              .body = html::p(
                                  visit.in.tr_n("{n} thing", "{n} things", std::int64_t(list.rows.size())))};
            });
        routes.page<List_>(
            "/things/{thing}", {"things.one", "One"},
            [](const Visit&) -> Result<List_> {
                return refuse(Refusal::Kind::not_found, "request.no_such_page");
            },
            [](const List_&, const Visit&) { return Screen{}; });
        routes.page<Feed>(
            "/feed", {"things.feed", "Feed"}, [](const Visit&) -> Result<Feed> { return Feed{}; },
            [](const Feed&, const Visit&) { return Screen{}; });
        routes.page<List_>(
            "/broken", {"things.broken", "Broken"},
            [](const Visit&) -> Result<List_> { throw std::runtime_error("disk on fire"); },
            [](const List_&, const Visit&) { return Screen{}; });
        routes.command<Rename, Item>(
            "/things/{thing}/rename", {"things.rename", "Rename"}, rename(),
            [](const Visit&, const Rename& request) -> Result<Done<Item>> {
                if (request.title == "taken") return refuse(Refusal::Kind::conflict, "things.taken");
                return Done<Item>{{request.title}, Url::of("things", request.thing)};
            },
            [this](const Visit& visit, const Entered& entered) {
                Screen screen;
                screen.title = "Rename";
                screen.body = form_for(rename(), Url("/things/1/rename"), visit, entered, {.submit = "Go"});
                screen.form_page = form_page;
                return screen;
            });
        routes.page<List_>(
            "/private", {"things.private", "Private"},
            [](const Visit&) -> Result<List_> {
                return refuse(Refusal::Kind::not_signed_in, "access.sign_in");
            },
            [](const List_&, const Visit&) { return Screen{}; });
        routes.raw("/bytes", {"things.bytes", "Bytes"}, "text/plain", [](const Visit&, const Drawing&) {
            return http::Answer::text(200, "text/plain", "the same to all");
        });
        routes.raw("/bytes/{thing}", {"things.other_bytes", "Other bytes"}, "text/plain",
                   [](const Visit& visit, const Drawing& drawing) {
                       return drawing.refusal(
                           visit, Refusal::because(Refusal::Kind::not_found, "request.no_such_page"));
                   });
        routes.command<Sent, Item>(
            "/things/send", {"things.send", "Send"}, sent(),
            [](const Visit&, const Sent& request) -> Result<Done<Item>> {
                return Done<Item>{{request.file.filename}, Url("/things")};
            },
            [](const Visit&, const Entered&) { return Screen{}; });
        open_site({});
    }

    void open_site(std::string public_url) {
        site = std::make_unique<Site>(
            SiteSettings{.public_url = std::move(public_url)}, routes,
            SiteLinks{[this](const http::Request&) { return visitor; },
                      [this] { return position; },
                      {},
                      {},
                      [this](const http::Request*, const char* what) { failures.emplace_back(what); }});
    }

    static http::Request request_of(http::Method method, std::string target) {
        http::Request request;
        request.method = method;
        request.target = target;
        std::size_t mark = target.find('?');
        request.path = target.substr(0, mark);
        for (auto part : split(std::string_view(request.path).substr(1), '/'))
            if (!part.empty()) request.segments.emplace_back(part);
        if (mark != std::string::npos) request.query = *http::Fields::parse(target.substr(mark + 1));
        request.headers.add("host", "poa.example");
        request.id = "ref1";
        return request;
    }
    http::Answer get(std::string target, std::string accept = "") {
        http::Request request = request_of(http::Method::get, std::move(target));
        if (!accept.empty()) request.headers.add("accept", std::move(accept));
        return send(request);
    }
    http::Answer post(std::string target, std::string type, std::string body,
                      std::vector<std::pair<std::string, std::string>> headers = {}) {
        http::Request request = request_of(http::Method::post, std::move(target));
        request.headers.add("content-type", std::move(type));
        for (auto& [name, value] : headers) request.headers.add(name, value);
        request.body = std::move(body);
        return send(request);
    }
    http::Answer send(const http::Request& request) {
        auto verdict = site->on_head(request);
        if (verdict.refused) return *verdict.refused;
        if (auto answer = site->at_once(request)) return *answer;
        return site->answer(request);
    }

    Routes routes;
    std::unique_ptr<Site> site;
    std::shared_ptr<const Visitor> visitor = std::make_shared<Visitor>();
    std::uint64_t position = 1;
    Url form_page = Url("");
    int loads = 0;
    std::vector<std::string> failures;
};

constexpr const char* form_type = "application/x-www-form-urlencoded";

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

bool holds(const http::Answer& answer, std::string_view text) {
    return answer.body_text().find(text) != std::string_view::npos;
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
