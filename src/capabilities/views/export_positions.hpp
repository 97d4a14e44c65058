// SPDX-License-Identifier: Apache-2.0
#pragma once
// The annex of positions: a table for each actor, and where each position is read.

#include "capabilities/views/export.hpp"
#include "web/html.hpp"

namespace poa::views {

/// A heading and a table for each actor that holds positions; ids "positions-EGY".
[[nodiscard]] web::Html positions_annex(const ExportSubject& subject);
/// The name of an actor in the language of the document.
[[nodiscard]] std::string export_name(const ExportSubject& subject, const PositionActor& actor);

} // namespace poa::views
