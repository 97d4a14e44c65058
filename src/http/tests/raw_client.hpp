// SPDX-License-Identifier: Apache-2.0
#pragma once
// A blocking client that sends exactly the bytes it is given. Every wait ends after a few seconds.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace poa::http::test {

struct RawAnswer {
    int status = 0;                             ///< 0: the connection ended before an answer
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    [[nodiscard]] std::string header(const std::string& name) const {
        auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

class RawClient {
  public:
    explicit RawClient(std::uint16_t port, const char* address = "127.0.0.1", int receive_buffer_bytes = 0);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    /// False when the peer has closed.
    bool send(std::string_view bytes);
    /// The next answer; its body by Content-Length, or to the end where there is none.
    RawAnswer read_answer(bool has_body = true);
    /// A head and a "GET" in one.
    RawAnswer get(std::string_view target, std::string_view more_headers = "");
    RawAnswer ask(std::string_view request, bool has_body = true);
    /// Bytes up to and with `mark`; all there were when the peer closes or nothing comes.
    std::string read_until(std::string_view mark);
    std::string read_piece(); ///< what has come, at most 64 KiB; empty at the end
    /// Whether the peer closes within `seconds` (what it still sends is thrown away).
    bool is_closed_within(double seconds);
    void stop_sending();
    void close();

  private:
    bool fill(int milliseconds = 5000);
    int socket_ = -1;
    std::string held_;
    bool is_reset_ = false;
};

} // namespace poa::http::test
