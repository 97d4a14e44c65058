// SPDX-License-Identifier: Apache-2.0
// How long a connection may take. One sweep twice a second looks at all connections; no request sets a timer.
#include "http/transport.hpp"

#include <sys/ioctl.h>
#include <termios.h>

namespace poa::http {
namespace {

constexpr std::int64_t lingering_seconds = 2;

} // namespace

void Connection::wait_from_now() {
    since_ = window_since_ = std::chrono::steady_clock::now();
    is_measured_ = false;
}

bool Connection::is_silent_for(std::int64_t seconds, Moment now) const {
    return now - since_ > std::chrono::seconds(seconds);
}

void Connection::sweep(Moment now) {
    switch (stage_) {
    case Stage::reading:
        return sweep_reading(now);
    case Stage::writing:
        return sweep_transfer(now, bytes_taken_by_peer(), transport_.limits().write_seconds);
    case Stage::streaming:
        return sweep_stream(now);
    case Stage::lingering:
        if (is_silent_for(lingering_seconds, now)) expire();
        return;
    case Stage::working:
    case Stage::closed:
        return;
    }
}

void Connection::sweep_reading(Moment now) {
    const Limits& limits = transport_.limits();
    if (exchange_) return sweep_transfer(now, moved_, limits.body_seconds);
    if (is_ending_ && is_idle()) return expire();
    if (is_silent_for(is_in_head_ ? limits.head_seconds : limits.idle_seconds, now)) expire();
}

void Connection::sweep_transfer(Moment now, std::int64_t moved, std::int64_t silence_seconds) {
    const Limits& limits = transport_.limits();
    if (!std::exchange(is_measured_, true)) moved_seen_ = window_moved_ = moved;
    if (moved != moved_seen_) {
        moved_seen_ = moved;
        since_ = now;
    }
    if (is_silent_for(silence_seconds, now)) return expire();
    if (now - window_since_ < std::chrono::seconds(limits.rate_seconds)) return;
    if (moved - window_moved_ < limits.body_bytes_per_second_min * limits.rate_seconds) return expire();
    window_since_ = now;
    window_moved_ = moved;
}

void Connection::sweep_stream(Moment now) {
    const Limits& limits = transport_.limits();
    if (takes_nothing(now) || (channel_ != nullptr && now > until_)) return expire();
    if (saying_) return flush_stream();
    std::uint64_t position = transport_.position();
    if (channel_ == nullptr && position > position_) return tell(position, position_event(position));
    if (now - since_ < std::chrono::seconds(limits.comment_seconds)) return;
    // Keeps proxies from closing, and finds out who has gone. Scripts are not told of comments: who must know
    // whether the line still stands is told with an event.
    static const Message comment = std::make_shared<const std::string>(":\n\n");
    static const Message still = std::make_shared<const std::string>(":\nevent: still\ndata: still\n\n");
    say(channel_ != nullptr ? still : comment);
}

/// Whether the peer acknowledged nothing for as long as an answer may wait, although there was something.
bool Connection::takes_nothing(Moment now) {
    std::int64_t taken = bytes_taken_by_peer();
    bool is_waiting = saying_ || taken < moved_;
    if (!is_waiting || taken != std::exchange(moved_seen_, taken)) window_since_ = now;
    return now - window_since_ > std::chrono::seconds(transport_.limits().write_seconds);
}

std::int64_t Connection::bytes_taken_by_peer() {
    // What the kernel took is not what the peer took: its buffer may hold minutes of a slow line.
    int waiting = 0;
    if (::ioctl(socket_.native_handle(), TIOCOUTQ, &waiting) != 0) waiting = 0;
    return moved_ - waiting;
}

void Connection::expire() {
    boost::system::error_code ignored;
    is_expired_ = true;
    socket_.cancel(ignored);
}

void Connection::end() {
    is_ending_ = true;
    if (is_idle()) expire();
    if (stage_ == Stage::streaming) close();
}

} // namespace poa::http
