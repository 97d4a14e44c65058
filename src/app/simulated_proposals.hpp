// SPDX-License-Identifier: Apache-2.0
#pragma once
// What delegations propose in a simulated run, and how it is written down as the commands take it.

#include "app/simulated_put.hpp"
#include "capabilities/charter/behaviour.hpp"
#include "capabilities/charter/in_force.hpp"
#include "capabilities/decisions/commands/draft_proposal.hpp"
#include "capabilities/decisions/question.hpp"
#include "capabilities/members/members.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poa::app {

/// A session that takes decisions.
struct Sitting {
    Day day;
    bool is_review = false;
    [[nodiscard]] std::string body() const { return is_review ? "review_conference" : "plenary"; }
};
/// Those of the run, in their order.
[[nodiscard]] std::vector<Sitting> sessions_of(const charter::Ground& ground);
/// Whether the charter has that matter decided there.
[[nodiscard]] bool is_taken(const charter::Charter& charter, decisions::Matter matter, bool at_review);

/// A proposal from the day a delegation has it until it is adopted or given up.
struct Simulated {
    decisions::Matter matter = decisions::Matter::substantive;
    Day made;               ///< counted from, however often it is drafted anew
    Day ready;              ///< not drafted (anew) before
    std::size_t author = 0; ///< place in the wish's States
    charter::Random voices; ///< its own stream, as where rules alone are applied
    std::int64_t times_put = 0;
    std::vector<std::size_t> objectors = {}; ///< when it was put last
    Sitting session = {};                    ///< for which it is drafted
    Put put = {};                            ///< on the platform
};

/// All that is proposed at sessions in the whole run, by the day it is made.
[[nodiscard]] std::vector<Simulated> proposals_of(const charter::Ground& ground,
                                                  const std::vector<Sitting>& sessions,
                                                  charter::Random& proposals, charter::Random& authors);

/// What the writing needs from around.
struct Drafting {
    const charter::CharterInForce& in_force;
    const members::Register& states;
    const std::vector<std::string>& codes; ///< the wish's States
    std::string last_region;               ///< of the Chair elected last; empty: none
    std::int64_t number = 0;               ///< of this draft in its run
};
[[nodiscard]] decisions::DraftProposal draft_of(const Simulated& one, const Drafting& at);
/// Key of the regional group in which a State of the wish is counted; empty where in none.
[[nodiscard]] std::string region_of(const members::Register& states, const std::string& code, Day day);

} // namespace poa::app
