// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the priority of a year can be (A/78/76, France III (a), Japan 3 (a), Switzerland paras. 8-9).

#include "base/input.hpp"

#include <array>

namespace poa::decisions {

inline constexpr std::array priorities{
    Choice{"norm", N_("putting a norm into practice")},
    Choice{"confidence_building", N_("a confidence-building measure")},
    Choice{"threats", N_("existing and emerging threats")},
    Choice{"products_and_services", N_("security of digital products and services")},
    Choice{"critical_infrastructure", N_("protection of critical infrastructure")},
};

} // namespace poa::decisions
