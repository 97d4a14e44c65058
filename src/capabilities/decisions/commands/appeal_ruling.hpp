// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/ruling.hpp"

namespace poa::decisions {

struct AppealRuling {
    Id<Proposal> proposal;
    Id<Ruling> ruling; ///< the one the sender saw
    std::string reasons;
    bool roll_call = false;
};
[[nodiscard]] const Input<AppealRuling>& input_of(Of<AppealRuling>);

/// A State appeals against a ruling: it is put to the vote at once, as a matter of procedure, and everything
/// else on the proposal waits. Who votes yes overrules the Chair (rules 71 and 113 of the General Assembly).
/// Records "decisions.appeal_ruling" (ruling, question, members, sha256 of the reasons) for everyone. Refuses
/// as `may_appeal`; (not_found) "decisions.no_such_ruling".
[[nodiscard]] Result<Question> appeal_ruling(ledger::Work& work, const identity::Actor& actor,
                                             const Mechanism& mechanism, const AppealRuling& request);

} // namespace poa::decisions
