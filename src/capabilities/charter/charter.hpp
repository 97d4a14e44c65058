// SPDX-License-Identifier: Apache-2.0
#pragma once
// The mechanism's modalities as data: this is the front header, the only one other capabilities include.
//
//   const Charter& charter = Presets::shipped().agreed();
//   charter[clause::plenary::every_months]                       // 12
//   decide(charter[clause::decisions::substantive], tally)       // adopted_by_consensus, blocked ...

#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/modalities.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/rule.hpp"
