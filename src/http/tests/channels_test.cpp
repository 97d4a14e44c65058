// SPDX-License-Identifier: Apache-2.0
// Event streams of a channel: all hear the same, at once, and who does not read harms nobody.
#include "base/require.hpp"
#include "served.hpp"

#include <fstream>

namespace poa::http::test {
namespace {

/// "/about?channel=..." listens to that channel; its first state is what `first` says.
std::function<void(TestApplication&)> with_channels(std::string first) {
    return [first](TestApplication& application) {
        application.pages["/about"] = [first](const Request& request) {
            Answer answer;
            answer.body = EventStream{0, std::string(*request.query.get("channel")), first};
            return answer;
        };
    };
}

RawClient listener(const Served& served, std::string_view channel, int receive_buffer_bytes = 0) {
    RawClient client(served.port(), "127.0.0.1", receive_buffer_bytes);
    client.send(fmt::format("GET /about?channel={} HTTP/1.1\r\nHost: t\r\n\r\n", channel));
    std::string head = client.read_until("\r\n\r\n");
    EXPECT_NE(head.find("content-type: text/event-stream\r\n"), std::string::npos) << head;
    return client;
}

bool has_streams(Served& served, std::uint64_t count) {
    return Served::comes_true([&] { return served.server().counts().event_streams == count; });
}

TEST(Channels, SayTheStateAtOnceAndThenWhatIsNew) {
    Served served({}, with_channels("{}"));
    RawClient one = listener(served, "a"), same = listener(served, "a"), other = listener(served, "b");
    for (RawClient* client : {&one, &same, &other})
        EXPECT_EQ(client->read_until("\n\n"), "event: state\ndata: {}\n\n");
    ASSERT_TRUE(has_streams(served, 3));
    served.server().announce(8); // is of streams without a channel
    served.server().tell("a", "state", "first line\nsecond line");
    for (RawClient* client : {&one, &same})
        EXPECT_EQ(client->read_until("\n\n"), "event: state\ndata: first line\ndata: second line\n\n");
    served.server().tell("b", "end", "");
    EXPECT_EQ(other.read_until("\n\n"), "event: end\ndata: \n\n");
}

TEST(Channels, MissNothingBetweenReadingTheStateAndListening) {
    ServerSettings settings;
    settings.limits.channel_kept_seconds = 1;
    Served served(settings, with_channels("old"));
    served.server().tell("a", "state", "new");
    RawClient client = listener(served, "a");
    EXPECT_EQ(client.read_until("\n\n"), "event: state\ndata: old\n\n");
    EXPECT_EQ(client.read_until("\n\n"), "event: state\ndata: new\n\n");
    client.close();
    ASSERT_TRUE(has_streams(served, 0));
    std::this_thread::sleep_for(std::chrono::milliseconds(1800));
    RawClient late = listener(served, "a");
    late.read_until("\n\n");
    ASSERT_TRUE(has_streams(served, 1));
    served.server().tell("a", "state", "newest");
    EXPECT_EQ(late.read_until("\n\n"), "event: state\ndata: newest\n\n") << "what is old is not kept";
}

TEST(Channels, AreKnownWhileTheyHaveListeners) {
    Served served({}, with_channels("{}"));
    EXPECT_TRUE(served.server().channels().empty());
    RawClient one = listener(served, "a"), two = listener(served, "a");
    ASSERT_TRUE(has_streams(served, 2));
    served.server().tell("nobody", "state", "{}");
    EXPECT_EQ(served.server().channels(), std::vector<std::string>{"a"});
    one.close();
    two.close();
    EXPECT_TRUE(Served::comes_true([&] { return served.server().channels().empty(); }));
}

TEST(Channels, ManyAreHeardEachByItsOwn) {
    constexpr int channels = 150;
    Served served({}, with_channels(""));
    std::vector<RawClient> clients;
    for (int i = 0; i < channels; ++i)
        for (int each = 0; each < 2; ++each) clients.push_back(listener(served, fmt::format("q{}", i)));
    ASSERT_TRUE(has_streams(served, 2 * channels));
    EXPECT_EQ(served.server().channels().size(), static_cast<std::size_t>(channels));
    for (int i = 0; i < channels; ++i)
        served.server().tell(fmt::format("q{}", i), "state", fmt::format("{}", i));
    for (int i = 0; i < 2 * channels; ++i)
        ASSERT_EQ(clients[static_cast<std::size_t>(i)].read_until("\n\n"),
                  fmt::format("event: state\ndata: {}\n\n", i / 2));
}

TEST(Channels, EndOnTheNewestWhoeverSpeaks) {
    Served served({}, with_channels(""));
    std::vector<RawClient> clients;
    for (int i = 0; i < 50; ++i) clients.push_back(listener(served, "a"));
    ASSERT_TRUE(has_streams(served, 50));
    std::vector<std::thread> speakers;
    for (int i = 0; i < 4; ++i)
        speakers.emplace_back([&] {
            for (int n = 0; n < 500; ++n) served.server().tell("a", "state", "meanwhile");
        });
    for (std::thread& speaker : speakers) speaker.join();
    served.server().tell("a", "state", "the last");
    for (RawClient& client : clients)
        EXPECT_TRUE(client.read_until("the last\n\n").ends_with("the last\n\n"));
}

TEST(Channels, WhoReadsSlowlyGetsTheNewestAndNoQueue) {
    constexpr int said = 400;
    const std::string much(16'000, 'x');
    Served served({}, with_channels(""));
    RawClient slow = listener(served, "a", 4096), quick = listener(served, "a");
    ASSERT_TRUE(has_streams(served, 2));
    for (int n = 1; n <= said; ++n) {
        served.server().tell("a", "state", fmt::format("{}{}", much, n));
        ASSERT_TRUE(quick.read_until("\n\n").ends_with(fmt::format("x{}\n\n", n))) << "it waits for nobody";
    }
    std::string end = fmt::format("x{}\n\n", said), heard = slow.read_until(end);
    EXPECT_TRUE(heard.ends_with(end));
    EXPECT_LT(heard.size(), much.size() * said / 4) << "what was out of date is not sent";
}

TEST(Channels, WhoTakesNothingIsCut) {
    ServerSettings settings;
    settings.limits.write_seconds = 1;
    Served served(settings, with_channels(""));
    RawClient idle = listener(served, "a", 4096), reads = listener(served, "a");
    ASSERT_TRUE(has_streams(served, 2));
    const std::string much(60'000, 'x');
    auto start = std::chrono::steady_clock::now();
    bool is_cut = Served::comes_true([&] {
        served.server().tell("a", "state", much);
        EXPECT_TRUE(reads.read_until("\n\n").ends_with("x\n\n"));
        return served.server().counts().event_streams == 1;
    });
    EXPECT_TRUE(is_cut) << "and who reads stays";
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(4));
}

TEST(Channels, WhoHasTakenAllMayWaitAsLongAsNothingIsSaid) {
    ServerSettings settings;
    settings.limits.write_seconds = 1;
    Served served(settings, with_channels("{}"));
    RawClient client = listener(served, "a");
    client.read_until("\n\n");
    EXPECT_FALSE(client.is_closed_within(2.5));
}

TEST(Channels, SayThatTheyAreStillThere) {
    ServerSettings settings;
    settings.limits.comment_seconds = 1;
    Served served(settings, with_channels("{}"));
    RawClient client = listener(served, "a");
    client.read_until("\n\n");
    EXPECT_EQ(client.read_until("\n\n"), ":\nevent: still\ndata: still\n\n");
}

TEST(Channels, EndAfterTheirTimeSoThatWhoMayListenIsAskedAgain) {
    ServerSettings settings;
    settings.limits.channel_seconds = 1;
    Served served(settings, with_channels("{}"));
    RawClient client = listener(served, "a");
    EXPECT_TRUE(client.is_closed_within(3));
    EXPECT_TRUE(has_streams(served, 0));
}

TEST(Channels, EndAtAGracefulStop) {
    Served served({}, with_channels("{}"));
    std::vector<RawClient> clients;
    for (int i = 0; i < 100; ++i) clients.push_back(listener(served, fmt::format("q{}", i % 7)));
    ASSERT_TRUE(has_streams(served, 100));
    std::atomic<bool> is_over = false;
    std::thread speaker([&] {
        while (!is_over) served.server().tell("q1", "state", "on and on");
    });
    auto start = std::chrono::steady_clock::now();
    served.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    is_over = true;
    speaker.join();
    for (RawClient& client : clients) EXPECT_TRUE(client.is_closed_within(1));
}

TEST(Channels, RefuseWhatNoEventCanBe) {
    Served served({}, with_channels("{}"));
    EXPECT_THROW(served.server().tell("a", "two\nlines", "{}"), OurMistake);
    EXPECT_THROW(served.server().tell("a", "state", "a\rb"), OurMistake);
    EXPECT_THROW(served.server().tell("a", "state", std::string(64 * 1024 + 1, 'x')), OurMistake);
}

std::int64_t resident_bytes() {
    std::int64_t pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

// Client and server are one process here, so both ends are counted; what is said is not, for any of them.
TEST(Channels, ThousandStreamsTakeAboutFourKilobytesEach) {
    constexpr int streams = 1000;
    Served served({}, with_channels("{}"));
    std::vector<RawClient> clients;
    clients.reserve(streams);
    for (int i = 0; i < 50; ++i) listener(served, "warm").read_until("\n\n");
    ASSERT_TRUE(has_streams(served, 0));
    std::int64_t before = resident_bytes();
    for (int i = 0; i < streams; ++i) {
        clients.push_back(listener(served, "a"));
        clients.back().read_until("\n\n");
    }
    served.server().tell("a", "state", std::string(8000, 'x'));
    ASSERT_TRUE(clients.back().read_until("\n\n").ends_with("x\n\n")); // the others were told before it
    [[maybe_unused]] std::int64_t of_each = (resident_bytes() - before) / streams;
    RecordProperty("bytes_of_each_stream", static_cast<int>(of_each));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_LT(of_each, 4096);
#endif
}

} // namespace
} // namespace poa::http::test
