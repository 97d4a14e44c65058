// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a clause says, in the reader's words.

#include "capabilities/charter/clauses.hpp"
#include "web/wording.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

/// "every 24 months", "consensus; where it fails, two thirds of those present and voting", "threats;
/// confidence-building": the choices' labels, translated, with the unit.
[[nodiscard]] std::string words_of(const ClauseSpec& clause, const ClauseValue& value,
                                   const web::Wording& in);
/// The same, item by item: the words of a list, its groups, its classes of participants; else one.
[[nodiscard]] std::vector<std::string> items_of(const ClauseSpec& clause, const ClauseValue& value,
                                                const web::Wording& in);
/// Titles of the groups of the agreed mechanism (source strings).
[[nodiscard]] std::span<const std::string_view> agreed_group_titles();
/// A group's title: in the reader's language where it is one of the agreed mechanism's, else as it is
/// written.
[[nodiscard]] std::string_view group_title(const GroupPlan& group, const web::Wording& in);
/// Charters of a kind (name of a CharterKind): "Proposals".
[[nodiscard]] std::string_view kind_words(std::string_view kind, const web::Wording& in);
/// Forms of rules: name and label (source string).
[[nodiscard]] std::span<const Choice> rule_forms();
/// "The source says so", "It follows from the source" ...
[[nodiscard]] std::string_view words_of(Basis basis); ///< source string

} // namespace poa::charter
