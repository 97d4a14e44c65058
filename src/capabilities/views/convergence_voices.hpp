// SPDX-License-Identifier: Apache-2.0
#pragma once
// What was answered to one question by those asked about, and where they could meet. Only the searches of
// convergence.hpp include it.

#include "capabilities/views/convergence.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace poa::views {

[[nodiscard]] inline std::size_t place_among_allowed(const Variable& variable, const std::string& word) {
    return static_cast<std::size_t>(std::ranges::find(variable.allowed, word) - variable.allowed.begin());
}

/// The question's order.
[[nodiscard]] inline bool comes_before(const Variable& variable, const Answer& a, const Answer& b) {
    if (variable.kind == AnswerKind::yes_no) return a.yes && !b.yes;
    if (a.words.empty() || b.words.empty())
        return std::tie(a.least, a.most, a.words) < std::tie(b.least, b.most, b.words);
    const std::size_t of_a = place_among_allowed(variable, a.words.front());
    const std::size_t of_b = place_among_allowed(variable, b.words.front());
    return std::tie(of_a, a.words) < std::tie(of_b, b.words);
}

[[nodiscard]] inline bool has_units(const Variable& variable) {
    return variable.kind == AnswerKind::interval || variable.kind == AnswerKind::number;
}

[[nodiscard]] inline Answer word_answer(const Variable& variable, const std::string& word) {
    Answer answer{variable.kind};
    answer.words = {word};
    return answer;
}

[[nodiscard]] inline Answer range_answer(const Variable& variable, double least, double most) {
    Answer answer{variable.kind};
    answer.least = least;
    answer.most = most;
    return answer;
}

/// One answer as given, and by whom.
struct Voice {
    std::size_t place; ///< in the column's answers
    const Answer* answer;
    std::vector<std::size_t> actors;
};

/// Where some could meet.
struct Option {
    Answer at;
    std::vector<std::size_t> voices; ///< who could live with it
    std::size_t actors = 0;
};

/// All that was answered by those asked about.
class Voices {
  public:
    Voices(const Matrix& matrix, std::size_t variable, std::span<const std::size_t> actors)
        : variable_(matrix.questions().at(variable)), column_(matrix.column(variable)) {
        std::vector<std::size_t> at(column_.answers().size(), none);
        for (std::size_t actor : actors) {
            if (!matrix.is_answered(variable, actor)) continue;
            const std::size_t place = column_.cells()[actor].answer - 1U;
            if (at[place] == none) {
                at[place] = voices_.size();
                voices_.push_back({place, &column_.answers()[place], {}});
            }
            voices_[at[place]].actors.push_back(actor);
            ++answered_;
        }
        std::ranges::sort(voices_, [&](const Voice& a, const Voice& b) {
            return comes_before(variable_, *a.answer, *b.answer);
        });
    }

    [[nodiscard]] const Variable& variable() const { return variable_; }
    [[nodiscard]] const std::vector<Voice>& all() const { return voices_; }
    [[nodiscard]] const Voice& operator[](std::size_t i) const { return voices_[i]; }
    [[nodiscard]] std::size_t size() const { return voices_.size(); }
    [[nodiscard]] std::size_t answered() const { return answered_; }
    [[nodiscard]] Strength strength(std::size_t actor) const { return column_.cells()[actor].strength; }
    [[nodiscard]] const Answer& answer(std::size_t actor) const { return *column_.answer(actor); }
    [[nodiscard]] const std::vector<Answer>& column_answers() const { return column_.answers(); }

    [[nodiscard]] std::vector<std::size_t> actors_of(const std::vector<std::size_t>& voices) const {
        std::vector<std::size_t> actors;
        for (std::size_t voice : voices)
            actors.insert(actors.end(), voices_[voice].actors.begin(), voices_[voice].actors.end());
        std::ranges::sort(actors);
        return actors;
    }

    /// Everything at which anybody could meet, in the question's order.
    [[nodiscard]] std::vector<Option> options() const {
        std::vector<Option> options;
        if (has_units(variable_))
            options = points();
        else if (variable_.kind == AnswerKind::several_of)
            options = words();
        else
            options = outcomes();
        for (Option& option : options)
            for (std::size_t voice : option.voices) option.actors += voices_[voice].actors.size();
        return options;
    }

    /// The range that the intervals of all these cover.
    [[nodiscard]] Answer covered(const std::vector<std::size_t>& voices) const {
        double least = voices_[voices.front()].answer->least, most = voices_[voices.front()].answer->most;
        for (std::size_t voice : voices) {
            least = std::max(least, voices_[voice].answer->least);
            most = std::min(most, voices_[voice].answer->most);
        }
        return range_answer(variable_, least, most);
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A point covered by most is also one where some interval begins.
    std::vector<Option> points() const {
        std::vector<Option> options;
        for (const Voice& begins : voices_) {
            const double point = begins.answer->least;
            if (!options.empty() && options.back().at.least == point) continue;
            Option option{range_answer(variable_, point, point), {}};
            for (std::size_t i = 0; i < voices_.size(); ++i)
                if (voices_[i].answer->least <= point && point <= voices_[i].answer->most)
                    option.voices.push_back(i);
            option.at = covered(option.voices);
            options.push_back(std::move(option));
        }
        return options;
    }

    std::vector<Option> words() const {
        std::unordered_map<std::string_view, std::size_t> places;
        std::vector<Option> options;
        for (std::size_t i = 0; i < voices_.size(); ++i)
            for (const std::string& word : voices_[i].answer->words) {
                auto [found, is_new] = places.emplace(word, options.size());
                if (is_new) options.push_back({word_answer(variable_, word), {}});
                options[found->second].voices.push_back(i);
            }
        sort(options);
        return options;
    }

    std::vector<Option> outcomes() const {
        std::vector<Option> each;
        for (std::size_t i = 0; i < voices_.size(); ++i) {
            each.push_back({*voices_[i].answer, {i}});
            for (const auto& [flexible, accepted] : variable_.accepts)
                if (voices_[i].answer->words == std::vector{flexible})
                    each.push_back({word_answer(variable_, accepted), {i}});
        }
        sort(each);
        std::vector<Option> options;
        for (Option& option : each)
            if (!options.empty() && options.back().at == option.at)
                options.back().voices.push_back(option.voices.front());
            else
                options.push_back(std::move(option));
        for (Option& option : options) {
            std::ranges::sort(option.voices);
            const auto twice = std::ranges::unique(option.voices);
            option.voices.erase(twice.begin(), twice.end());
        }
        return options;
    }

    void sort(std::vector<Option>& options) const {
        std::ranges::sort(
            options, [&](const Option& a, const Option& b) { return comes_before(variable_, a.at, b.at); });
    }

    const Variable& variable_;
    const Column& column_;
    std::vector<Voice> voices_;
    std::size_t answered_ = 0;
};

} // namespace poa::views
