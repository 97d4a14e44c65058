// SPDX-License-Identifier: Apache-2.0
#pragma once
// How far two coders read the same cells alike: Cohen's kappa (J. Cohen, "A coefficient of agreement for
// nominal scales", 1960), agreement beyond what their habits alone would bring about.

#include "capabilities/views/matrix.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace poa::views {

/// A category of a coder; nothing: no reading, a category of its own.
using Category = std::optional<std::string>;

struct Kappa {
    std::size_t cells = 0;
    double observed = 0; ///< share of cells in the same category; 0 where there are no cells
    double expected = 0; ///< the same if each had drawn at random from the categories as often used
    /// (observed - expected) / (1 - expected), at most 1. Nothing where there are no cells, and where both
    /// used one and the same category only: then nothing can be said.
    std::optional<double> kappa;
};

/// Each pair: one cell as the first and the second coder have it. O(cells * log categories).
[[nodiscard]] Kappa cohen_kappa(std::span<const std::pair<Category, Category>> cells);

/// What one coder read in a cell.
struct Reading {
    std::optional<Answer> answer; ///< nothing: found none
    Strength strength = Strength::none;
};

/// One cell read by two coders.
struct DoubleReading {
    std::size_t variable = 0, actor = 0; ///< places in the matrix
    Reading first, second;
};

struct Disagreement {
    std::size_t cell = 0; ///< place in the list of readings
    bool in_answer = false, in_strength = false;
};

struct CoderAgreement {
    Kappa answers;   ///< the answer as text; the order of words in a set does not count
    Kappa strengths; ///< none, inferred, conditional, firm
    std::vector<Disagreement> disagreements; ///< in the order of the readings
};

struct QuestionAgreement {
    std::size_t variable = 0;
    CoderAgreement agreement;
};

struct CodersAgreement {
    CoderAgreement whole;
    std::vector<QuestionAgreement> questions; ///< those with readings, in the order of the set
};

/// `cells`: all that both were asked to read, those included where neither found anything. An answer of
/// "unspecified", and a strength of none, is no reading.
[[nodiscard]] CodersAgreement agreement_of_coders(const QuestionSet& questions,
                                                  std::span<const DoubleReading> cells);

} // namespace poa::views
