// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/decisions/changing_text.hpp"

namespace poa::decisions {

struct CompileText {
    Id<Proposal> proposal;
    std::int64_t version = 0; ///< that the sender saw
    bool attribution = false; ///< with the names of States, of amendments that are attributed
};
[[nodiscard]] const Input<CompileText>& input_of(Of<CompileText>);

/// The Chair takes the open amendments into the text as brackets and alternatives (compiling.hpp); they are
/// superseded. Records "decisions.compile_text" (version, amendments, attribution). Refuses as
/// `act_for_chair`, `open_text`; (rule) "decisions.nothing_to_compile"; (conflict) as `reads_as_seen` where a
/// paragraph to be changed is not as the sender saw it.
[[nodiscard]] Result<TextChanged> compile_text(ledger::Work& work, const identity::Actor& actor,
                                               const CompileText& request);

} // namespace poa::decisions
