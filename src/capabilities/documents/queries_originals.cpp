// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_originals.hpp"

namespace poa::documents {
namespace {

constexpr storage::Query originals{
    "documents.original_files",
    "SELECT v.source_digest, MIN(d.slug), MIN(v.source_file_name) FROM document_version v "
    "JOIN document d ON d.id = v.document GROUP BY v.source_digest ORDER BY MIN(d.slug)"};

} // namespace

std::vector<OriginalFile> original_files(storage::Session& session) {
    return session.all(originals, [](const storage::Row& row) {
        return OriginalFile{row.digest(0), row.string(1), row.string(2)};
    });
}

} // namespace poa::documents
