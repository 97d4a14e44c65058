// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a changed answer is kept: saved, merged with what became of it meanwhile, or beside it.

#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/merging.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::national_reports {

enum class Kept : std::uint8_t {
    unchanged, ///< nothing new in it
    saved,
    merged, ///< with what somebody else saved meanwhile
    beside, ///< both changed the same thing: it stands beside until a person chooses
};
[[nodiscard]] std::string_view name_of(Kept kept); ///< "merged"

/// What its author had before the eyes: the answer at the revision seen.
[[nodiscard]] Answer answer_seen(storage::Session& session, Id<NationalReport> report,
                                 std::string_view question, const HeldAnswer& held, std::int64_t seen);

struct KeptAnswer {
    std::string question;
    Kept kept = Kept::unchanged;
    std::int64_t revision = 0; ///< of the answer now
    std::optional<Answer> now; ///< the answer, where it is not what its author sent
};
/// What keeping would do, and the answer it would make; nothing is written.
struct Keeping {
    Kept kept = Kept::unchanged;
    Answer answer; ///< as it would stand; where `theirs` would stand beside it, as it stands
};
[[nodiscard]] Keeping keeping_of(storage::Session& session, const ActingOn& on, const Question& question,
                                 const HeldAnswer& held, std::int64_t seen, const Answer& theirs);
/// `theirs` was made of the answer at revision `seen`. Never refuses: whatever was typed is kept.
[[nodiscard]] KeptAnswer keep_answer(ledger::Work& work, const ActingOn& on, const Question& question,
                                     const HeldAnswer& held, std::int64_t seen, const Answer& theirs,
                                     std::string_view origin = {});
/// Puts a text beside the answer; the same text of the same person stands there once.
void keep_beside(ledger::Work& work, const ActingOn& on, std::string_view question, std::int64_t seen,
                 const Answer& theirs, std::string_view origin);
/// The answer is this now; one revision more.
void put_new_answer(ledger::Work& work, const ActingOn& on, std::string_view question, HeldAnswer& held,
                    Answer answer, std::int64_t seen, std::string_view origin);

} // namespace poa::national_reports
