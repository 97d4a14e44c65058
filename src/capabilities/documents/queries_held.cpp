// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_held.hpp"

#include "capabilities/documents/store.hpp"

namespace poa::documents {
namespace {

constexpr storage::Query by_state{
    "documents.held_by_state",
    "SELECT held.state, COUNT(*) FROM ("
    "SELECT r.state AS state FROM document_reply r JOIN document_version v ON v.id = r.version AND "
    "v.is_current = 1 "
    "JOIN document d ON d.id = v.document AND d.withdrawn_at IS NULL AND {readable} WHERE r.state <> '' "
    "UNION ALL SELECT substr(d.submitted_by, 7) AS state FROM document d WHERE d.submitted_by LIKE 'state:%' "
    "AND d.withdrawn_at IS NULL AND {readable}) AS held GROUP BY held.state"};

} // namespace

std::map<std::string, std::int64_t, std::less<>> held_by_state(storage::Session& session,
                                                               const Reader& reader) {
    std::map<std::string, std::int64_t, std::less<>> held;
    each_readable(session, reader, by_state,
                  [&](const storage::Row& row) { held.emplace(row.string(0), row.integer(1)); });
    return held;
}

std::optional<std::string> slug_of_symbol(storage::Session& session, const Reader& reader,
                                          std::string_view symbol) {
    const auto found = find_document_by_symbol(session, symbol);
    if (!found || !may_read(reader, *found)) return std::nullopt;
    return found->slug;
}

} // namespace poa::documents
