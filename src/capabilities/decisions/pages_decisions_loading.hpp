// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/pages_decisions.hpp"
#include "web/visit.hpp"

namespace poa::decisions {

/// Who reads, and when.
struct Reading {
    storage::Session& session;
    const Mechanism& mechanism;
    const identity::Actor& actor;
    const web::Visit& visit;
    Instant now;
};

[[nodiscard]] Viewer viewer_of(const identity::Actor& actor);
/// A name for "state:XXA", "chair", "group:capacity", "organisation:KEY" in the reader's language.
[[nodiscard]] std::string name_of_body(const Reading& reading, std::string_view body);

/// `before`: those with lower numbers; 0: the newest.
[[nodiscard]] DecisionsPage load_decisions(const Reading& reading, std::string_view stage,
                                           std::string_view body, std::int64_t before);
/// Refuses (not_found) "decisions.no_such".
[[nodiscard]] Result<DecisionPage> load_decision(const Reading& reading, Id<Proposal> id);

/// Refuses who may draft nothing, as the permission table does.
[[nodiscard]] Result<NewProposalPage> load_new_proposal(const Reading& reading);
/// And (not_found) "decisions.no_such_effect".
[[nodiscard]] Result<DraftFormPage> load_draft_form(const Reading& reading, std::string_view effect);
/// Refuses who may not do it; (not_found) "decisions.no_such", "decisions.no_such_act".
[[nodiscard]] Result<ActPage> load_act(const Reading& reading, Id<Proposal> id, std::string_view command);

} // namespace poa::decisions
