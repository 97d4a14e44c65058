// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "http/router.hpp"

#include <gtest/gtest.h>

namespace poa::http {
namespace {

enum Route : std::size_t { home, list, table, show, passage, fresh, asset, everything, head_only };

Router routes() {
    Router router;
    router.add(Method::get, "/", home);
    router.add(Method::get, "/documents", list);
    router.add(Method::post, "/documents", table);
    router.add(Method::get, "/documents/{document}", show);
    router.add(Method::post, "/documents/{id}", table);
    router.add(Method::get, "/documents/new", fresh);
    router.add(Method::get, "/documents/{document}/passages/{passage}", passage);
    router.add(Method::get, "/assets/{path...}", asset);
    router.add(Method::put, "/{all...}", everything);
    router.add(Method::head, "/only", head_only);
    return router;
}

struct Row {
    Method method;
    std::vector<std::string> segments;
    std::optional<std::size_t> route;
    std::vector<std::pair<std::string, std::string>> parameters = {};
};

TEST(Router, FindsTheRouteAndItsParameters) {
    Router router = routes();
    const std::vector<Row> rows{
        {Method::get, {}, home},
        {Method::head, {}, home},
        {Method::get, {"documents"}, list},
        {Method::post, {"documents"}, table},
        {Method::get, {"documents", "7"}, show, {{"document", "7"}}},
        {Method::post, {"documents", "7"}, table, {{"id", "7"}}},
        {Method::get, {"documents", "new"}, fresh},
        {Method::post, {"documents", "new"}, table, {{"id", "new"}}},
        {Method::get,
         {"documents", "new", "passages", "x"},
         passage,
         {{"document", "new"}, {"passage", "x"}}},
        {Method::get,
         {"documents", "a/b", "passages", "é"},
         passage,
         {{"document", "a/b"}, {"passage", "é"}}},
        {Method::get, {"assets", "a"}, asset, {{"path", "a"}}},
        {Method::get, {"assets", "a", "b.css"}, asset, {{"path", "a/b.css"}}},
        {Method::put, {"what", "ever"}, everything, {{"all", "what/ever"}}},
        {Method::put, {"documents", "7"}, everything, {{"all", "documents/7"}}},
        {Method::head, {"only"}, head_only},
        {Method::get, {"assets"}, std::nullopt},
        {Method::get, {"unknown"}, std::nullopt},
        {Method::put, {}, std::nullopt},
    };
    for (const Row& row : rows) {
        Router::Match match = router.match(row.method, row.segments);
        EXPECT_EQ(match.route, row.route)
            << name_of(row.method) << ' ' << ::testing::PrintToString(row.segments);
        EXPECT_EQ(match.parameters.all(), row.parameters) << ::testing::PrintToString(row.segments);
    }
}

TEST(Router, NamesTheMethodsOfAKnownPath) {
    Router router;
    router.add(Method::get, "/a", 1);
    router.add(Method::post, "/a", 2);
    router.add(Method::del, "/{x}", 3);
    EXPECT_EQ(router.match(Method::patch, {"a"}).allowed,
              (std::vector<Method>{Method::get, Method::head, Method::post, Method::del}));
    EXPECT_TRUE(router.match(Method::patch, {"a", "b"}).allowed.empty());
    EXPECT_TRUE(router.match(Method::get, {"a"}).allowed.empty());
}

TEST(Router, RefusesPatternsThatAreOurMistake) {
    Router router = routes();
    EXPECT_THROW(router.add(Method::get, "/documents/{other}", 9), OurMistake);
    EXPECT_THROW(router.add(Method::get, "no_slash", 9), OurMistake);
    EXPECT_THROW(router.add(Method::get, "/a//b", 9), OurMistake);
    EXPECT_THROW(router.add(Method::get, "/{rest...}/b", 9), OurMistake);
    EXPECT_THROW(router.add(Method::get, "/a{b}", 9), OurMistake);
    EXPECT_THROW(router.add(Method::get, "/documents/", 9), OurMistake);
    EXPECT_THROW((void)Parameters{}.get("none"), OurMistake);
}

} // namespace
} // namespace poa::http
