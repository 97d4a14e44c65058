// SPDX-License-Identifier: Apache-2.0
#pragma once
// A question and what may be answered to it. Questions are data, not code: see question_set.hpp.

#include "base/refusal.hpp"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// How firmly an actor says it. Counted strictly: firm and conditional. Counted loosely: inferred as well.
enum class Strength : std::uint8_t {
    none = 0,        ///< no answer
    inferred = 1,    ///< read by the coder from weaker or background wording, an implication, a quotation
    conditional = 2, ///< "could", "may", "for example", "welcomes discussion"
    firm = 3,        ///< "should", "must", "would", "supports"
};
[[nodiscard]] std::string_view name_of(Strength strength);
/// "firm" or "F" and so on; nothing for anything else.
[[nodiscard]] std::optional<Strength> parse_strength(std::string_view name);

enum class AnswerKind : std::uint8_t { one_of, several_of, yes_no, interval, number, free };
[[nodiscard]] std::string_view name_of(AnswerKind kind);
/// "one_of" ...; also the short names of exchange files: enum, list, bool, range, number, text.
[[nodiscard]] std::optional<AnswerKind> parse_answer_kind(std::string_view name);

struct Answer {
    AnswerKind kind = AnswerKind::free;
    bool yes = false;               ///< yes_no
    double least = 0;               ///< interval; number
    double most = 0;                ///< interval; number: the same as `least`
    std::vector<std::string> words; ///< one_of and free: one; several_of: each once, as given
    bool operator==(const Answer&) const = default;
};

/// For people and tables: "annual", "Geneva; New York", "3 to 4", "yes".
[[nodiscard]] std::string text_of(const Answer& answer);
/// As exchange files and the API have it: "annual", ["Geneva"], [3,4], true.
[[nodiscard]] std::string json_of(const Answer& answer);
/// "4" for 4.0, "0.5": without needless digits.
[[nodiscard]] std::string text_of(double number);

/// One question of a question set.
struct Variable {
    std::string key;   ///< "plenary_frequency": small letters, digits, underscores
    std::string group; ///< of the question set: "core", "extended"
    AnswerKind kind = AnswerKind::free;
    std::vector<std::string> allowed; ///< one_of: the answers; several_of: empty where any word may stand
    std::string description;
    /// Of one_of: answers that can live with another, e.g. annual_or_biennial with annual.
    std::vector<std::pair<std::string, std::string>> accepts;

    [[nodiscard]] bool allows(std::string_view word) const;
    /// "unspecified" is an answer that says there is none.
    [[nodiscard]] bool is_silent(const Answer& answer) const;
};

/// Takes an answer as exchange files have it. Refuses (bad_input; facts variable, answer, allowed)
/// "views.answer_kind" where it is of another kind, "views.answer_not_allowed", "views.answer_twice",
/// "views.answer_interval" (least above most), "views.answer_empty".
[[nodiscard]] Result<Answer> read_answer(const Variable& variable, const boost::json::value& value);
/// Takes an answer as a person types it in one field: the word, words with ";" between, "yes" or "no",
/// "3 to 4" or "4", text. Refuses as above.
[[nodiscard]] Result<Answer> parse_answer(const Variable& variable, std::string_view text);

/// Whether one mechanism can give both what they ask: the same word, or one that accepts the other; sets that
/// share a word; intervals that overlap.
[[nodiscard]] bool are_compatible(const Variable& variable, const Answer& a, const Answer& b);

} // namespace poa::views
