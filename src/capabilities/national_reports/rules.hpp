// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is pure here and of use to rules and effects of other capabilities: the catalogue of indicators.

#include "capabilities/national_reports/indicator.hpp"
