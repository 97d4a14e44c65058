// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/queries_agreed.hpp"

#include "capabilities/decisions/store.hpp"
#include "capabilities/decisions/store_agreed.hpp"
#include "capabilities/decisions/store_chain.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// The last moment of the day.
Instant end_of(Day day) {
    return {(static_cast<std::int64_t>(day.days) + 1) * 86'400'000'000 - 1};
}

/// The charter says something of recommendations alone; of other kinds it is not read.
std::shared_ptr<const charter::CharterInForce> charter_of(storage::Session& session, AgreedKind kind,
                                                          Day day) {
    return kind == AgreedKind::recommendation ? charter::version_at(session, end_of(day)) : nullptr;
}

AgreedRow row_of(AgreedVersion version, const charter::CharterInForce* in_force, Day day) {
    AgreedRow made{std::move(version), {}, false};
    if (in_force == nullptr || made.version.kind != AgreedKind::recommendation) return made;
    made.holds_until = holds_until(in_force->charter, made.version);
    made.lapsed = has_lapsed(in_force->charter, made.version, day);
    return made;
}

} // namespace

std::vector<AgreedRow> agreed_on(storage::Session& session, AgreedKind kind, Day day) {
    const auto in_force = charter_of(session, kind, day);
    std::vector<AgreedRow> made;
    for (AgreedVersion& version : store::agreed_at(session, kind, end_of(day)))
        made.push_back(row_of(std::move(version), in_force.get(), day));
    return made;
}

std::optional<AgreedItem> agreed_item(storage::Session& session, AgreedKind kind, std::string_view key,
                                      Day day) {
    auto history = store::agreed_history(session, kind, key);
    if (history.empty()) return std::nullopt;
    const auto in_force = charter_of(session, kind, day);
    const auto on_day = store::agreed_at(session, kind, key, end_of(day));
    AgreedItem made;
    made.holds = on_day.has_value();
    made.newest = row_of(on_day ? *on_day : history.back(), in_force.get(), day);
    std::ranges::reverse(history);
    made.history = std::move(history);
    return made;
}

bool is_accredited_on(storage::Session& session, std::string_view organisation, Day day) {
    const auto found = store::agreed_at(session, AgreedKind::accreditation, organisation, end_of(day));
    if (!found) return false;
    const auto last = found->day_at("last");
    return !last || day <= *last;
}

std::vector<WorkingGroup> groups_on(storage::Session& session, Day day) {
    const auto in_force = charter::version_at(session, end_of(day));
    if (!in_force) return {};
    return working_groups(in_force->charter, store::agreed_at(session, AgreedKind::group, end_of(day)));
}

std::vector<AgreedVersion> offices_on(storage::Session& session, Day day) {
    // Who was elected early does not yet hold it: terms count, not which version is the newest.
    auto held = store::agreed_until(session, AgreedKind::office, end_of(day));
    // A term that was extended stands with its newest version alone.
    const auto extended = std::ranges::unique(held.rbegin(), held.rend(), [](const auto& a, const auto& b) {
        return a.key == b.key && a.at("first") == b.at("first") && a.at("state") == b.at("state");
    });
    held.erase(held.begin(), extended.begin().base());
    std::erase_if(held, [day](const AgreedVersion& office) {
        const auto first = office.day_at("first"), last = office.day_at("last");
        return !first || !last || day < *first || *last < day;
    });
    return held;
}

std::string body_of_decision(storage::Session& session, Id<Proposal> proposal) {
    const auto found = store::proposal(session, proposal);
    return found ? found->body : std::string();
}

std::optional<Id<Proposal>> decision_called(storage::Session& session, std::string_view symbol) {
    const auto found = session.number(
        {"decisions.decision_called", "SELECT id FROM decisions_proposal WHERE decision_symbol = $1"},
        symbol);
    if (!found) return std::nullopt;
    return Id<Proposal>{*found};
}

ChainState chain_state(storage::Session& session) {
    ChainState made{true, store::founding_chain(session)};
    made.active = !made.chain || made.chain->is_complete();
    return made;
}

Result<void> may_act_now(storage::Session& session, Matter matter) {
    const auto chain = store::founding_chain(session);
    return may_act_in(chain ? &*chain : nullptr, matter);
}

} // namespace poa::decisions
