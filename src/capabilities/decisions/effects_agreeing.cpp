// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_agreeing.hpp"

#include "base/require.hpp"
#include "capabilities/decisions/store_agreed.hpp"
#include "capabilities/decisions/store_agreeing.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// A clock that went back does not put a version before the one it follows.
void add(ledger::Work& work, const ToAgree& agreed, const AgreedVersion* before, bool ends,
         const Adoption& adoption) {
    const std::int64_t version = before == nullptr ? 1 : before->version + 1;
    const Instant since = before == nullptr ? adoption.at : std::max(adoption.at, before->since);
    store::add_agreed(work.session(), {agreed.kind,
                                       agreed.key,
                                       version,
                                       agreed.title,
                                       agreed.text,
                                       agreed.attributes,
                                       since,
                                       {adoption.proposal, adoption.symbol},
                                       ends});
}

} // namespace

void agree(ledger::Work& work, ToAgree agreed, const Adoption& adoption) {
    require(is_agreed_key(agreed.key), "a key of the register");
    const auto before = store::agreed_history(work.session(), agreed.kind, agreed.key);
    add(work, agreed, before.empty() ? nullptr : &before.back(), false, adoption);
}

void end_agreed(ledger::Work& work, AgreedKind kind, std::string_view key, const Adoption& adoption) {
    const auto before = store::agreed_history(work.session(), kind, key);
    require(!before.empty() && !before.back().ends, "an item that holds");
    const AgreedVersion& last = before.back();
    add(work, {kind, last.key, last.title, last.text, last.attributes}, &last, true, adoption);
}

} // namespace poa::decisions
