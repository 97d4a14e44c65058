// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_passages.hpp"

namespace poa::documents {
namespace {

constexpr storage::Query passages_shown{
    "documents.passages_shown",
    "SELECT key, kind, level, anchor, label, number, reply, section, text, marks FROM document_passage "
    "WHERE key BETWEEN $1 AND $2 ORDER BY key LIMIT $3"};

} // namespace

void each_passage(storage::Session& session, PassageRange range, int count,
                  FunctionRef<void(const PassageView&)> take) {
    session.each(
        passages_shown,
        [&](const storage::Row& row) {
            take({PassageKey{row.integer(0)}, static_cast<PassageKind>(row.integer(1)), row.integer(2),
                  row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8), row.text(9)});
        },
        range.first.number, range.last.number, count);
}

} // namespace poa::documents
