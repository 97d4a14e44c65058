// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a decision does to surveys: it puts a draft in use. Nothing else can.

#include "capabilities/decisions/decisions.hpp"

namespace poa::national_reports {

/// survey_template.adopt: for the registry that app makes.
void add_effects(decisions::Effects& effects);

} // namespace poa::national_reports
