// SPDX-License-Identifier: Apache-2.0
#pragma once
// Answers to anonymous readers, kept while the journal stands: a page read again costs almost nothing.
// Bounded in bytes.

#include "http/message.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace poa::web {

class KeptPages {
  public:
    explicit KeptPages(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    /// The answer kept under `key` at `position`, if there is one (and, where `wants_gzip`, one with
    /// compressed bytes).
    [[nodiscard]] std::optional<http::Answer> find(std::string_view key, std::uint64_t position,
                                                   bool wants_gzip);

    /// Keeps a complete 200 answer made at `position`: its body becomes shared, gets an etag, and compressed
    /// bytes where `wants_gzip`. What is too large for the store is only made shared. `answer` is changed to
    /// what was kept.
    void keep(std::string key, std::uint64_t position, bool wants_gzip, http::Answer& answer);

    [[nodiscard]] std::size_t bytes() const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Entry {
        std::uint64_t position;
        http::Answer answer;
        std::size_t bytes;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
    std::size_t bytes_ = 0;
    const std::size_t bytes_max_;
};

/// A strong entity tag made from the content.
[[nodiscard]] std::string etag_of(std::string_view content);

} // namespace poa::web
