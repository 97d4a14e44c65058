// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whether JSON keeps to the schema of charters, with every place where it does not.

#include <boost/json/fwd.hpp>

#include <string>
#include <vector>

namespace poa::charter {

struct SchemaProblem {
    std::string pointer; ///< JSON pointer of what is wrong
    std::string problem; ///< the checker's words (English)
};

/// In the order of the text; the same place once. Empty: it keeps to the schema.
[[nodiscard]] std::vector<SchemaProblem> schema_problems(const boost::json::value& json);

} // namespace poa::charter
