// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include "base/require.hpp"

#include <cstring>
#include <sodium.h>

namespace poa {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    require(started >= 0, "libsodium starts");
}

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

std::string encode(Bytes bytes, int variant) {
    std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), variant);
    out.pop_back(); // the terminating NUL that libsodium counts
    return out;
}

} // namespace

std::string Sha256::hex() const {
    return to_hex(bytes);
}
std::string Sha256::base64() const {
    return to_base64(bytes);
}

std::optional<Sha256> Sha256::from_bytes(Bytes raw) {
    if (raw.size() != 32) return std::nullopt;
    Sha256 digest;
    std::memcpy(digest.bytes.data(), raw.data(), 32);
    return digest;
}

std::optional<Sha256> Sha256::from_hex(std::string_view hex) {
    auto raw = poa::from_hex(hex);
    if (!raw) return std::nullopt;
    return from_bytes(bytes_of(*raw));
}

Sha256 sha256(Bytes bytes) {
    Sha256 digest;
    crypto_hash_sha256(digest.bytes.data(), bytes.data(), bytes.size());
    return digest;
}

Sha256 sha256(std::initializer_list<Bytes> pieces) {
    Sha256Stream stream;
    for (Bytes piece : pieces) stream.add(piece);
    return stream.finish();
}

Sha256Stream::Sha256Stream() {
    crypto_hash_sha256_init(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()));
}
void Sha256Stream::add(Bytes bytes) {
    crypto_hash_sha256_update(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), bytes.data(),
                              bytes.size());
}
Sha256 Sha256Stream::finish() {
    Sha256 digest;
    crypto_hash_sha256_final(reinterpret_cast<crypto_hash_sha256_state*>(state_.data()), digest.bytes.data());
    return digest;
}

std::string to_hex(Bytes bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

std::optional<std::string> from_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string out(hex.size() / 2, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(), hex.size(),
                       nullptr, &length, &end) != 0 ||
        end != hex.data() + hex.size() || length != out.size())
        return std::nullopt;
    return out;
}

std::string to_base64(Bytes bytes) {
    return encode(bytes, sodium_base64_VARIANT_ORIGINAL);
}
std::string to_base64url(Bytes bytes) {
    return encode(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string out(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(),
                          nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    out.resize(length);
    // libsodium 1.0.18 takes a byte above 127 for one below 'A' where char is signed.
    if (to_base64(bytes_of(out)) != text) return std::nullopt;
    return out;
}

std::string random_bytes(std::size_t count) {
    start_sodium();
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Secret::~Secret() {
    if (!text_.empty()) sodium_memzero(text_.data(), text_.size());
}

} // namespace poa
