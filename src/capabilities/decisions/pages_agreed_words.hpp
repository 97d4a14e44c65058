// SPDX-License-Identifier: Apache-2.0
#pragma once
// The properties of what was agreed, in the reader's words.

#include "capabilities/decisions/pages_agreed.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// A State in the reader's language; the code itself where there is none.
[[nodiscard]] std::string state_in_words(const Reading& reading, std::string_view iso3);
/// The title of a working group as it was on that day, else its key. Titles of the charter are translated
/// where they are known.
[[nodiscard]] std::string group_in_words(const Reading& reading, std::string_view key, Day day);
/// One value: label of a choice, name of a State, a day ...
[[nodiscard]] std::string value_in_words(const Reading& reading, const AgreedVersion& agreed,
                                         std::string_view name);

/// All that have a value, in a fixed order.
[[nodiscard]] std::vector<AttributeRow> attributes_in_words(const Reading& reading,
                                                            const AgreedVersion& agreed);
/// Of title and properties; nothing where they are the same.
[[nodiscard]] std::vector<ChangeRow> changes_in_words(const Reading& reading, const AgreedVersion& before,
                                                      const AgreedVersion& after);
/// Word by word; nothing where the texts are the same, or in different languages.
[[nodiscard]] std::vector<ChangedWords> changed_text(const AgreedVersion& before, const AgreedVersion& after);

/// Parts of a text divided by empty lines.
[[nodiscard]] std::vector<std::string> paragraphs_in(std::string_view text);

} // namespace poa::decisions
