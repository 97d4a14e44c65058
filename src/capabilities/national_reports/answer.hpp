// SPDX-License-Identifier: Apache-2.0
#pragma once
// An answer to one question: what it may be, its one text form, and who may see it. Pure.

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/national_reports/survey.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

/// A file kept by its digest.
struct AnswerFile {
    Sha256 digest;
    std::string name;
    std::string content_type;
    std::int64_t bytes = 0;
    bool operator==(const AnswerFile&) const = default;
};

/// Of a kind's members only those are filled that it needs; `note` may stand beside any.
struct Answer {
    std::vector<std::string> chosen; ///< status, one_of: one key; several_of: keys, each once
    std::string text; ///< text, link; number: as a decimal, "12.5"; file: the document instead of one
    std::optional<Day> day;
    std::vector<std::vector<std::string>> rows; ///< table: as many cells a row as columns
    std::vector<AnswerFile> files;
    std::string note; ///< explanation or evidence beside it

    [[nodiscard]] bool is_empty() const;
    bool operator==(const Answer&) const = default;
};

/// One line of JSON, the same for equal answers, members in fixed order, empty ones left out; "{}" where it
/// is empty.
[[nodiscard]] std::string text_of(const Answer& answer);
/// What `text_of` wrote, or JSON of the same shape from elsewhere. Refuses (bad_input) with codes json.* or
/// "national_reports.answer_shape" (fact: member).
[[nodiscard]] Result<Answer> parse_answer(std::string_view json);

/// Adds every problem of the answer, field `field`: not one of the options ("national_reports.not_an_option",
/// fact value), more than one, a number that is none, an address that is none, rows of another width, a
/// member that its kind has not, texts over 20,000 characters, more than 200 rows, not plain text. A question
/// of kind file may name a document in `text` instead.
void check_answer(const Survey& survey, const Question& question, const Answer& answer,
                  std::string_view field, Refusal& problems);

/// Whether the question is asked at all, given the answers so far. `answer_to(key)`: null where none.
[[nodiscard]] bool is_asked(const Question& question, const Answer* of_condition);

/// Who sees an answer once it is released.
struct Sharing {
    /// own_delegation: nobody else. parties: those named. member_states, everyone.
    Audience audience = Audience::own_delegation;
    std::vector<std::string> parties; ///< of `parties`: "secretariat", "state:ALB" ...; each once
    /// Counted in aggregates that show no single answer, although not everybody sees it.
    bool counted = false;
    bool operator==(const Sharing&) const = default;
};
/// "own_delegation", "member_states", "public", "parties:secretariat,state:ALB"; with "+counted" where so.
[[nodiscard]] std::string text_of(const Sharing& sharing);
[[nodiscard]] std::optional<Sharing> parse_sharing(std::string_view text);

} // namespace poa::national_reports
