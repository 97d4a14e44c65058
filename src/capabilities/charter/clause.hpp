// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a clause of a charter can say, and where it comes from.

#include "base/time.hpp"
#include "capabilities/charter/rule.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace poa::charter {

/// From least to most, both included: "every four to six years".
struct Span {
    std::int64_t least = 0, most = 0;
    bool operator==(const Span&) const = default;
};

/// A working group that exists from the start.
struct GroupPlan {
    std::string id;    ///< "capacity": the same in every version of the charter
    std::string title; ///< in the charter's own words
    std::string topic; ///< one of group_topics
    std::int64_t meetings_per_year = 1;
    std::int64_t days = 5; ///< of one meeting
    bool operator==(const GroupPlan&) const = default;
};

/// Class of participants -> kind of meeting -> rights, all names of rights_table.
using RightsTable =
    std::map<std::string, std::map<std::string, std::vector<std::string>, std::less<>>, std::less<>>;

/// Nothing said on purpose ("null" in the file): no end, no limit, no fund.
struct None {
    bool operator==(const None&) const = default;
};

using ClauseValue = std::variant<None, bool, std::int64_t, std::string, std::vector<std::string>, Day, Span,
                                 DecisionRule, std::vector<GroupPlan>, RightsTable>;

/// How sure it is that the source says so.
enum class Basis : std::uint8_t {
    stated,     ///< the source says it
    inferred,   ///< it follows from what the source says
    background, ///< known from elsewhere, not read in the source
    assumed,    ///< chosen so that the charter runs; nobody said it
};
[[nodiscard]] std::string_view name_of(Basis basis);

/// Where a clause comes from. All empty: the file says nothing about it.
struct Provenance {
    Basis basis = Basis::assumed;
    std::string document; ///< symbol or title, "A/78/76"
    std::string passage;  ///< its anchor there, "egy/para-14"; empty: the document as a whole
    std::string words;    ///< the source's own words where they leave something open: "biannual"
    std::string note;     ///< which reading was chosen, and why
    bool operator==(const Provenance&) const = default;
};

} // namespace poa::charter
