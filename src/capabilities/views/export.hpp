// SPDX-License-Identifier: Apache-2.0
#pragma once
// The consolidated summary as a document of the mechanism: one HTML file that needs nothing beside it, in one
// of the six languages. Each sentence ends with the number of its statement and its counts; annexes name the
// States behind each statement, every position with the paragraph it rests on, and what the words stand for.

#include "capabilities/members/members.hpp"
#include "capabilities/views/standing.hpp"
#include "web/wording.hpp"

#include <string>
#include <string_view>

namespace poa::views {

struct ExportSubject {
    storage::Session& session; ///< of the same moment as `standing`
    const Standing& standing;
    const members::Register& states;
    const web::Wording& in;
    Instant at;                  ///< the day the document tells as that of its counts
    std::string_view public_url; ///< "https://poa.example", told as the place to check; empty: not told
};

/// Names only documents that everyone may read. Throws DatabaseError.
[[nodiscard]] std::string summary_document(const ExportSubject& subject);
[[nodiscard]] std::string_view summary_title(const web::Wording& in);

/// Neighbouring words that no line separates in the published text.
[[nodiscard]] std::vector<Inseparable> words_not_separated(const Standing& standing);

} // namespace poa::views
