// SPDX-License-Identifier: Apache-2.0
#pragma once
// What others may ask of notes.

#include "base/id.hpp"
#include "storage/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::acquis {

struct Note;

/// A good practice as a State shares it with everybody.
struct SharedPractice {
    Id<Note> note;
    std::string item; ///< key: "norm-f"
    std::string title, text;
};
/// Those of one State (ISO3) that stand, oldest first.
[[nodiscard]] std::vector<SharedPractice> practices_of(storage::Session& session, std::string_view state);

} // namespace poa::acquis
