// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/store.hpp"

namespace poa::members::store {
namespace {

using storage::Query;

constexpr Query select_digest{"members.select_digest",
                              "SELECT digest FROM members_reference WHERE name = $1"};
constexpr Query select_text{"members.select_text",
                            "SELECT digest, content FROM members_reference WHERE name = $1"};
constexpr Query keep{"members.keep_reference", R"(
INSERT INTO members_reference (name, digest, content, loaded_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (name) DO UPDATE SET digest = excluded.digest, content = excluded.content,
    loaded_at = excluded.loaded_at)"};
constexpr Query unlist_states{"members.unlist_states", "UPDATE members_state SET is_listed = 0"};
constexpr Query list_state{"members.list_state", R"(
INSERT INTO members_state (iso3, is_listed) VALUES ($1, 1)
ON CONFLICT (iso3) DO UPDATE SET is_listed = 1)"};
constexpr Query unlist_organisations{"members.unlist_organisations",
                                     "UPDATE members_organisation SET is_listed = 0"};
constexpr Query list_organisation{"members.list_organisation", R"(
INSERT INTO members_organisation (key, is_listed) VALUES ($1, 1)
ON CONFLICT (key) DO UPDATE SET is_listed = 1)"};

} // namespace

std::optional<Sha256> digest(storage::Session& session, std::string_view name) {
    return session.one(
        select_digest, [](const storage::Row& row) { return row.digest(0); }, name);
}

std::optional<Kept> text(storage::Session& session, std::string_view name) {
    return session.one(
        select_text,
        [](const storage::Row& row) {
            return Kept{row.digest(0), row.string(1)};
        },
        name);
}

void keep_text(storage::Session& session, std::string_view name, std::string_view content,
               const Sha256& digest, Instant now) {
    session.execute(keep, name, digest, content, now);
}

void keep_keys(storage::Session& session, const Reference& reference) {
    session.execute(unlist_states);
    for (const State& state : reference.states) session.execute(list_state, state.iso3.text());
    session.execute(unlist_organisations);
    for (const Organisation& one : reference.organisations) session.execute(list_organisation, one.key);
}

} // namespace poa::members::store
