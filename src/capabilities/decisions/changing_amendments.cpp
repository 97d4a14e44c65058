// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/changing_amendments.hpp"

#include "capabilities/decisions/negotiating.hpp"

namespace poa::decisions {

Result<TextAtWork> open_newest_text(ledger::Work& work, const identity::Actor& actor, Id<Proposal> proposal,
                                    TextAct act) {
    auto seen = find_proposal(work.session(), actor, proposal);
    if (!seen) return refuse(seen.error());
    return open_text(work, actor, proposal, act, newest_version(work.session(), proposal));
}

void end_with_children(ledger::Work& work, Id<Proposal> proposal, const Amendment& amendment,
                       AmendmentStage stage, std::int64_t version) {
    store::end_amendment(work.session(), proposal, amendment.number, stage, version, work.now());
    for (const Amendment& child : store::open_amendments(work.session(), proposal))
        if (child.parent == amendment.number)
            store::end_amendment(work.session(), proposal, child.number, AmendmentStage::superseded, version,
                                 work.now());
}

void end_those_to(ledger::Work& work, Id<Proposal> proposal, std::string_view paragraph,
                  std::int64_t version) {
    for (const Amendment& each : store::open_amendments(work.session(), proposal))
        if (each.parent == 0 && each.target == paragraph && !is_insertion(each.kind))
            end_with_children(work, proposal, each, AmendmentStage::superseded, version);
}

} // namespace poa::decisions
