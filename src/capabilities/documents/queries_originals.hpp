// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which files the record speaks of.

#include "base/bytes.hpp"
#include "capabilities/documents/document.hpp"
#include "storage/database.hpp"

#include <string>
#include <vector>

namespace poa::documents {

struct OriginalFile {
    Sha256 digest;
    std::string slug;      ///< of a document it belongs to
    std::string file_name; ///< as it came
};

/// The files as they came, of all versions, each digest once.
[[nodiscard]] std::vector<OriginalFile> original_files(storage::Session& session);

/// A version as the database has it, with the digest of the file it says it was made of.
struct HeldVersion {
    VersionId id;
    std::string slug, language;
    std::int64_t number = 0;
    Sha256 source;
};

/// All versions of all documents, whoever may read them, by slug, language and number.
[[nodiscard]] std::vector<HeldVersion> held_versions(storage::Session& session);

} // namespace poa::documents
