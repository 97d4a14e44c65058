// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/keeping.hpp"

namespace poa::views {

/// Takes bands as the ones words are chosen by, as the next version. Records "views.keep_bands". Refuses:
/// identity.not_permitted; "views.word_unknown" (word: summaries are not written with it); what parse_bands
/// and Bands::of refuse (bad_input, all problems at once).
[[nodiscard]] Result<KeptReference> keep_bands(ledger::Work& work, const identity::Actor& actor,
                                               const std::string& text);

} // namespace poa::views
