// SPDX-License-Identifier: Apache-2.0
#pragma once
// A charter as one YAML text in which every clause is written out, with where it comes from.

#include "capabilities/charter/modalities.hpp"

#include <string>

namespace poa::charter {

/// What read_charter and assembling give back unchanged but for lines, based_on (none: it stands alone) and
/// said_by. A clause taken from another charter says so in its note where it had none.
[[nodiscard]] std::string write_charter(const Charter& charter);

} // namespace poa::charter
