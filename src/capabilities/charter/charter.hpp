// SPDX-License-Identifier: Apache-2.0
#pragma once
// The mechanism's modalities as data: this is the front header, the only one other capabilities include.
//
//   const Charter& charter = Presets::shipped().agreed();
//   charter[clause::plenary::every_months]                       // 12
//   decide(charter[clause::decisions::substantive], tally)       // adopted_by_consensus, blocked ...
//   current.of(session)->charter                                 // the one in force

#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/commands/found_mechanism.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/charter/in_force_next.hpp"
#include "capabilities/charter/modalities.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/process.hpp"
#include "capabilities/charter/rule.hpp"
#include "storage/migrations.hpp"

#include <span>

namespace poa::charter {

/// For storage::migrate, after those of identity.
[[nodiscard]] std::span<const storage::Migration> migrations();

} // namespace poa::charter
