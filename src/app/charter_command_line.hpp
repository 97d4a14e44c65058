// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace poa::app {

/// Adds `charter` with its verbs; a chosen verb puts what it does into `act`.
void add_charter_verbs(CLI::App& top, std::function<int()>& act);

} // namespace poa::app
