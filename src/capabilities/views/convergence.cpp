// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/convergence.hpp"

#include "base/require.hpp"
#include "capabilities/views/convergence_searching.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace poa::views {
namespace {

std::optional<MeetingGroup> largest_of(const Voices& voices, const std::vector<Option>& options) {
    const auto largest = std::ranges::max_element(options, {}, &Option::actors);
    if (largest == options.end()) return std::nullopt;
    return MeetingGroup{largest->at, voices.actors_of(largest->voices)};
}

class Distribution {
  public:
    Distribution(const Matrix& matrix, std::size_t variable)
        : matrix_(matrix), variable_(variable), question_(matrix.questions().at(variable)) {}

    void add(std::size_t actor) {
        const Answer& answer = *matrix_.answer(variable_, actor);
        if (question_.kind == AnswerKind::several_of) {
            for (const std::string& word : answer.words) {
                auto [found, is_new] = places_.emplace(word, entries_.size());
                if (is_new) entries_.push_back({word_answer(question_, word)});
                add(actor, entries_[found->second]);
            }
            return;
        }
        auto [found, is_new] = given_.emplace(&answer, entries_.size());
        if (is_new) entries_.push_back({answer});
        add(actor, entries_[found->second]);
    }

    std::vector<AnswerVoices> sorted() && {
        std::ranges::sort(entries_, [&](const AnswerVoices& a, const AnswerVoices& b) {
            if (a.states() != b.states()) return a.states() > b.states();
            return comes_before(question_, a.answer, b.answer);
        });
        return std::move(entries_);
    }

  private:
    void add(std::size_t actor, AnswerVoices& entry) const {
        if (matrix_.actors()[actor].kind == ActorKind::stakeholder)
            return entry.stakeholders.push_back(actor);
        const Strength strength = matrix_.cell(variable_, actor).strength;
        auto& list = strength == Strength::firm          ? entry.firm
                     : strength == Strength::conditional ? entry.conditional
                                                         : entry.inferred;
        list.push_back(actor);
    }

    const Matrix& matrix_;
    std::size_t variable_;
    const Variable& question_;
    std::unordered_map<std::string_view, std::size_t> places_; ///< several_of
    std::unordered_map<const Answer*, std::size_t> given_;     ///< otherwise: a column holds each answer once
    std::vector<AnswerVoices> entries_;
};

PairAgreement agreement_of(const Voices& voices, const Compatibility& compatibility) {
    PairAgreement agreement;
    agreement.pairs = voices.answered() * (voices.answered() - (voices.answered() > 0 ? 1 : 0)) / 2;
    for (std::size_t a = 0; a < voices.size(); ++a) {
        const std::size_t actors = voices[a].actors.size();
        if (compatibility.of(voices[a].place, voices[a].place))
            agreement.compatible += actors * (actors - 1) / 2;
        for (std::size_t b = a + 1; b < voices.size(); ++b)
            if (compatibility.of(voices[a].place, voices[b].place))
                agreement.compatible += actors * voices[b].actors.size();
    }
    return agreement;
}

std::vector<std::size_t> alone_in(const Voices& voices, const Compatibility& compatibility) {
    std::vector<std::size_t> alone;
    for (std::size_t a = 0; a < voices.size() && voices.answered() > 1; ++a) {
        bool is_alone = voices[a].actors.size() == 1 || !compatibility.of(voices[a].place, voices[a].place);
        for (std::size_t b = 0; b < voices.size() && is_alone; ++b)
            is_alone = a == b || !compatibility.of(voices[a].place, voices[b].place);
        if (is_alone) alone.push_back(a);
    }
    return voices.actors_of(alone);
}

} // namespace

Compatibility::Compatibility(const Variable& variable, std::span<const Answer> answers)
    : size_(answers.size()), table_(size_ * size_) {
    if (variable.kind == AnswerKind::several_of) {
        compare_words(answers);
        return;
    }
    // Different words are compatible only where one accepts another.
    const bool has_words = variable.kind == AnswerKind::one_of || variable.kind == AnswerKind::free;
    const bool only_same = has_words && variable.accepts.empty();
    for (std::size_t a = 0; a < size_; ++a)
        for (std::size_t b = a; b < (only_same ? a + 1 : size_); ++b)
            table_[a * size_ + b] = table_[b * size_ + a] = are_compatible(variable, answers[a], answers[b]);
}

void Compatibility::compare_words(std::span<const Answer> answers) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_word;
    for (std::size_t i = 0; i < size_; ++i)
        for (const std::string& word : answers[i].words) by_word[word].push_back(i);
    for (const auto& [word, holders] : by_word)
        for (std::size_t a : holders)
            for (std::size_t b : holders) table_[a * size_ + b] = 1;
}

bool can_live_with(const Variable& variable, const Answer& answer, const Answer& outcome) {
    switch (variable.kind) {
    case AnswerKind::yes_no:
        return answer.yes == outcome.yes;
    case AnswerKind::interval:
    case AnswerKind::number:
        return answer.least <= outcome.most && outcome.least <= answer.most;
    case AnswerKind::several_of:
        return std::ranges::all_of(outcome.words, [&](const std::string& word) {
            return std::ranges::find(answer.words, word) != answer.words.end();
        });
    default:
        return answer.words == outcome.words || std::ranges::any_of(variable.accepts, [&](const auto& pair) {
                   return answer.words == std::vector{pair.first} &&
                          outcome.words == std::vector{pair.second};
               });
    }
}

std::vector<std::size_t> places_of_states(const Matrix& matrix) {
    std::vector<std::size_t> places;
    for (std::size_t actor = 0; actor < matrix.actors().size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::state) places.push_back(actor);
    return places;
}

std::optional<double> PairAgreement::share() const {
    if (pairs == 0) return std::nullopt;
    return static_cast<double>(compatible) / static_cast<double>(pairs);
}

Convergence convergence_of(const Matrix& matrix, std::size_t variable) {
    std::vector<std::size_t> everybody(matrix.actors().size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    return convergence_of(matrix, variable, everybody);
}

Convergence convergence_of(const Matrix& matrix, std::size_t variable, std::span<const std::size_t> actors) {
    require(variable < matrix.questions().size(), "a question of the set");
    std::vector<std::size_t> asked(actors.begin(), actors.end()), states;
    std::ranges::sort(asked);
    const auto twice = std::ranges::unique(asked);
    asked.erase(twice.begin(), twice.end());
    require(asked.empty() || asked.back() < matrix.actors().size(), "actors of the matrix");
    Distribution distribution(matrix, variable);
    for (std::size_t actor : asked) {
        if (matrix.is_answered(variable, actor)) distribution.add(actor);
        if (matrix.actors()[actor].kind == ActorKind::state) states.push_back(actor);
    }
    const Voices voices(matrix, variable, states);
    const Compatibility compatibility(voices.variable(), voices.column_answers());
    const std::vector<Option> options = voices.options();
    Convergence found;
    found.answered = voices.answered();
    found.silent = states.size() - voices.answered();
    found.distribution = std::move(distribution).sorted();
    found.agreement = agreement_of(voices, compatibility);
    found.largest = largest_of(voices, options);
    found.cleavage = widest_cleavage(voices, compatibility, options);
    found.alone = alone_in(voices, compatibility);
    if (found.largest) found.change = smallest_change(voices, options, *found.largest);
    return found;
}

std::optional<MeetingGroup> largest_group(const Matrix& matrix, std::size_t variable,
                                          std::span<const std::size_t> actors) {
    const Voices voices(matrix, variable, actors);
    return largest_of(voices, voices.options());
}

} // namespace poa::views
