// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a State undertakes of its own free will, and what States agree to reach together. A State alone says
// where its commitment stands (A/78/76: voluntary); nothing is computed for it. Pure.

#include "base/id.hpp"
#include "base/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::commitments {

enum class Stage : std::uint8_t {
    planned,
    under_way,
    done,
    changed,   ///< something else is undertaken instead; the State says what
    withdrawn, ///< nothing follows any more
};
inline constexpr std::array<Stage, 5> all_stages{Stage::planned, Stage::under_way, Stage::done,
                                                 Stage::changed, Stage::withdrawn};
[[nodiscard]] std::string_view name_of(Stage stage);  ///< "under_way"
[[nodiscard]] std::string_view title_of(Stage stage); ///< source string
[[nodiscard]] std::optional<Stage> parse_stage(std::string_view name);

enum class StepKind : std::uint8_t { published, reported, reaffirmed };
[[nodiscard]] std::string_view name_of(StepKind kind);

struct Commitment {
    Id<Commitment> id;
    std::string state; ///< ISO3
    std::string title, words, language;
    std::string item;      ///< of the framework; empty: none
    std::string goal;      ///< key; empty: none
    std::int64_t need = 0; ///< in the list of needs; 0: none
    std::string shown_by;  ///< what will show it
    std::optional<Day> due;
    Stage stage = Stage::planned;
    std::int64_t revision = 0; ///< number of its newest step
    Instant published_at;
};

struct Step {
    std::int64_t number = 0; ///< from 1
    StepKind kind = StepKind::published;
    Stage stage = Stage::planned; ///< after it
    std::string words;
    std::vector<std::string> evidence; ///< addresses
    Instant at;
    std::int64_t person = 0;
};

/// A goal that a decision set: how many States are to say of themselves, by a year, that they have it.
struct Goal {
    std::string key;
    std::int64_t version = 0;
    std::string title, text, language;
    std::string indicator;   ///< of the catalogue of indicators
    std::int64_t year = 0;   ///< by which
    std::int64_t states = 0; ///< 0: no number was agreed
    std::int64_t proposal = 0;
    std::string symbol;
    Instant since;
};

/// Addresses, one a line, without empty lines.
[[nodiscard]] std::vector<std::string> evidence_in(std::string_view typed);
/// An address outside; a document here; a report of that State.
[[nodiscard]] bool is_evidence(std::string_view address, std::string_view state);

} // namespace poa::commitments
