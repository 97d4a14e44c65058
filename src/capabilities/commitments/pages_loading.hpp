// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to pages of commitments, goals and trails.

#include "base/input.hpp"
#include "capabilities/acquis/acquis.hpp"
#include "capabilities/commitments/commitments.hpp"
#include "capabilities/commitments/pages.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "web/visit.hpp"

namespace poa::commitments {

/// Who reads, and when.
struct Reading {
    storage::Session& session;
    const members::Register& states;
    const identity::Actor& actor;
    const web::Visit& visit;
    Instant now;
    acquis::CurrentFramework& framework;
};

struct CommitmentsQuery {
    std::string item, state, stage;
    std::int64_t before = 0;
};
[[nodiscard]] const Input<CommitmentsQuery>& input_of(Of<CommitmentsQuery>);
/// Fifty a page. Refuses (bad_input, all at once) "commitments.no_such_item" (value),
/// "commitments.no_such_state" (value).
[[nodiscard]] Result<CommitmentsPage> load_commitments(const Reading& reading, const CommitmentsQuery& query);
/// Refuses (not_found) "commitments.no_such_commitment".
[[nodiscard]] Result<CommitmentPage> load_commitment(const Reading& reading, Id<Commitment> id);
/// Refuses as the permission of publishing.
[[nodiscard]] Result<NewCommitmentPage> load_new_commitment(const Reading& reading, std::string_view item,
                                                            std::int64_t need);
[[nodiscard]] GoalsPage load_goals(const Reading& reading);
/// Refuses (not_found) "commitments.no_such_goal".
[[nodiscard]] Result<GoalPage> load_goal(const Reading& reading, std::string_view key);
/// The way from what a report says to what came of it, along links that are there: `kind` is "need",
/// "item", "commitment" or "goal". Nothing is on it that the reader may not see. Refuses (not_found)
/// "commitments.no_such_trail".
[[nodiscard]] Result<TrailPage> load_trail(const Reading& reading, std::string_view kind,
                                           std::string_view id);

// Parts.
[[nodiscard]] CommitmentRow row_of(const Reading& reading, const Commitment& commitment);
[[nodiscard]] GoalRow row_of(const Reading& reading, const Goal& goal);
/// Every year with an answer, as this reader may know it.
[[nodiscard]] std::vector<GoalYear> years_of(const Reading& reading, const Goal& goal);
/// In the reader's language; the key where the framework has no such item.
[[nodiscard]] std::string item_title(const Reading& reading, std::string_view item);

} // namespace poa::commitments
