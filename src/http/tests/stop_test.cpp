// SPDX-License-Identifier: Apache-2.0
// The end: requests in flight are finished, and nothing waits for ever.
#include "base/require.hpp"
#include "served.hpp"

namespace poa::http::test {
namespace {

TEST(Stop, FinishesRequestsInFlight) {
    Gate gate;
    Served served({}, [&](TestApplication& application) {
        application.pages["/slow"] = [&](const Request&) {
            gate.wait();
            return Answer::text(200, "text/plain", "done");
        };
    });
    RawClient working = served.client(), half = served.client(), idle = served.client();
    EXPECT_EQ(idle.get("/kept").status, 200);
    working.send("GET /slow HTTP/1.1\r\nHost: t\r\n\r\n");
    half.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\nab");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    served.server().stop();
    served.server().stop();
    EXPECT_TRUE(idle.is_closed_within(2));
    EXPECT_FALSE(RawClient(served.port()).send("GET")) << "no new connections";
    half.send("cd");
    RawAnswer answer = half.read_answer();
    EXPECT_TRUE(answer.body.ends_with("body=abcd"));
    EXPECT_EQ(answer.header("connection"), "close");
    gate.open();
    EXPECT_EQ(working.read_answer().body, "done");
    served.stop();
}

TEST(Stop, WaitsNoLongerThanItsBound) {
    Gate gate;
    ServerSettings settings;
    settings.limits.drain_seconds = 0;
    TestApplication application;
    application.pages["/stuck"] = [&](const Request&) {
        gate.wait();
        return Answer::empty(204);
    };
    settings.port = 0;
    settings.workers = 1;
    auto server = std::make_unique<Server>(settings, application);
    std::thread running([&] { server->run(); });
    RawClient stuck(server->port()), queued(server->port());
    stuck.send("GET /stuck HTTP/1.1\r\nHost: t\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    queued.send("GET /stuck HTTP/1.1\r\nHost: t\r\n\r\n");
    EXPECT_TRUE(Served::comes_true([&] { return server->counts().waiting == 1; }));
    auto start = std::chrono::steady_clock::now();
    server->stop();
    running.join();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
    gate.open(); // the thread of a handler cannot be ended; the server's own end waits for it
    server.reset();
    EXPECT_TRUE(stuck.is_closed_within(1));
    EXPECT_TRUE(queued.is_closed_within(1));
}

TEST(Stop, BeforeTheRunEndsItAtOnce) {
    TestApplication application;
    ServerSettings settings;
    settings.port = 0;
    Server server(settings, application);
    server.stop();
    server.run();
    Server never_run(settings, application);
}

TEST(Stop, LosesNoRequestUnderLoad) {
    Served served;
    std::atomic<int> cut = 0, answered = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back([&] {
            RawClient client = served.client();
            for (;;) {
                RawAnswer answer = client.get("/echo");
                if (answer.status == 0) break; // closed between requests
                if (answer.body.empty()) ++cut;
                ++answered;
                if (answer.header("connection") == "close") break;
            }
        });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    served.stop();
    for (std::thread& client : clients) client.join();
    EXPECT_EQ(cut, 0);
    EXPECT_GT(answered, 0);
}

TEST(Start, SaysWhyAnAddressCannotBeHad) {
    TestApplication application;
    ServerSettings settings;
    settings.port = 0;
    Server first(settings, application);
    settings.port = first.port();
    try {
        Server second(settings, application);
        FAIL() << "two servers on one port";
    } catch (const MachineFailure& failure) {
        EXPECT_EQ(std::string(failure.what()),
                  fmt::format("Cannot listen on 127.0.0.1 port {}: Address already in use.", settings.port));
    }
    settings.address = "not an address";
    EXPECT_THROW(Server(settings, application), MachineFailure);
}

} // namespace
} // namespace poa::http::test
