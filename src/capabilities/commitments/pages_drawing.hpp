// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page structs to HTML.

#include "capabilities/commitments/pages.hpp"
#include "web/drawing.hpp"
#include "web/form.hpp"

namespace poa::commitments {

[[nodiscard]] web::Screen draw_commitments(const CommitmentsPage& page, const web::Visit& visit);
/// With the forms of the State whose it is; `entered` belongs to the one of that command.
[[nodiscard]] web::Screen draw_commitment(const CommitmentPage& page, const web::Visit& visit,
                                          const web::Entered& entered, std::string_view command);
[[nodiscard]] web::Screen draw_new_commitment(const NewCommitmentPage& page, const web::Visit& visit,
                                              const web::Entered& entered);
[[nodiscard]] web::Screen draw_goals(const GoalsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_goal(const GoalPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_trail(const TrailPage& page, const web::Visit& visit);

// Parts.
[[nodiscard]] web::Html commitments_table(const std::vector<CommitmentRow>& rows, std::string_view words,
                                          const web::Visit& visit);
/// A link to an address here or outside; the bare text where it is neither.
[[nodiscard]] web::Html link_to(const std::string& address, std::string_view words);
[[nodiscard]] web::Screen begin_commitments(std::string title, std::string_view description);

} // namespace poa::commitments
