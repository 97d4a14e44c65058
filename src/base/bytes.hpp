// SPDX-License-Identifier: Apache-2.0
#pragma once
// Bytes, digests (libcrypto), encodings and random numbers (libsodium), and secrets that have no text form.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st; // of libcrypto

namespace poa {

using Bytes = std::span<const std::uint8_t>;

[[nodiscard]] inline Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view text_of(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A SHA-256 digest.
struct Sha256 {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Sha256&) const = default;
    [[nodiscard]] std::string hex() const;
    [[nodiscard]] std::string base64() const;
    [[nodiscard]] static std::optional<Sha256> from_hex(std::string_view hex);
    [[nodiscard]] static std::optional<Sha256> from_bytes(Bytes bytes); ///< exactly 32 of them
};

[[nodiscard]] Sha256 sha256(Bytes bytes);
[[nodiscard]] inline Sha256 sha256(std::string_view text) {
    return sha256(bytes_of(text));
}
/// The digest of several pieces one after the other, without joining them.
[[nodiscard]] Sha256 sha256(std::initializer_list<Bytes> pieces);

struct EndContext {
    void operator()(evp_md_ctx_st* context) const;
};

/// A digest that is fed piece by piece (large files).
class Sha256Stream {
  public:
    Sha256Stream();
    void add(Bytes bytes);
    [[nodiscard]] Sha256 finish(); ///< once

  private:
    std::unique_ptr<evp_md_ctx_st, EndContext> context_;
};

[[nodiscard]] std::string to_hex(Bytes bytes);
[[nodiscard]] std::optional<std::string> from_hex(std::string_view hex); ///< lower or upper case, even length
[[nodiscard]] std::string to_base64(Bytes bytes);                        ///< standard alphabet, padded
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text); ///< canonical only
[[nodiscard]] std::string to_base64url(Bytes bytes);                         ///< without padding

[[nodiscard]] std::string random_bytes(std::size_t count);
/// Compares without telling by time where two texts differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// Text that must not be shown: it has no conversion to text, no output operator, and wipes itself.
class Secret {
  public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}
    Secret(const Secret&) = default;
    Secret(Secret&&) = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) = default;
    ~Secret();
    /// For the one place that must read it (hashing, comparing).
    [[nodiscard]] std::string_view reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

  private:
    std::string text_;
};

} // namespace poa
