// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader of the ledger gets. All of it is public but for the opening of a restricted entry.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::ledger {

struct FactRow {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (name, value))

/// One entry of the journal as a list shows it.
struct EntryRow {
    std::int64_t journal = 0;          ///< its number in the journal
    std::optional<std::int64_t> entry; ///< its index in the ledger; none: it waits for its place
    Instant at;
    std::string act;
    std::string on_behalf;
    std::string subject;
    std::string clause;
    std::string audience;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (journal, entry, at, act, on_behalf, subject, clause, audience))

/// /ledger
struct LedgerPage {
    std::string origin;
    std::int64_t size = 0;
    std::string root; ///< base64; empty before the first checkpoint
    std::optional<Instant> signed_at;
    std::string verifier_key;
    std::int64_t waiting = 0;
    std::vector<EntryRow> rows;       ///< newest first
    std::optional<std::int64_t> next; ///< give as `before` for older ones
};
BOOST_DESCRIBE_STRUCT(LedgerPage, (), (origin, size, root, signed_at, verifier_key, waiting, rows, next))

/// /ledger/entries/{entry}
struct EntryPage {
    std::int64_t entry = 0;
    std::int64_t size = 0; ///< of the ledger the receipt is for
    bool restricted = false;
    std::optional<Instant> at;
    std::string act;
    std::string on_behalf;
    std::string subject;
    std::string clause;
    std::vector<FactRow> facts;
    std::string sealed; ///< the commitment, hexadecimal; empty where nothing is sealed
    std::string leaf;   ///< exactly the bytes that were hashed
    std::string receipt;
};
BOOST_DESCRIBE_STRUCT(EntryPage, (),
                      (entry, size, restricted, at, act, on_behalf, subject, clause, facts, sealed, leaf,
                       receipt))

/// /ledger/openings/{journal}: for a party that may.
struct OpeningPage {
    std::int64_t journal = 0;
    std::optional<std::int64_t> entry;
    std::string leaf;
    std::string salt;        ///< hexadecimal
    std::string sealed_body; ///< the text the commitment was made of
};
BOOST_DESCRIBE_STRUCT(OpeningPage, (), (journal, entry, leaf, salt, sealed_body))

} // namespace poa::ledger
