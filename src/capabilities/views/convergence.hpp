// SPDX-License-Identifier: Apache-2.0
#pragma once
// How far the replies to one question agree: who could live with what, where the line runs between those who
// cannot, and what smallest change would bring a majority together. States only; nothing here ranks them.
// Actors are given by their place in the matrix, and every list of them is ascending: the matrix's order.

#include "capabilities/views/matrix.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace poa::views {

/// Which of a list of answers to one question are compatible (are_compatible, asked for all pairs at once).
/// O(answers^2); for several_of O(words in all + pairs that share a word, for each word).
class Compatibility {
  public:
    Compatibility(const Variable& variable, std::span<const Answer> answers);
    /// By place in that list, from 0.
    [[nodiscard]] bool of(std::size_t a, std::size_t b) const { return table_[a * size_ + b] != 0; }

  private:
    void compare_words(std::span<const Answer> answers);
    std::size_t size_;
    std::vector<char> table_;
};

/// Whether who answered `answer` can live with `outcome`: the same word, or one that `answer` accepts (the
/// first of a pair of Variable::accepts can live with the second, not the other way round); a set that holds
/// the outcome's words; an interval that overlaps.
[[nodiscard]] bool can_live_with(const Variable& variable, const Answer& answer, const Answer& outcome);

/// Places of all States.
[[nodiscard]] std::vector<std::size_t> places_of_states(const Matrix& matrix);

/// Who gave one answer, by how firmly.
struct AnswerVoices {
    Answer answer; ///< several_of: one word; who named several stands under each
    std::vector<std::size_t> firm, conditional, inferred; ///< States
    std::vector<std::size_t> stakeholders;                ///< apart: counted nowhere
    [[nodiscard]] std::size_t states() const { return firm.size() + conditional.size() + inferred.size(); }
};

/// Of all pairs of States that both answered.
struct PairAgreement {
    std::size_t pairs = 0, compatible = 0;
    /// From 0 to 1; nothing where fewer than two answered.
    [[nodiscard]] std::optional<double> share() const;
};

/// Who can meet, and at what.
struct MeetingGroup {
    /// one_of, yes_no, free: the answer all of them can live with. several_of: the word they share. interval,
    /// number: the range, or point, that all their intervals cover.
    Answer at;
    std::vector<std::size_t> actors;
};

/// Two groups of States no member of one can live with any of the other: no pair across is compatible, nor is
/// there an answer both could live with. Sought is what divides most pairs of States: for each two of the 8
/// answers, points or words most can live with, who could live with both is left out, then, one after
/// another, the answer that could live with most of the other side. With sets that overlap in many ways a
/// wider line may be missed; the one given always holds.
struct Cleavage {
    MeetingGroup one, other;          ///< `one` is not the smaller
    std::vector<std::size_t> between; ///< on neither side, and compatible with somebody on each
};

/// One State's way to where a majority would meet.
struct Move {
    std::size_t actor = 0;
    Strength strength = Strength::none; ///< of the answer it would change
    double distance = 0; ///< interval, number: units its interval would grow by; else 1: one answer changed,
                         ///< or one word added
};

/// The least that would have to change for more than half of those that answered to meet. Least total
/// distance first, then fewest States, then the least firm answers, then the question's order.
struct SmallestChange {
    Answer at;                ///< where they would meet; as MeetingGroup::at
    std::size_t majority = 0; ///< States needed
    std::size_t already = 0;  ///< States that can live with it as they are
    std::vector<Move> moves;  ///< empty: a majority agrees already
    /// States as near, and no firmer, that could move in place of the farthest of `moves`.
    std::vector<std::size_t> as_near;
    double cost = 0; ///< sum of the distances
};

struct Convergence {
    std::size_t answered = 0, silent = 0;   ///< States; who says "unspecified" is silent
    std::vector<AnswerVoices> distribution; ///< most States first, then in the question's order
    PairAgreement agreement;
    std::optional<MeetingGroup> largest; ///< nothing where nobody answered; ties in the question's order
    /// Nothing where all can live with each other, and where States only stand alone against each other (of
    /// more than two that answered, one side must have two).
    std::optional<Cleavage> cleavage;
    std::vector<std::size_t> alone; ///< no other answer is compatible; empty where fewer than two answered
    std::optional<SmallestChange> change; ///< nothing where nobody answered
};

/// Over all States, or those among `actors` (in any order; stakeholders among them are listed apart).
/// The question's order: allowed answers as listed, yes before no, lower before higher, words by letter.
/// At most O(States^2) but for several_of, where each shared word adds its pairs.
[[nodiscard]] Convergence convergence_of(const Matrix& matrix, std::size_t variable);
[[nodiscard]] Convergence convergence_of(const Matrix& matrix, std::size_t variable,
                                         std::span<const std::size_t> actors);

/// The largest group alone, over `actors` (ascending, each once), stakeholders counted like States.
[[nodiscard]] std::optional<MeetingGroup> largest_group(const Matrix& matrix, std::size_t variable,
                                                        std::span<const std::size_t> actors);

} // namespace poa::views
