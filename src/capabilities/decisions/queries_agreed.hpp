// SPDX-License-Identifier: Apache-2.0
#pragma once
// What pages and other capabilities read of what was agreed, and of the chain that founds the mechanism. All
// of it is open to everyone.

#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/chain.hpp"
#include "storage/database.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// An item as it stands on a day.
struct AgreedRow {
    AgreedVersion version;
    std::optional<Day> holds_until; ///< of a recommendation that must be confirmed
    bool lapsed = false;            ///< it was not, in time: shown as lapsed
};
/// What held at the end of that day, by the charter's word of that day; by key.
[[nodiscard]] std::vector<AgreedRow> agreed_on(storage::Session& session, AgreedKind kind, Day day);

/// One item with all its versions, newest first.
struct AgreedItem {
    AgreedRow newest; ///< as of `day`
    bool holds = false;
    std::vector<AgreedVersion> history;
};
/// Nothing where there never was one.
[[nodiscard]] std::optional<AgreedItem> agreed_item(storage::Session& session, AgreedKind kind,
                                                    std::string_view key, Day day);

/// Whether an organisation's accreditation holds on that day: it was given, not ended, and its session or
/// cycle (clause 15.9) is not over.
[[nodiscard]] bool is_accredited_on(storage::Session& session, std::string_view organisation, Day day);

/// Groups as the charter and decisions had them at the end of that day, over or not.
[[nodiscard]] std::vector<WorkingGroup> groups_on(storage::Session& session, Day day);
/// Who holds the offices on that day: while terms overlap, both who leaves and who comes.
[[nodiscard]] std::vector<AgreedVersion> offices_on(storage::Session& session, Day day);

/// The body whose decision it was: "plenary"; empty where there is no such proposal.
[[nodiscard]] std::string body_of_decision(storage::Session& session, Id<Proposal> proposal);

/// The proposal that became the decision of that symbol; nothing where there is none.
[[nodiscard]] std::optional<Id<Proposal>> decision_called(storage::Session& session, std::string_view symbol);

struct ChainState {
    bool active = true;         ///< there is no chain, or it is complete
    std::optional<Chain> chain; ///< nothing: none was begun
};
[[nodiscard]] ChainState chain_state(storage::Session& session);
/// Refuses (rule) "decisions.mechanism_not_active" (waiting; clause 2.9): all matters but the founding wait
/// for the chain.
[[nodiscard]] Result<void> may_act_now(storage::Session& session, Matter matter);

} // namespace poa::decisions
