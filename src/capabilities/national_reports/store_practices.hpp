// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of offered practices, to types and back.

#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports {

/// An answer that the State agreed to share in the library.
struct OfferedPractice {
    std::string question, title, language;
    Instant at;
    std::int64_t by = 0;   ///< person
    std::int64_t note = 0; ///< in the library; 0: none so far
};

namespace store {

/// Needs: it is not offered yet.
void offer_practice(storage::Session& session, Id<NationalReport> report, const OfferedPractice& practice);
void take_back_practice(storage::Session& session, Id<NationalReport> report, std::string_view question);
void set_practice_note(storage::Session& session, Id<NationalReport> report, std::string_view question,
                       std::int64_t note);
[[nodiscard]] std::vector<OfferedPractice> practices(storage::Session& session, Id<NationalReport> report);

} // namespace store
} // namespace poa::national_reports
