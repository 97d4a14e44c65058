// SPDX-License-Identifier: Apache-2.0
#include "served.hpp"

namespace poa::http::test {
namespace {

void with_events(TestApplication& application) {
    application.pages["/events"] = [](const Request&) {
        Answer answer;
        answer.body = EventStream{7};
        return answer;
    };
}

RawClient listener(const Served& served) {
    RawClient client = served.client();
    client.send("GET /events HTTP/1.1\r\nHost: t\r\n\r\n");
    std::string head = client.read_until("\r\n\r\n");
    EXPECT_TRUE(head.find("content-type: text/event-stream\r\n") != std::string::npos) << head;
    EXPECT_TRUE(head.find("cache-control: no-store\r\n") != std::string::npos);
    EXPECT_TRUE(head.find("content-length") == std::string::npos);
    return client;
}

TEST(Events, TellOfNewPositions) {
    Served served({}, with_events);
    RawClient one = listener(served), other = listener(served);
    EXPECT_EQ(one.read_until("\n\n"), "id: 7\nevent: position\ndata: 7\n\n");
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().event_streams == 2; }));
    served.server().announce(8);
    EXPECT_EQ(one.read_until("\n\n"), "id: 8\nevent: position\ndata: 8\n\n");
    served.server().announce(8);
    served.server().announce(5);
    served.server().announce(9);
    EXPECT_EQ(one.read_until("\n\n"), "id: 9\nevent: position\ndata: 9\n\n");
    other.read_until("data: 9\n\n");
    RawClient late = listener(served);
    late.read_until("data: 7\n\n");
    EXPECT_EQ(late.read_until("\n\n"), "id: 9\nevent: position\ndata: 9\n\n")
        << "what was said before is not missed";
}

TEST(Events, ReachAllStreamsFromAnyThreadAndTheLastPositionWins) {
    Served served({}, with_events);
    std::vector<RawClient> clients;
    for (int i = 0; i < 50; ++i) clients.push_back(listener(served));
    std::vector<std::thread> speakers;
    std::atomic<std::uint64_t> next = 100;
    for (int i = 0; i < 4; ++i)
        speakers.emplace_back([&] {
            for (int n = 0; n < 500; ++n) served.server().announce(next++);
        });
    for (std::thread& speaker : speakers) speaker.join();
    for (RawClient& client : clients)
        EXPECT_TRUE(client.read_until("data: 2099\n\n").ends_with("data: 2099\n\n"));
}

TEST(Events, CommentWhenThereIsNothingToSay) {
    ServerSettings settings;
    settings.limits.comment_seconds = 1;
    Served served(settings, with_events);
    RawClient client = listener(served);
    client.read_until("data: 7\n\n");
    EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
}

TEST(Events, EndWithTheirReader) {
    Served served({}, with_events);
    RawClient client = listener(served);
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().event_streams == 1; }));
    client.close();
    EXPECT_TRUE(Served::comes_true([&] {
        Server::Counts counts = served.server().counts();
        return counts.event_streams == 0 && counts.connections == 0;
    }));
}

TEST(Events, EndAtAGracefulStop) {
    Served served({}, with_events);
    RawClient client = listener(served);
    EXPECT_TRUE(Served::comes_true([&] { return served.server().counts().event_streams == 1; }));
    auto start = std::chrono::steady_clock::now();
    served.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    EXPECT_TRUE(client.is_closed_within(1));
}

TEST(Events, OfHeadAreTheHeadOnly) {
    Served served({}, with_events);
    RawClient client = served.client();
    RawAnswer answer = client.ask("HEAD /events HTTP/1.1\r\nHost: t\r\n\r\n", false);
    EXPECT_EQ(answer.header("content-type"), "text/event-stream");
    EXPECT_EQ(served.server().counts().event_streams, 0u);
}

} // namespace
} // namespace poa::http::test
