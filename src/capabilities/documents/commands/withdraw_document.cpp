// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/commands/withdraw_document.hpp"

#include "base/text.hpp"
#include "capabilities/documents/store_comparisons.hpp"
#include "capabilities/documents/store_search.hpp"

namespace poa::documents {

Result<void> withdraw_document(ledger::Work& work, const By& by, const WithdrawDocument& request) {
    if (!by.may_import) return refuse(Refusal::Kind::not_permitted, "documents.may_not_import");
    if (trim(request.reason).empty()) {
        Refusal refusal{Refusal::Kind::bad_input, {}};
        refusal.add_field("reason", "documents.reason_required");
        return refuse(std::move(refusal));
    }
    storage::Session& session = work.session();
    auto document = find_document_by_slug(session, request.slug);
    if (!document) return refuse(Refusal::Kind::not_found, "documents.not_found");
    if (document->withdrawn_at) return refuse(Refusal::Kind::rule, "documents.withdrawn");
    document->withdrawn_at = work.now();
    if (!update_document(session, *document, work.now()))
        return refuse(Refusal::Kind::conflict, "documents.stale");
    for (const Version& version : versions_of(session, document->id)) {
        if (!version.is_current) continue;
        remove_from_index(session, version.id);
        forget_sketches(session, version.id);
    }
    ledger::Entry entry;
    entry.act = "documents.withdraw_document";
    entry.on_behalf = by.on_behalf;
    entry.subject = "document:" + document->slug;
    entry.audience = document->audience;
    entry.person = by.person;
    entry.facts = {{"symbol", document->symbol}};
    entry.sealed = {{"reason", nfc(trim(request.reason))}}; // what a person typed is never public for good
    work.record(entry);
    return {};
}

} // namespace poa::documents
