// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/changing.hpp"

namespace poa::views {

struct CodePosition {
    std::string actor, variable;
    std::string coder;    ///< whose reading it is
    std::string answer;   ///< as parse_answer takes it
    std::string strength; ///< "firm" ...
    std::string quote;    ///< the phrase it rests on
    std::string note;
};

/// A coder reads one cell. The first coder's reading is the position; any other stands beside it until
/// resolved. Records "views.code_position". Refuses: identity.not_permitted; not_found as find_cell;
/// "views.coder_required"; what the answer, the strength and the phrase are refused for (bad_input).
[[nodiscard]] Result<changing::Changed> code_position(ledger::Work& work, const identity::Actor& actor,
                                                      const CodePosition& request);

} // namespace poa::views
