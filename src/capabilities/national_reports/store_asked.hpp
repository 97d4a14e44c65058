// SPDX-License-Identifier: Apache-2.0
#pragma once
// What States ask each other about released answers: rows, to types and back.

#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports {

/// A question of one State about an answer of another.
struct AskedQuestion {
    Id<AskedQuestion> id;
    Id<NationalReport> report;
    std::string question; ///< of the survey: the issue it is about
    std::string asked_by; ///< "state:KEN"
    std::string words;
    std::string outcome; ///< "clarification", "experience", "support", "follow_up"
    Instant asked_at;
    std::int64_t person = 0;
    std::string answer; ///< of the reporting State; empty: none yet
    std::optional<Instant> answered_at;
};

namespace store {

[[nodiscard]] Id<AskedQuestion> add_asked(storage::Session& session, const AskedQuestion& asked);
[[nodiscard]] std::optional<AskedQuestion> asked(storage::Session& session, Id<AskedQuestion> id);
[[nodiscard]] std::vector<AskedQuestion> asked_of(storage::Session& session,
                                                  Id<NationalReport> report); ///< oldest first
/// False where it has an answer already.
[[nodiscard]] bool answer_asked(storage::Session& session, Id<AskedQuestion> id, std::string_view words,
                                Instant at);

} // namespace store
} // namespace poa::national_reports
