// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/national_reports/store_sources.hpp"

namespace poa::national_reports {

struct RegisterSource {
    std::string body; ///< "state:ALB" or "organisation:pacific-islands-forum": whose report it is
    std::int64_t year = 0;
    std::string symbol;   ///< of a document on the record
    std::string passages; ///< as read_source_passages has them; may be empty
};
[[nodiscard]] const Input<RegisterSource>& input_of(Of<RegisterSource>);

/// Takes a document on the record as a report of a State, or of an organisation on its region, by that body
/// itself or by the secretariat. Nothing of it is an answer: it is shown as "by document" and counted
/// nowhere. Records "national_reports.register_source" (year, symbol, passages) for everybody. Refuses as the
/// permission table; (bad_input, all together) "national_reports.no_such_body" (value),
/// "national_reports.no_such_public_document" (symbol): not there, withdrawn, or not for everybody;
/// "national_reports.no_such_item" (item), "national_reports.no_such_passage" (anchor), and as
/// read_source_passages; (conflict) "national_reports.source_stands": it is registered already.
[[nodiscard]] Result<KeptSource> register_source(ledger::Work& work, const identity::Actor& actor,
                                                 const RegisterSource& request,
                                                 const members::Register& states);

} // namespace poa::national_reports
