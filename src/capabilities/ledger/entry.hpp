// SPDX-License-Identifier: Apache-2.0
#pragma once
// What an act says of itself, and the form it takes in the public ledger: one leaf an entry, a line of JSON.
//   open: {"v":1,"act":..,"at":..,"on_behalf":..,"subject":..,"clause":..,"facts":{..},"sealed":"<hex>"}
//               "sealed" only where something is sealed
//   restricted: {"v":1,"restricted":"<hex>"}
// <hex> is a commitment: SHA-256("poa commitment v1\n" || salt of 32 random bytes || sealed body). Whoever is
// given salt and body can check that they are what was recorded; nobody can guess them from the leaf, nor
// change them.

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::ledger {

struct JournalEntry; ///< tag of Id<JournalEntry>

using Facts = std::vector<std::pair<std::string, std::string>>;

/// What an act says of itself. Names of facts are snake_case and fixed by the act's reference page; each
/// comes once. All texts are UTF-8 without NUL. An entry whose leaf is above 65,535 bytes is our mistake:
/// what is large is recorded by its digest.
struct Entry {
    std::string act; ///< one of the names in five places: "documents.import"
    std::string
        on_behalf; ///< "state:FRA", "organisation:...", "chair", "secretariat", "operator" or "platform"
    std::string
        subject; ///< what it is about: "document:a-78-76", "state:EGY"; indexed, for "the record of ..."
    std::string clause; ///< the charter clause or rule it was done under; may be empty
    /// `everyone`: act, on_behalf, subject, clause and facts are in the public ledger in clear. Anything
    /// narrower: the ledger holds a salted commitment to all of it and nothing else.
    Audience audience = Audience::own_delegation;
    Facts facts;
    /// Never public, whatever the audience: who the person was, addresses, texts. Held as a salted
    /// commitment.
    Facts sealed;
    /// Number of the person who acted, 0 for the platform and the command line. Part of what is sealed.
    std::int64_t person = 0;
};

inline constexpr std::size_t salt_bytes = 32;
inline constexpr std::size_t sealed_bytes_max = 1 << 20;

/// Whether something of the entry is held back from the public leaf.
[[nodiscard]] inline bool has_sealed_part(const Entry& entry) {
    return entry.audience != Audience::everyone || !entry.sealed.empty() || entry.person != 0;
}

/// An entry in the form it is kept.
struct EntryForm {
    std::string leaf;
    std::string salt;        ///< 32 bytes; empty where nothing is sealed
    std::string sealed_body; ///< JSON; empty where nothing is sealed
};
/// `salt`: 32 random bytes, used where something is sealed.
[[nodiscard]] EntryForm form_of(const Entry& entry, Instant at, std::string_view salt);

[[nodiscard]] Sha256 commitment(std::string_view salt, std::string_view sealed_body);

/// What anyone can read in a leaf.
struct Leaf {
    bool restricted = false;
    Instant at;                   ///< open leaves only
    Entry entry;                  ///< open leaves only; `sealed` and `person` are not in it
    std::optional<Sha256> sealed; ///< the commitment; always there in a restricted leaf
};
/// Nothing where the text is not, byte for byte, what `form_of` writes for some entry.
[[nodiscard]] std::optional<Leaf> read_leaf(std::string_view leaf);

/// What was sealed, from its body.
struct Opened {
    std::optional<Instant> at; ///< restricted entries only
    Entry entry;               ///< of an open entry only `sealed` and `person`: the rest is in its leaf
};
/// Nothing where the text is not, byte for byte, what `form_of` writes for some entry.
[[nodiscard]] std::optional<Opened> read_sealed_body(std::string_view sealed_body);

/// Whether salt and body are what the leaf committed to.
[[nodiscard]] bool check_opening(std::string_view leaf, std::string_view salt, std::string_view sealed_body);

} // namespace poa::ledger
