// SPDX-License-Identifier: Apache-2.0
// Requests that are wrong: a clear status, an answer that can be read, and the end of the connection.
#include "served.hpp"

#include <random>

namespace poa::http::test {
namespace {

struct Row {
    std::string request;
    int status;
};

std::string get(std::string_view headers) {
    return fmt::format("GET /echo HTTP/1.1\r\n{}\r\n", headers);
}

TEST(Malformed, RequestsGetAClearStatus) {
    const std::string host = "Host: t\r\n";
    const std::vector<Row> table{
        // two readers could see two requests here
        {get(host + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
        {get(host + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n") + "0\r\n\r\n", 400},
        {get(host + "Content-Length: 3\r\nContent-Length: 4\r\n") + "abcd", 400},
        {get(host + "Content-Length: 3, 4\r\n") + "abcd", 400},
        {get(host + "Content-Length: 3\r\nContent-Length: 3\r\n") + "abc", 400},
        {get(host + "Content-Length: -1\r\n"), 400},
        {get(host + "Content-Length: +3\r\n") + "abc", 400},
        {get(host + "Content-Length: 0x3\r\n") + "abc", 400},
        {get(host + "Content-Length: \r\n"), 400},
        {get(host + "Content-Length: 99999999999999999999999\r\n"), 400},
        {get(host + "Transfer-Encoding: chunked, identity\r\n"), 400},
        {get(host + "Transfer-Encoding: gzip, chunked\r\n"), 400},
        {get(host + "Transfer-Encoding: xchunked\r\n"), 400},
        {get(host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400},
        {"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {get(host + "A: b\r\n folded\r\n"), 400},
        {get(host + "A: b\r\n\tfolded\r\n"), 400},
        {get(" " + host), 400},
        {get(host + "A : b\r\n"), 400},
        {get(host + "A\r\n"), 400},
        {get(host + ": b\r\n"), 400},
        {get(host + "A(b): c\r\n"), 400},
        {get(host + "A\x80: c\r\n"), 400},
        {get(host + "A: b\x01\r\n"), 400},
        {get(host + std::string("A: b\0c\r\n", 8)), 400},
        {get(host + "A: b\rc\r\n"), 400},
        {get(host + "A: b\nB: c\r\n"), 400},
        {get(host + "A: \xff\r\n"), 400},
        {"GET /echo HTTP/1.1\nHost: t\n\n", 400},
        // Host
        {get(""), 400},
        {get("Host: a\r\nHost: a\r\n"), 400},
        {get("Host: a/b\r\n"), 400},
        {get("Host: a, b\r\n"), 400},
        {get("Host: a@b\r\n"), 400},
        // the first line
        {"GET  / HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET / x HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /\r\nHost: t\r\n\r\n", 400},
        {"GET / HTTP/2.0\r\nHost: t\r\n\r\n", 400},
        {"GET / HTTP/1.1 \r\nHost: t\r\n\r\n", 400},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"get / HTTP/1.1\r\nHost: t\r\n\r\n", 405},
        {"BREW / HTTP/1.1\r\nHost: t\r\n\r\n", 405},
        {"TRACE / HTTP/1.1\r\nHost: t\r\n\r\n", 405},
        {"CONNECT example.org:443 HTTP/1.1\r\nHost: t\r\n\r\n", 405},
        {"GET * HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET example.org HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /a//b HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /../a HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /%2e%2e/a HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /%zz HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /%ff HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /%00 HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"GET /?a=%f HTTP/1.1\r\nHost: t\r\n\r\n", 400},
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400}, // somebody speaks TLS
        {get(host + "Expect: the unexpected\r\n"), 417},
        // bodies
        {get(host + "Transfer-Encoding: chunked\r\n") + "zz\r\n", 400},
        {get(host + "Transfer-Encoding: chunked\r\n") + "1\r\nabc\r\n", 400},
        {get(host + "Transfer-Encoding: chunked\r\n") + "-1\r\n", 400},
        {get(host + "Transfer-Encoding: chunked\r\n") + "11111111111111111\r\n", 400},
        {get(host + "Transfer-Encoding: chunked\r\n") + "1;" + std::string(20'000, 'x'), 400},
        {get(host + "Transfer-Encoding: chunked\r\n") + "0\r\n" + std::string(20'000, 'x'), 400},
        // limits
        {"GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: t\r\n\r\n", 414},
        {"GET /" + std::string(50'000, 'a'), 414},
        {get(host + "A: " + std::string(17'000, 'a') + "\r\n"), 431},
        {"GET / HTTP/1.1\r\nHost: t\r\nA: " + std::string(40'000, 'a'), 431},
    };
    Served served;
    for (const Row& row : table) {
        RawClient client = served.client();
        RawAnswer answer = client.ask(row.request);
        EXPECT_EQ(answer.status, row.status) << row.request.substr(0, 120) << " -> " << answer.body;
        EXPECT_EQ(answer.header("connection"), "close") << row.request.substr(0, 120);
    }
}

TEST(Malformed, TooManyHeadersAre431) {
    Served served;
    std::string headers;
    for (int i = 0; i < 99; ++i) headers += fmt::format("a{}: b\r\n", i);
    EXPECT_EQ(served.client().get("/echo", headers).status, 200);
    EXPECT_EQ(served.client().get("/echo", headers + "one: more\r\n").status, 431);
}

TEST(Malformed, BodiesOverTheLimitAre413BeforeTheyAreRead) {
    Served served({}, [](TestApplication& application) { application.body_bytes_max = 1000; });
    RawClient announced = served.client();
    EXPECT_EQ(announced.ask("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1001\r\n\r\n").status, 413);
    RawClient chunked = served.client();
    EXPECT_EQ(chunked
                  .ask("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                       std::string(1001, 'x'))
                  .status,
              413);
    RawClient wasteful = served.client();
    std::string chunks;
    for (int i = 0; i < 999; ++i) chunks += "1;" + std::string(100, 'x') + "\r\ny\r\n";
    EXPECT_EQ(
        wasteful.ask("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks).status,
        413);
    EXPECT_TRUE(
        served.client()
            .ask("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x'))
            .body.ends_with(std::string(1000, 'x')));
    EXPECT_EQ(served.application().failed_with(413), 3);
}

TEST(Malformed, TheAnswerIsReadBySomebodyWhoStillSendsABody) {
    Served served({}, [](TestApplication& application) { application.body_bytes_max = 1000; });
    for (std::string_view path : {"/too_large", "/refused"}) {
        RawClient client = served.client();
        std::string body(4'000'000, 'x');
        ASSERT_TRUE(client.send(
            fmt::format("POST {} HTTP/1.1\r\nHost: t\r\nContent-Length: {}\r\n\r\n", path, body.size())));
        EXPECT_TRUE(client.send(body)) << "what is sent is taken for a while";
        RawAnswer answer = client.read_answer();
        EXPECT_EQ(answer.status, path == "/refused" ? 405 : 413);
        EXPECT_EQ(answer.header("connection"), "close");
    }
}

TEST(Malformed, RefusedAtTheHeadWithoutABodyGoesOn) {
    Served served;
    RawClient client = served.client();
    EXPECT_EQ(client.get("/refused").body, "refused at the head");
    EXPECT_EQ(client.get("/kept").status, 200);
}

TEST(Malformed, RequestsThatEndTooEarlyAre400) {
    Served served;
    for (std::string_view begun :
         {"GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nab",
          "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"}) {
        RawClient client = served.client();
        ASSERT_TRUE(client.send(begun));
        client.stop_sending();
        EXPECT_EQ(client.read_answer().status, 400) << begun;
    }
    RawClient silent = served.client();
    silent.stop_sending();
    EXPECT_TRUE(silent.is_closed_within(1));
}

TEST(Malformed, ExceptionsOfTheApplicationAre500AndNothingMore) {
    Served served;
    RawClient client = served.client();
    EXPECT_EQ(client.get("/throws").status, 500);
    EXPECT_EQ(client.get("/broken_at_once").status, 500);
    EXPECT_EQ(client.get("/kept").status, 200);
    EXPECT_EQ(client.get("/broken_head").status, 500);
    EXPECT_EQ(served.application().failed_with(500), 3);
}

std::string mutated(std::string request, std::mt19937& random) {
    constexpr std::array<std::string_view, 12> pieces{"\r\n",
                                                      "\r\n\r\n",
                                                      ":",
                                                      " ",
                                                      "%",
                                                      "chunked",
                                                      "Content-Length: 5\r\n",
                                                      "Transfer-Encoding: chunked\r\n",
                                                      "\0",
                                                      "//",
                                                      "HTTP/1.1",
                                                      "\xff"};
    for (unsigned n = random() % 4 + 1; n > 0; --n) {
        std::size_t at = random() % (request.size() + 1);
        switch (random() % 4) {
        case 0:
            request.insert(at, pieces[random() % pieces.size()]);
            break;
        case 1:
            request.erase(std::min(at, request.size()), random() % 12);
            break;
        case 2:
            if (at < request.size()) request[at] = static_cast<char>(random());
            break;
        default:
            request.insert(at, request.substr(random() % (request.size() + 1), random() % 20));
            break;
        }
    }
    return request;
}

/// Everything the server says until it closes: each status, none of them 5xx.
void expect_no_fault(RawClient& client, const std::string& sent) {
    client.stop_sending();
    std::string all = client.read_until("no such mark");
    for (std::size_t at = all.find("HTTP/1.1 "); at != std::string::npos;
         at = all.find("HTTP/1.1 ", at + 1)) {
        int status = std::atoi(all.c_str() + at + 9);
        EXPECT_LT(status, 500) << status << " for " << sent;
    }
}

TEST(Malformed, MutationsOfGoodRequestsNeverBreakTheServer) {
    Served served;
    std::mt19937 random(3);
    const std::array<std::string, 4> good{
        "GET /kept?a=b HTTP/1.1\r\nHost: t\r\nAccept: */*\r\nCookie: a=b\r\n\r\n",
        "POST /kept HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello",
        "POST /kept HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\n\r\n",
        "GET /kept HTTP/1.1\r\nHost: t\r\nRange: bytes=0-1\r\nIf-None-Match: \"a\"\r\nAccept-Encoding: "
        "gzip;q=0.5\r\n\r\n"};
    for (int i = 0; i < 2'000; ++i) {
        std::string sent = mutated(good[random() % good.size()], random);
        if (random() % 2) sent += good[0];
        RawClient client = served.client();
        client.send(sent);
        expect_no_fault(client, sent);
    }
    EXPECT_EQ(served.client().get("/kept").status, 200);
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().connections == 0; }));
}

TEST(Malformed, RandomBytesNeverBreakTheServer) {
    Served served;
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        std::string sent(random() % 300, ' ');
        for (char& c : sent) c = static_cast<char>(random() % 4 ? random() % 96 + 32 : random());
        if (random() % 2) sent.insert(0, "GET / HTTP/1.1\r\nHost: t\r\n");
        RawClient client = served.client();
        client.send(sent);
        expect_no_fault(client, sent);
    }
    EXPECT_EQ(served.client().get("/kept").status, 200);
}

} // namespace
} // namespace poa::http::test
