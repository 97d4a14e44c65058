// SPDX-License-Identifier: Apache-2.0
#pragma once
// One network thread with all connections, and the worker threads beside it. Everything here runs on the
// network thread but what is said to be for any thread.

#include "http/server.hpp"
#include "http/transport_channels.hpp"
#include "http/transport_connection.hpp"
#include "http/transport_forwarded.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/intrusive/list.hpp>

#include <array>
#include <atomic>
#include <random>

namespace poa::http {

using Timer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

class Transport {
  public:
    Transport(const ServerSettings& settings, Application& application); ///< listens; throws MachineFailure
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    void run();
    void stop();                           ///< any thread
    void announce(std::uint64_t position); ///< any thread
    /// Any thread.
    void tell(std::string_view channel, std::string_view event, std::string_view data);
    [[nodiscard]] Server::Counts counts() const; ///< any thread
    [[nodiscard]] std::uint16_t port() const { return port_; }

    // For connections.
    [[nodiscard]] Application& application() { return application_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const TrustedProxies& proxies() const { return proxies_; }
    /// Where all connections read into: bytes stay valid until the next read.
    [[nodiscard]] std::span<char> scratch() { return scratch_; }
    [[nodiscard]] std::string_view date(); ///< "date: ...\r\n"
    [[nodiscard]] std::string new_id();
    [[nodiscard]] std::shared_ptr<Exchange> take_exchange();
    void give_back(std::shared_ptr<Exchange> exchange);
    [[nodiscard]] bool is_stopping() const { return stopping_; }
    [[nodiscard]] std::uint64_t position() const { return position_.load(); }
    [[nodiscard]] Channels& channels() { return channels_; }
    [[nodiscard]] BodyBudget& bodies() { return bodies_; }
    [[nodiscard]] bool has_room_for_work() const { return waiting_.load() < limits_.waiting; }

    void enter(Connection& connection);
    void leave(Connection& connection);
    void enter_stream(Connection& connection);
    /// A moment in the last quarter of the longest life of a channel's stream.
    [[nodiscard]] Moment end_of_stream();

    // For the coroutines of transport.cpp.
    [[nodiscard]] boost::asio::io_context& context() { return context_; }
    [[nodiscard]] boost::asio::thread_pool& workers() { return workers_; }
    [[nodiscard]] Acceptor& acceptor() { return acceptor_; }
    [[nodiscard]] Timer& sweep_timer() { return sweep_timer_; }
    /// The server ends before all jobs were done: the rest is not begun. Any thread.
    [[nodiscard]] bool is_abandoned() const { return is_abandoned_.load(); }
    [[nodiscard]] bool is_finished() const { return stopping_ && open_.load() == 0; }
    void begin_work(bool counted) { waiting_ += counted ? 1 : 0; }
    void end_waiting(bool counted) { waiting_ -= counted ? 1 : 0; } ///< any thread
    void admit(Socket socket, const boost::asio::ip::tcp::endpoint& peer);
    void sweep();

  private:
    void listen(const ServerSettings& settings);
    void begin_stop();
    void tell_streams();
    Moment streams_told_; ///< of a position

    Application& application_;
    const Limits limits_;
    const TrustedProxies proxies_;
    BodyBudget bodies_; ///< outlives all that holds a share of it
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<Executor> work_;
    Acceptor acceptor_;
    Timer sweep_timer_;
    std::uint16_t port_ = 0;

    boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>,
                           boost::intrusive::base_hook<InServer>>
        connections_;
    boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>,
                           boost::intrusive::base_hook<InStreams>>
        streams_; ///< those without a channel
    Channels channels_;
    std::vector<std::shared_ptr<Exchange>> spare_;
    std::array<char, 64 * 1024> scratch_;
    std::time_t date_second_ = 0;
    std::string date_;
    std::mt19937_64 random_;
    bool stopping_ = false;
    std::chrono::steady_clock::time_point drain_until_;

    std::atomic<std::uint64_t> open_ = 0, event_streams_ = 0, position_ = 0;
    std::atomic<std::int64_t> waiting_ = 0;
    std::atomic<bool> stop_asked_ = false, announcing_ = false, is_abandoned_ = false;
    boost::asio::thread_pool workers_; ///< last: its threads end first
};

} // namespace poa::http
