// SPDX-License-Identifier: Apache-2.0
// The only coroutines of the house: they wait, and what they wait for is a plain function's word. g++ 12.2
// destroys temporaries of some co_await expressions twice, so each co_await stands alone on a named
// awaitable, and parameters are taken by value (docs/design/0001-house.md).
#include "http/transport.hpp"

#include "base/require.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <ctime>

namespace poa::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

using Awaitable = asio::awaitable<void, Executor>;
using Token = asio::use_awaitable_t<Executor>;

constexpr auto sweep_every = std::chrono::milliseconds(500);
constexpr auto streams_told_every = std::chrono::milliseconds(250);
constexpr auto accept_pause = std::chrono::milliseconds(100);
constexpr int backlog = 4096;
constexpr std::uint64_t turned_away_max = 256; // at a time; more are closed without a word
constexpr std::size_t spare_exchanges_max = 256;

constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Starts a job on a worker thread; `handler` continues the coroutine on the network thread.
struct StartWork {
    template <class Handler>
    void operator()(Handler handler, Transport* transport, std::shared_ptr<Exchange> exchange) const {
        bool counted = exchange->job == Exchange::Job::answer || exchange->job == Exchange::Job::admit;
        transport->begin_work(counted);
        auto job = [transport, counted, exchange = std::move(exchange),
                    handler = std::move(handler)]() mutable {
            transport->end_waiting(counted);
            if (!transport->is_abandoned()) exchange->work(transport->application());
            exchange.reset(); // before the network thread hears of it, so that it can be used again
            asio::post(transport->context().get_executor(), std::move(handler));
        };
        asio::post(transport->workers(), std::move(job));
    }
};

Awaitable work(Transport* transport, std::shared_ptr<Exchange> exchange) {
    return asio::async_initiate<const Token, void()>(StartWork{}, Token{}, transport, std::move(exchange));
}

Awaitable serve(std::unique_ptr<Connection> connection, Transport* transport) {
    using Stage = Connection::Stage;
    error_code ignored; // what ended a wait is found by trying
    while (connection->stage() != Stage::closed) {
        if (connection->stage() == Stage::working) {
            auto working = work(transport, connection->exchange());
            co_await std::move(working);
            if (transport->is_abandoned())
                connection->abandon();
            else
                connection->worked();
            connection->carry_on();
        } else if (connection->stage() == Stage::writing) {
            auto room =
                connection->socket().async_wait(Socket::wait_write, asio::redirect_error(Token{}, ignored));
            co_await std::move(room);
            connection->send();
            connection->carry_on();
        } else {
            auto arrival =
                connection->socket().async_wait(Socket::wait_read, asio::redirect_error(Token{}, ignored));
            co_await std::move(arrival);
            connection->receive();
        }
    }
}

bool is_shortage(const error_code& error) {
    return error == asio::error::no_descriptors || error == asio::error::no_memory ||
           error == asio::error::no_buffer_space ||
           error == error_code(ENFILE, boost::system::system_category());
}

Awaitable accept_all(Transport* transport) {
    Acceptor& acceptor = transport->acceptor();
    Timer pause(transport->context());
    while (acceptor.is_open()) {
        Socket socket(transport->context());
        tcp::endpoint peer;
        error_code error;
        auto accepting = acceptor.async_accept(socket, peer, asio::redirect_error(Token{}, error));
        co_await std::move(accepting);
        if (!error) transport->admit(std::move(socket), peer);
        if (!is_shortage(error)) continue;
        pause.expires_after(accept_pause); // no descriptors: others must end first
        auto pausing = pause.async_wait(asio::redirect_error(Token{}, error));
        co_await std::move(pausing);
    }
}

Awaitable sweep_always(Transport* transport) {
    error_code ignored;
    while (!transport->is_finished()) {
        transport->sweep_timer().expires_after(sweep_every);
        auto waiting = transport->sweep_timer().async_wait(asio::redirect_error(Token{}, ignored));
        co_await std::move(waiting);
        transport->sweep();
    }
}

/// A coroutine that throws ends its connection and nothing else.
void end_of_coroutine(std::exception_ptr) {}

} // namespace

std::optional<Answer> Application::admit(const Request&) {
    return std::nullopt;
}

Transport::Transport(const ServerSettings& settings, Application& application)
    : application_(application), limits_(settings.limits), proxies_(settings.trusted_proxies),
      bodies_(settings.limits.bodies_bytes), work_(context_.get_executor()), acceptor_(context_),
      sweep_timer_(context_), random_(std::random_device{}()),
      workers_(static_cast<std::size_t>(std::max(settings.workers, 1))) {
    listen(settings);
}

Transport::~Transport() {
    is_abandoned_ = true;
    workers_.join();
    error_code ignored;
    acceptor_.close(ignored);
    stopping_ = true;
    for (Connection& connection : connections_) connection.close();
    sweep_timer_.cancel();
    work_.reset();
    context_.restart();
    context_.run(); // what is left ends now
}

void Transport::listen(const ServerSettings& settings) {
    tcp::endpoint endpoint(parse_address(settings.address), settings.port);
    try {
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address(true));
        acceptor_.bind(endpoint);
        acceptor_.listen(backlog);
        acceptor_.non_blocking(true);
        port_ = acceptor_.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        throw MachineFailure(fmt::format("Cannot listen on {} port {}: {}.", settings.address, settings.port,
                                         error.code().message()));
    }
}

void Transport::run() {
    asio::co_spawn(context_, accept_all(this), end_of_coroutine);
    asio::co_spawn(context_, sweep_always(this), end_of_coroutine);
    context_.run();
}

void Transport::stop() {
    if (!stop_asked_.exchange(true)) asio::post(context_, [this] { begin_stop(); });
}

void Transport::begin_stop() {
    error_code error;
    while (!error) { // whoever has connected already is served
        Socket socket(context_);
        tcp::endpoint peer;
        acceptor_.accept(socket, peer, error);
        if (!error) admit(std::move(socket), peer);
    }
    acceptor_.close(error);
    stopping_ = true;
    drain_until_ = std::chrono::steady_clock::now() + std::chrono::seconds(limits_.drain_seconds);
    for (Connection& connection : connections_) connection.end();
    work_.reset();
    if (is_finished()) sweep_timer_.cancel();
}

void Transport::sweep() {
    Moment now = std::chrono::steady_clock::now();
    for (Connection& connection : connections_) connection.sweep(now);
    channels_.forget(now - std::chrono::seconds(limits_.channel_kept_seconds));
    if (stopping_ && now > drain_until_) context_.stop();
}

void Transport::admit(Socket socket, const tcp::endpoint& peer) {
    if (open_ >= limits_.connections + turned_away_max) return;
    bool is_one_too_many = open_ >= limits_.connections;
    auto connection = std::make_unique<Connection>(*this, std::move(socket), peer);
    if (is_one_too_many) connection->turn_away();
    asio::co_spawn(context_, serve(std::move(connection), this), end_of_coroutine);
}

void Transport::enter(Connection& connection) {
    connections_.push_back(connection);
    ++open_;
}

void Transport::leave(Connection& connection) {
    if (static_cast<InStreams&>(connection).is_linked()) --event_streams_;
    if (connection.channel() != nullptr) channels_.leave(*connection.channel());
    --open_;
    if (is_finished()) sweep_timer_.cancel();
}

void Transport::enter_stream(Connection& connection) {
    if (connection.channel() == nullptr) streams_.push_back(connection);
    ++event_streams_;
}

Moment Transport::end_of_stream() {
    std::uniform_int_distribution<std::int64_t> last_quarter(limits_.channel_seconds * 750,
                                                             limits_.channel_seconds * 1000);
    return std::chrono::steady_clock::now() + std::chrono::milliseconds(last_quarter(random_));
}

void Transport::announce(std::uint64_t position) {
    std::uint64_t known = position_.load();
    while (known < position && !position_.compare_exchange_weak(known, position)) {
    }
    if (known >= position || announcing_.exchange(true)) return;
    asio::post(context_, [this] { tell_streams(); });
}

void Transport::tell_streams() {
    announcing_ = false;
    // Under many commits a second they are told four times a second, and of the last by the sweep.
    Moment now = std::chrono::steady_clock::now();
    if (now - streams_told_ < streams_told_every) return;
    streams_told_ = now;
    std::uint64_t position = position_.load();
    Message message = position_event(position);
    for (Connection& connection : streams_) connection.tell(position, message);
}

void Transport::tell(std::string_view channel, std::string_view event, std::string_view data) {
    require(data.size() <= limits_.event_bytes, "an event of a channel is small");
    if (channels_.say(channel, event_text(event, data))) asio::post(context_, [this] { channels_.spread(); });
}

Server::Counts Transport::counts() const {
    return {open_.load(), event_streams_.load(),
            static_cast<std::uint64_t>(std::max<std::int64_t>(waiting_.load(), 0)), bodies_.held()};
}

std::string_view Transport::date() {
    std::time_t now = std::time(nullptr);
    if (now == date_second_) return date_;
    std::tm parts{};
    gmtime_r(&now, &parts);
    date_ = fmt::format("date: {}, {:02} {} {} {:02}:{:02}:{:02} GMT\r\n",
                        weekdays[static_cast<unsigned>(parts.tm_wday)], parts.tm_mday,
                        months[static_cast<unsigned>(parts.tm_mon)], parts.tm_year + 1900, parts.tm_hour,
                        parts.tm_min, parts.tm_sec);
    date_second_ = now;
    return date_;
}

std::string Transport::new_id() {
    static constexpr char digits[] = "abcdefghijkmnpqrstuvwxyz23456789"; // none that look alike
    std::string id(10, ' ');
    std::uint64_t bits = random_();
    for (char& c : id) {
        c = digits[bits & 31];
        bits >>= 5;
    }
    return id;
}

std::shared_ptr<Exchange> Transport::take_exchange() {
    if (spare_.empty()) return std::make_shared<Exchange>();
    std::shared_ptr<Exchange> exchange = std::move(spare_.back());
    spare_.pop_back();
    return exchange;
}

void Transport::give_back(std::shared_ptr<Exchange> exchange) {
    if (exchange.use_count() > 1 || spare_.size() == spare_exchanges_max) return;
    exchange->clear();
    spare_.push_back(std::move(exchange));
}

} // namespace poa::http
