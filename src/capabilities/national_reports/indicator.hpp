// SPDX-License-Identifier: Apache-2.0
#pragma once
// What progress is measured by, as data (data/indicators.json): each indicator names the questions it is read
// from, in which survey, and which answers count. The catalogue has a version; a figure is told with it.
// Pure.

#include "base/refusal.hpp"
#include "capabilities/national_reports/counting.hpp"
#include "capabilities/national_reports/survey.hpp"
#include "capabilities/national_reports/texts.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::national_reports {

/// A question an indicator is read from.
struct IndicatorSource {
    std::string survey;              ///< key
    std::string question;            ///< key
    std::vector<std::string> values; ///< that can be chosen
    bool several = false;            ///< any of them; else one
    bool conditional = false;        ///< put only after a certain answer to another question
    /// Value of the question -> level of the indicator; those not named are the same.
    std::vector<std::pair<std::string, std::string>> as;
    [[nodiscard]] const std::string& level_of(const std::string& value) const;
    [[nodiscard]] CountRules rules() const;
};

struct IndicatorLevel {
    std::string key;
    Texts label;
    bool counts = false; ///< "States that have it" are those of these levels
};

/// What the figures are for.
enum class IndicatorPurpose : std::uint8_t {
    standing,  ///< where States stand on something
    threat,    ///< what concerns them
    challenge, ///< what stands in the way
    need,      ///< where support would help
    priority,  ///< what they want to strengthen first
    offer,     ///< where they could support others
};
[[nodiscard]] std::span<const IndicatorPurpose> all_indicator_purposes();
[[nodiscard]] std::string_view name_of(IndicatorPurpose purpose);  ///< "standing"
[[nodiscard]] std::string_view title_of(IndicatorPurpose purpose); ///< source string

struct Indicator {
    std::string key; ///< a slug
    IndicatorPurpose purpose = IndicatorPurpose::standing;
    Texts title;
    Texts about; ///< what the figure says, and what it does not
    Pillar pillar = Pillar::general;
    std::string item;      ///< of the framework: "norm-f"; empty: none
    bool is_scale = false; ///< its levels are steps, lowest first: then dispersion is told
    std::vector<IndicatorLevel> levels;
    std::vector<IndicatorSource> sources; ///< the first is read first; see progress.hpp
    /// Whether a State may be in several levels: their numbers are not to be added up.
    [[nodiscard]] bool is_several() const;
};

struct IndicatorCatalogue {
    std::int64_t version = 0;
    std::vector<Indicator> indicators;
    [[nodiscard]] const Indicator* find(std::string_view key) const; ///< null where there is none
};

/// Refuses (bad_input), everything at once: json.*; "national_reports.indicator_shape" (at, expected), "at"
/// being a JSON pointer: a member missing or of another type, a key twice, a level that is none, a source
/// without values, fewer than the six languages. Levels and notes stand once, by name.
[[nodiscard]] Result<IndicatorCatalogue> parse_indicators(std::string_view json);

/// The catalogue the program carries.
[[nodiscard]] const IndicatorCatalogue& shipped_indicators();

} // namespace poa::national_reports
