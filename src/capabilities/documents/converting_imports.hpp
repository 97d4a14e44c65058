// SPDX-License-Identifier: Apache-2.0
#pragma once
// What can be done to a document before the transaction: convert, read, analyse, sketch. It is nearly all of
// the work.

#include "capabilities/documents/comparing/text_units.hpp"
#include "capabilities/documents/converting.hpp"
#include "capabilities/documents/document.hpp"
#include "capabilities/documents/importing/importing.hpp"
#include "capabilities/documents/store_search.hpp"
#include "storage/files.hpp"

namespace poa::documents {

/// A document ready to be imported.
struct ImportDocument {
    ParsedDocument parsed;
    std::vector<IndexedPassage> indexed;
    std::vector<TextUnit> units;
    Sha256 source_digest; ///< of the file as it came
    std::string source_file_name, source_media_type;
    std::string slug; ///< empty: from the symbol, else from the file's name, else from the title
    Audience audience = Audience::own_delegation;
    Translation translation = Translation::original;
    std::string translator;
    std::string part_of; ///< slug of the document it is part of; empty: none
    /// It may become a version of a document that is here already; else that is refused.
    bool new_version = false;
};

struct SourceFile {
    std::string_view bytes;
    std::string name;       ///< "a-78-76.txt": tells a symbol or a slug, never the type
    std::string media_type; ///< as the sender says; only believed where the bytes do not tell
};

/// Converts (converting.hpp), reads (importing.hpp), analyses and sketches. The file itself is kept in
/// `originals` where there is one. The caller then sets audience and translation. No transaction is open
/// meanwhile.
[[nodiscard]] Result<ImportDocument> prepare_import(const SourceFile& file, const ImportHints& hints,
                                                    const ActorNames& names, storage::FileStore* originals,
                                                    const ConverterLimits& limits = {});

} // namespace poa::documents
