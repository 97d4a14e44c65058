// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/agreement.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <map>

namespace poa::views {
namespace {

using Categories = std::pair<Category, Category>;

bool is_reading(const Variable& variable, const Reading& reading) {
    return reading.answer && reading.strength != Strength::none && !variable.is_silent(*reading.answer);
}

Category answer_category(const Variable& variable, const Reading& reading) {
    if (!is_reading(variable, reading)) return std::nullopt;
    Answer answer = *reading.answer;
    std::ranges::sort(answer.words);
    return text_of(answer);
}

Category strength_category(const Variable& variable, const Reading& reading) {
    if (!is_reading(variable, reading)) return std::nullopt;
    return std::string(name_of(reading.strength));
}

/// Cells under way to an agreement.
struct Count {
    std::vector<Categories> answers, strengths;
    std::vector<Disagreement> disagreements;

    void add(std::size_t cell, const Categories& answer, const Categories& strength) {
        answers.push_back(answer);
        strengths.push_back(strength);
        const Disagreement differing{cell, answer.first != answer.second, strength.first != strength.second};
        if (differing.in_answer || differing.in_strength) disagreements.push_back(differing);
    }

    [[nodiscard]] CoderAgreement agreement() && {
        return {cohen_kappa(answers), cohen_kappa(strengths), std::move(disagreements)};
    }
};

} // namespace

Kappa cohen_kappa(std::span<const Categories> cells) {
    Kappa kappa;
    kappa.cells = cells.size();
    if (cells.empty()) return kappa;
    std::map<Category, std::pair<std::size_t, std::size_t>> uses;
    std::size_t same = 0, by_chance = 0;
    for (const auto& [first, second] : cells) {
        ++uses[first].first;
        ++uses[second].second;
        same += first == second;
    }
    for (const auto& [category, times] : uses) by_chance += times.first * times.second;
    const auto all = static_cast<double>(cells.size());
    kappa.observed = static_cast<double>(same) / all;
    kappa.expected = static_cast<double>(by_chance) / all / all;
    // Asked of whole numbers, which are exact.
    if (by_chance != cells.size() * cells.size())
        kappa.kappa = (kappa.observed - kappa.expected) / (1 - kappa.expected);
    return kappa;
}

CodersAgreement agreement_of_coders(const QuestionSet& questions, std::span<const DoubleReading> cells) {
    Count whole;
    std::map<std::size_t, Count> by_question;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const DoubleReading& cell = cells[i];
        require(cell.variable < questions.size(), "a question of the set");
        const Variable& variable = questions.at(cell.variable);
        const Categories answer{answer_category(variable, cell.first),
                                answer_category(variable, cell.second)};
        const Categories strength{strength_category(variable, cell.first),
                                  strength_category(variable, cell.second)};
        whole.add(i, answer, strength);
        by_question[cell.variable].add(i, answer, strength);
    }
    CodersAgreement found{std::move(whole).agreement(), {}};
    for (auto& [variable, count] : by_question)
        found.questions.push_back({variable, std::move(count).agreement()});
    return found;
}

} // namespace poa::views
