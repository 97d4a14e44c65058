// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/commands/import_document.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/anchors.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t slug_words_max = 8;

std::string slug_of(const ImportDocument& request) {
    if (!request.slug.empty()) return slug(request.slug);
    if (request.parsed.symbol) return request.parsed.symbol->slug();
    std::string_view name = request.source_file_name;
    std::string from_name = slug(name.substr(0, name.rfind('.')));
    return from_name.empty() ? anchor_words(request.parsed.title, slug_words_max) : from_name;
}

std::optional<Refusal> problems_of(const By& by, const ImportDocument& request) {
    if (!by.may_import) return Refusal::because(Refusal::Kind::not_permitted, "documents.may_not_import");
    Refusal refusal{Refusal::Kind::bad_input, {}};
    if (request.translation != Translation::original && request.translator.empty())
        refusal.add_field("translator", "documents.translator_required");
    if (slug_of(request).empty()) refusal.add_field("slug", "documents.slug_required");
    if (refusal.reasons.empty()) return std::nullopt;
    return refusal;
}

Document new_document(const ImportDocument& request, Instant now) {
    const ParsedDocument& parsed = request.parsed;
    Document document;
    document.slug = slug_of(request);
    document.symbol = parsed.symbol ? parsed.symbol->text() : "";
    document.title = parsed.title;
    document.kind = parsed.kind;
    document.day = parsed.date;
    document.session = parsed.session;
    document.agenda_item = parsed.agenda_item;
    document.distribution = parsed.distribution;
    document.original_languages = parsed.original_languages;
    document.submitted_by = parsed.submitted_by;
    document.submitted_by_name = parsed.submitted_by_name;
    document.audience = request.audience;
    document.created_at = document.changed_at = now;
    return document;
}

std::optional<Document> find_same(storage::Session& session, const ImportDocument& request) {
    if (request.parsed.symbol)
        if (auto found = find_document_by_symbol(session, request.parsed.symbol->text())) return found;
    return find_document_by_slug(session, slug_of(request));
}

bool is_another(const Document& found, const ImportDocument& request) {
    return request.parsed.symbol && !found.symbol.empty() && found.symbol != request.parsed.symbol->text();
}

/// A known symbol in the first line, or a file name that was used before, must not by itself put another text
/// before the readers of what is on the record.
Refusal already_there(const Document& document) {
    return Refusal::because(Refusal::Kind::conflict, "documents.already_there")
        .with("name", document.cited_as())
        .with("slug", document.slug)
        .with("symbol", document.symbol);
}

std::int64_t next_number(storage::Session& session, DocumentId document, Language language) {
    std::int64_t last = 0;
    for (const Version& version : versions_of(session, document))
        if (version.language == language) last = std::max(last, version.number);
    return last + 1;
}

struct AddedVersion {
    VersionId id;
    Sha256 passages; ///< their digest
};

AddedVersion add_version(ledger::Work& work, const By& by, const Document& document,
                         const ImportDocument& request, std::int64_t number) {
    Version version;
    version.document = document.id;
    version.language = request.parsed.language;
    version.number = number;
    version.translation = request.translation;
    version.translator = request.translator;
    version.title = request.parsed.title;
    version.source_digest = request.source_digest;
    version.source_file_name = request.source_file_name;
    version.source_media_type = request.source_media_type;
    version.imported_at = work.now();
    version.imported_by = by.on_behalf;
    version.passages = static_cast<std::int64_t>(request.parsed.passages.size());
    VersionId id = insert_version(work.session(), version);
    Sha256 passages = insert_passages(work.session(), id, request.parsed.passages);
    insert_replies(work.session(), id, request.parsed.replies);
    insert_import_report(work.session(), id, request.parsed);
    return {id, passages};
}

void record(ledger::Work& work, const By& by, const Document& document, const ImportDocument& request,
            const Imported& done, const Sha256& passages) {
    ledger::Entry entry;
    entry.act = "documents.import_document";
    entry.on_behalf = by.on_behalf;
    entry.subject = "document:" + document.slug;
    entry.audience = document.audience;
    entry.person = by.person;
    entry.facts = {{"symbol", document.symbol},
                   {"language", std::string(code_of(request.parsed.language))},
                   {"translation", std::string(name_of(request.translation))},
                   {"version", std::to_string(done.number)},
                   {"passages", std::to_string(done.passages)},
                   {"source_sha256", request.source_digest.hex()},
                   {"passages_sha256", passages.hex()}};
    work.record(entry);
}

} // namespace

Result<Imported> import_document(ledger::Work& work, const By& by, const ImportDocument& request) {
    if (auto problems = problems_of(by, request)) return refuse(std::move(*problems));
    storage::Session& session = work.session();
    auto found = find_same(session, request);
    if (found && is_another(*found, request))
        return refuse(Refusal::because(Refusal::Kind::conflict, "documents.slug_taken")
                          .with("slug", found->slug)
                          .with("symbol", found->symbol));
    if (found && found->withdrawn_at) return refuse(Refusal::Kind::rule, "documents.withdrawn");
    // A version is seen by whoever sees its document: what is meant for fewer must not become one by its
    // name.
    if (found && found->audience != request.audience)
        return refuse(Refusal::because(Refusal::Kind::conflict, "documents.audience_differs")
                          .with("slug", found->slug)
                          .with("audience", std::string(name_of(found->audience))));
    auto current = found ? find_current_version(session, found->id, request.parsed.language) : std::nullopt;
    const bool unchanged = current && current->source_digest == request.source_digest;
    if (found && !unchanged && !request.new_version) return refuse(already_there(*found));
    Document document = found ? *found : new_document(request, work.now());
    if (!request.part_of.empty() && !found) {
        auto whole = find_document_by_slug(session, request.part_of);
        if (!whole)
            return refuse(Refusal::because(Refusal::Kind::bad_input, "documents.unknown_whole")
                              .with("slug", request.part_of));
        document.part_of = whole->id;
    }
    if (!found) document.id = insert_document(session, document);
    Imported done;
    done.document = document.id;
    done.slug = document.slug;
    done.is_new = !found;
    if (unchanged) {
        done.version = current->id;
        done.number = current->number;
        done.unchanged = true;
        done.passages = static_cast<std::size_t>(current->passages);
        return done;
    }
    if (current) {
        remove_from_index(session, current->id);
        forget_sketches(session, current->id);
    }
    done.number = next_number(session, document.id, request.parsed.language);
    AddedVersion added = add_version(work, by, document, request, done.number);
    done.version = added.id;
    done.passages = request.parsed.passages.size();
    done.replies = request.parsed.replies.size();
    done.left_over = request.parsed.left_over.size();
    done.remarks = request.parsed.remarks.size();
    add_to_index(session, document, done.version, request.parsed.language, request.indexed);
    done.repetitions = find_repetitions(session, document, done.version, request.units, work.now());
    record(work, by, document, request, done, added.passages);
    return done;
}

} // namespace poa::documents
