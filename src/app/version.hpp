// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace poa::app {

inline constexpr std::string_view program_version = POA_VERSION;

} // namespace poa::app
