// SPDX-License-Identifier: Apache-2.0
#include "web/kept_pages.hpp"

#include "http/compression.hpp"

namespace poa::web {
namespace {

constexpr std::size_t worth_compressing = 860; // below, the compressed bytes rarely fit fewer packets

std::size_t size_of(std::string_view key, const http::Answer& answer) {
    return key.size() + answer.body_text().size() + (answer.gzipped ? answer.gzipped->size() : 0) + 512;
}

} // namespace

std::string etag_of(std::string_view content) {
    return fmt::format("\"{:x}-{:x}\"", std::hash<std::string_view>{}(content), content.size());
}

std::optional<http::Answer> KeptPages::find(std::string_view key, std::uint64_t position, bool wants_gzip) {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(key);
    if (found == entries_.end() || found->second.position != position) return std::nullopt;
    const http::Answer& answer = found->second.answer;
    if (wants_gzip && answer.compressible && !answer.gzipped && answer.body_text().size() > worth_compressing)
        return std::nullopt;
    return answer;
}

void KeptPages::keep(std::string key, std::uint64_t position, bool wants_gzip, http::Answer& answer) {
    if (auto* text = std::get_if<std::string>(&answer.body))
        answer.body = std::make_shared<const std::string>(std::move(*text));
    std::string_view content = answer.body_text();
    if (!answer.headers.has("etag")) answer.headers.add("etag", etag_of(content));
    if (wants_gzip && answer.compressible && content.size() > worth_compressing)
        answer.gzipped = std::make_shared<const std::string>(http::gzip(content));
    std::size_t bytes = size_of(key, answer);
    if (bytes > bytes_max_ / 4) return;
    std::lock_guard lock(mutex_);
    // A store that is full begins anew: what is read often is back after one reading.
    if (bytes_ + bytes > bytes_max_) {
        entries_.clear();
        bytes_ = 0;
    }
    auto [place, is_new] = entries_.try_emplace(std::move(key));
    if (!is_new) bytes_ -= place->second.bytes;
    place->second = Entry{position, answer, bytes};
    bytes_ += bytes;
}

std::size_t KeptPages::bytes() const {
    std::lock_guard lock(mutex_);
    return bytes_;
}

} // namespace poa::web
