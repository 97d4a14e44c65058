// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the yearly briefing says, before it is put into words: which of an indicator's answers are named, and
// where reports tell of achievements. Pure.

#include "capabilities/national_reports/progress.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct NamedAnswer {
    std::size_t level = 0; ///< place among the indicator's levels
    std::int64_t states = 0;
};

/// The answers named most often, at most `most` of them and none that nobody named; those named equally often
/// stand together or, where they would be more than `most`, not at all: nothing chooses between them.
[[nodiscard]] std::vector<NamedAnswer> named_most(const YearOfIndicator& year, std::size_t most);

/// A question in whose words a State tells what was achieved, learned or works well.
struct AchievementQuestion {
    std::string_view survey, question;
    std::string_view item; ///< of the framework: "norm-f"; empty: none
};
[[nodiscard]] std::span<const AchievementQuestion> achievement_questions();

/// States with an answer to the question that stands and that the reader may see; by code. Words are never
/// counted where they are not seen.
[[nodiscard]] std::vector<std::string> telling(std::span<const ReleaseRow> rows, const Sees& sees);

} // namespace poa::national_reports
