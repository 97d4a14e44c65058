// SPDX-License-Identifier: Apache-2.0
#pragma once
// The server: reads requests within limits, hands them to the application, writes answers. Handlers are plain
// functions on worker threads; only http/transport*.cpp has coroutines (docs/design/0001-house.md has the
// reason).

#include "http/message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::http {

/// What the server serves. One object for all threads.
class Application {
  public:
    virtual ~Application() = default;

    struct HeadVerdict {
        std::uint64_t body_bytes_max = 0; ///< how much body to read; more is 413
        std::optional<Answer> refused;    ///< given at once (404, 405, 415 ...); the body is not read
        /// Whether `admit` is asked before the body is read.
        bool asks_first = false;
    };
    /// On the network thread, when the head is read; `request` has no body yet. Be quick, do not block.
    virtual HeadVerdict on_head(const Request& request) = 0;
    /// On a worker thread, where `on_head` said `asks_first` and there is a body: what refuses the request
    /// before its body is read, or nothing. An exception becomes a 500 through `failed`.
    virtual std::optional<Answer> admit(const Request& request);
    /// On the network thread: an answer that needs no work (a kept page), or nothing. Be quick, do not block.
    virtual std::optional<Answer> at_once(const Request& request) = 0;
    /// On a worker thread. An exception becomes a 500 through `failed`.
    virtual Answer answer(const Request& request) = 0;
    /// An answer for what never became a request or failed on the way: status 400, 408, 413, 431, 500, 503
    /// ...; `what` is for the log only.
    virtual Answer failed(int status, const Request* request, const char* what) = 0;
    /// After the answer was written (or the peer went away): for logs and metrics. `microseconds` from head
    /// read to answer written; of an event stream: until its head was written. On the network thread; be
    /// quick.
    virtual void done(const Request& request, int status, std::uint64_t bytes, std::int64_t microseconds) = 0;
};

struct Limits {
    std::uint32_t head_bytes = 16 * 1024;
    std::uint32_t target_bytes = 4 * 1024; ///< longer is 414
    std::uint32_t headers = 100;           ///< number of fields
    /// Of all request bodies together, from their first byte until they are answered; what would go beyond is
    /// 503 with Retry-After.
    std::uint64_t bodies_bytes = 64 * 1024 * 1024;
    std::int64_t head_seconds = 15;               ///< to send the whole head, from the first byte (408)
    std::int64_t idle_seconds = 75;               ///< between requests of one connection (closed silently)
    std::int64_t body_seconds = 60;               ///< longest silence while a body arrives (408)
    std::int64_t body_bytes_per_second_min = 512; ///< slower over `rate_seconds` is 408; answers: closed
    std::int64_t write_seconds = 60;    ///< longest silence while an answer is taken (nothing acknowledged)
    std::uint32_t connections = 20'000; ///< more are answered 503 and closed
    std::uint32_t waiting = 2'000; ///< requests waiting for a worker; more are answered 503 with Retry-After
    std::int64_t drain_seconds = 20;   ///< graceful stop: how long requests in flight may take
    std::int64_t rate_seconds = 30;    ///< over how long the least rate is measured
    std::int64_t comment_seconds = 15; ///< an event stream that says nothing gets a comment this often
    /// The longest life of an event stream of a channel; each ends at some time in the last quarter of it, so
    /// that not all come back at once.
    std::int64_t channel_seconds = 600;
    /// What was said last to a channel is kept this long for who begins to listen.
    std::int64_t channel_kept_seconds = 60;
    /// What the kernel may hold of events a peer does not take; each stream may hold one more of its own.
    std::int32_t stream_send_bytes = 16 * 1024;
    std::uint32_t event_bytes = 64 * 1024; ///< of one event's data; more is our mistake (require)
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free one
    int workers = 2;
    Limits limits;
    std::vector<std::string> trusted_proxies; ///< addresses whose X-Forwarded-For and -Proto are believed
};

class Server {
  public:
    /// Listens at once; throws MachineFailure with a sentence when the address cannot be had.
    Server(const ServerSettings& settings, Application& application);
    /// Waits for handlers that still run; `run` must have returned, or never have been called.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until `stop` is called from another thread or a signal handler thread.
    void run();
    /// No new connections; idle ones are closed, requests in flight are finished (up to drain_seconds), event
    /// streams ended; then `run` returns. May be called more than once, from any thread.
    void stop();
    /// Tells all event streams without a channel of a new position. Any thread; coalesced: a position may
    /// come half a second later.
    void announce(std::uint64_t position);
    /// Sends an event to all event streams of that channel. Any thread; coalesced per channel: of several
    /// that are said quickly, and to who reads slowly, only the newest is sent. One buffer for all streams.
    /// `event` is a name without line breaks; `data` may have lines.
    void tell(std::string_view channel, std::string_view event, std::string_view data);
    /// Channels with listeners, in no order. Any thread.
    [[nodiscard]] std::vector<std::string> channels() const;

    struct Counts {
        std::uint64_t connections = 0, event_streams = 0, waiting = 0, body_bytes = 0;
    };
    [[nodiscard]] Counts counts() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace poa::http
