// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct RewriteParagraph {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    std::string paragraph;    ///< key
    std::string text;
};
[[nodiscard]] const Input<RewriteParagraph>& input_of(Of<RewriteParagraph>);

/// The Chair's wording of a paragraph: merged, out of alternatives, or as the room found it. Records
/// "decisions.rewrite_paragraph" (version, paragraph, sha256 of the text). Refuses as `act_for_chair`,
/// `open_text`, `wording_for` (field text); (rule) "decisions.no_change".
[[nodiscard]] Result<TextChanged> rewrite_paragraph(ledger::Work& work, const identity::Actor& actor,
                                                    const RewriteParagraph& request);

} // namespace poa::decisions
