// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is pure here: the front header for rules of other capabilities.

#include "capabilities/acquis/framework.hpp"
