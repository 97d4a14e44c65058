// SPDX-License-Identifier: Apache-2.0
#pragma once
// The weighted lists of the Accept headers (RFC 9110 section 12.4): "a;level=1, b;q=0.5".

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::http {

struct Weighted {
    std::string value;                                         ///< in lower case
    std::vector<std::pair<std::string, std::string>> settings; ///< parameters before "q", names in lower case
    int thousandths = 1000;                                    ///< of quality, 0 to 1000
};

/// The elements of such a list in order. Elements that cannot be read are left out; at most 100 are read.
[[nodiscard]] std::vector<Weighted> parse_weighted(std::string_view header);

/// Pieces of `text` between `at`, where quoted strings ("a\"b") are not cut.
[[nodiscard]] std::vector<std::string_view> split_outside_quotes(std::string_view text, char at);

/// "text" without its quotes and escapes; a text without quotes as it is.
[[nodiscard]] std::string unquote(std::string_view text);

} // namespace poa::http
