// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/store_needs.hpp"

namespace poa::national_reports {

struct SettleNeed {
    Id<Need> need;
    std::string stage; ///< "open", "met", "withdrawn"
    std::string said;  ///< may be empty
};
[[nodiscard]] const Input<SettleNeed>& input_of(Of<SettleNeed>);

/// The State says where its need stands. Records "national_reports.settle_need" (state, year, question,
/// stage) for everyone where the need is public, for the own delegation otherwise; the words are sealed.
/// Refuses as the permission table; (not_found) "national_reports.no_such_need"; (not_permitted)
/// "national_reports.need_of_others"; "identity.appointment_over"; (rule) "national_reports.need_as_before".
[[nodiscard]] Result<KeptNeed> settle_need(ledger::Work& work, const identity::Actor& actor,
                                           const SettleNeed& request);

} // namespace poa::national_reports
