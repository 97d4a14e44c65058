// SPDX-License-Identifier: Apache-2.0
#pragma once
// A C++ file taken apart just far enough: code without comments, string literals, includes.

#include <string>
#include <string_view>
#include <vector>

namespace poa::tidy {

struct Piece {
    int line = 1;
    std::string text;
};

struct CppText {
    std::vector<std::string> code; ///< the lines, with comments and what stands in quotes blanked out
    std::vector<Piece> literals;   ///< string literals as written between their quotes (raw ones too)
    std::vector<Piece> comments;   ///< a piece for each line of a comment, without its marks
    std::vector<Piece> includes;   ///< what is included, without quotes or brackets
};

/// Never refuses: what is no C++ comes out as code.
[[nodiscard]] CppText read_cpp(std::string_view text);

} // namespace poa::tidy
