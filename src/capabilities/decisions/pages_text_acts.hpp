// SPDX-License-Identifier: Apache-2.0
#pragma once
// The commands on a negotiated text as they are offered: their words, their forms, and in whose name.

#include "base/input.hpp"
#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/mechanism.hpp"

#include <span>
#include <string_view>

namespace poa::decisions {

enum class TextActFor : std::uint8_t {
    proposer, ///< who brought the draft in
    speaker,  ///< a delegation, or the Chair
    office,   ///< Chair or secretariat, as the permission table has it
};

struct TextCommand {
    std::string_view command; ///< "propose_amendment"; the permission is "decisions.propose_amendment"
    TextAct act;
    TextActFor whose;
    std::string_view title;    ///< source string: the link, and the page's title
    std::string_view recorded; ///< source string: what will be recorded, and who reads it
    const InputSpec* input;
};
[[nodiscard]] std::span<const TextCommand> text_commands();
/// Null where there is none.
[[nodiscard]] const TextCommand* find_text_command(std::string_view command);

/// In whose name the actor would do it; refuses as the permission table does.
[[nodiscard]] Result<identity::Permit> permit_for(const TextCommand& command, const identity::Actor& actor,
                                                  const Proposal& proposal);

} // namespace poa::decisions
