// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/refusal.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/positions_file.hpp"

#include <string>
#include <vector>

namespace poa::views {

struct ImportPositions {
    PositionsFile file;
    std::string coder; ///< whose reading it is; empty: as the file says, else "first coder"
    Sha256 digest;     ///< of the file as it came
};

/// A cell and what became of it.
struct CellNotice {
    std::string actor, variable, quote;
};

struct ImportedPositions {
    int question_set = 0;
    bool new_question_set = false;
    std::size_t cells = 0, added = 0, changed = 0, unchanged = 0, second_readings = 0;
    std::vector<CellNotice> not_located; ///< the quote is in no paper of that actor
    std::vector<CellNotice> disagreeing; ///< another coder reads it otherwise; the first reading stands
    std::vector<CellNotice> no_longer; ///< this coder read them before; the file has them no more, they stand
    std::vector<CellNotice> own_word;  ///< the actor corrected or withdrew it; its word stands
};

/// Takes in a coding whole or not at all, each cell tied to the passage where its quote stands. The first
/// coder's reading is the position; a second coder's stands beside it. The papers must be on the record
/// publicly to be looked in. Records "views.import_positions". Refuses: identity.not_permitted;
/// "views.no_such_state" (actor); "views.quote_twice" (actor, variable, quote, times: the phrase stands more
/// than once in the paper and its locator does not tell which); "views.actor_code" (a stakeholder by a
/// State's code, or two actors that cannot be told apart); with changed questions "views.own_word_lost" (a
/// State's own word could not be carried over) and whatever the claims that hold now are refused for; all
/// problems at once (bad_input), and what parse_positions refuses.
[[nodiscard]] Result<ImportedPositions> import_positions(ledger::Work& work, const identity::Actor& actor,
                                                         const members::Register& states,
                                                         const ImportPositions& request);

} // namespace poa::views
