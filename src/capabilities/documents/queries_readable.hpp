// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may read which documents, as one rule and as a condition of queries.

#include "base/function_ref.hpp"
#include "capabilities/documents/document.hpp"
#include "capabilities/identity/identity.hpp"
#include "storage/database.hpp"

#include <vector>

namespace poa::documents {

/// Reads documents with an audience at least as wide as `least()`, and those that one of its `bodies()`
/// submitted.
using identity::Reader;

[[nodiscard]] bool may_read(const Reader& reader, const Document& document);

namespace readable_inside {
void each(storage::Session& session, const Reader& reader, const storage::Query& query,
          std::vector<storage::Parameter> parameters, FunctionRef<void(const storage::Row&)> on_row);
}

/// Runs a query over documents (`d` is the table's name there) in whose text "{readable}" stands for what the
/// reader may read. `parameters` are $1, $2 ... as always.
template <class... P>
void each_readable(storage::Session& session, const Reader& reader, const storage::Query& query,
                   FunctionRef<void(const storage::Row&)> on_row, const P&... parameters) {
    readable_inside::each(session, reader, query, {storage::Parameter(parameters)...}, on_row);
}

/// The same, all rows read by `read(row)`.
template <class Read, class... P>
auto all_readable(storage::Session& session, const Reader& reader, const storage::Query& query, Read&& read,
                  const P&... parameters) {
    std::vector<std::invoke_result_t<Read&, const storage::Row&>> rows;
    each_readable(
        session, reader, query, [&](const storage::Row& row) { rows.push_back(read(row)); }, parameters...);
    return rows;
}

} // namespace poa::documents
