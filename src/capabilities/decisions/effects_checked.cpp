// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_checked.hpp"

#include "capabilities/decisions/store_agreed.hpp"
#include "capabilities/decisions/store_text.hpp"

namespace poa::decisions {
namespace {

constexpr std::size_t kept_max = 1'000;

std::shared_ptr<const Checked> check_anew(storage::Session& session, const Mechanism& mechanism,
                                          const charter::CharterInForce& in_force, const Proposal& proposal,
                                          Instant now) {
    Checked made;
    auto result = check_effect(session, mechanism, in_force, proposal, now);
    if (result)
        made.changes = std::move(*result);
    else
        for (const Reason& reason : result.error().reasons) made.problems.push_back(reason.code);
    return std::make_shared<const Checked>(std::move(made));
}

} // namespace

std::shared_ptr<const Checked> KeptChecks::find(Id<Proposal> proposal, const MadeOf& made_of) const {
    std::lock_guard lock(mutex_);
    const auto found = kept_.find(proposal);
    return found != kept_.end() && found->second.made_of == made_of ? found->second.checked : nullptr;
}

void KeptChecks::keep(Id<Proposal> proposal, MadeOf made_of, std::shared_ptr<const Checked> checked) {
    std::lock_guard lock(mutex_);
    if (kept_.size() >= kept_max) kept_.clear();
    kept_.insert_or_assign(proposal, Kept{std::move(made_of), std::move(checked)});
}

std::shared_ptr<const Checked> checked_effect(storage::Session& session, const Mechanism& mechanism,
                                              const charter::CharterInForce& in_force,
                                              const Proposal& proposal, Instant now) {
    if (mechanism.kept == nullptr) return check_anew(session, mechanism, in_force, proposal, now);
    const auto head = store::text_head(session, proposal.id);
    KeptChecks::MadeOf made_of{proposal.revision,         head ? head->newest : 0,
                               head ? head->revision : 0, store::register_size(session),
                               in_force.digest,           Day::of(now),
                               mechanism.states.now()};
    if (auto kept = mechanism.kept->find(proposal.id, made_of)) return kept;
    auto made = check_anew(session, mechanism, in_force, proposal, now);
    mechanism.kept->keep(proposal.id, std::move(made_of), made);
    return made;
}

} // namespace poa::decisions
