// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a founding declaration must hold (A/78/76 para. 13 and the replies it draws on), as a list that can be
// read.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::decisions {

struct DeclarationElement {
    std::string_view name;  ///< "commitment"
    std::string_view title; ///< source string
};
/// In the order in which A/78/76 has them.
[[nodiscard]] std::span<const DeclarationElement> declaration_elements();

/// Where the author says an element stands: its name and the heading or first words of the paragraph.
using ElementPlaces = std::vector<std::pair<std::string_view, std::string>>;
/// Names of elements that have no place.
[[nodiscard]] std::vector<std::string_view> missing_elements(const ElementPlaces& places);
/// Names of those whose place no paragraph of the text begins with.
[[nodiscard]] std::vector<std::string_view> unfound_elements(const ElementPlaces& places,
                                                             std::span<const std::string> paragraphs);

} // namespace poa::decisions
