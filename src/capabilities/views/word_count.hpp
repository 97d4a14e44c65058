// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace poa::views {

/// Words of a text in any language, as ICU finds them (Chinese by its dictionary): what is a letter or a
/// number, not what stands between. Needs well-formed UTF-8.
[[nodiscard]] std::int64_t count_words(std::string_view text);

} // namespace poa::views
