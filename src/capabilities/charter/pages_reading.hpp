// SPDX-License-Identifier: Apache-2.0
#pragma once
// A charter somebody brings along: read, checked and compared, and kept nowhere.

#include "base/input.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_comparing.hpp"

namespace poa::charter {

/// Some times the longest shipped one; a form may send it with every letter escaped. Bytes of a file, too:
/// this is for everybody, signed in or not.
inline constexpr std::size_t reading_characters_max = 80'000;

/// One of the two.
struct CharterReading {
    std::string text; ///< YAML, typed
    Upload file = {}; ///< the same as a file

    [[nodiscard]] const std::string& given() const { return text.empty() ? file.content : text; }
};
[[nodiscard]] const Input<CharterReading>& input_of(Of<CharterReading>);

[[nodiscard]] ReadingPage load_reading();
/// Refuses as read_charter and Presets::assemble, and input.required, charter.text_and_file.
[[nodiscard]] Result<ReadingOutcome> read_own_charter(const ModuleLinks& links, const web::Visit& visit,
                                                      const CharterReading& reading);

} // namespace poa::charter
