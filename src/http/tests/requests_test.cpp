// SPDX-License-Identifier: Apache-2.0
// Requests that are right, in all their forms.
#include "served.hpp"

namespace poa::http::test {
namespace {

bool has(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
}

TEST(Requests, AreAnsweredOnOneConnectionAfterAnother) {
    Served served;
    RawClient client = served.client();
    for (int i = 0; i < 3; ++i) {
        RawAnswer answer = client.get(fmt::format("/echo/{}?a=b%20c", i), "X-One: 1\r\n");
        EXPECT_EQ(answer.status, 200);
        EXPECT_TRUE(has(answer.body, fmt::format("GET /echo/{} [echo|{}] 127.0.0.1 plain\n?a=b c\n", i, i)));
        EXPECT_TRUE(has(answer.body, "x-one: 1\n"));
        EXPECT_EQ(answer.header("connection"), "");
        EXPECT_TRUE(answer.header("date").ends_with(" GMT"));
    }
    EXPECT_EQ(client.get("/kept").body, "kept");
    EXPECT_TRUE(Served::comes_true([&] { return served.application().done_count() == 4; }));
}

TEST(Requests, PipelinedOnesAreAnsweredInOrder) {
    Served served;
    RawClient client = served.client();
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += fmt::format("{} {} HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nb{}",
                           i % 3 ? "POST" : "GET", i % 2 ? fmt::format("/echo/{}", i) : "/kept", i % 10);
    ASSERT_TRUE(client.send(all));
    for (int i = 0; i < 200; ++i) {
        RawAnswer answer = client.read_answer();
        ASSERT_EQ(answer.status, 200) << i;
        EXPECT_TRUE(i % 2 ? has(answer.body, fmt::format("/echo/{} ", i)) : answer.body == "kept") << i;
    }
}

TEST(Requests, MayArriveByteByByte) {
    Served served;
    RawClient client = served.client();
    std::string_view request = "\r\nPOST /slow HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "3;ext=\"a\"\r\nabc\r\n1\r\nd\r\n0\r\nTrailer: x\r\n\r\n";
    for (char byte : request) ASSERT_TRUE(client.send({&byte, 1}));
    RawAnswer answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.ends_with("body=abcd"));
    EXPECT_FALSE(has(answer.body, "trailer")) << "what comes after the body must not pass for a header";
}

TEST(Requests, HeadIsGetWithoutTheBody) {
    Served served;
    RawClient client = served.client();
    RawAnswer answer = client.ask("HEAD /kept HTTP/1.1\r\nHost: t\r\n\r\n", false);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-length"), "4");
    EXPECT_EQ(client.get("/kept").body, "kept") << "nothing of a body stood between";
}

TEST(Requests, CloseTheConnectionWhenAsked) {
    Served served;
    RawClient client = served.client();
    RawAnswer answer = client.get("/kept", "Connection: close\r\n");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(client.is_closed_within(1));
}

TEST(Requests, OfHttp10CloseUnlessKeptAlive) {
    Served served;
    RawClient once = served.client();
    EXPECT_EQ(once.ask("GET /kept HTTP/1.0\r\n\r\n").header("connection"), "close");
    EXPECT_TRUE(once.is_closed_within(1));
    RawClient kept = served.client();
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(kept.ask("GET /kept HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"),
                  "keep-alive");
}

TEST(Requests, WhoExpectsContinueGetsItOnceTheHeadIsAccepted) {
    Served served({}, [](TestApplication& application) { application.body_bytes_max = 10; });
    RawClient client = served.client();
    ASSERT_TRUE(
        client.send("POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(client.read_answer().status, 100);
    EXPECT_TRUE(client.ask("abc").body.ends_with("body=abc"));
    ASSERT_TRUE(
        client.send("POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(client.read_answer().status, 413);
    RawClient refused = served.client();
    ASSERT_TRUE(refused.send(
        "POST /refused HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(refused.read_answer().status, 405);
}

TEST(Requests, AbsoluteTargetsAndOptionsOfTheServerAreUnderstood) {
    Served served;
    RawClient client = served.client();
    RawAnswer answer = client.ask("GET http://example.org/a?b=c HTTP/1.1\r\nHost: other\r\n\r\n");
    EXPECT_TRUE(has(answer.body, "GET /a [a]"));
    EXPECT_TRUE(has(answer.body, "host: example.org\n"));
    EXPECT_EQ(client.ask("OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\n").status, 200);
}

TEST(Requests, CanBeAnsweredToAClientThatHasStoppedSending) {
    Served served;
    RawClient client = served.client();
    ASSERT_TRUE(client.send("GET /echo HTTP/1.1\r\nHost: t\r\n\r\n"));
    client.stop_sending();
    EXPECT_EQ(client.read_answer().status, 200);
}

TEST(Requests, LargeBodiesArriveWhole) {
    Served served({}, [](TestApplication& application) { application.body_bytes_max = 20'000'000; });
    RawClient client = served.client();
    std::string body;
    for (int i = 0; body.size() < 10'000'000; ++i) body += std::to_string(i);
    std::string head = fmt::format("POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: {}\r\n\r\n", body.size());
    RawAnswer answer = client.ask(head + body);
    EXPECT_TRUE(answer.body.ends_with("body=" + body));
}

TEST(Requests, ComeFromWhomATrustedProxySays) {
    ServerSettings settings;
    settings.trusted_proxies = {"127.0.0.1", "10.0.0.2"};
    Served served(settings);
    RawClient client = served.client();
    struct Row {
        const char* headers;
        const char* seen;
    };
    const std::vector<Row> table{
        {"X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\n", "198.51.100.7 secure"},
        {"X-Forwarded-For: 6.6.6.6, 198.51.100.7, 10.0.0.2\r\n", "198.51.100.7 plain"},
        {"X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 198.51.100.7:4711\r\n", "198.51.100.7 plain"},
        {"X-Forwarded-For: [2001:db8::1]:80\r\n", "2001:db8::1 plain"},
        {"X-Forwarded-For: ::ffff:198.51.100.7\r\n", "198.51.100.7 plain"},
        {"X-Forwarded-For: 6.6.6.6, unknown, 10.0.0.2\r\n", "10.0.0.2 plain"},
        {"X-Forwarded-For: <script>\r\nX-Forwarded-Proto: https, http\r\n", "127.0.0.1 plain"},
        {"", "127.0.0.1 plain"},
    };
    for (const Row& row : table)
        EXPECT_TRUE(has(client.get("/echo", row.headers).body, fmt::format("[echo] {}\n", row.seen)))
            << row.headers;
}

TEST(Requests, FromOthersAreNotBelievedToBeForwarded) {
    Served served;
    RawAnswer answer =
        served.client().get("/echo", "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\n");
    EXPECT_TRUE(has(answer.body, "[echo] 127.0.0.1 plain\n"));
}

TEST(Requests, ComeOverIpv6Too) {
    ServerSettings settings;
    settings.address = "::1";
    Served served(settings);
    RawClient client(served.port(), "::1");
    EXPECT_TRUE(has(client.get("/echo").body, "[echo] ::1 plain\n"));
}

TEST(Requests, HaveReferencesOfTheirOwn) {
    Served served({}, [](TestApplication& application) {
        application.pages["/id"] = [](const Request& request) {
            return Answer::text(200, "text/plain", request.id);
        };
    });
    RawClient client = served.client();
    std::string first = client.get("/id").body, second = client.get("/id").body;
    EXPECT_EQ(first.size(), 10u);
    EXPECT_NE(first, second);
}

} // namespace
} // namespace poa::http::test
