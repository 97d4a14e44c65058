// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a name is compared: without case, accents, punctuation, articles and bracketed order, in any script.

#include "capabilities/members/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::members {

/// What two writings of one name have in common: "Côte d’Ivoire" and "COTE D'IVOIRE" give the same,
/// "Netherlands (Kingdom of the)" keeps its words in their order. Case folded, marks dropped, everything that
/// is no letter or digit one space, "&" is "and", a leading "the" dropped. Empty where no letter or digit is
/// left or the text is no well-formed UTF-8.
[[nodiscard]] std::string name_key(std::string_view name);

/// All keys by which a State is found: its names in six languages in every form, its variants; each once, in
/// order.
[[nodiscard]] std::vector<std::string> name_keys(const State& state);

} // namespace poa::members
