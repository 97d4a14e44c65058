// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace poa::charter {

/// The name that was probably meant: at most a third of its letters away. Empty: none is near.
[[nodiscard]] std::string_view nearest(std::string_view written, std::span<const std::string_view> names);

} // namespace poa::charter
