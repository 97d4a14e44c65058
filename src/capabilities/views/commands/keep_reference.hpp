// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/refusal.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

#include <string>

namespace poa::views {

struct KeptReference {
    int version = 0;
    std::size_t count = 0; ///< claims or bands
    bool unchanged = false;
};

/// Takes claims as the ones the summary is made of, as the next version. A claim without formula gets that of
/// the claim of the same id that holds now, or was shipped. Records "views.keep_claims". Refuses:
/// identity.not_permitted; "views.no_questions" (rule: no question set was imported yet); what parse_claims
/// and ready_claims refuse (bad_input, all problems at once).
[[nodiscard]] Result<KeptReference> keep_claims(ledger::Work& work, const identity::Actor& actor,
                                                const std::string& text);

/// Takes bands as the ones words are chosen by, as the next version. Records "views.keep_bands". Refuses:
/// identity.not_permitted; what parse_bands and Bands::of refuse (bad_input, all problems at once).
[[nodiscard]] Result<KeptReference> keep_bands(ledger::Work& work, const identity::Actor& actor,
                                               const std::string& text);

} // namespace poa::views
