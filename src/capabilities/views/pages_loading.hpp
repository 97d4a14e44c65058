// SPDX-License-Identifier: Apache-2.0
#pragma once
// From the record to page structs: the summary, its statements, the comparison with the published text,
// positions.

#include "capabilities/members/members.hpp"
#include "capabilities/views/labels.hpp"
#include "capabilities/views/pages.hpp"
#include "capabilities/views/report.hpp"
#include "capabilities/views/standing.hpp"
#include "web/routes.hpp"

namespace poa::views {

/// What loading needs from around.
struct Loading {
    storage::Session& session;
    const Standing& standing;
    const members::Register& states;
    const web::Visit& visit;
};

struct ClaimQuery {
    std::string claim;
};
struct PositionQuery {
    std::string actor, question;
    std::string from; ///< id of a statement, for the way back
};
[[nodiscard]] const Input<ClaimQuery>& input_of(Of<ClaimQuery>);
[[nodiscard]] const Input<PositionQuery>& input_of(Of<PositionQuery>);

[[nodiscard]] Result<ViewsPage> load_views(const Loading& at);
[[nodiscard]] Result<SummaryPage> load_summary(const Loading& at);
/// Refuses views.no_such_claim (not_found).
[[nodiscard]] Result<ClaimPage> load_claim(const Loading& at, const ClaimQuery& query);
[[nodiscard]] Result<PublishedPage> load_published(const Loading& at);
/// Refuses views.no_such_actor, views.no_such_question, views.no_such_position (not_found).
[[nodiscard]] Result<PositionPage> load_position(const Loading& at, const PositionQuery& query);

/// The name of an actor in the language of the reader.
[[nodiscard]] std::string name_in(const Loading& at, const PositionActor& actor);
/// An answer in the language of the reader.
[[nodiscard]] std::string answer_in(const web::Visit& visit, const Variable& variable, const Answer& answer);
[[nodiscard]] ClaimRow claim_row(const Loading& at, std::size_t claim);
/// Where a position is read: /views/positions/EGY/plenary_frequency.
[[nodiscard]] web::Url position_url(std::string_view actor, std::string_view question,
                                    std::string_view from = {});

} // namespace poa::views
