// SPDX-License-Identifier: Apache-2.0
#pragma once
// What anyone may ask of the public ledger, for every size that was published and nothing beyond; and the
// opening of a restricted entry for who may.

#include "base/refusal.hpp"
#include "capabilities/ledger/checkpoint.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/tiles.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::ledger {

struct PublishedCheckpoint {
    Checkpoint checkpoint;
    std::string note; ///< as it was signed: what GET <prefix>/checkpoint answers
    Instant at;
};
/// The newest; nothing before the sequencer has run for the first time.
[[nodiscard]] std::optional<PublishedCheckpoint> checkpoint(storage::Session& session);
/// The one signed at exactly that size.
[[nodiscard]] std::optional<PublishedCheckpoint> checkpoint_at(storage::Session& session, std::uint64_t size);

/// The first `width` hashes of a tile, 32 bytes each; nothing where the published tree has fewer.
[[nodiscard]] std::optional<std::string> tile(storage::Session& session, int level, std::uint64_t number,
                                              int width);
/// The first `width` entries of a bundle; nothing where fewer are published.
[[nodiscard]] std::optional<std::string> entry_bundle(storage::Session& session, std::uint64_t number,
                                                      int width);

/// A file of the ledger by its path below the prefix: "checkpoint", "tile/0/000.p/3", "tile/entries/000".
[[nodiscard]] std::optional<std::string> public_file(storage::Session& session, std::string_view path);

/// For a tree of `size`, or of the newest published size. Nothing where index or size is not published.
[[nodiscard]] std::optional<std::vector<Sha256>>
inclusion_proof(storage::Session& session, std::uint64_t index, std::optional<std::uint64_t> size = {});
/// Nothing where from > to or `to` is above what is published.
[[nodiscard]] std::optional<std::vector<Sha256>> consistency_proof(storage::Session& session,
                                                                   std::uint64_t from, std::uint64_t to);
/// The offline receipt (C2SP tlog-proof@v1) of an entry in the newest checkpoint.
[[nodiscard]] std::optional<std::string> receipt(storage::Session& session, std::uint64_t index);

/// The public leaf at `index`; nothing where it is not published.
[[nodiscard]] std::optional<std::string> leaf(storage::Session& session, std::uint64_t index);

/// How far the ledger is behind the journal.
struct LedgerStanding {
    std::uint64_t size = 0;   ///< published entries
    std::int64_t waiting = 0; ///< journal entries without a place
    std::string verifier_key; ///< of the last signature; empty before the first
};
[[nodiscard]] LedgerStanding standing(storage::Session& session);

/// An entry with all that was sealed, and what proves it: who has these can check with `check_opening`
/// (ledger/entry.hpp) that this is what was recorded at its place.
struct OpenedEntry {
    Recorded recorded; ///< with sealed facts and person
    std::string leaf;
    std::string salt;        ///< empty where nothing is sealed
    std::string sealed_body; ///< empty where nothing is sealed
};
/// `may_open` decides by audience, on_behalf, subject and person of the entry. Refuses (not_found,
/// "ledger.no_such_entry") alike where there is no entry and where it may not be opened.
[[nodiscard]] Result<OpenedEntry> open_entry(storage::Session& session, Id<JournalEntry> id,
                                             FunctionRef<bool(const Recorded&)> may_open);

} // namespace poa::ledger
