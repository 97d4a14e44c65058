// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is compared with what: a reply inside a report, or a document that has none.

#include "capabilities/documents/comparing/sketch.hpp"
#include "capabilities/documents/importing/passage.hpp"

namespace poa::documents {

/// Texts with fewer rows of three words say too little to be called alike.
inline constexpr std::size_t compared_shingles_min = 30;

struct TextUnit {
    std::string anchor; ///< of the reply; empty: the whole document
    std::string actor;  ///< "state:CAN"; empty: unknown
    Shingles shingles;
    std::array<std::int64_t, sketch_keys> sketch{};
};

/// Whether a passage takes part: not what is printed around the text (front matter, contents, notes).
[[nodiscard]] bool is_compared(PassageKind kind);

[[nodiscard]] std::vector<TextUnit> text_units_of(const ParsedDocument& document);

} // namespace poa::documents
