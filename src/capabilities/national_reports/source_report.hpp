// SPDX-License-Identifier: Apache-2.0
#pragma once
// A report that is a document: what a State or a regional organisation said outside the surveys, such as a
// national report to the Secretary-General, taken as a source. Its passages are pointed at items; it answers
// no question and is counted as none. Pure.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct SourceReport; ///< tag of Id<SourceReport>

/// A passage of the document and the item of the framework it is about.
struct SourcePassage {
    std::string item;   ///< "norm-f"
    std::string anchor; ///< "para-13/f", as the document's pages name it
    bool operator==(const SourcePassage&) const = default;
};
inline constexpr std::size_t source_passages_max = 200;

/// One a line: "norm-f: 13 (f)" or "norm-f: para-13/f"; blank lines count for nothing. Adds a problem of
/// `field` for every line that is none: "national_reports.source_line" (line), and
/// "national_reports.too_many_lines" (max).
[[nodiscard]] std::vector<SourcePassage> read_source_passages(std::string_view text, std::string_view field,
                                                              Refusal& problems);
/// The same text again, anchors written out.
[[nodiscard]] std::string text_of(const std::vector<SourcePassage>& passages);

} // namespace poa::national_reports
