// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which files the record speaks of.

#include "base/bytes.hpp"
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

} // namespace poa::documents
