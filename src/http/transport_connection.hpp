// SPDX-License-Identifier: Apache-2.0
#pragma once
// One connection. Its functions never wait: they read and write what the socket has room for and say by
// `stage` what must happen before they are called again; the coroutine in transport.cpp does the waiting. A
// connection without a request holds no buffers.

#include "http/delivery.hpp"
#include "http/head_scan.hpp"
#include "http/transport_parser.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/intrusive/list_hook.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>

namespace poa::http {

class Transport;
struct Channel;

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
using Moment = std::chrono::steady_clock::time_point;

/// What the bodies of all requests may hold together. Any thread.
class BodyBudget {
  public:
    explicit BodyBudget(std::uint64_t bytes_max) : bytes_max_(bytes_max) {}
    [[nodiscard]] std::uint64_t held() const { return held_.load(); }
    [[nodiscard]] bool has_room_for(std::uint64_t bytes) const {
        return bytes <= bytes_max_ - std::min(bytes_max_, held());
    }
    void take(std::uint64_t bytes) { held_ += bytes; }
    void give_back(std::uint64_t bytes) { held_ -= bytes; }

  private:
    const std::uint64_t bytes_max_;
    std::atomic<std::uint64_t> held_ = 0;
};

/// What one body holds of the budget; given back when it is released, or ends.
class BodyShare {
  public:
    BodyShare() = default;
    BodyShare(const BodyShare&) = delete;
    BodyShare& operator=(const BodyShare&) = delete;
    ~BodyShare() { release(); }
    /// Takes what a body of `bytes` needs beyond what it has; false, and nothing taken, where that is too
    /// much.
    [[nodiscard]] bool grow_to(std::uint64_t bytes, BodyBudget& budget) {
        if (!budget.has_room_for(bytes - bytes_)) return false;
        budget.take(bytes - bytes_);
        budget_ = &budget;
        bytes_ = bytes;
        return true;
    }
    void release() {
        if (budget_ != nullptr) budget_->give_back(bytes_);
        budget_ = nullptr;
        bytes_ = 0;
    }

  private:
    BodyBudget* budget_ = nullptr;
    std::uint64_t bytes_ = 0;
};

/// A request on its way to an answer. Shared with the worker thread that answers it; one of both touches it
/// at a time.
struct Exchange {
    enum class Job { admit, answer, deliver, read_file };

    Request request;
    BodyShare body_share; ///< of request.body
    std::optional<RequestParser> parser;
    Answer answer;
    Delivery delivery;
    Job job = Job::answer;
    bool has_head = false;    ///< its head was looked at: a refusal may take the form it asks for
    bool has_request = false; ///< its head was read whole
    bool asks_first = false;  ///< whether it may send its body was not asked yet
    bool is_refused = false;  ///< it may not, and the answer says so
    bool keeps_alive = false; ///< the connection goes on after the answer
    bool lingers = false;     ///< there may be unread bytes: read on a while after the answer
    bool is_broken = false;   ///< a file failed while it was sent
    std::string head;         ///< of the answer
    std::size_t sent = 0;     ///< of head and body piece together
    std::uint64_t bytes = 0;  ///< sent in all
    std::uint64_t body_bytes_max = 0;
    Moment started; ///< head read

    /// Admits, answers, compresses, reads a piece of a file. On a worker thread.
    void work(Application& application);
    /// Takes `failed`'s answer; never throws.
    void fail(Application& application, int status, const char* what);
    void clear();

  private:
    void drop_body();
    void deliver_answer(Application& application);
};

using InServer = boost::intrusive::list_base_hook<boost::intrusive::tag<struct OfServer>,
                                                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;
using InStreams =
    boost::intrusive::list_base_hook<boost::intrusive::tag<struct OfStreams>,
                                     boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

/// An event as it is written; one for all streams it goes to.
using Message = std::shared_ptr<const std::string>;
[[nodiscard]] Message position_event(std::uint64_t position);
/// Needs: a name without line breaks, data without carriage returns.
[[nodiscard]] Message event_text(std::string_view event, std::string_view data);

class Connection : public InServer, public InStreams {
  public:
    enum class Stage { reading, working, writing, streaming, lingering, closed };

    Connection(Transport& transport, Socket socket, const boost::asio::ip::tcp::endpoint& peer);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] Socket& socket() { return socket_; }
    [[nodiscard]] const std::shared_ptr<Exchange>& exchange() const { return exchange_; }

    void receive();   ///< the socket has bytes (stages reading, streaming, lingering)
    void send();      ///< the socket has room (stage writing)
    void worked();    ///< the exchange's job is done (stage working)
    void carry_on();  ///< reads what came while an answer was made; to be called after `send` and `worked`
    void turn_away(); ///< too many connections: 503 and the end
    void abandon();   ///< the server ends before the job was done

    // From the transport, while the coroutine waits.
    void sweep(Moment now);                                    ///< ends what takes too long
    void end();                                                ///< graceful stop: no further request
    void close();                                              ///< at once, whatever it was doing
    void tell(std::uint64_t position, const Message& message); ///< of an event stream
    void hear(); ///< of a channel's stream: the channel has something new
    [[nodiscard]] Channel* channel() const { return channel_; }

  private:
    // transport_reading.cpp
    void take(std::string_view bytes);
    std::size_t parse(std::string_view bytes);
    std::size_t read_head(std::string_view bytes);
    void begin_request(std::string_view head, bool is_last_seen);
    [[nodiscard]] bool is_idle() const { return stage_ == Stage::reading && !exchange_ && !is_in_head_; }
    void judge_head(bool is_last_seen);
    void await_body(bool is_last_seen);
    void ask_first();
    void asked();
    std::size_t read_body(std::string_view bytes);
    void dispatch();
    [[nodiscard]] bool is_answered_at_once();

    void peer_ended();
    void fail(int status, const char* what);

    // transport_answering.cpp
    void start_writing();
    void piece_sent();
    void finish();
    void break_off();
    void begin_stream(const EventStream& stream);
    void begin_channel(const EventStream& stream);
    void hold_little();
    void say(Message message);
    void flush_stream();
    void take_newest();
    void linger();
    void discard();

    // transport_patience.cpp
    void sweep_reading(Moment now);
    void sweep_stream(Moment now);
    [[nodiscard]] bool takes_nothing(Moment now);
    void sweep_transfer(Moment now, std::int64_t moved, std::int64_t silence_seconds);
    void expire();
    void wait_from_now();
    [[nodiscard]] bool is_silent_for(std::int64_t seconds, Moment now) const;
    [[nodiscard]] std::int64_t bytes_taken_by_peer();

    Transport& transport_;
    Socket socket_;
    boost::asio::ip::address peer_;
    std::shared_ptr<Exchange> exchange_;
    HeadScan scan_;
    std::string held_; ///< bytes that were read and not used
    Stage stage_ = Stage::reading;
    bool is_in_head_ = false; ///< a part of a head is held
    bool is_expired_ = false; ///< the wait was ended, not answered
    bool is_ending_ = false;
    bool is_measured_ = false; ///< moved_seen_ and window_moved_ are of this transfer

    Moment since_;           ///< the last thing that happened
    Moment window_since_;    ///< the least rate is measured from here
    std::int64_t moved_ = 0; ///< bytes read of a body, written of an answer, or read away while lingering
    std::int64_t moved_seen_ = 0, window_moved_ = 0;
    // Of an event stream. Of a channel's: it says one message at a time, and next the newest there is then.
    std::uint64_t position_ = 0; ///< that it was told; the number of a channel's message
    Channel* channel_ = nullptr;
    Message saying_; ///< what was not yet sent whole
    std::size_t said_ = 0;
    Moment until_; ///< a channel's stream ends then
};

} // namespace poa::http
