// SPDX-License-Identifier: Apache-2.0
#include "served.hpp"

#include "base/text.hpp"

namespace poa::http::test {

Application::HeadVerdict TestApplication::on_head(const Request& request) {
    if (request.path == "/refused") return {0, Answer::text(405, "text/plain", "refused at the head")};
    if (request.path == "/broken_head") throw std::runtime_error("on_head throws");
    return {body_bytes_max, std::nullopt, request.path == "/asks"};
}

std::optional<Answer> TestApplication::admit(const Request& request) {
    if (request.cookie("who") == "throws") throw std::runtime_error("admit throws");
    if (request.cookie("who") == "known") return std::nullopt;
    return Answer::text(401, "text/plain", "not admitted");
}

std::optional<Answer> TestApplication::at_once(const Request& request) {
    if (request.path == "/kept") return Answer::text(200, "text/plain", "kept");
    if (request.path == "/broken_at_once") throw std::runtime_error("at_once throws");
    return std::nullopt;
}

/// "/echo" shows what was understood of a request, a line a thing.
Answer TestApplication::answer(const Request& request) {
    auto page = pages.find(request.path);
    if (page != pages.end()) return page->second(request);
    if (request.path == "/throws") throw std::runtime_error("the handler throws");
    std::string text =
        fmt::format("{} {} [{}] {} {}\n", name_of(request.method), request.path, join(request.segments, "|"),
                    request.remote_address, request.secure ? "secure" : "plain");
    for (const auto& [name, value] : request.query.all()) text += fmt::format("?{}={}\n", name, value);
    for (const auto& [name, value] : request.headers.all()) text += fmt::format("{}: {}\n", name, value);
    return Answer::text(200, "text/plain", text + "body=" + request.body);
}

Answer TestApplication::failed(int status, const Request*, const char* what) {
    ++failed_[static_cast<std::size_t>(status)];
    return Answer::text(status, "text/plain", what);
}

void TestApplication::done(const Request&, int status, std::uint64_t, std::int64_t) {
    last_status_ = status;
    ++done_;
}

Served::Served(ServerSettings settings, std::function<void(TestApplication&)> prepare) {
    if (prepare) prepare(application_);
    settings.port = 0;
    server_ = std::make_unique<Server>(settings, application_);
    thread_ = std::thread([this] { server_->run(); });
}

Served::~Served() {
    stop();
}

void Served::stop() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
}

bool Served::comes_true(const std::function<bool()>& truth) {
    for (int i = 0; i < 500; ++i) {
        if (truth()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

void Gate::open() {
    std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
}

void Gate::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_open_; });
}

} // namespace poa::http::test
