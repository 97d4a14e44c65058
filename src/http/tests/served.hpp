// SPDX-License-Identifier: Apache-2.0
#pragma once
// A server with a small application, running in a thread of its own for as long as the object lives.

#include "http/server.hpp"
#include "raw_client.hpp"

#include <gtest/gtest.h>

#include <condition_variable>

namespace poa::http::test {

/// What the test sets is what it does; what it saw can be asked for.
class TestApplication final : public Application {
  public:
    HeadVerdict on_head(const Request& request) override;
    std::optional<Answer> admit(const Request& request) override;
    std::optional<Answer> at_once(const Request& request) override;
    Answer answer(const Request& request) override;
    Answer failed(int status, const Request* request, const char* what) override;
    void done(const Request& request, int status, std::uint64_t bytes, std::int64_t microseconds) override;

    std::uint64_t body_bytes_max = 1024 * 1024;
    std::map<std::string, std::function<Answer(const Request&)>> pages; ///< by path, on a worker thread

    [[nodiscard]] std::uint64_t done_count() const { return done_; }
    [[nodiscard]] int last_status() const { return last_status_; }
    [[nodiscard]] int failed_with(int status) const { return failed_[static_cast<std::size_t>(status)]; }

  private:
    std::atomic<std::uint64_t> done_ = 0;
    std::atomic<int> last_status_ = 0;
    std::array<std::atomic<int>, 600> failed_{};
};

class Served {
  public:
    explicit Served(ServerSettings settings = {}, std::function<void(TestApplication&)> prepare = {});
    ~Served();
    [[nodiscard]] RawClient client() const { return RawClient(server_->port()); }
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] Server& server() { return *server_; }
    [[nodiscard]] TestApplication& application() { return application_; }
    /// Stops and waits until `run` has returned.
    void stop();
    /// Whether `truth` comes true within a few seconds.
    static bool comes_true(const std::function<bool()>& truth);

  private:
    TestApplication application_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

/// Opens when told.
class Gate {
  public:
    void open();
    void wait();

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_open_ = false;
};

} // namespace poa::http::test
