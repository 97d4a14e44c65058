// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"
#include "http/transport.hpp"

namespace poa::http {

struct Server::Inside {
    Inside(const ServerSettings& settings, Application& application) : transport(settings, application) {}
    Transport transport;
};

Server::Server(const ServerSettings& settings, Application& application)
    : inside_(std::make_unique<Inside>(settings, application)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
    return inside_->transport.port();
}

void Server::run() {
    inside_->transport.run();
}

void Server::stop() {
    inside_->transport.stop();
}

void Server::announce(std::uint64_t position) {
    inside_->transport.announce(position);
}

void Server::tell(std::string_view channel, std::string_view event, std::string_view data) {
    inside_->transport.tell(channel, event, data);
}

std::vector<std::string> Server::channels() const {
    return inside_->transport.channels().listened();
}

Server::Counts Server::counts() const {
    return inside_->transport.counts();
}

} // namespace poa::http
