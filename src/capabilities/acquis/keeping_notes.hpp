// SPDX-License-Identifier: Apache-2.0
#pragma once
// Notes that a room above makes out of what a State published there and agreed to share here.

#include "capabilities/acquis/note.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::acquis {

/// A practice as a State's report has it. The State agreed that everybody reads it: the caller has its word.
struct PracticeFromReport {
    std::string item;  ///< of the framework; empty, or none that is there: about the framework as a whole
    std::string state; ///< ISO3
    std::string title, language, text;
    std::string source; ///< where it is described, in words
    std::string origin; ///< address of the report: "/reports/XXA/2027"
    std::int64_t person = 0;
};

/// A new note, or a further version of `known` where its words changed. A known one that was withdrawn
/// as a note stays so: the State's newer word. Records "acquis.add_note" or "acquis.revise_note" as the
/// commands do; nothing where nothing changed.
[[nodiscard]] Id<Note> keep_practice(ledger::Work& work, std::optional<Id<Note>> known,
                                     const PracticeFromReport& practice);
/// With its origin it is gone: no page shows it. Records "acquis.withdraw_note"; nothing where it is
/// withdrawn already.
void drop_practice(ledger::Work& work, Id<Note> note, std::int64_t person);

} // namespace poa::acquis
