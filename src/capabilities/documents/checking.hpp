// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether the documents in the database and their files are still what the journal says was taken in. The
// journal itself is checked by ledger/verify.hpp, before: what it says is believed here.

#include "capabilities/documents/document.hpp"
#include "storage/database.hpp"
#include "storage/files.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace poa::documents {

/// Something about one version that is not what its journal entry says.
struct DocumentFinding {
    enum class Kind {
        version_missing,       ///< the journal took it in; the database has it no more
        entry_missing,         ///< it is in the database; no entry of the journal took it in
        source_digest_differs, ///< the database says that it was made of another file
        file_missing,          ///< the file as it came
        file_altered,
        passages_differ, ///< text, numbering, anchors or order of its passages
    };
    Kind kind = Kind::version_missing;
    std::string slug;
    std::string language; ///< code
    std::int64_t version = 0;
    std::string expected; ///< digest in hexadecimal, as the journal has it; empty where there is none
    std::string found;    ///< a digest, or of a file what is wrong with it

    /// One sentence in English for the operator's terminal.
    [[nodiscard]] std::string sentence() const;
};
[[nodiscard]] std::string_view name_of(DocumentFinding::Kind kind);

struct DocumentsChecked {
    std::uint64_t versions = 0; ///< compared with their entries
    std::uint64_t files = 0;    ///< read whole, each once
    /// Of these versions the entry has no digest of passages: they came in before the journal kept one.
    /// "a-78-76, en, version 1"
    std::vector<std::string> passages_unchecked;
    std::vector<DocumentFinding> wrong; ///< all that was found, by document, language and version
};

/// Compares each version of each document with the journal entry that took it in: the digest of its source as
/// the database says it, the file itself, the digest of its passages. Throws MachineFailure where the
/// database cannot be read.
[[nodiscard]] DocumentsChecked check_documents(storage::Database& database, const storage::FileStore& files);

} // namespace poa::documents
