// SPDX-License-Identifier: Apache-2.0
// A connection's way from an answer to bytes.
#include "http/transport.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/status.hpp>

namespace poa::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::int64_t lingering_bytes_max = 8 * 1024 * 1024;
constexpr std::string_view retry_after = "1"; // seconds

void append_status_line(std::string& out, int status) {
    auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(status)));
    out.append("HTTP/1.1 ").append(std::to_string(status)).append(" ");
    out.append(reason.data(), reason.size()).append("\r\n");
}

bool would_block(const error_code& error) {
    return error == asio::error::would_block || error == asio::error::try_again;
}

} // namespace

void Exchange::work(Application& application) {
    is_refused = job == Job::admit; // unless it is said otherwise
    try {
        if (job == Job::admit) {
            std::optional<Answer> refusal = application.admit(request);
            is_refused = refusal.has_value();
            if (!is_refused) return;
            answer = std::move(*refusal);
        }
        if (job == Job::read_file) {
            delivery.file.read(delivery.own);
            delivery.body = delivery.own;
            return;
        }
        if (job == Job::answer) answer = application.answer(request);
        drop_body();
        deliver_answer(application);
    } catch (const std::exception& exception) {
        if (job == Job::read_file)
            is_broken = true; // the head is out: all that is left is to break off
        else
            fail(application, 500, exception.what());
    }
}

/// Who takes the answer slowly must not hold what was sent.
void Exchange::drop_body() {
    request.body = {};
    body_share.release();
}

void Exchange::deliver_answer(Application& application) {
    deliver(request, answer, delivery);
    if (delivery.status != 416 || !std::holds_alternative<FileBody>(answer.body)) return;
    std::string content_range = delivery.fields.substr(0, delivery.fields.find('\n') + 1);
    fail(application, 416, "range beyond the end");
    delivery.fields += content_range;
}

void Exchange::fail(Application& application, int status, const char* what) {
    drop_body();
    try {
        answer = application.failed(status, has_head ? &request : nullptr, what);
        if (status == 503 && !answer.headers.has("retry-after"))
            answer.headers.add("retry-after", std::string(retry_after));
        if (status == 405 && !answer.headers.has("allow"))
            answer.headers.add("allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        deliver(request, answer, delivery);
    } catch (const std::exception&) {
        answer = Answer::text(status, "text/plain; charset=utf-8", "");
        deliver(request, answer, delivery);
    }
}

void Exchange::clear() {
    constexpr std::size_t kept_bytes_max = 64 * 1024;
    request = Request{};
    body_share.release();
    parser.reset();
    answer = Answer{};
    delivery.clear();
    if (delivery.own.capacity() > kept_bytes_max) delivery.own = {};
    job = Job::answer;
    has_head = has_request = asks_first = is_refused = keeps_alive = lingers = is_broken = false;
    head.clear();
    sent = 0;
    bytes = body_bytes_max = 0;
}

void Connection::turn_away() {
    fail(503, "too many connections");
}

void Connection::start_writing() {
    Exchange& exchange = *exchange_;
    bool closes = !exchange.keeps_alive || transport_.is_stopping() || exchange.delivery.stream;
    if (closes) exchange.keeps_alive = false;
    append_status_line(exchange.head, exchange.delivery.status);
    exchange.head.append(transport_.date()).append(exchange.delivery.fields);
    if (closes)
        exchange.head.append("connection: close\r\n");
    else if (exchange.parser->is_version_1_0())
        exchange.head.append("connection: keep-alive\r\n");
    exchange.head.append("\r\n");
    stage_ = Stage::writing;
    wait_from_now();
    send();
}

void Connection::send() {
    if (stage_ == Stage::closed || is_expired_) return break_off();
    Exchange& exchange = *exchange_;
    std::size_t whole = exchange.head.size() + exchange.delivery.body.size();
    while (exchange.sent < whole) {
        std::size_t of_head = std::min(exchange.sent, exchange.head.size());
        std::size_t of_body = exchange.sent - of_head;
        std::array<asio::const_buffer, 2> pieces{
            asio::buffer(exchange.head.data() + of_head, exchange.head.size() - of_head),
            asio::buffer(exchange.delivery.body.data() + of_body, exchange.delivery.body.size() - of_body)};
        error_code error;
        std::size_t count = socket_.write_some(pieces, error);
        if (would_block(error)) return;
        if (error) return break_off();
        exchange.sent += count;
        exchange.bytes += count;
        moved_ += static_cast<std::int64_t>(count);
    }
    piece_sent();
}

void Connection::piece_sent() {
    Exchange& exchange = *exchange_;
    if (exchange.delivery.file.remaining() == 0) return finish();
    exchange.head.clear();
    exchange.delivery.body = {};
    exchange.sent = 0;
    exchange.job = Exchange::Job::read_file;
    stage_ = Stage::working;
}

void Connection::worked() {
    if (exchange_->job == Exchange::Job::admit) return asked();
    if (exchange_->job == Exchange::Job::read_file) {
        if (exchange_->is_broken) return break_off();
        stage_ = Stage::writing;
        send();
    } else {
        start_writing();
    }
}

void Connection::break_off() {
    exchange_->keeps_alive = exchange_->lingers = false;
    exchange_->delivery.stream = nullptr;
    finish();
}

void Connection::abandon() {
    exchange_ = nullptr;
    close();
}

void Connection::finish() {
    std::shared_ptr<Exchange> exchange = std::move(exchange_);
    since_ = std::chrono::steady_clock::now();
    if (exchange->has_request) {
        auto took = std::chrono::duration_cast<std::chrono::microseconds>(since_ - exchange->started);
        try {
            transport_.application().done(exchange->request, exchange->delivery.status, exchange->bytes,
                                          took.count());
        } catch (const std::exception&) { // the answer is out; a log that fails changes nothing about it
        }
    }
    if (exchange->delivery.stream)
        begin_stream(*exchange->delivery.stream);
    else if (exchange->keeps_alive && !transport_.is_stopping())
        stage_ = Stage::reading;
    else if (exchange->lingers)
        linger();
    else
        close();
    transport_.give_back(std::move(exchange));
}

void Connection::linger() {
    // Closing a socket with unread bytes makes the peer lose the answer: let it read first.
    error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    if (error) return close();
    held_ = {};
    moved_ = 0;
    stage_ = Stage::lingering;
}

void Connection::discard() {
    if (moved_ > lingering_bytes_max) close();
}

void Connection::close() {
    error_code ignored;
    if (stage_ != Stage::lingering) socket_.shutdown(Socket::shutdown_both, ignored);
    socket_.cancel(ignored);
    stage_ = Stage::closed;
}

} // namespace poa::http
