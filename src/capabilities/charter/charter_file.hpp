// SPDX-License-Identifier: Apache-2.0
#pragma once
// A charter as one file has it: its head and the clauses it speaks of. The others come from the charter it is
// based on (assembling.hpp).

#include "base/refusal.hpp"
#include "capabilities/charter/modalities.hpp"

#include <boost/json/fwd.hpp>

#include <map>
#include <string_view>

namespace poa::charter {

struct CharterFile {
    CharterHead head;
    std::int64_t based_on_line = 0;             ///< where the file says what it is based on; 0: it does not
    std::map<std::size_t, ClauseEntry> entries; ///< by index of the clause
};

/// Reads one YAML text whole: all problems at once, or none. Each reason has the fact `line` and, where it
/// belongs to a clause, the clause's number in `clause` and its path in `field`. Refuses (bad_input) what
/// read_yaml refuses, and "charter.not_a_map", "charter.no_such_section" (key), "charter.no_such_clause"
/// (section, key), "charter.provenance" (part, problem), "charter.unknown_section" (key, nearest),
/// "charter.unknown_clause" (key, nearest), "charter.head" (key, takes, problem), "charter.not_a_section"
/// (key, problem), "charter.value" (takes, problem, at), "charter.impossible_day" (text),
/// "charter.span_order" (least, most), "charter.rule_part" (part, by: a part that belongs to another form of
/// rule, or one that is missing), "charter.group_twice" (id).
[[nodiscard]] Result<CharterFile> read_charter(std::string_view text);

/// One clause's value from JSON as a file has it, e.g. what a form sent. Refuses as read_charter.
[[nodiscard]] Result<ClauseValue> read_clause(const ClauseSpec& clause, const boost::json::value& json);

/// What a clause takes, in words: "a whole number from 3 to 120 (months)", "one of: a, b". English; for
/// programs and the command line, as the field's hint on pages.
[[nodiscard]] std::string what_it_takes(const ClauseSpec& clause);

} // namespace poa::charter
