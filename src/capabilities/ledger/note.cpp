// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/note.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <fmt/core.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <sodium.h>

namespace poa::ledger {
namespace {

constexpr char ed25519 = 1; ///< the algorithm's byte in signed-note
constexpr std::string_view signature_mark = "\xE2\x80\x94 ";
constexpr std::string_view private_mark = "PRIVATE+KEY+";

std::string algorithm_and(Bytes key) {
    return std::string(1, ed25519) + std::string(text_of(key));
}

/// What follows "PRIVATE+KEY+" or stands alone: name, id in hex, base64 of algorithm and key.
struct KeyParts {
    std::string name;
    std::string id_hex;
    std::string key; ///< 32 bytes
};

std::optional<KeyParts> parse_key(std::string_view text) {
    std::size_t first = text.find('+');
    if (first == std::string_view::npos) return std::nullopt;
    std::size_t second = text.find('+', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    auto key = from_base64(text.substr(second + 1)); // may hold plus signs of its own
    if (!key || key->size() != 33 || key->front() != ed25519) return std::nullopt;
    KeyParts parts{std::string(text.substr(0, first)),
                   std::string(text.substr(first + 1, second - first - 1)), key->substr(1)};
    if (!is_key_name(parts.name)) return std::nullopt;
    return parts;
}

std::string id_hex(std::uint32_t id) {
    return fmt::format("{:08x}", id);
}

std::uint32_t id_from(std::string_view bytes) {
    std::uint32_t id = 0;
    for (int i = 0; i < 4; ++i) id = id << 8 | static_cast<std::uint8_t>(bytes[static_cast<std::size_t>(i)]);
    return id;
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(signature_mark)) return std::nullopt;
    line.remove_prefix(signature_mark.size());
    std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
    auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5) return std::nullopt;
    return NoteSignature{std::string(line.substr(0, space)), id_from(*bytes), bytes->substr(4)};
}

bool verifies(const VerifierKey& key, std::string_view text, std::string_view signature) {
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytes_of(signature).data(), bytes_of(text).data(), text.size(),
                                       key.public_key.data()) == 0;
}

std::unexpected<Refusal> malformed(std::string_view what) {
    return refuse(
        Refusal::because(Refusal::Kind::bad_input, "ledger.note_malformed").with("what", std::string(what)));
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

} // namespace

bool is_key_name(std::string_view name) {
    if (name.empty() || !is_utf8(name) || name.find('+') != std::string_view::npos ||
        has_control_character(name))
        return false;
    auto length = static_cast<int32_t>(name.size());
    for (int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(name.data(), at, length, c);
        if (u_isUWhiteSpace(c)) return false;
    }
    return true;
}

std::uint32_t VerifierKey::id() const {
    Sha256 hash = sha256({bytes_of(name), bytes_of("\n"), bytes_of(algorithm_and(public_key))});
    return id_from(text_of(hash.bytes));
}

std::string VerifierKey::text() const {
    return name + '+' + id_hex(id()) + '+' + to_base64(bytes_of(algorithm_and(public_key)));
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
    auto parts = parse_key(text);
    if (!parts) return std::nullopt;
    VerifierKey key{std::move(parts->name), {}};
    std::copy(parts->key.begin(), parts->key.end(), key.public_key.begin());
    if (id_hex(key.id()) != parts->id_hex) return std::nullopt;
    return key;
}

SigningKey SigningKey::from_seed(std::string name, Secret seed) {
    require(seed.reveal().size() == crypto_sign_SEEDBYTES, "a seed of 32 bytes");
    require(is_key_name(name), "a key's name as signed notes allow it");
    VerifierKey verifier{std::move(name), {}};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret_key;
    crypto_sign_seed_keypair(verifier.public_key.data(), secret_key.data(), bytes_of(seed.reveal()).data());
    sodium_memzero(secret_key.data(), secret_key.size());
    return {std::move(verifier), std::move(seed)};
}

SigningKey SigningKey::generate(std::string name) {
    return from_seed(std::move(name), Secret(random_bytes(crypto_sign_SEEDBYTES)));
}

std::optional<SigningKey> SigningKey::parse(const Secret& text) {
    std::string_view rest = text.reveal();
    if (!rest.starts_with(private_mark)) return std::nullopt;
    rest.remove_prefix(private_mark.size());
    auto parts = parse_key(rest);
    if (!parts) return std::nullopt;
    SigningKey key = from_seed(parts->name, Secret(std::move(parts->key)));
    if (id_hex(key.verifier().id()) != parts->id_hex) return std::nullopt;
    return key;
}

Secret SigningKey::text() const {
    return Secret(std::string(private_mark) + name() + '+' + id_hex(verifier_.id()) + '+' +
                  to_base64(bytes_of(algorithm_and(bytes_of(seed_.reveal())))));
}

NoteSignature SigningKey::sign(std::string_view text) const {
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> public_key;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret_key;
    crypto_sign_seed_keypair(public_key.data(), secret_key.data(), bytes_of(seed_.reveal()).data());
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<std::uint8_t*>(signature.data()), nullptr, bytes_of(text).data(),
                         text.size(), secret_key.data());
    sodium_memzero(secret_key.data(), secret_key.size());
    return {name(), verifier_.id(), std::move(signature)};
}

Result<Note> parse_note(std::string_view note) {
    if (note.size() > note_bytes_max) return malformed("size");
    if (!is_utf8(note) || has_control_character(note)) return malformed("characters");
    std::size_t blank = note.rfind("\n\n");
    if (blank == std::string_view::npos || !note.ends_with('\n')) return malformed("blank_line");
    Note parsed{std::string(note.substr(0, blank + 1)), {}};
    std::string_view lines = note.substr(blank + 2);
    while (!lines.empty()) {
        std::size_t end = lines.find('\n');
        auto signature = parse_signature(lines.substr(0, end));
        if (!signature || parsed.signatures.size() == note_signatures_max) return malformed("signature_line");
        parsed.signatures.push_back(std::move(*signature));
        lines.remove_prefix(end + 1);
    }
    if (parsed.signatures.empty()) return malformed("no_signature");
    return parsed;
}

std::string write_note(std::string_view text, std::span<const NoteSignature> signatures) {
    require(text.ends_with('\n'), "a note's text ends with a line feed");
    std::string note(text);
    note += '\n';
    for (const NoteSignature& signature : signatures) {
        std::string bytes;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(signature.key_id >> shift & 255);
        bytes += signature.signature;
        note += std::string(signature_mark) + signature.name + ' ' + to_base64(bytes_of(bytes)) + '\n';
    }
    return note;
}

std::string sign_note(std::string_view text, const SigningKey& key) {
    NoteSignature signature = key.sign(text);
    return write_note(text, {&signature, 1});
}

NoteCheck check_note(const Note& note, std::span<const VerifierKey> known) {
    bool verified = false;
    for (const NoteSignature& signature : note.signatures) {
        for (const VerifierKey& key : known) {
            if (key.name != signature.name || key.id() != signature.key_id) continue;
            if (!verifies(key, note.text, signature.signature)) return NoteCheck::wrong_signature;
            verified = true;
        }
    }
    return verified ? NoteCheck::verified : NoteCheck::unknown_signers;
}

} // namespace poa::ledger
