// SPDX-License-Identifier: Apache-2.0
#pragma once
// The clauses a charter can have, each with its number, its type and what it takes; declared in clauses.inc.
//
//   charter[clause::plenary::every_months]       // std::int64_t
//   charter[clause::review::every_years]         // const Span*, null where the charter says "none"
//   spec_of(clause::plenary::every_months).number // "4.1"

#include "base/input.hpp"
#include "capabilities/charter/clause.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::charter {

enum class ClauseType : std::uint8_t { truth, whole, text, choice, choices, day, span, rule, groups, rights };

/// What a clause takes.
struct ClauseLimits {
    ClauseType type = ClauseType::text;
    bool may_be_none = false;
    std::int64_t least = 0, most = 0;     ///< of whole and span
    std::string_view unit = {};           ///< of whole and span (source string)
    std::size_t characters_max = 0;       ///< of text
    std::span<const Choice> choices = {}; ///< of choice and choices
};

struct ClauseSpec {
    std::size_t index = 0;  ///< its place in clauses()
    std::string number;     ///< "4.1"
    std::string section;    ///< "plenary"
    std::string key;        ///< "every_months"
    std::string path;       ///< "plenary.every_months"
    std::string_view title; ///< source string
    ClauseLimits limits;
    std::string_view question; ///< of the coded views; empty: no question asks it
};
struct SectionSpec {
    std::string number; ///< "4"
    std::string key;    ///< "plenary"
    std::string_view title;
    std::size_t first = 0, count = 0; ///< of its clauses
};

[[nodiscard]] std::span<const ClauseSpec> clauses();
[[nodiscard]] std::span<const SectionSpec> sections();
[[nodiscard]] inline const SectionSpec& section_of(const ClauseSpec& clause) {
    return *std::ranges::find(sections(), clause.section, &SectionSpec::key);
}
/// By path ("plenary.every_months") or number ("4.1"); null where there is none.
[[nodiscard]] const ClauseSpec* find_clause(std::string_view path_or_number);

// Types of clauses, as clauses.inc names them; `Value` is what reading one gives.
struct Whole {
    using Value = std::int64_t;
};
struct Text {
    using Value = std::string;
};
struct OneOf {
    using Value = std::string;
};
struct SomeOf {
    using Value = std::vector<std::string>;
};
struct Date {
    using Value = Day;
};
struct Rule {
    using Value = DecisionRule;
};
struct Groups {
    using Value = std::vector<GroupPlan>;
};
struct Rights {
    using Value = RightsTable;
};
struct Truth {
    using Value = bool;
};
struct Range {
    using Value = Span;
};

/// The typed name of a clause.
template <class Type> struct Clause { std::size_t index; };

namespace made {
enum Index : std::size_t {
#define SECTION(section, title)
#define CLAUSE(type, section, key, title, limits, question) section##_##key,
#include "capabilities/charter/clauses.inc"
#undef CLAUSE
#undef SECTION
    count
};
} // namespace made

inline constexpr std::size_t clause_count = made::count;

namespace clause {
#define SECTION(section, title)
#define CLAUSE(type, section, key, title, limits, question)                                                  \
    namespace section {                                                                                      \
    inline constexpr Clause<type> key{made::section##_##key};                                                \
    }
#include "capabilities/charter/clauses.inc"
#undef CLAUSE
#undef SECTION
} // namespace clause

template <class Type> [[nodiscard]] const ClauseSpec& spec_of(Clause<Type> name) {
    return clauses()[name.index];
}

/// What a clause may say, as text for people and programs: "24", "4 to 6", "consensus", "threats, norms",
/// "none". Stable: comparison and CSV use it. Titles of choices are not translated here.
[[nodiscard]] std::string text_of(const ClauseValue& value);

} // namespace poa::charter
