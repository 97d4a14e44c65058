// SPDX-License-Identifier: Apache-2.0
#pragma once
// The tables of members: the reference texts, and the keys other tables refer to.

#include "base/bytes.hpp"
#include "capabilities/members/reference.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace poa::members::store {

struct Kept {
    Sha256 digest;
    std::string content;
};

/// The digest of the text kept under that name ("members", "organisations"); nothing where none is.
[[nodiscard]] std::optional<Sha256> digest(storage::Session& session, std::string_view name);
[[nodiscard]] std::optional<Kept> text(storage::Session& session, std::string_view name);
void keep_text(storage::Session& session, std::string_view name, std::string_view content,
               const Sha256& digest, Instant now);
/// Makes the keys of `reference` the listed ones; keys that were there before stay, marked as not listed.
void keep_keys(storage::Session& session, const Reference& reference);

} // namespace poa::members::store
