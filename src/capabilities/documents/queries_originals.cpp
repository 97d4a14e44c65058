// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/queries_originals.hpp"

namespace poa::documents {
namespace {

constexpr storage::Query originals{
    "documents.original_files",
    "SELECT v.source_digest, MIN(d.slug), MIN(v.source_file_name) FROM document_version v "
    "JOIN document d ON d.id = v.document GROUP BY v.source_digest ORDER BY MIN(d.slug)"};

constexpr storage::Query versions{
    "documents.held_versions",
    "SELECT v.id, d.slug, v.language, v.number, v.source_digest FROM document_version v "
    "JOIN document d ON d.id = v.document ORDER BY d.slug, v.language, v.number"};

} // namespace

std::vector<HeldVersion> held_versions(storage::Session& session) {
    return session.all(versions, [](const storage::Row& row) {
        return HeldVersion{VersionId{row.integer(0)}, row.string(1), row.string(2), row.integer(3),
                           row.digest(4)};
    });
}

std::vector<OriginalFile> original_files(storage::Session& session) {
    return session.all(originals, [](const storage::Row& row) {
        return OriginalFile{row.digest(0), row.string(1), row.string(2)};
    });
}

} // namespace poa::documents
