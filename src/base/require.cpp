// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"

#include <fmt/core.h>

namespace poa {

void fail_requirement(const char* what, std::source_location where) {
    throw OurMistake(fmt::format("{}:{}: required: {}", where.file_name(), where.line(), what));
}

} // namespace poa
