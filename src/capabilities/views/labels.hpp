// SPDX-License-Identifier: Apache-2.0
#pragma once
// How questions and answers are called on pages: data/views_variables.json. A question without a label there
// is called by its description, an answer by itself.

#include "capabilities/views/question_set.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

class Labels {
  public:
    /// Those shipped with the program.
    [[nodiscard]] static const Labels& shipped();
    /// Refuses what parse_json refuses and "views.file_part".
    [[nodiscard]] static Result<Labels> parse(std::string_view text);

    struct Pillar {
        std::string key;
        std::map<std::string, std::string, std::less<>> labels; ///< by language code
    };
    [[nodiscard]] const std::vector<Pillar>& pillars() const { return pillars_; }
    [[nodiscard]] std::string_view pillar(std::string_view key, std::string_view language) const;
    /// The pillar a question belongs to; empty where none is known.
    [[nodiscard]] std::string_view pillar_of(const Variable& variable) const;
    [[nodiscard]] std::string_view question(const Variable& variable, std::string_view language) const;
    /// One word of an answer.
    [[nodiscard]] std::string_view word(const Variable& variable, std::string_view word,
                                        std::string_view language) const;
    /// The answer in words of the language; `yes` and `no` and `between` ("{least} to {most}") are the
    /// page's.
    struct Plain {
        std::string_view yes, no, between;
    };
    [[nodiscard]] std::string answer(const Variable& variable, const Answer& answer,
                                     std::string_view language, const Plain& plain) const;
    /// Gives a question the pairs of answers that can live together, where it says none of its own.
    void complete(Variable& variable) const;

  private:
    using Texts = std::map<std::string, std::string, std::less<>>;
    struct Question {
        std::string pillar;
        Texts labels;
        std::vector<std::pair<std::string, std::string>> accepts;
    };
    std::vector<Pillar> pillars_;
    std::map<std::string, Question, std::less<>> questions_;
    std::map<std::string, Texts, std::less<>> words_;
};

} // namespace poa::views
