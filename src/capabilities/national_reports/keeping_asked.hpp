// SPDX-License-Identifier: Apache-2.0
#pragma once
// What asking and answering have in common.

#include "base/input.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/national_reports/queries_asked.hpp"

namespace poa::national_reports {

/// What may be expected of an answer.
[[nodiscard]] std::vector<Choice> asked_outcomes();

/// The beginning of an entry, for whom the answer is that it is about; where that is a list of parties, for
/// the own delegation.
[[nodiscard]] ledger::Entry entry_about_asked(std::string_view act, const identity::Permit& permit,
                                              const identity::Actor& actor, const ReadableRelease& release,
                                              const ReleasedAnswer& answer, const AskedQuestion& asked);

} // namespace poa::national_reports
