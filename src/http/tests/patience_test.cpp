// SPDX-License-Identifier: Apache-2.0
// Slow clients, many clients, no room: the server's patience ends, and only for them.
#include "served.hpp"

#include <sys/resource.h>

namespace poa::http::test {
namespace {

ServerSettings impatient() {
    ServerSettings settings;
    settings.limits.head_seconds = 1;
    settings.limits.body_seconds = 1;
    settings.limits.idle_seconds = 1;
    settings.limits.write_seconds = 1;
    settings.limits.rate_seconds = 1;
    return settings;
}

/// Sends a byte of `bytes` every 100 ms until the server answers; then its status.
int drip(RawClient& client, std::string_view bytes) {
    for (char byte : bytes) {
        if (!client.send({&byte, 1})) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return client.read_answer().status;
}

TEST(Patience, EndsWithWhoSendsSlowly) {
    Served served(impatient());
    RawClient silent_head = served.client(), silent_body = served.client(), idle = served.client();
    RawClient dripping_head = served.client(), dripping_body = served.client();
    silent_head.send("GET / HTTP/1.1\r\n");
    silent_body.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\nabc");
    EXPECT_EQ(idle.get("/kept").status, 200);
    dripping_body.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\n");
    std::thread head([&] { EXPECT_EQ(drip(dripping_head, "GET / HTTP/1.1\r\nHost: x"), 408); });
    std::thread body([&] { EXPECT_EQ(drip(dripping_body, "below the least rate  "), 408); });
    EXPECT_EQ(silent_head.read_answer().status, 408);
    EXPECT_EQ(silent_body.read_answer().status, 408);
    EXPECT_TRUE(idle.is_closed_within(2)) << "between requests the end is silent";
    EXPECT_EQ(served.client().get("/kept").status, 200) << "others are served meanwhile";
    head.join();
    body.join();
}

TEST(Patience, EndsWithWhoDoesNotReadTheAnswer) {
    Served served(impatient(), [](TestApplication& application) {
        application.pages["/large"] = [](const Request&) {
            return Answer::text(200, "text/plain", std::string(30'000'000, 'x'));
        };
    });
    RawClient client(served.port(), "127.0.0.1", 4096);
    ASSERT_TRUE(client.send("GET /large HTTP/1.1\r\nHost: t\r\n\r\n"));
    EXPECT_TRUE(Served::comes_true([&] { return served.application().done_count() == 1; }));
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().connections == 0; }));
}

TEST(Patience, LastsForWhoReadsSlowlyButSteadily) {
    ServerSettings settings = impatient();
    settings.limits.body_bytes_per_second_min = 1000;
    Served served(settings, [](TestApplication& application) {
        application.pages["/large"] = [](const Request&) {
            return Answer::text(200, "text/plain", std::string(6'000'000, 'x'));
        };
    });
    RawClient client(served.port(), "127.0.0.1", 64 * 1024);
    ASSERT_TRUE(client.send("GET /large HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n"));
    std::size_t taken = 0;
    for (int i = 0; i < 16; ++i) {
        taken += client.read_piece().size();
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    for (std::string piece = client.read_piece(); !piece.empty(); piece = client.read_piece())
        taken += piece.size();
    EXPECT_GT(taken, 6'000'000u);
}

// One worker: were an idle connection to hold it, or one to be waited for, the new one would be answered only
// after some of the thousand had been closed for their idleness.
TEST(Patience, ThousandIdleConnectionsDelayNobody) {
    ServerSettings settings;
    settings.workers = 1;
    Served served(settings);
    std::vector<RawClient> idle;
    for (int i = 0; i < 1000; ++i) {
        idle.push_back(served.client());
        ASSERT_TRUE(i % 2 == 0 || idle.back().get("/kept").status == 200);
    }
    RawClient newest = served.client();
    EXPECT_EQ(newest.get("/echo").status, 200);
    EXPECT_EQ(served.server().counts().connections, 1001u) << "answered while all the others are idle";
    for (RawClient& each : idle) ASSERT_EQ(each.get("/kept").status, 200) << "and none was given up";
}

TEST(Patience, ConnectionsOverTheLimitAreTurnedAwayWithWords) {
    ServerSettings settings;
    settings.limits.connections = 2;
    Served served(settings);
    RawClient first = served.client(), second = served.client();
    EXPECT_EQ(first.get("/kept").status, 200);
    EXPECT_EQ(second.get("/kept").status, 200);
    RawAnswer third = served.client().get("/kept");
    EXPECT_EQ(third.status, 503);
    EXPECT_NE(third.header("retry-after"), "");
    EXPECT_EQ(third.header("connection"), "close");
    first.close();
    EXPECT_TRUE(Served::comes_true([&] { return served.client().get("/kept").status == 200; }));
}

TEST(Patience, RequestsOverTheQueueAreTurnedAwayWithWords) {
    Gate gate;
    ServerSettings settings;
    settings.workers = 1;
    settings.limits.waiting = 1;
    Served served(settings, [&](TestApplication& application) {
        application.pages["/slow"] = [&](const Request&) {
            gate.wait();
            return Answer::empty(204);
        };
    });
    RawClient working = served.client(), waiting = served.client(), third = served.client();
    working.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    waiting.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n");
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().waiting == 1; }));
    RawAnswer answer = third.get("/slow");
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.header("retry-after"), "");
    EXPECT_EQ(third.get("/kept").status, 200) << "what needs no worker is served";
    gate.open();
    EXPECT_EQ(working.read_answer().status, 204);
    EXPECT_EQ(waiting.read_answer().status, 204);
}

/// Lowers the number of descriptors to what is open now and a few more.
class FewDescriptors {
  public:
    explicit FewDescriptors(rlim_t more) {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        rlim_t open = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
            ++open;
        rlimit few{open + more, before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }

  private:
    rlimit before_{};
};

TEST(Patience, NoDescriptorsLeftStopsNobodyAndSpinsNothing) {
    Served served;
    RawClient known = served.client();
    EXPECT_EQ(known.get("/kept").status, 200);
    std::vector<RawClient> waiting;
    {
        FewDescriptors few(4);
        std::clock_t before = std::clock();
        for (int i = 0; i < 4; ++i) waiting.push_back(served.client());
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        EXPECT_EQ(known.get("/kept").status, 200);
        EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC / 5);
    }
    EXPECT_EQ(waiting.front().get("/kept").status, 200) << "accepted when there is room again";
}

} // namespace
} // namespace poa::http::test
