// SPDX-License-Identifier: Apache-2.0
// The server alone: /json answers 27 bytes on the network thread, /work the same through a worker thread.
#include "http/server.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace poa::http;

class Bare final : public Application {
  public:
    HeadVerdict on_head(const Request&) override { return {1024 * 1024, std::nullopt}; }
    std::optional<Answer> at_once(const Request& request) override {
        if (request.path == "/json") return json();
        return std::nullopt;
    }
    Answer answer(const Request& request) override {
        if (request.path == "/events") {
            Answer events;
            events.body = EventStream{0};
            return events;
        }
        return json();
    }
    Answer failed(int status, const Request*, const char* what) override {
        return Answer::text(status, "text/plain; charset=utf-8", what);
    }
    void done(const Request&, int, std::uint64_t, std::int64_t) override {}

  private:
    static Answer json() { return Answer::text(200, "application/json", R"({"message":"Hello, World!"})"); }
};

} // namespace

int main(int count, char** arguments) {
    Bare bare;
    ServerSettings settings;
    settings.port = static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 8090);
    Server server(settings, bare);
    std::printf("http://127.0.0.1:%d/json\n", server.port());
    std::fflush(stdout);
    server.run();
}
