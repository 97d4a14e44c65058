// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/matrix.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace poa::views {

std::string_view name_of(ActorKind kind) {
    return kind == ActorKind::state ? "state" : "stakeholder";
}

void Column::set(std::size_t actor, const Answer& answer, Strength strength, PositionId position) {
    if (strength == Strength::none) return clear(actor);
    auto found = std::ranges::find(answers_, answer);
    if (found == answers_.end()) {
        require(answers_.size() < std::numeric_limits<std::uint16_t>::max(), "few distinct answers");
        answers_.push_back(answer);
        found = std::prev(answers_.end());
    }
    const auto place = static_cast<std::uint16_t>(found - answers_.begin() + 1);
    cells_[actor] = Cell{place, strength, position};
}

Matrix::Matrix(std::shared_ptr<const QuestionSet> questions, std::vector<PositionActor> actors)
    : questions_(std::move(questions)) {
    std::set<std::string_view> keys;
    for (const PositionActor& actor : actors) {
        require(keys.insert(actor.key).second, "distinct actors");
        states_ += actor.kind == ActorKind::state;
    }
    actors_ = std::make_shared<const std::vector<PositionActor>>(std::move(actors));
    columns_.reserve(questions_->size());
    for (std::size_t i = 0; i < questions_->size(); ++i)
        columns_.push_back(std::make_shared<Column>(actors_->size()));
}

std::optional<std::size_t> Matrix::find_actor(std::string_view key) const {
    for (std::size_t i = 0; i < actors_->size(); ++i)
        if ((*actors_)[i].key == key) return i;
    return std::nullopt;
}

std::optional<std::size_t> Matrix::find_code(std::string_view code) const {
    for (std::size_t i = 0; i < actors_->size(); ++i)
        if ((*actors_)[i].code == code) return i;
    return std::nullopt;
}

bool Matrix::is_answered(std::size_t variable, std::size_t actor) const {
    const Answer* found = answer(variable, actor);
    return found != nullptr && !questions_->at(variable).is_silent(*found);
}

std::size_t Matrix::answered_cells() const {
    std::size_t cells = 0;
    for (std::size_t variable = 0; variable < columns_.size(); ++variable)
        for (std::size_t actor = 0; actor < actors_->size(); ++actor) cells += is_answered(variable, actor);
    return cells;
}

void Matrix::set(std::size_t variable, std::size_t actor, const Answer& answer, Strength strength,
                 PositionId position) {
    columns_[variable]->set(actor, answer, strength, position);
}

Matrix Matrix::with(std::size_t variable, std::size_t actor, const std::optional<Answer>& answer,
                    Strength strength, PositionId position) const {
    Matrix changed = *this;
    auto column = std::make_shared<Column>(*columns_[variable]);
    if (answer)
        column->set(actor, *answer, strength, position);
    else
        column->clear(actor);
    changed.columns_[variable] = std::move(column);
    return changed;
}

} // namespace poa::views
