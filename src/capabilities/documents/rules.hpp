// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is pure in documents: the front header for rules of other capabilities.

#include "capabilities/documents/comparing/alignment.hpp"
#include "capabilities/documents/comparing/word_diff.hpp"
