// SPDX-License-Identifier: Apache-2.0
#pragma once
// The operator's log: one JSON object a line on standard error. Never addresses, queries, names or texts of
// people.

#include <initializer_list>
#include <string_view>
#include <utility>

namespace poa::app::log {

enum class Level { debug, info, warn, error };

void start(std::string_view level);
/// {"time":...,"level":...,"event":"...","name":"value",...}
void write(Level level, std::string_view event,
           std::initializer_list<std::pair<std::string_view, std::string_view>> facts = {});
void finish(); ///< everything written so far is on its way

} // namespace poa::app::log
