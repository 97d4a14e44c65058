// SPDX-License-Identifier: Apache-2.0
#pragma once
// A played proposal as the platform knows it.

#include "capabilities/decisions/question.hpp"

#include <optional>

namespace poa::app {

/// What is known of a proposal that was drafted.
struct Put {
    Id<decisions::Proposal> proposal = {}; ///< unknown: not drafted
    Id<decisions::Question> question = {}; ///< unknown: none is open
    std::optional<Instant> closes = {};    ///< of that question
};

} // namespace poa::app
