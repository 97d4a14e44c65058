// SPDX-License-Identifier: Apache-2.0
#pragma once
// Event streams by channel. What is said to a channel is kept once, numbered; a stream that is behind takes
// the newest when it has room, so that who reads slowly costs one message and no queue.

#include "http/transport_connection.hpp"

#include <boost/intrusive/list.hpp>

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace poa::http {

struct Channel {
    boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>,
                           boost::intrusive::base_hook<InStreams>>
        streams;
    std::string name;
    Message newest;           ///< null: nothing was said, or it is forgotten
    std::uint64_t number = 0; ///< of `newest`; grows
    Moment said;              ///< `newest`
    std::uint64_t listeners = 0;
};

/// On the network thread but where "any thread" is said.
class Channels {
  public:
    /// Any thread. True where `spread` must be called, on the network thread; else a call is on its way.
    [[nodiscard]] bool say(std::string_view channel, Message message);
    [[nodiscard]] std::vector<std::string> listened() const; ///< any thread

    /// Gives what was said to those who listen.
    void spread();
    /// The channel lives until all have left, and until what was said is forgotten.
    [[nodiscard]] Channel& enter(Connection& connection, const std::string& name);
    void leave(Channel& channel);
    /// What was said before `moment` to channels without listeners.
    void forget(Moment moment);

  private:
    [[nodiscard]] Channel& channel_of(const std::string& name);

    mutable std::mutex mutex_; ///< guards `said_`, and the names and listeners of `channels_`
    std::unordered_map<std::string, Message> said_; ///< and not yet spread
    std::unordered_map<std::string, Channel> channels_;
    bool is_spreading_ = false;
};

} // namespace poa::http
