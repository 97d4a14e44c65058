// SPDX-License-Identifier: Apache-2.0
#pragma once
// Verification: everything derived again from the public files alone, entry by entry from the first, in
// memory that does not grow with the ledger. It stops at the first thing that is wrong and names it.

#include "capabilities/ledger/checkpoint.hpp"
#include "capabilities/ledger/public_files.hpp"

#include <functional>
#include <optional>
#include <string>

namespace poa::ledger {

/// What is wrong, and where.
struct Finding {
    enum class Kind {
        checkpoint_missing,
        checkpoint_malformed,
        wrong_origin,     ///< the checkpoint is of another log than the key
        bad_signature,    ///< the key did not sign, or its signature does not verify
        bundle_missing,   ///< entries that the checkpoint counts are not served
        bundle_malformed, ///< lengths that do not fit the bundle
        leaf_differs,     ///< an entry is not the one that was signed
        tile_missing,
        tile_malformed,       ///< a tile of the wrong length
        tile_differs,         ///< a hash in a tile is not that of the entries (or tiles) below it
        root_differs,         ///< entries and tiles agree, but give another root than was signed
        earlier_tree_differs, ///< the ledger does not begin with the tree of the earlier checkpoint
        leaf_malformed,       ///< an entry that was signed but is not of this platform's form
        journal_row_missing,  ///< only in a database: a place of the ledger without its row
        journal_row_differs,  ///< only in a database: a row that says something else than its leaf
        commitment_unopened,  ///< only in a database: salt and sealed body are not what the leaf committed to
        head_differs,         ///< only in a database: the head is not that of the newest checkpoint
    };
    Kind kind;
    std::optional<std::uint64_t> entry; ///< index of the (first) entry concerned
    std::string path;                   ///< the public file
    std::optional<std::uint64_t> byte;  ///< from the start of that file
    std::string expected;               ///< hashes in hexadecimal
    std::string found;
    std::optional<std::int64_t> journal_id; ///< only in a database

    /// One sentence in English for the operator's terminal.
    [[nodiscard]] std::string sentence() const;
};
[[nodiscard]] std::string_view name_of(Finding::Kind kind);

struct VerifyReport {
    bool signature_checked = false; ///< false: no key was given, only the files' agreement was checked
    Checkpoint checkpoint;          ///< empty where it could not be read
    std::uint64_t entries = 0;      ///< checked and right, from the first
    std::uint64_t restricted = 0;   ///< of these, commitments only
    std::uint64_t tiles = 0;        ///< tiles compared and right, of all levels
    std::uint64_t journal_rows = 0; ///< only in a database: rows compared with their leaves
    std::uint64_t opened = 0;       ///< only in a database: commitments opened
    std::optional<Finding> wrong;
    [[nodiscard]] bool verified() const { return !wrong.has_value(); }
};

struct VerifyOptions {
    const VerifierKey* key = nullptr;
    /// A checkpoint kept from before (its note's text, parsed): the ledger must begin with its tree.
    std::optional<Checkpoint> earlier;
    /// Called after each bundle.
    std::function<void(std::uint64_t done, std::uint64_t of)> progress = {};
    /// Whether each entry is of this platform's form; false: it is taken as bytes, and who asks looks at the
    /// form.
    bool forms = true;
};

/// Throws MachineFailure where a file can neither be read nor be said to be missing.
[[nodiscard]] VerifyReport verify(PublicFiles& files, const VerifyOptions& options);

/// The same for a database, and then what only its keeper can check: every journal row against its leaf (also
/// those that wait for their place), every commitment against its salt and sealed body, the head against the
/// checkpoint.
[[nodiscard]] VerifyReport verify_database(storage::Database& database, const VerifyOptions& options);

} // namespace poa::ledger
