// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is pure in decisions: the front header for rules of other capabilities.

#include "capabilities/decisions/merging.hpp"
#include "capabilities/decisions/wording.hpp"
