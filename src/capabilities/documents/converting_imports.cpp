// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_imports.hpp"

namespace poa::documents {

Result<ImportDocument> prepare_import(const SourceFile& file, const ImportHints& hints,
                                      const ActorNames& names, storage::FileStore* originals,
                                      const ConverterLimits& limits) {
    auto text = convert_to_text(file.bytes, file.media_type, limits);
    if (!text) return refuse(text.error());
    ImportHints with_name = hints;
    if (with_name.file_name.empty()) with_name.file_name = file.name;
    auto parsed = parse_document(text->text, with_name, names);
    if (!parsed) return refuse(parsed.error());
    parsed->remarks.insert(parsed->remarks.begin(), text->remarks.begin(), text->remarks.end());
    ImportDocument prepared;
    prepared.parsed = std::move(*parsed);
    prepared.indexed =
        index_passages(prepared.parsed.passages, prepared.parsed.replies, prepared.parsed.language);
    prepared.units = text_units_of(prepared.parsed);
    prepared.source_digest = sha256(file.bytes);
    prepared.source_file_name = file.name;
    prepared.source_media_type = text->media_type;
    if (originals) originals->put(bytes_of(file.bytes));
    return prepared;
}

} // namespace poa::documents
