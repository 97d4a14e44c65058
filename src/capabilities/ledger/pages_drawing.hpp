// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page struct to HTML.

#include "capabilities/ledger/pages.hpp"
#include "web/visit.hpp"

namespace poa::ledger {

[[nodiscard]] web::Screen draw_ledger(const LedgerPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_entry(const EntryPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_opening(const OpeningPage& page, const web::Visit& visit);

} // namespace poa::ledger
