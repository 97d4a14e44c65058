// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/keeping.hpp"

namespace poa::views {

/// Takes claims as the ones the summary is made of, as the next version. A claim without formula gets that of
/// the claim of the same id that holds now, or was shipped. Records "views.keep_claims". Refuses:
/// identity.not_permitted; "views.no_questions" (rule: no question set was imported yet); what parse_claims
/// and ready_claims refuse (bad_input, all problems at once).
[[nodiscard]] Result<KeptReference> keep_claims(ledger::Work& work, const identity::Actor& actor,
                                                const std::string& text);

} // namespace poa::views
