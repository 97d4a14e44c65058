// SPDX-License-Identifier: Apache-2.0
// The memory that request bodies hold together has a limit, and comes back on every way a request may end.
#include "served.hpp"

namespace poa::http::test {
namespace {

constexpr std::size_t budget_bytes = 1024 * 1024;
constexpr std::size_t body_bytes = 200 * 1024;

ServerSettings with_budget() {
    ServerSettings settings;
    settings.limits.bodies_bytes = budget_bytes;
    return settings;
}

std::string head(std::size_t bytes, std::string_view path = "/echo", std::string_view more = "") {
    return fmt::format("POST {} HTTP/1.1\r\nHost: t\r\nContent-Length: {}\r\n{}\r\n", path, bytes, more);
}

bool holds(Served& served, std::uint64_t bytes) {
    return Served::comes_true([&] { return served.server().counts().body_bytes == bytes; });
}

TEST(Bodies, ManySlowUploadsHoldNoMoreThanTheBudget) {
    Served served(with_budget());
    std::vector<RawClient> uploads;
    for (int i = 0; i < 40; ++i) { // together eight times the budget
        uploads.push_back(served.client());
        uploads.back().send(head(body_bytes) + std::string(body_bytes - 1, 'x'));
    }
    int refused = 0;
    EXPECT_TRUE(Served::comes_true([&] { return served.application().failed_with(503) >= 35; }));
    EXPECT_LE(served.server().counts().body_bytes, budget_bytes);
    EXPECT_GE(served.server().counts().body_bytes, budget_bytes - body_bytes);
    for (RawClient& upload : uploads) {
        if (!upload.send("x")) continue;
        RawAnswer answer = upload.read_answer();
        if (answer.status == 503) {
            ++refused;
            EXPECT_EQ(answer.header("retry-after"), "1");
        }
    }
    EXPECT_GE(refused, 30);
    uploads.clear();
    EXPECT_TRUE(holds(served, 0));
    EXPECT_EQ(served.client().ask(head(3) + "abc").status, 200) << "there is room again";
}

TEST(Bodies, WhatIsAnnouncedBeyondTheRoomIsRefusedAtTheHead) {
    Served served(with_budget());
    RawClient first = served.client(), second = served.client();
    first.send(head(900 * 1024) + std::string(899 * 1024, 'x'));
    EXPECT_TRUE(holds(served, 899 * 1024));
    RawAnswer answer = second.ask(head(body_bytes, "/echo", "Expect: 100-continue\r\n"));
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.header("retry-after"), "1");
    EXPECT_EQ(served.client().ask(head(3) + "abc").status, 200) << "small ones still go through";
}

TEST(Bodies, ChunksAreCountedAsTheyCome) {
    Served served(with_budget());
    RawClient first = served.client(), second = served.client();
    first.send(head(900 * 1024) + std::string(899 * 1024, 'x'));
    EXPECT_TRUE(holds(served, 899 * 1024));
    second.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
    std::string chunk = "8000\r\n" + std::string(0x8000, 'c') + "\r\n";
    for (int i = 0; i < 8 && second.send(chunk); ++i) {
    }
    EXPECT_EQ(second.read_answer().status, 503);
    EXPECT_TRUE(holds(served, 899 * 1024));
}

TEST(Bodies, ComeBackHoweverTheRequestEnds) {
    ServerSettings settings = with_budget();
    settings.limits.body_seconds = 1;
    Served served(settings);
    std::string whole(body_bytes, 'x'), part(body_bytes / 2, 'x');
    EXPECT_EQ(served.client().ask(head(body_bytes) + whole).status, 200);
    EXPECT_TRUE(holds(served, 0)) << "answered";
    EXPECT_EQ(served.client().ask(head(body_bytes, "/throws") + whole).status, 500);
    EXPECT_TRUE(holds(served, 0)) << "failed";
    {
        RawClient gone = served.client();
        gone.send(head(body_bytes) + part);
        EXPECT_TRUE(holds(served, part.size()));
    }
    EXPECT_TRUE(holds(served, 0)) << "the peer went away";
    RawClient half = served.client();
    half.send(head(body_bytes) + part);
    EXPECT_TRUE(holds(served, part.size()));
    half.stop_sending();
    EXPECT_EQ(half.read_answer().status, 400);
    EXPECT_TRUE(holds(served, 0)) << "cut off";
    RawClient slow = served.client();
    slow.send(head(body_bytes) + part);
    EXPECT_EQ(slow.read_answer().status, 408);
    EXPECT_TRUE(holds(served, 0)) << "too slow";
    RawClient malformed = served.client();
    malformed.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n" +
                   std::string(0x8000, 'c') + "no chunk\r\n");
    EXPECT_EQ(malformed.read_answer().status, 400);
    EXPECT_TRUE(holds(served, 0)) << "malformed";
    RawClient kept = served.client();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(kept.ask(head(body_bytes) + whole).status, 200);
    EXPECT_TRUE(holds(served, 0)) << "one after the other on one connection";
}

TEST(Bodies, WaitForAWorkerWithinTheBudget) {
    Gate gate;
    ServerSettings settings = with_budget();
    settings.workers = 1;
    Served served(settings, [&](TestApplication& application) {
        application.pages["/waits"] = [&](const Request&) {
            gate.wait();
            return Answer::text(200, "text/plain", "done");
        };
    });
    std::vector<RawClient> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(served.client());
        clients.back().send(head(body_bytes, "/waits") + std::string(body_bytes, 'x'));
    }
    EXPECT_TRUE(Served::comes_true([&] { return served.application().failed_with(503) >= 3; }));
    EXPECT_LE(served.server().counts().body_bytes, budget_bytes);
    gate.open();
    EXPECT_TRUE(holds(served, 0));
}

TEST(Bodies, AreNotHeldWhileTheAnswerIsTakenSlowly) {
    Served served(with_budget(), [](TestApplication& application) {
        application.pages["/large"] = [](const Request&) {
            return Answer::text(200, "text/plain", std::string(30'000'000, 'x'));
        };
    });
    RawClient client(served.port(), "127.0.0.1", 4096);
    client.send(head(body_bytes, "/large") + std::string(body_bytes, 'x'));
    EXPECT_FALSE(client.read_until("\r\n\r\n").empty());
    EXPECT_EQ(served.server().counts().body_bytes, 0U);
}

TEST(Bodies, AreReadOnlyWhereTheApplicationAdmitsThem) {
    Served served(with_budget());
    auto sent = [&](std::string_view who) {
        return served.client().ask(head(5, "/asks", fmt::format("Cookie: who={}\r\n", who)) + "words");
    };
    RawAnswer admitted = sent("known");
    EXPECT_EQ(admitted.status, 200);
    EXPECT_NE(admitted.body.find("body=words"), std::string::npos);
    EXPECT_EQ(sent("made-up").status, 401);
    EXPECT_EQ(sent("throws").status, 500);
    RawClient waits = served.client(); // no byte of the body before the word
    waits.send(head(5, "/asks", "Cookie: who=made-up\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(waits.read_answer().status, 401);
    RawClient goes_on = served.client();
    goes_on.send(head(5, "/asks", "Cookie: who=known\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(goes_on.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    goes_on.send("words");
    EXPECT_EQ(goes_on.read_answer().status, 200);
    RawClient large = served.client();
    large.send(head(body_bytes, "/asks", "Cookie: who=made-up\r\n") + std::string(body_bytes, 'x'));
    EXPECT_EQ(large.read_answer().status, 401);
    EXPECT_EQ(served.server().counts().body_bytes, 0U);
    EXPECT_EQ(served.client().ask("POST /asks HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n").status, 200)
        << "without a body there is nothing to ask about";
}

} // namespace
} // namespace poa::http::test
