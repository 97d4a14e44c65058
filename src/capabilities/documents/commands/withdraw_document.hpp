// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/refusal.hpp"
#include "capabilities/documents/document.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::documents {

struct WithdrawDocument {
    std::string slug;
    std::string reason; ///< recorded; not empty
};

/// Takes a document out of search. It stays readable at its address, marked as withdrawn: what was on the
/// record is not made unseen. Records "documents.withdraw_document". Refuses: "documents.may_not_import"
/// (not_permitted), "documents.not_found", "documents.reason_required" (bad_input), "documents.withdrawn"
/// (rule: it is already).
[[nodiscard]] Result<void> withdraw_document(ledger::Work& work, const By& by,
                                             const WithdrawDocument& request);

} // namespace poa::documents
