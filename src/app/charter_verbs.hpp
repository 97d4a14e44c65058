// SPDX-License-Identifier: Apache-2.0
#pragma once
// `poa charter ...`: charters checked, compared and run from the command line, without a data folder. Each
// verb prints on standard output, problems on standard error, and gives the exit code.

#include "capabilities/charter/charter.hpp"
#include "web/refusals.hpp"

#include <string>
#include <vector>

namespace poa::app {

/// A shipped charter by its id ("egypt"), or a file (its path ends in .yaml or .yml, or holds a '/'). A file
/// may be based on a shipped charter or on another file of `beside`. Refuses what reading and assembling
/// refuse, and "charter.no_such_preset" (id, known), each reason of a file with the fact `file`.
[[nodiscard]] Result<charter::Charter> load_charter(const std::string& name_or_file,
                                                    const std::vector<std::string>& beside = {});
/// The Member States of the shipped reference data by their codes (ISO3): the order of reporting turns, as on
/// the pages.
[[nodiscard]] std::vector<std::string> states_in_turn();
/// What is wrong, one line a reason on standard error: file, line, clause, sentence.
void print_charter_problems(const Refusal& refusal);
/// The sentences of all refusals of charters.
[[nodiscard]] const web::Sentences& charter_sentences();

struct CharterWish {
    std::vector<std::string> charters; ///< ids or files
    std::string format = "text";
    std::string data; ///< folder of an instance on whose record passages are looked up; empty: they are not
};
/// Problems, contradictions and remarks of every file, all at once; and, with `data`, the passages that are
/// not on its record or do not hold the words quoted. JSON: [{charter, passes, problems: [{code, sentence,
/// clause, path, ...}], found: [{code, severity, sentence, clauses}], passages: {named, checked, missing:
/// [{code, sentence, clause, path, document, passage}]}}]. 1 where there is a problem, a contradiction or a
/// missing passage.
int check_charters(const CharterWish& wish);
/// Clause by clause, with who says which, and what is common ground.
int compare_charters(const CharterWish& wish);
/// The JSON Schema of charter files.
int print_charter_schema();
/// The shipped ones.
int list_charters(const CharterWish& wish);

struct BurdenWish {
    std::vector<std::string> charters; ///< ids or files; none: all shipped ones
    int from = 2026, years = 10;       ///< whole years; 1 to charter::burden_years_max of them
    std::vector<std::int64_t> people{1, 3, 10, 30};
    std::vector<std::string> assumptions; ///< "key=number", without problems
    std::string format = "text";          ///< text, json, csv
};
/// What an average year costs delegations and the mechanism itself. JSON: {from, years, assumptions: [{key,
/// value, title, unit, basis}], charters: [{charter, unplaced, mechanism: {interpretation, translation,
/// rooms, secretariat, whole}, delegations: [{people, meeting_days, seats_days, days_in_two_places,
/// documents, words, reports, statements, checks, objection_windows, journeys, hours, hours_per_person, cost,
/// share_of_year}], clashes: [{first, second, from, to}]}]}; CSV: a row a charter and size, the same names,
/// unplaced and mechanism_cost. Money in United States dollars. 1 where a charter has a problem.
int print_burdens(const BurdenWish& wish);
/// Empty where it is "key=number" of a known assumption within its limits.
[[nodiscard]] std::string problem_of_assumption(const std::string& text);

} // namespace poa::app
