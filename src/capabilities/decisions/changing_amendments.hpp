// SPDX-License-Identifier: Apache-2.0
#pragma once
// How amendments end, and those to them with them.

#include "capabilities/decisions/changing_text.hpp"
#include "capabilities/decisions/store_amendments.hpp"

#include <string_view>

namespace poa::decisions {

/// `open_text` for an act that does not depend on what the text reads.
[[nodiscard]] Result<TextAtWork> open_newest_text(ledger::Work& work, const identity::Actor& actor,
                                                  Id<Proposal> proposal, TextAct act);
/// Ends an open amendment; those to it are superseded. `version`: with which, 0: none.
void end_with_children(ledger::Work& work, Id<Proposal> proposal, const Amendment& amendment,
                       AmendmentStage stage, std::int64_t version);
/// Supersedes the open amendments to a paragraph that is gone. New paragraphs beside it stay open: where it
/// stood is known.
void end_those_to(ledger::Work& work, Id<Proposal> proposal, std::string_view paragraph,
                  std::int64_t version);

} // namespace poa::decisions
