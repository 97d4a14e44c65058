// SPDX-License-Identifier: Apache-2.0
#pragma once
// The papers positions rest on: for an actor, its reply in a report or its own paper on the record.

#include "capabilities/documents/documents.hpp"
#include "capabilities/views/locating.hpp"
#include "capabilities/views/matrix.hpp"

#include <string>
#include <vector>

namespace poa::views {

/// One text an actor's positions may rest on, ready for looking phrases up.
struct Paper {
    std::string document; ///< slug
    std::string title;    ///< as cited
    QuoteFinder finder;
};

/// Papers on the public record in which an actor may have said what a coding says it said: a State's replies
/// in reports, newest first, then papers it submitted. A stakeholder's:
/// its own, and papers of which the record does not say who submitted them.
[[nodiscard]] std::vector<Paper> papers_of(storage::Session& session, const PositionActor& actor);

/// Of those papers, the one in which most of the quotes stand; nothing where none stands in any.
[[nodiscard]] const Paper* paper_holding(const std::vector<Paper>& papers,
                                         const std::vector<std::string_view>& quotes);

} // namespace poa::views
