// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a review may go, as data (data/reviews): phases with days. The days are a plan and bind nobody: each
// State goes on when it is ready.

#include "base/embedded.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/peer_review/review.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::peer_review {

/// A text in several languages; English always.
using Wordings = std::map<std::string, std::string, std::less<>>;
/// A text and the language it is in.
struct Worded {
    std::string_view text, language;
};
[[nodiscard]] Worded worded(const Wordings& texts, std::string_view language);

struct ReviewPhase {
    std::string key;
    Wordings title;
    std::string by;                               ///< "reviewed_state", "reviewers", "everybody" ...
    ReviewStage stage = ReviewStage::volunteered; ///< at which a review is meanwhile
    std::int64_t begins_after = 0;                ///< days from the end of the phase before
    std::int64_t days = 0;
};

struct ReviewProcedure {
    std::string key; ///< "peer-dialogue"
    Wordings title, about;
    std::string source;         ///< where the model comes from
    std::int64_t reviewers = 3; ///< how many are looked for
    std::vector<ReviewPhase> phases;
};

/// Refuses (bad_input) what parse_json refuses, and "peer_review.procedure_shape" (at).
[[nodiscard]] Result<ReviewProcedure> parse_procedure(std::string_view json);

/// A phase with its planned days, both included.
struct PlannedPhase {
    const ReviewPhase* phase;
    Day first, last;
};
[[nodiscard]] std::vector<PlannedPhase> planned(const ReviewProcedure& procedure, Day begins);

[[nodiscard]] std::span<const Embedded> review_files();
/// Those that come with the program, by key. That they read is our own duty (require). Any thread.
[[nodiscard]] const std::vector<ReviewProcedure>& review_procedures();
[[nodiscard]] const ReviewProcedure* find_procedure(std::string_view key); ///< null where there is none

} // namespace poa::peer_review
