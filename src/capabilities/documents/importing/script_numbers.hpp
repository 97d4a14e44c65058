// SPDX-License-Identifier: Apache-2.0
#pragma once
// Numbers before paragraphs in Arabic-Indic, Persian, fullwidth and Chinese digits.

#include "capabilities/documents/importing/enumerator.hpp"

namespace poa::documents {

/// "١٧ - ", "۱۷. ", "(١) ", "１７．", "十七、", "（十七）": with the number in ASCII digits. Nothing for
/// numbers in ASCII digits, and for years.
[[nodiscard]] std::optional<Enumerator> read_number_of_other_script(std::string_view text);

} // namespace poa::documents
