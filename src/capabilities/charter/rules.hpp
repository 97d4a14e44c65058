// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is pure in charters: the front header for rules of other capabilities.

#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/modalities.hpp"
#include "capabilities/charter/presets.hpp"
#include "capabilities/charter/process.hpp"
#include "capabilities/charter/rule.hpp"
