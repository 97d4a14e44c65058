// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"

#include <vector>

namespace poa::decisions {

/// The three answers to a vote, as forms offer them.
[[nodiscard]] inline std::vector<Choice> voice_choices() {
    return {{"yes", N_("In favour")}, {"no", N_("Against")}, {"abstain", N_("Abstention")}};
}

} // namespace poa::decisions
