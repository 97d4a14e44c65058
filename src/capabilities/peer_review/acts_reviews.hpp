// SPDX-License-Identifier: Apache-2.0
#pragma once
// The acts on a review as they are offered: to which side, on what, and what is said before they are done.

#include "base/input.hpp"
#include "capabilities/peer_review/keeping.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace poa::peer_review {

enum class ActFor : std::uint8_t {
    reviewed,     ///< the State under review
    reviewer,     ///< one that agreed
    volunteering, ///< another State
    leaving,      ///< a State that was asked, offered or agreed
    organisation,
};

struct ReviewAct {
    std::string_view command; ///< "ask_question"; the permission is "peer_review.ask_question"
    ActFor whose;
    std::optional<ReviewVerb> verb;    ///< none: at any stage
    std::span<const StatementKind> on; ///< empty: on the review itself
    std::string_view title;            ///< source string: the link and the page's title
    std::string_view told;             ///< source string: what it does and who learns of it
    const InputSpec* input;
};
[[nodiscard]] std::span<const ReviewAct> review_acts();
[[nodiscard]] const ReviewAct* find_review_act(std::string_view command);

/// Everything that decides on what is offered.
struct Offering {
    const identity::Actor& actor;
    const Review& review;
    std::span<const Reviewer> reviewers;
    const ReviewClause& clause;
};
/// Whether the actor could do it now. `settle_offer` is offered beside each reviewer.
[[nodiscard]] bool is_offered(const ReviewAct& act, const Offering& to);

} // namespace poa::peer_review
