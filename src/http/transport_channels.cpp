// SPDX-License-Identifier: Apache-2.0
#include "http/transport_channels.hpp"

namespace poa::http {

bool Channels::say(std::string_view channel, Message message) {
    std::lock_guard lock(mutex_);
    said_.insert_or_assign(std::string(channel), std::move(message));
    return !std::exchange(is_spreading_, true);
}

std::vector<std::string> Channels::listened() const {
    std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& [name, channel] : channels_)
        if (channel.listeners > 0) names.push_back(name);
    return names;
}

Channel& Channels::channel_of(const std::string& name) {
    std::lock_guard lock(mutex_);
    Channel& channel = channels_[name];
    channel.name = name;
    return channel;
}

void Channels::spread() {
    std::unordered_map<std::string, Message> said;
    {
        std::lock_guard lock(mutex_);
        said.swap(said_);
        is_spreading_ = false;
    }
    for (auto& [name, message] : said) {
        Channel& channel = channel_of(name);
        channel.newest = std::move(message);
        ++channel.number;
        channel.said = std::chrono::steady_clock::now();
        for (Connection& connection : channel.streams) connection.hear();
    }
}

Channel& Channels::enter(Connection& connection, const std::string& name) {
    Channel& channel = channel_of(name);
    channel.streams.push_back(connection);
    std::lock_guard lock(mutex_);
    ++channel.listeners;
    return channel;
}

void Channels::leave(Channel& channel) {
    std::lock_guard lock(mutex_);
    --channel.listeners;
    if (channel.listeners == 0 && !channel.newest) channels_.erase(channel.name);
}

void Channels::forget(Moment moment) {
    std::lock_guard lock(mutex_);
    for (auto named = channels_.begin(); named != channels_.end();) {
        bool is_over = named->second.listeners == 0 && named->second.said < moment;
        named = is_over ? channels_.erase(named) : std::next(named);
    }
}

} // namespace poa::http
