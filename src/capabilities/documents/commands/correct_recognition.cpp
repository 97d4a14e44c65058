// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/commands/correct_recognition.hpp"

#include "base/text.hpp"
#include "capabilities/documents/store.hpp"
#include "capabilities/documents/store_rebuild.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t title_characters_max = 500;

Refusal field_problems(const CorrectRecognition& request) {
    Refusal refusal{Refusal::Kind::bad_input, {}};
    if (request.title && trim(*request.title).empty()) refusal.add_field("title", "documents.title_required");
    if (request.title && length_in_characters(*request.title) > title_characters_max)
        refusal.add_field("title", "input.too_long",
                          {{"characters_max", std::to_string(title_characters_max)}});
    if (request.symbol && !request.symbol->empty() && !Symbol::parse(*request.symbol))
        refusal.add_field("symbol", "documents.malformed_symbol", {{"symbol", *request.symbol}});
    return refusal;
}

/// Sets what the request has, and says what changed.
std::string apply(const CorrectRecognition& request, Document& document) {
    std::string changed;
    auto set = [&](const char* name, auto& field, auto value) {
        if (field == value) return;
        field = std::move(value);
        changed += (changed.empty() ? "" : " ") + std::string(name);
    };
    if (request.title) set("title", document.title, nfc(trim(*request.title)));
    if (request.symbol)
        set("symbol", document.symbol,
            request.symbol->empty() ? std::string() : Symbol::parse(*request.symbol)->text());
    if (request.kind) set("kind", document.kind, *request.kind);
    if (request.day) set("day", document.day, request.day);
    if (request.submitted_by) {
        set("submitted_by", document.submitted_by, request.submitted_by->key);
        document.submitted_by_name = request.submitted_by->name;
    }
    if (request.audience) set("audience", document.audience, *request.audience);
    return changed;
}

/// A version that changed its language, and with it its number.
struct Moved {
    std::int64_t from_number = 0, to_number = 0;
};

Result<Moved> move_language(storage::Session& session, const Document& document,
                            std::pair<Language, Language> move) {
    auto version = find_current_version(session, document.id, move.first);
    if (!version) return refuse(Refusal::Kind::not_found, "documents.not_found");
    std::int64_t number = 1;
    for (const Version& other : versions_of(session, document.id)) {
        if (other.language != move.second) continue;
        if (other.is_current) return refuse(Refusal::Kind::conflict, "documents.language_taken");
        number = std::max(number, other.number + 1);
    }
    remove_from_index(session, version->id);
    move_version(session, version->id, move.second, number);
    return Moved{version->number, number};
}

void record(ledger::Work& work, const By& by, const Document& document, const std::string& changed,
            const ledger::Facts& moved) {
    ledger::Entry entry;
    entry.act = "documents.correct_recognition";
    entry.on_behalf = by.on_behalf;
    entry.subject = "document:" + document.slug;
    entry.audience = document.audience;
    entry.person = by.person;
    entry.facts = {
        {"changed", changed}, {"symbol", document.symbol}, {"submitted_by", document.submitted_by}};
    entry.facts.insert(entry.facts.end(), moved.begin(), moved.end());
    work.record(entry);
}

} // namespace

Result<Document> correct_recognition(ledger::Work& work, const By& by, const CorrectRecognition& request) {
    if (!by.may_import) return refuse(Refusal::Kind::not_permitted, "documents.may_not_import");
    if (Refusal problems = field_problems(request); !problems.reasons.empty())
        return refuse(std::move(problems));
    storage::Session& session = work.session();
    auto document = find_document_by_slug(session, request.slug);
    if (!document) return refuse(Refusal::Kind::not_found, "documents.not_found");
    if (request.revision != 0 && request.revision != document->revision)
        return refuse(Refusal::Kind::conflict, "documents.stale");
    Document before = *document;
    std::string changed = apply(request, *document);
    if (document->symbol != before.symbol && !document->symbol.empty() &&
        find_document_by_symbol(session, document->symbol))
        return refuse(Refusal::because(Refusal::Kind::conflict, "documents.symbol_taken")
                          .with("symbol", document->symbol));
    ledger::Facts moved;
    if (request.language) {
        auto move = move_language(session, *document, *request.language);
        if (!move) return refuse(move.error());
        moved = {{"language_from", std::string(code_of(request.language->first))},
                 {"version_from", std::to_string(move->from_number)},
                 {"language_to", std::string(code_of(request.language->second))},
                 {"version_to", std::to_string(move->to_number)}};
        changed += (changed.empty() ? "" : " ") + std::string("language");
    }
    if (changed.empty()) return *document;
    if (!update_document(session, *document, work.now()))
        return refuse(Refusal::Kind::conflict, "documents.stale");
    reindex_document(session, *document);
    // The wider of both audiences would tell the public of a document that was narrowed: the new one decides.
    record(work, by, *document, changed, moved);
    return *find_document(session, document->id);
}

} // namespace poa::documents
