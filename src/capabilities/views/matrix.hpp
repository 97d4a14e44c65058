// SPDX-License-Identifier: Apache-2.0
#pragma once
// Positions in memory: one column a question, one cell an actor. A change makes a new matrix that shares
// every column but the one changed, so readers never wait and a correction costs one column.

#include "base/id.hpp"
#include "capabilities/views/question_set.hpp"

#include <memory>
#include <string>
#include <vector>

namespace poa::views {

struct PositionRow; ///< tag of Id
using PositionId = Id<PositionRow>;

enum class ActorKind : std::uint8_t { state, stakeholder };
[[nodiscard]] std::string_view name_of(ActorKind kind);

/// Who holds positions. Stakeholders are never counted among States.
struct PositionActor {
    std::string key; ///< "state:EGY", "organisation:cyberpeace-institute"
    ActorKind kind = ActorKind::state;
    std::string code; ///< ISO 3166-1 alpha-3 of a State; as the file has it otherwise
    std::string name; ///< as its paper has it
};

struct Cell {
    std::uint16_t answer = 0; ///< 0: none; else place in the column's answers, from 1
    Strength strength = Strength::none;
    PositionId position;
};

/// The answers to one question.
class Column {
  public:
    explicit Column(std::size_t actors) : cells_(actors) {}
    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
    [[nodiscard]] const std::vector<Answer>& answers() const { return answers_; } ///< each once
    [[nodiscard]] const Answer* answer(std::size_t actor) const {
        const Cell& cell = cells_[actor];
        return cell.answer == 0 ? nullptr : &answers_[cell.answer - 1U];
    }
    /// A strength of none takes the answer away.
    void set(std::size_t actor, const Answer& answer, Strength strength, PositionId position);
    void clear(std::size_t actor) { cells_[actor] = Cell{}; }

  private:
    std::vector<Cell> cells_;
    std::vector<Answer> answers_;
};

class Matrix {
  public:
    /// Without any answer. `actors` in the order they are shown; keys are distinct (require).
    Matrix(std::shared_ptr<const QuestionSet> questions, std::vector<PositionActor> actors);

    [[nodiscard]] const QuestionSet& questions() const { return *questions_; }
    [[nodiscard]] const std::vector<PositionActor>& actors() const { return *actors_; }
    [[nodiscard]] std::optional<std::size_t> find_actor(std::string_view key) const;
    [[nodiscard]] std::optional<std::size_t> find_code(std::string_view code) const;
    [[nodiscard]] std::size_t states() const { return states_; } ///< how many of the actors are States
    [[nodiscard]] const Column& column(std::size_t variable) const { return *columns_[variable]; }
    [[nodiscard]] const Cell& cell(std::size_t variable, std::size_t actor) const {
        return columns_[variable]->cells()[actor];
    }
    [[nodiscard]] const Answer* answer(std::size_t variable, std::size_t actor) const {
        return columns_[variable]->answer(actor);
    }
    /// Whether the actor answered, and not by saying that it has no answer.
    [[nodiscard]] bool is_answered(std::size_t variable, std::size_t actor) const;
    [[nodiscard]] std::size_t answered_cells() const;

    /// While the matrix is being filled: in place.
    void set(std::size_t variable, std::size_t actor, const Answer& answer, Strength strength,
             PositionId position = {});
    /// A matrix with that one cell changed (no answer: emptied); all other columns are shared.
    [[nodiscard]] Matrix with(std::size_t variable, std::size_t actor, const std::optional<Answer>& answer,
                              Strength strength, PositionId position) const;

  private:
    std::shared_ptr<const QuestionSet> questions_;
    std::shared_ptr<const std::vector<PositionActor>> actors_;
    std::vector<std::shared_ptr<Column>> columns_;
    std::size_t states_ = 0;
};

} // namespace poa::views
