// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on commitments share.

#include "capabilities/commitments/commitment.hpp"
#include "capabilities/commitments/store.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::commitments {

/// In the name of a State of the actor's, asked again as the transaction sees it.
[[nodiscard]] Result<identity::Permit> permit_of(ledger::Work& work, const identity::Actor& actor,
                                                 std::string_view command);

struct OwnCommitment {
    Commitment commitment;
    identity::Permit permit;
};
/// Refuses as the permission table; (not_found) "commitments.no_such_commitment"; (not_permitted)
/// "commitments.of_others"; "identity.appointment_over"; (rule) "commitments.is_withdrawn"; (conflict)
/// "commitments.changed_meanwhile" where `revision` is not its newest.
[[nodiscard]] Result<OwnCommitment> own_commitment(ledger::Work& work, const identity::Actor& actor,
                                                   std::string_view command, Id<Commitment> id,
                                                   std::int64_t revision);
/// The next step of it, kept. Refuses (conflict) "commitments.changed_meanwhile".
[[nodiscard]] Result<void> take_step(ledger::Work& work, Commitment& commitment, Step step);

/// The beginning of an entry about a commitment, open to everyone.
[[nodiscard]] ledger::Entry entry_of(std::string act, const identity::Permit& permit,
                                     const identity::Actor& actor, const Commitment& commitment);

} // namespace poa::commitments
