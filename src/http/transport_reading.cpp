// SPDX-License-Identifier: Apache-2.0
// A connection's way from bytes to a request.
#include "http/transport.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace poa::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

Connection::Connection(Transport& transport, Socket socket, const asio::ip::tcp::endpoint& peer)
    : transport_(transport), socket_(std::move(socket)), peer_(plain(peer.address())),
      since_(std::chrono::steady_clock::now()) {
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
    transport_.enter(*this);
}

Connection::~Connection() {
    transport_.leave(*this);
}

void Connection::receive() {
    if (stage_ == Stage::closed) return;
    bool was_idle = is_idle();
    bool is_late = std::exchange(is_expired_, false);
    if (is_late && stage_ == Stage::reading && !was_idle)
        return fail(408, exchange_ ? "body too slow" : "head too slow");
    if (is_late && !was_idle) return close();
    error_code error;
    std::span<char> scratch = transport_.scratch();
    std::size_t count = socket_.read_some(asio::buffer(scratch.data(), scratch.size()), error);
    if (error == asio::error::would_block || error == asio::error::try_again) {
        // A request that came in the moment of a graceful stop is still answered; else this is the end.
        if (was_idle && is_late) close();
        return;
    }
    if (error) return peer_ended();
    if (stage_ == Stage::streaming) return; // what a reader of events says does not matter
    moved_ += static_cast<std::int64_t>(count);
    if (stage_ == Stage::lingering) return discard();
    take({scratch.data(), count});
}

void Connection::peer_ended() {
    // It may have closed one way only, and still listen.
    if (stage_ == Stage::reading && !is_idle()) return fail(400, "the request ends too early");
    close();
}

void Connection::take(std::string_view bytes) {
    if (held_.empty()) {
        std::size_t used = parse(bytes);
        if (stage_ != Stage::closed && stage_ != Stage::lingering) held_.append(bytes.substr(used));
    } else {
        held_.append(bytes);
        carry_on();
    }
}

void Connection::carry_on() {
    if (stage_ != Stage::reading || held_.empty()) return;
    std::string bytes = std::move(held_);
    held_.clear();
    std::size_t used = parse(bytes);
    if (stage_ == Stage::closed || stage_ == Stage::lingering || used == bytes.size()) return;
    if (used > 0) bytes.erase(0, used);
    held_ = std::move(bytes);
}

std::size_t Connection::parse(std::string_view bytes) {
    std::size_t used = 0;
    while (stage_ == Stage::reading && used < bytes.size()) {
        bool in_body = exchange_ != nullptr;
        std::size_t step = in_body ? read_body(bytes.substr(used)) : read_head(bytes.substr(used));
        used += step;
        if (step == 0) break;
    }
    return used;
}

std::size_t Connection::read_head(std::string_view bytes) {
    std::size_t empty_lines = 0; // before a request they are to be passed over (RFC 9112 section 2.2)
    while (bytes.substr(empty_lines).starts_with("\r\n")) empty_lines += 2;
    if (empty_lines > 0) return empty_lines;
    if (bytes == "\r") return 0;
    HeadScan::Verdict verdict = scan_.look(bytes, transport_.limits());
    if (verdict.kind == HeadScan::Verdict::Kind::refused) {
        fail(verdict.status, verdict.what);
        return bytes.size();
    }
    if (verdict.kind == HeadScan::Verdict::Kind::incomplete) {
        if (!std::exchange(is_in_head_, true)) wait_from_now();
        return 0;
    }
    is_in_head_ = false;
    begin_request(bytes.substr(0, verdict.length), verdict.length == bytes.size());
    return verdict.length;
}

void Connection::begin_request(std::string_view head, bool is_last_seen) {
    scan_ = {};
    exchange_ = transport_.take_exchange();
    Exchange& exchange = *exchange_;
    exchange.started = std::chrono::steady_clock::now();
    Request& request = exchange.request;
    request.id = transport_.new_id();
    request.remote_address = peer_.to_string();
    exchange.parser.emplace(request, transport_.limits());
    RequestParser::Problem problem = exchange.parser->read_head(head);
    exchange.has_head = true;
    if (problem.status != 0) return fail(problem.status, problem.what);
    if (transport_.proxies().trusts(peer_)) transport_.proxies().apply(request);
    exchange.has_request = true;
    judge_head(is_last_seen);
}

void Connection::judge_head(bool is_last_seen) {
    Exchange& exchange = *exchange_;
    try {
        Application::HeadVerdict verdict = transport_.application().on_head(exchange.request);
        exchange.body_bytes_max = verdict.body_bytes_max;
        exchange.asks_first = verdict.asks_first;
        if (!verdict.refused) return await_body(is_last_seen);
        exchange.answer = std::move(*verdict.refused);
        deliver(exchange.request, exchange.answer, exchange.delivery);
    } catch (const std::exception& exception) {
        return fail(500, exception.what());
    }
    exchange.keeps_alive = exchange.parser->is_done() && exchange.parser->keep_alive();
    exchange.lingers = !exchange.parser->is_done();
    start_writing();
}

void Connection::await_body(bool is_last_seen) {
    RequestParser& parser = *exchange_->parser;
    if (parser.is_done()) return dispatch();
    std::uint64_t announced = parser.content_length().value_or(0);
    if (announced > exchange_->body_bytes_max) return fail(413, "body too large");
    if (!transport_.bodies().has_room_for(announced)) return fail(503, "no room for another body");
    if (exchange_->asks_first) return ask_first();
    parser.limit_body(exchange_->body_bytes_max);
    wait_from_now();
    error_code error;
    if (parser.expects_continue() && is_last_seen)
        asio::write(socket_, asio::buffer(continue_line.data(), continue_line.size()), error);
    if (error) close();
}

void Connection::ask_first() {
    if (!transport_.has_room_for_work()) return fail(503, "too many requests wait");
    exchange_->job = Exchange::Job::admit;
    stage_ = Stage::working;
}

void Connection::asked() {
    Exchange& exchange = *exchange_;
    exchange.asks_first = false;
    exchange.job = Exchange::Job::answer;
    if (exchange.is_refused) {
        exchange.keeps_alive = false;
        exchange.lingers = true;
        return start_writing();
    }
    stage_ = Stage::reading;
    await_body(held_.empty());
}

std::size_t Connection::read_body(std::string_view bytes) {
    std::size_t used = 0;
    RequestParser::Problem problem = exchange_->parser->read_body(bytes, used);
    if (problem.status != 0) {
        fail(problem.status, problem.what);
        return bytes.size();
    }
    if (!exchange_->body_share.grow_to(exchange_->request.body.size(), transport_.bodies())) {
        fail(503, "no room for this body");
        return bytes.size();
    }
    if (exchange_->parser->is_done()) dispatch();
    return used;
}

void Connection::dispatch() {
    Exchange& exchange = *exchange_;
    exchange.keeps_alive = exchange.parser->keep_alive();
    if (is_answered_at_once()) return start_writing();
    stage_ = Stage::working;
}

bool Connection::is_answered_at_once() {
    Exchange& exchange = *exchange_;
    Application& application = transport_.application();
    try {
        if (auto answer = application.at_once(exchange.request)) {
            exchange.answer = std::move(*answer);
            exchange.job = Exchange::Job::deliver;
            if (needs_worker(exchange.request, exchange.answer)) return false;
            deliver(exchange.request, exchange.answer, exchange.delivery);
            return true;
        }
    } catch (const std::exception& exception) {
        exchange.fail(application, 500, exception.what());
        return true;
    }
    exchange.job = Exchange::Job::answer;
    if (transport_.has_room_for_work()) return false;
    exchange.fail(application, 503, "too many requests wait");
    return true;
}

void Connection::fail(int status, const char* what) {
    is_in_head_ = false;
    if (!exchange_) exchange_ = transport_.take_exchange();
    exchange_->keeps_alive = false;
    exchange_->lingers = true;
    exchange_->fail(transport_.application(), status, what);
    start_writing();
}

} // namespace poa::http
