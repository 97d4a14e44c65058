// SPDX-License-Identifier: Apache-2.0
#include "raw_client.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace poa::http::test {
namespace {

int connect_to(const char* address, std::uint16_t port, int receive_buffer_bytes) {
    bool is_v6 = std::strchr(address, ':') != nullptr;
    int made = ::socket(is_v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (receive_buffer_bytes > 0)
        ::setsockopt(made, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    timeval patience{5, 0};
    ::setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in four{};
    sockaddr_in6 six{};
    four.sin_family = AF_INET;
    six.sin6_family = AF_INET6;
    four.sin_port = six.sin6_port = htons(port);
    ::inet_pton(is_v6 ? AF_INET6 : AF_INET, address,
                is_v6 ? static_cast<void*>(&six.sin6_addr) : static_cast<void*>(&four.sin_addr));
    int failed = is_v6 ? ::connect(made, reinterpret_cast<sockaddr*>(&six), sizeof six)
                       : ::connect(made, reinterpret_cast<sockaddr*>(&four), sizeof four);
    if (failed == 0) return made;
    ::close(made);
    return -1;
}

} // namespace

RawClient::RawClient(std::uint16_t port, const char* address, int receive_buffer_bytes)
    : socket_(connect_to(address, port, receive_buffer_bytes)) {}

RawClient::~RawClient() {
    close();
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), held_(std::move(other.held_)), is_reset_(other.is_reset_) {}

void RawClient::close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

void RawClient::stop_sending() {
    ::shutdown(socket_, SHUT_WR);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool RawClient::fill(int milliseconds) {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0) return false;
    char bytes[64 * 1024];
    ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    is_reset_ = count < 0;
    if (count <= 0) return false;
    held_.append(bytes, static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::read_until(std::string_view mark) {
    std::size_t at = 0;
    while ((at = held_.find(mark)) == std::string::npos)
        if (!fill()) return std::exchange(held_, "");
    std::string found = held_.substr(0, at + mark.size());
    held_.erase(0, found.size());
    return found;
}

std::string RawClient::read_piece() {
    if (held_.empty()) fill();
    return std::exchange(held_, "");
}

RawAnswer RawClient::read_answer(bool has_body) {
    RawAnswer answer;
    std::string head = read_until("\r\n\r\n");
    if (!head.ends_with("\r\n\r\n") || !head.starts_with("HTTP/1.1 ")) return answer;
    answer.status = std::atoi(head.c_str() + 9);
    for (std::string_view line : split(std::string_view(head).substr(head.find('\n') + 1), '\n')) {
        std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        answer.headers[ascii_lower(line.substr(0, colon))] = trim(line.substr(colon + 1));
    }
    if (!has_body || answer.status == 304 || answer.status == 204 || answer.status / 100 == 1) return answer;
    if (!answer.headers.contains("content-length")) {
        while (fill()) {
        }
        answer.body = std::exchange(held_, "");
        return answer;
    }
    std::size_t length = std::stoull(answer.headers["content-length"]);
    while (held_.size() < length && fill()) {
    }
    answer.body = held_.substr(0, length);
    held_.erase(0, length);
    return answer;
}

RawAnswer RawClient::ask(std::string_view request, bool has_body) {
    send(request);
    return read_answer(has_body);
}

RawAnswer RawClient::get(std::string_view target, std::string_view more_headers) {
    return ask(fmt::format("GET {} HTTP/1.1\r\nHost: test\r\n{}\r\n", target, more_headers));
}

bool RawClient::is_closed_within(double seconds) {
    auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < until) {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        held_.clear();
        if (!fill(0)) return true;
    }
    return false;
}

} // namespace poa::http::test
