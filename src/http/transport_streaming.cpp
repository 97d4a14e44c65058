// SPDX-License-Identifier: Apache-2.0
// Event streams: a connection that says what it is told, as fast as its peer takes it.
#include "base/require.hpp"
#include "http/transport.hpp"

#include <boost/asio/buffer.hpp>

namespace poa::http {

namespace asio = boost::asio;
using boost::system::error_code;

Message position_event(std::uint64_t position) {
    return std::make_shared<const std::string>(
        fmt::format("id: {0}\nevent: position\ndata: {0}\n\n", position));
}

Message event_text(std::string_view event, std::string_view data) {
    require(event.find_first_of("\r\n") == std::string_view::npos, "an event's name is one line");
    require(data.find('\r') == std::string_view::npos, "lines of an event's data end with a line feed");
    std::string text = fmt::format("event: {}\n", event);
    for (std::size_t begin = 0; begin <= data.size();) {
        std::size_t end = std::min(data.find('\n', begin), data.size());
        text.append("data: ").append(data.substr(begin, end - begin)).append("\n");
        begin = end + 1;
    }
    text.append("\n");
    return std::make_shared<const std::string>(std::move(text));
}

void Connection::begin_stream(const EventStream& stream) {
    if (transport_.is_stopping()) return close();
    held_ = {};
    stage_ = Stage::streaming;
    moved_ = moved_seen_ = 0;
    wait_from_now();
    hold_little();
    if (!stream.channel.empty()) return begin_channel(stream);
    transport_.enter_stream(*this);
    position_ = stream.position;
    say(position_event(stream.position));
    if (transport_.position() > position_) tell(transport_.position(), position_event(transport_.position()));
}

void Connection::begin_channel(const EventStream& stream) {
    channel_ = &transport_.channels().enter(*this, stream.channel);
    transport_.enter_stream(*this);
    until_ = transport_.end_of_stream();
    if (stream.first.empty())
        take_newest();
    else
        saying_ = event_text("state", stream.first);
    flush_stream();
}

/// The kernel grows a connection's buffer to megabytes for who takes nothing; events need little.
void Connection::hold_little() {
    error_code ignored;
    socket_.set_option(asio::socket_base::send_buffer_size(transport_.limits().stream_send_bytes), ignored);
}

void Connection::tell(std::uint64_t position, const Message& message) {
    if (stage_ != Stage::streaming || position <= position_ || saying_) return;
    position_ = position;
    say(message);
}

void Connection::hear() {
    if (stage_ != Stage::streaming || saying_) return;
    take_newest();
    flush_stream();
}

void Connection::take_newest() {
    if (channel_ == nullptr || channel_->number == position_) return;
    position_ = channel_->number;
    saying_ = channel_->newest;
}

void Connection::say(Message message) {
    saying_ = std::move(message);
    flush_stream();
}

void Connection::flush_stream() {
    while (saying_) {
        error_code error;
        std::size_t count = socket_.write_some(asio::buffer(*saying_) + said_, error);
        if (error == asio::error::would_block || error == asio::error::try_again) return;
        if (error) return close();
        since_ = std::chrono::steady_clock::now();
        moved_ += static_cast<std::int64_t>(count);
        said_ += count;
        if (said_ < saying_->size()) continue;
        said_ = 0;
        saying_ = nullptr; // ten thousand streams wait with nothing in hand
        take_newest();
    }
}

} // namespace poa::http
