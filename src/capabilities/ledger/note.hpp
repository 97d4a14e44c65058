// SPDX-License-Identifier: Apache-2.0
#pragma once
// Signed notes (C2SP signed-note) with Ed25519 keys, and their keys in text form as the Go checksum database
// and the tools around it write them: "<name>+<8 hex>+<base64>" to verify, "PRIVATE+KEY+<name>+<8
// hex>+<base64>" to sign.

#include "base/bytes.hpp"
#include "base/refusal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::ledger {

/// A key's name: not empty, UTF-8, no white space of Unicode, no plus sign, no control characters.
[[nodiscard]] bool is_key_name(std::string_view name);

struct VerifierKey {
    std::string name;
    std::array<std::uint8_t, 32> public_key{};
    /// The first four bytes of SHA-256(name || "\n" || 0x01 || public key), the highest first.
    [[nodiscard]] std::uint32_t id() const;
    [[nodiscard]] std::string text() const;
    /// Nothing where the text is malformed, of another algorithm, or its id is not that of name and key.
    [[nodiscard]] static std::optional<VerifierKey> parse(std::string_view text);
    bool operator==(const VerifierKey&) const = default;
};

struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    std::string signature; ///< bytes, without the key id
};

/// Keeps its seed to itself; wiped with the object.
class SigningKey {
  public:
    [[nodiscard]] static SigningKey generate(std::string name);
    [[nodiscard]] static SigningKey from_seed(std::string name, Secret seed); ///< 32 bytes
    [[nodiscard]] static std::optional<SigningKey> parse(const Secret& text);
    [[nodiscard]] const VerifierKey& verifier() const { return verifier_; }
    [[nodiscard]] const std::string& name() const { return verifier_.name; }
    [[nodiscard]] NoteSignature sign(std::string_view text) const; ///< always the same for the same text
    [[nodiscard]] Secret text() const;
    /// The same key under another name.
    [[nodiscard]] SigningKey named(std::string name) const { return from_seed(std::move(name), seed_); }

  private:
    SigningKey(VerifierKey verifier, Secret seed) : verifier_(std::move(verifier)), seed_(std::move(seed)) {}
    VerifierKey verifier_;
    Secret seed_;
};

struct Note {
    std::string text; ///< ends with a line feed
    std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t note_bytes_max = 256 * 1024;
inline constexpr std::size_t note_signatures_max = 64; ///< the format asks for 16 at least

/// Refuses (bad_input, "ledger.note_malformed") what the format forbids, and notes above the limits.
[[nodiscard]] Result<Note> parse_note(std::string_view note);
/// The whole note with its signatures. `text` must end with a line feed.
[[nodiscard]] std::string write_note(std::string_view text, std::span<const NoteSignature> signatures);
[[nodiscard]] std::string sign_note(std::string_view text, const SigningKey& key);

enum class NoteCheck {
    verified,        ///< at least one known key signed, and no signature of a known key is wrong
    unknown_signers, ///< no signature is of a known key
    wrong_signature, ///< a signature names a known key and does not verify
};
/// Signatures of unknown keys are passed over.
[[nodiscard]] NoteCheck check_note(const Note& note, std::span<const VerifierKey> known);

} // namespace poa::ledger
