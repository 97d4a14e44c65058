// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/question_set.hpp"

#include <algorithm>
#include <set>

namespace poa::views {
namespace {

bool is_key(std::string_view key) {
    return !key.empty() && key.size() <= 80 && key[0] >= 'a' && key[0] <= 'z' &&
           std::ranges::all_of(
               key, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

void add(Refusal& problems, const char* code, const Variable& variable, std::string answer = {}) {
    problems.reasons.push_back(
        Reason{code, "variables", {{"variable", variable.key}, {"answer", std::move(answer)}}, {}});
}

void check(const Variable& variable, Refusal& problems) {
    if (!is_key(variable.key)) add(problems, "views.variable_key", variable);
    if (variable.kind == AnswerKind::one_of && variable.allowed.empty())
        add(problems, "views.no_allowed_answers", variable);
    std::set<std::string_view> seen;
    for (const std::string& word : variable.allowed)
        if (!seen.insert(word).second) add(problems, "views.allowed_twice", variable, word);
    for (const auto& [a, b] : variable.accepts)
        for (const std::string& word : {a, b})
            if (!variable.allows(word)) add(problems, "views.accepts_unknown", variable, word);
}

} // namespace

Result<QuestionSet> QuestionSet::of(std::string key, int version, std::vector<Variable> variables) {
    QuestionSet set;
    Refusal problems{Refusal::Kind::bad_input, {}};
    set.key_ = std::move(key);
    set.version_ = version;
    set.variables_ = std::move(variables);
    for (std::size_t i = 0; i < set.variables_.size(); ++i) {
        const Variable& variable = set.variables_[i];
        check(variable, problems);
        if (!set.places_.emplace(variable.key, i).second) add(problems, "views.variable_twice", variable);
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return set;
}

std::optional<std::size_t> QuestionSet::find(std::string_view key) const {
    auto found = places_.find(std::string(key));
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

} // namespace poa::views
