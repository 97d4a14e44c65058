// SPDX-License-Identifier: Apache-2.0
#pragma once
// multipart/form-data (RFC 7578), as browsers send it.

#include "base/refusal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::http {

struct Part {
    std::string name;         ///< of the field
    std::string filename;     ///< last path segment only; empty where it is no file
    std::string content_type; ///< empty where not given
    std::string_view content; ///< within the body that was parsed
};

/// The parts of `body`, in order; at most `parts_max`. Refuses (bad_input) with "form.malformed" (fact "at")
/// or "form.too_many_parts". `content_type` is the request's header with its boundary.
[[nodiscard]] Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body,
                                                        std::size_t parts_max = 64);

} // namespace poa::http
