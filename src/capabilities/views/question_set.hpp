// SPDX-License-Identifier: Apache-2.0
#pragma once
// A question set: the questions that positions answer, versioned as a whole.

#include "capabilities/views/answer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace poa::views {

class QuestionSet {
  public:
    QuestionSet() = default;
    /// Refuses (bad_input, all problems at once) "views.variable_twice", "views.variable_key",
    /// "views.no_allowed_answers" (one_of without any), "views.allowed_twice", "views.accepts_unknown".
    [[nodiscard]] static Result<QuestionSet> of(std::string key, int version,
                                                std::vector<Variable> variables);

    [[nodiscard]] const std::string& key() const { return key_; }
    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
    [[nodiscard]] std::size_t size() const { return variables_.size(); }
    [[nodiscard]] const Variable& at(std::size_t place) const { return variables_[place]; }
    /// Its place; nothing where there is no such question.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

  private:
    std::string key_;
    int version_ = 0;
    std::vector<Variable> variables_;
    std::unordered_map<std::string, std::size_t> places_;
};

} // namespace poa::views
