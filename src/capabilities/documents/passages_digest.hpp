// SPDX-License-Identifier: Apache-2.0
#pragma once
// One digest over all passages of a version, as their rows have them: what the journal keeps of a text, so
// that an altered passage is found. docs/operating/verifying.md describes it for other tools.

#include "base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace poa::documents {

/// A passage as the columns of its row say it; the texts are the caller's.
struct PassageColumns {
    std::int64_t place = 0; ///< in the version, from 0
    std::int64_t kind = 0;  ///< number of a PassageKind
    std::int64_t level = 0;
    std::string_view anchor, label, number, reply, section, text, marks;
    std::optional<std::int64_t> page;
    std::string_view lines, joined;
};

/// SHA-256 of "poa passages v1\n" and, for each passage in order, its thirteen columns in the order above,
/// each as `BYTES:TEXT,` (its length in bytes, decimal; numbers in decimal; no page is the empty text), and
/// "\n".
class PassagesDigest {
  public:
    PassagesDigest();
    void add(const PassageColumns& passage);
    [[nodiscard]] Sha256 finish() { return stream_.finish(); } ///< once

  private:
    void add_text(std::string_view text);
    void add_number(std::int64_t number);

    Sha256Stream stream_;
};

} // namespace poa::documents
