// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include "base/require.hpp"

#include <cstring>
#include <openssl/evp.h>
#include <sodium.h>

namespace poa {

void EndContext::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

namespace {

void start_sodium() {
    static const int started = sodium_init();
    require(started >= 0, "libsodium starts");
}

/// Looked up once: each look-up takes longer than the digest of a line.
const EVP_MD* sha256_method() {
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    require(method != nullptr, "libcrypto has SHA-256");
    return method;
}

EVP_MD_CTX* begin_digest(EVP_MD_CTX* context) {
    require(context != nullptr && EVP_DigestInit_ex2(context, sha256_method(), nullptr) == 1,
            "libcrypto begins a digest");
    return context;
}
void add_to_digest(EVP_MD_CTX* context, Bytes bytes) {
    require(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "libcrypto takes bytes");
}
Sha256 end_digest(EVP_MD_CTX* context) {
    Sha256 digest;
    require(EVP_DigestFinal_ex(context, digest.bytes.data(), nullptr) == 1, "libcrypto ends a digest");
    return digest;
}

/// A digest at a time and thread, for which nothing is allocated.
EVP_MD_CTX* begin_own_digest() {
    thread_local const std::unique_ptr<EVP_MD_CTX, EndContext> own(EVP_MD_CTX_new());
    return begin_digest(own.get());
}

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
    return sha256({bytes});
}

Sha256 sha256(std::initializer_list<Bytes> pieces) {
    EVP_MD_CTX* const context = begin_own_digest();
    for (const Bytes piece : pieces) add_to_digest(context, piece);
    return end_digest(context);
}

Sha256Stream::Sha256Stream() : context_(EVP_MD_CTX_new()) {
    begin_digest(context_.get());
}
void Sha256Stream::add(Bytes bytes) {
    add_to_digest(context_.get(), bytes);
}
Sha256 Sha256Stream::finish() {
    return end_digest(context_.get());
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
