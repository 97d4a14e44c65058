// SPDX-License-Identifier: Apache-2.0
#pragma once
// A site with a small table of routes: what its tests stand in.
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "web/openapi.hpp"
#include "web/site.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

namespace poa::web::small_site {

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
inline void write_atom(std::string& out, const Feed&, const Visit& visit) {
    out = site_address(visit) + "/";
}
struct Asked {
    std::int64_t limit = 10;
    std::string thing;
};
inline const Input<Asked>& asked() {
    static const auto input =
        Input<Asked>("things.list")
            .number("limit", &Asked::limit, {.label = "Limit", .required = false, .least = 1, .most = 50});
    return input;
}
struct Rename {
    std::string thing, title;
};
inline const Input<Rename>& rename() {
    static const auto input = Input<Rename>("things.rename")
                                  .hidden("thing", &Rename::thing)
                                  .line("title", &Rename::title, {.label = "Title"});
    return input;
}

struct Sent {
    Upload file;
};
inline const Input<Sent>& sent() {
    static const auto input =
        Input<Sent>("things.send").upload("file", &Sent::file, {.label = "File", .bytes_max = 1'000'000});
    return input;
}

struct Tried {
    std::string text;
    Upload file;
};
inline const Input<Tried>& tried() {
    static const auto input =
        Input<Tried>("things.try")
            .multiline("text", &Tried::text, {.label = "Text", .required = false})
            .upload("file", &Tried::file, {.label = "File", .required = false, .bytes_max = 1000});
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
        routes.command<Tried, Item>(
            "/things/try", {.name = "things.try", .summary = "Try", .files_from_all = true}, tried(),
            [](const Visit&, const Tried& request) -> Result<Done<Item>> {
                return Done<Item>{{request.text + request.file.content}, Url("/things")};
            },
            [](const Visit&, const Entered&) { return Screen{}; });
        routes.page<List_>(
            "/doubtful", {"things.doubtful", "Doubtful"},
            [](const Visit&) -> Result<List_> { return List_{}; },
            [](const List_&, const Visit&) { return Screen{.title = "Doubtful", .status = 422}; });
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

inline bool holds(const http::Answer& answer, std::string_view text) {
    return answer.body_text().find(text) != std::string_view::npos;
}

} // namespace poa::web::small_site
