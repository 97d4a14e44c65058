// SPDX-License-Identifier: Apache-2.0
#pragma once
// Two people changed the same answer, or one of them while the line was down. Neither side's words are lost:
// what can be brought together is, what cannot stands beside it until a person chooses.

#include "capabilities/national_reports/answer.hpp"

namespace poa::national_reports {

struct MergedAnswer {
    Answer answer;         ///< where they collide: as it stands (ours)
    bool collides = false; ///< then `theirs` must be kept beside it
};
/// `base`: what `theirs` was made of; `ours`: what became of it meanwhile. Equal changes are one; texts and
/// notes merge word by word, sets of options by what each added and took away; anything else that both
/// changed in different ways collides.
[[nodiscard]] MergedAnswer merge(const Question& question, const Answer& base, const Answer& ours,
                                 const Answer& theirs);

} // namespace poa::national_reports
