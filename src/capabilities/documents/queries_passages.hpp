// SPDX-License-Identifier: Apache-2.0
#pragma once
// Passages as pages show them: without what only the importer and the comparison need.

#include "base/function_ref.hpp"
#include "capabilities/documents/queries.hpp"

#include <string_view>

namespace poa::documents {

/// The passage at hand; its texts are gone with the next one.
struct PassageView {
    PassageKey key;
    PassageKind kind = PassageKind::paragraph;
    std::int64_t level = 0;
    std::string_view anchor, label, number, reply, section, text;
    std::string_view marks; ///< as `read_marks` takes them
};

/// Passages of the range in order, at most `count`.
void each_passage(storage::Session& session, PassageRange range, int count,
                  FunctionRef<void(const PassageView&)> take);

} // namespace poa::documents
