// SPDX-License-Identifier: Apache-2.0
#pragma once
// Documents: their passages, versions, citations and search. The front header: other capabilities include
// only this.

#include "capabilities/documents/checking.hpp"
#include "capabilities/documents/commands/correct_recognition.hpp"
#include "capabilities/documents/commands/import_document.hpp"
#include "capabilities/documents/commands/withdraw_document.hpp"
#include "capabilities/documents/converting_package.hpp"
#include "capabilities/documents/queries.hpp"
#include "capabilities/documents/queries_held.hpp"
#include "capabilities/documents/queries_search.hpp"
#include "capabilities/documents/store_rebuild.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::documents {

/// For storage::migrate, after those of the ledger.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::documents
