// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/verify.hpp"

#include <fmt/core.h>

namespace poa::ledger {

std::string_view name_of(Finding::Kind kind) {
    using Kind = Finding::Kind;
    switch (kind) {
    case Kind::checkpoint_missing:
        return "checkpoint_missing";
    case Kind::checkpoint_malformed:
        return "checkpoint_malformed";
    case Kind::wrong_origin:
        return "wrong_origin";
    case Kind::bad_signature:
        return "bad_signature";
    case Kind::bundle_missing:
        return "bundle_missing";
    case Kind::bundle_malformed:
        return "bundle_malformed";
    case Kind::leaf_differs:
        return "leaf_differs";
    case Kind::tile_missing:
        return "tile_missing";
    case Kind::tile_malformed:
        return "tile_malformed";
    case Kind::tile_differs:
        return "tile_differs";
    case Kind::root_differs:
        return "root_differs";
    case Kind::earlier_tree_differs:
        return "earlier_tree_differs";
    case Kind::leaf_malformed:
        return "leaf_malformed";
    case Kind::journal_row_missing:
        return "journal_row_missing";
    case Kind::journal_row_differs:
        return "journal_row_differs";
    case Kind::commitment_unopened:
        return "commitment_unopened";
    case Kind::head_differs:
        return "head_differs";
    }
    return "unknown";
}

namespace {

std::string_view words_of(Finding::Kind kind) {
    using Kind = Finding::Kind;
    switch (kind) {
    case Kind::checkpoint_missing:
        return "There is no checkpoint";
    case Kind::checkpoint_malformed:
        return "The checkpoint is not a signed note of a tree head";
    case Kind::wrong_origin:
        return "The checkpoint is of another ledger than the key";
    case Kind::bad_signature:
        return "The checkpoint is not signed by the key";
    case Kind::bundle_missing:
        return "Entries that the checkpoint counts are missing";
    case Kind::bundle_malformed:
        return "The lengths of the entries do not fit the bundle";
    case Kind::leaf_differs:
        return "The entry is not the one that was signed";
    case Kind::tile_missing:
        return "A tile is missing";
    case Kind::tile_malformed:
        return "A tile has the wrong length";
    case Kind::tile_differs:
        return "A hash in a tile is not that of what is below it";
    case Kind::root_differs:
        return "Entries and tiles agree with each other but not with the signed root";
    case Kind::earlier_tree_differs:
        return "The ledger does not begin with the tree of the earlier checkpoint";
    case Kind::leaf_malformed:
        return "The entry was signed but is not of the platform's form";
    case Kind::journal_row_missing:
        return "The journal has no row for this place of the ledger";
    case Kind::journal_row_differs:
        return "The journal row says something else than its leaf";
    case Kind::commitment_unopened:
        return "What is kept sealed is not what the ledger committed to";
    case Kind::head_differs:
        return "The head of the ledger is not that of its newest checkpoint";
    }
    return "";
}

} // namespace

std::string Finding::sentence() const {
    std::string text(words_of(kind));
    if (entry) text += fmt::format("; entry {}", *entry);
    if (journal_id) text += fmt::format("; journal number {}", *journal_id);
    if (!path.empty()) text += fmt::format("; file {}", path);
    if (byte) text += fmt::format(", byte {}", *byte);
    if (!expected.empty()) text += fmt::format("; expected {}", expected);
    if (!found.empty()) text += fmt::format("; found {}", found);
    return text + '.';
}

} // namespace poa::ledger
