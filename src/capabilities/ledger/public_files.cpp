// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/public_files.hpp"

#include "capabilities/ledger/note.hpp"
#include "capabilities/ledger/queries.hpp"

#include <fmt/core.h>

#include <chrono>
#include <curl/curl.h>
#include <thread>

namespace poa::ledger {
namespace {

/// The largest file of a kind that a sound ledger serves: more is not read.
std::size_t bytes_max_of(std::string_view path) {
    if (path == "checkpoint") return note_bytes_max;
    if (path.starts_with("tile/entries/")) return std::size_t{tile_width} * (2 + entry_bytes_max);
    return std::size_t{tile_width} * 32;
}

struct Received {
    std::string body;
    std::size_t bytes_max;
};

std::size_t receive(char* part, std::size_t, std::size_t length, void* to) {
    auto& received = *static_cast<Received*>(to);
    if (received.body.size() + length > received.bytes_max) return 0; // makes the transfer fail
    received.body.append(part, length);
    return length;
}

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw MachineFailure("The HTTP client cannot be started.");
}

} // namespace

std::optional<std::string> DatabaseFiles::get(std::string_view path) {
    return database_.read([&](storage::Session& session) { return public_file(session, path); });
}

struct HttpFiles::Connection {
    CURL* handle = curl_easy_init();
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { curl_easy_cleanup(handle); }
};

HttpFiles::HttpFiles(std::string address, Limits limits) : limits_(limits) {
    if (!address.starts_with("http://") && !address.starts_with("https://"))
        throw MachineFailure(fmt::format("\"{}\" is no http:// or https:// address.", address));
    while (address.ends_with('/')) address.pop_back();
    prefix_ = std::move(address) + "/ledger/";
    start_curl();
    connection_ = std::make_unique<Connection>();
    CURL* handle = connection_->handle;
    if (handle == nullptr) throw MachineFailure("The HTTP client cannot be started.");
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 3L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, limits_.connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, limits_.answer_seconds);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, ""); // all that the library can undo
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "poa-ledger-verify");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, receive);
}

HttpFiles::~HttpFiles() = default;

std::optional<std::string> HttpFiles::get(std::string_view path) {
    std::string address = prefix_ + std::string(path);
    CURL* handle = connection_->handle;
    std::string words;
    int pause = limits_.pause_milliseconds;
    for (int run = 0; run < limits_.tries; ++run) {
        if (run > 0) std::this_thread::sleep_for(std::chrono::milliseconds(pause));
        if (run > 0) pause *= 2;
        Received received{{}, bytes_max_of(path)};
        curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &received);
        CURLcode result = curl_easy_perform(handle);
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        if (result == CURLE_WRITE_ERROR)
            throw MachineFailure(fmt::format("{}: the answer is larger than such a file can be.", address));
        if (result == CURLE_OK && status == 200) return std::move(received.body);
        if (result == CURLE_OK && (status == 404 || status == 410)) return std::nullopt;
        words = result == CURLE_OK ? fmt::format("HTTP status {}", status) : curl_easy_strerror(result);
        if (result == CURLE_OK && status < 500 && status != 429) break; // asking again will not help
    }
    throw MachineFailure(fmt::format("{}: {}.", address, words));
}

} // namespace poa::ledger
