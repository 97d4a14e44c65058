// SPDX-License-Identifier: Apache-2.0
#pragma once
// The second front header, for pages of other capabilities: an indicator over the years, as a reader may know
// it.
//
//   const auto* indicator = shipped_indicators().find("norm-g");
//   series_of(*indicator, rows_of(session, *indicator, {}), groups_on(states, today), seen_by(reader))

#include "capabilities/national_reports/indicator.hpp"
#include "capabilities/national_reports/progress.hpp"
#include "capabilities/national_reports/queries_progress.hpp"
