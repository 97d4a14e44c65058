// SPDX-License-Identifier: Apache-2.0
#pragma once
// What kind of matter a question is about, and by which clause of the charter it is decided.

#include "capabilities/charter/rules.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::decisions {

enum class Matter : std::uint8_t {
    substantive,
    procedural,
    creation_of_groups, ///< creating, extending, ending
    framework,          ///< adding to what was agreed
    elections,
    charter,
    accreditation,
    founding, ///< before the mechanism is: the conference's own rule
};
[[nodiscard]] std::span<const Matter> all_matters();
[[nodiscard]] std::string_view name_of(Matter matter);  ///< "creation_of_groups"
[[nodiscard]] std::string_view title_of(Matter matter); ///< source string
[[nodiscard]] std::optional<Matter> parse_matter(std::string_view name);

/// Who learns which State objected.
enum class Disclosure : std::uint8_t { nobody, chair, any_state, everyone };
[[nodiscard]] std::string_view name_of(Disclosure disclosure);
/// Whether an objection must say why.
enum class Grounds : std::uint8_t { not_asked, voluntary, mandatory };
[[nodiscard]] std::string_view name_of(Grounds grounds);

/// How a question is decided, as the charter in force has it at that moment. Kept with the question: what
/// changes later does not touch what is open.
struct RuleApplied {
    charter::DecisionRule rule;
    std::string clause; ///< number of the clause that says so: "8.1"
    Disclosure disclosure = Disclosure::everyone;
    Grounds grounds = Grounds::voluntary;
    bool consultation = false;         ///< the Chair consults who objected before the end
    std::int64_t correction_hours = 0; ///< in which a State may correct its vote after the vote was closed
    std::int64_t least_minutes = 0;    ///< for which consensus and votes stay open (clause 8.12)
    bool operator==(const RuleApplied&) const = default;
};
/// A founding conference without a rule of its own decides by the rule of matters of substance.
[[nodiscard]] RuleApplied rule_for(const charter::Charter& charter, Matter matter);

/// One line of JSON and back; nothing where the text is anything else.
[[nodiscard]] std::string text_of(const RuleApplied& rule);
[[nodiscard]] std::optional<RuleApplied> parse_rule_applied(std::string_view text);

} // namespace poa::decisions
