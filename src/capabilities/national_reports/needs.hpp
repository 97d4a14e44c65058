// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a release says is needed: each answer of purpose `need` taken apart into single needs. Pure.

#include "capabilities/national_reports/national_report.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

struct Need; ///< tag of Id<Need>

/// What the State itself says of it; nobody else may.
enum class NeedStage : std::uint8_t {
    open,
    met,
    withdrawn, ///< shown to the own delegation alone
};
inline constexpr std::array<NeedStage, 3> all_need_stages{NeedStage::open, NeedStage::met,
                                                          NeedStage::withdrawn};
[[nodiscard]] std::string_view name_of(NeedStage stage);  ///< "met"
[[nodiscard]] std::string_view title_of(NeedStage stage); ///< source string
[[nodiscard]] std::optional<NeedStage> parse_need_stage(std::string_view name);

/// One need of an answer.
struct NeedEntry {
    std::string question;
    std::string entry; ///< once in the question, the same in the next release: key of an option, or of a row
    std::string item;  ///< of the framework; empty: none
    std::string area;  ///< key of an option; empty: none that the survey knows
    std::string words; ///< what was typed; empty where an option was chosen
    std::string urgency, wanted; ///< columns "urgency" and "by" of a table
    std::string note;            ///< beside the answer; of a row: its further cells
    Sharing sharing;             ///< of the answer
    bool operator==(const NeedEntry&) const = default;
};

/// In the order of the release. Of an answer with options each one chosen, of a table each row that is not
/// empty (equal rows once), of any other kind the answer as a whole.
[[nodiscard]] std::vector<NeedEntry> needs_in(const Survey& survey, std::span<const ReleasedAnswer> release);

} // namespace poa::national_reports
