// SPDX-License-Identifier: Apache-2.0
#pragma once
// Finds the end of a request's head in bytes that arrive in pieces, and stops early at what can never become
// one.

#include <cstddef>
#include <string_view>

namespace poa::http {

struct Limits;

class HeadScan {
  public:
    struct Verdict {
        enum class Kind { incomplete, complete, refused } kind = Kind::incomplete;
        std::size_t length = 0; ///< of a complete head, with its empty line
        int status = 0;         ///< of a refusal: 400, 414, 431
        const char* what = "";  ///< for the log
    };
    /// `bytes` begins with the head and has grown since the last look; what was looked at is not looked at
    /// again.
    [[nodiscard]] Verdict look(std::string_view bytes, const Limits& limits);

  private:
    std::size_t looked_ = 0;     ///< bytes that were seen
    std::size_t line_start_ = 0; ///< of the line that is not ended yet
};

} // namespace poa::http
