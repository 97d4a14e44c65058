// SPDX-License-Identifier: Apache-2.0
#pragma once
// A folded word to its stem.

#include "capabilities/documents/language.hpp"

#include <string>
#include <string_view>

namespace poa::documents {

/// NFKC case folding; typographic apostrophes become "'".
[[nodiscard]] std::string fold_case(std::string_view word);
/// The stem of a folded word, marks stripped. The word's own script decides where it is not the language's: a
/// Latin word in a Russian text is stemmed as English.
[[nodiscard]] std::string stem(std::string_view folded, Language language);
[[nodiscard]] std::string strip_marks(std::string_view text);

} // namespace poa::documents
