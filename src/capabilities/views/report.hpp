// SPDX-License-Identifier: Apache-2.0
#pragma once
// The summary and the matrix as files for other programs: JSON, CSV and SDMX-CSV 2.0.

#include "capabilities/views/standing.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// The published words with the counts behind them, as examples to fit bands to.
[[nodiscard]] std::vector<WordExample> published_examples(const Standing& standing, CountBasis basis);
/// All words summaries are written with, from most to fewest.
[[nodiscard]] std::vector<std::string> quantifier_order();
/// Reads {"examples":[{"id","word","count"}]}. Refuses (bad_input, all problems at once) "views.file_part"
/// and "views.word_unknown" (id, word): not among `quantifier_order`.
[[nodiscard]] Result<std::vector<WordExample>> parse_examples(std::string_view text);

/// Which part of the matrix: places of actors and of questions, in the order they are shown.
struct MatrixPart {
    std::vector<std::size_t> actors, variables;
};
/// All of it.
[[nodiscard]] MatrixPart whole(const Matrix& matrix);

/// {"claims":[{"id","paragraph","section","quantifier","published_quantifier","fit","sentence","claim",
/// "strict":{"count","states":["AUS",..]},"loose":{..},"whole":{..},
/// "parts":[{"name","formula","strict":..,"loose":..}]}],
/// "bands":{..}}. `language`: of the sentences, a code such as "en".
[[nodiscard]] std::string summary_json(const Standing& standing, std::string_view language);

/// One row a cell that is answered: actor, kind, question, answer, strength.
[[nodiscard]] std::string matrix_csv(const Matrix& matrix, const MatrixPart& part);
/// {"question_set","questions":[..],
///  "actors":[{"code","kind","name","positions":{"key":{"answer","strength"}}}]}
[[nodiscard]] std::string matrix_json(const Matrix& matrix, const MatrixPart& part);
/// SDMX-CSV 2.0: one observation a cell, of the data structure POA:POSITIONS(1.0), with the dimensions
/// REF_AREA (ISO 3166 alpha-3; _O_ and the code for stakeholders) and QUESTION, the measure OBS_VALUE and the
/// attribute OBS_STATUS (A firm, E conditional, I inferred).
[[nodiscard]] std::string matrix_sdmx_csv(const Matrix& matrix, const MatrixPart& part);

/// "AUS", "CAN" ...: codes of actors by their places.
[[nodiscard]] std::vector<std::string> codes_of(const Matrix& matrix, const std::vector<std::size_t>& actors);

} // namespace poa::views
