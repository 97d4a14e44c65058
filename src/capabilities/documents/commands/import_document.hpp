// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/documents/converting_imports.hpp"
#include "capabilities/documents/store_comparisons.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::documents {

struct Imported {
    DocumentId document;
    std::string slug;
    VersionId version;
    std::int64_t number = 0; ///< of the version
    bool unchanged = false;  ///< the same bytes are the current version already: nothing was done or recorded
    bool is_new = false;     ///< the document was not here before
    std::size_t passages = 0, replies = 0, left_over = 0, remarks = 0;
    std::vector<Comparison> repetitions;
};

/// Adds a document, or, where the request says `new_version`, a version of one that is here: the same symbol,
/// else the same slug; of a language that has none yet, too. Old versions stay readable; search has the new
/// one. Title, date and the rest are taken from the first version in an original language and then changed by
/// correct_recognition only. Records "documents.import_document" on "document:SLUG". Refuses:
/// "documents.may_not_import" (not_permitted), "documents.already_there" (conflict: name, slug, symbol of the
/// document it would become a version of), "documents.slug_taken" (conflict: the slug is that of another
/// symbol), "documents.unknown_whole" (bad_input: `part_of` is no document), "documents.translator_required"
/// (bad_input: a translation without translator), "documents.withdrawn" (rule), "documents.audience_differs"
/// (conflict: the document is there for another audience).
[[nodiscard]] Result<Imported> import_document(ledger::Work& work, const By& by,
                                               const ImportDocument& request);

} // namespace poa::documents
