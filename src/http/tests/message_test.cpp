// SPDX-License-Identifier: Apache-2.0
#include "http/message.hpp"
#include "http/target.hpp"

#include <gtest/gtest.h>

namespace poa::http {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(Fields, AreDecodedInOrderAndMayComeSeveralTimes) {
    auto fields = Fields::parse("a=1&b=x+y%20z&&a=%C3%A9&empty=&bare");
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->all(), (Pairs{{"a", "1"}, {"b", "x y z"}, {"a", "é"}, {"empty", ""}, {"bare", ""}}));
    EXPECT_EQ(fields->get("a"), "1");
    EXPECT_EQ(fields->all_of("a"), (std::vector<std::string_view>{"1", "é"}));
    EXPECT_FALSE(fields->get("none"));
}

TEST(Fields, RefuseBrokenEscapesBadUtf8AndNul) {
    for (std::string_view bad : {"a=%", "a=%4", "a=%zz", "%ff=1", "a=%00", "a=%ed%a0%80", "ok=1&a=%e"})
        EXPECT_FALSE(Fields::parse(bad)) << bad;
}

TEST(Headers, SetReplacesTheFirstAndRemovesTheRest) {
    Headers headers;
    headers.add("a", "1");
    headers.add("b", "2");
    headers.add("a", "3");
    headers.set("a", "4");
    headers.set("c", "5");
    EXPECT_EQ(headers.all(), (Pairs{{"a", "4"}, {"b", "2"}, {"c", "5"}}));
    EXPECT_TRUE(headers.has("b"));
    EXPECT_FALSE(headers.has("d"));
    EXPECT_EQ(headers.get("d"), "");
}

TEST(Cookies, AreFoundByNameInAllTheirSpellings) {
    Request request;
    request.headers.add("cookie", "a=1; session=abc=def ;quoted=\"x y\";broken; =nameless");
    request.headers.add("cookie", "late=2");
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("session"), "abc=def");
    EXPECT_EQ(request.cookie("quoted"), "x y");
    EXPECT_EQ(request.cookie("late"), "2");
    EXPECT_FALSE(request.cookie("broken"));
    EXPECT_FALSE(request.cookie("sess"));
}

TEST(Methods, AreReadByTheirExactNames) {
    for (Method method :
         {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del, Method::options})
        EXPECT_EQ(parse_method(name_of(method)), method);
    EXPECT_FALSE(parse_method("get"));
    EXPECT_FALSE(parse_method("CONNECT"));
}

struct Target {
    const char* raw;
    const char* path;
    std::vector<std::string> segments;
};

TEST(Target, IsDecodedSegmentBySegment) {
    const std::vector<Target> table{
        {"/", "/", {}},
        {"/a", "/a", {"a"}},
        {"/a/", "/a/", {"a"}},
        {"/a/b%2Fc", "/a/b/c", {"a", "b/c"}},
        {"/%C3%A9t%C3%A9", "/été", {"été"}},
        {"/\xC3\xA9", "/é", {"é"}},
        {"/a+b", "/a+b", {"a+b"}},
        {"/...", "/...", {"..."}},
        {"http://example.org", "/", {}},
        {"HTTP://example.org/a?x=1", "/a", {"a"}},
        {"http://example.org?x=1", "/", {}},
    };
    for (const Target& row : table) {
        Request request;
        EXPECT_TRUE(read_target(row.raw, request)) << row.raw;
        EXPECT_EQ(request.path, row.path) << row.raw;
        EXPECT_EQ(request.segments, row.segments) << row.raw;
    }
}

TEST(Target, RefusesWhatIsNoPath) {
    for (std::string_view bad : {"",
                                 "a",
                                 "?x",
                                 "*",
                                 "//",
                                 "//a",
                                 "/a//b",
                                 "/a//",
                                 "/.",
                                 "/..",
                                 "/a/../b",
                                 "/%2e",
                                 "/%2E%2e/a",
                                 "/.%2e",
                                 "/%",
                                 "/%1",
                                 "/%zz",
                                 "/%00",
                                 "/%0a",
                                 "/a%7f",
                                 "/%ff",
                                 "/%c0%af",
                                 "/a#b",
                                 "/a?x=%",
                                 "/a?x=%ff",
                                 "http://",
                                 "http:///a",
                                 "http://me@example.org/",
                                 "ftp://example.org/",
                                 "example.org:443"}) {
        Request request;
        EXPECT_FALSE(read_target(bad, request)) << bad;
    }
}

TEST(Target, OfTheWholeServerIsForOptionsOnly) {
    Request request;
    request.method = Method::options;
    EXPECT_TRUE(read_target("*", request));
    EXPECT_EQ(request.path, "*");
}

TEST(Target, KeepsPathAndQueryAsReceivedAndTakesTheHostOfAnAbsoluteOne) {
    Request request;
    request.headers.add("host", "other");
    EXPECT_TRUE(read_target("http://example.org:81/a%20b?c=d%20e", request));
    EXPECT_EQ(request.target, "/a%20b?c=d%20e");
    EXPECT_EQ(request.query.get("c"), "d e");
    EXPECT_EQ(request.headers.get("host"), "example.org:81");
}

} // namespace
} // namespace poa::http
