// SPDX-License-Identifier: Apache-2.0
#pragma once
// The JSON Schema (draft 7) of charter files, made from the clauses' declaration.
// charters/charter.schema.json is this text; a test keeps them the same.

#include <boost/json/value.hpp>

#include <string>

namespace poa::charter {

[[nodiscard]] boost::json::value schema();
/// Indented by two, keys in the order of the declaration, with a newline at the end.
[[nodiscard]] std::string schema_text();

} // namespace poa::charter
