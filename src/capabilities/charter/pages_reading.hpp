// SPDX-License-Identifier: Apache-2.0
#pragma once
// A charter somebody brings along: read, checked and compared, and kept nowhere.

#include "base/input.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_comparing.hpp"

namespace poa::charter {

inline constexpr std::size_t reading_bytes_max = 256 * 1024;

struct CharterReading {
    std::string text; ///< YAML, typed
    Upload file;      ///< the same as a file, which goes before what is typed
    [[nodiscard]] const std::string& chosen() const { return file.content.empty() ? text : file.content; }
};
[[nodiscard]] const Input<CharterReading>& input_of(Of<CharterReading>);

[[nodiscard]] ReadingPage load_reading();
/// Refuses (bad_input) "charter.nothing_to_read" (field text), and as read_charter and Presets::assemble.
[[nodiscard]] Result<ReadingOutcome> read_own_charter(const ModuleLinks& links, const web::Visit& visit,
                                                      const CharterReading& reading);

} // namespace poa::charter
