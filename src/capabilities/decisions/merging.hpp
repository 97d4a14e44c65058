// SPDX-License-Identifier: Apache-2.0
#pragma once
// Two changes made to the same wording, brought together word by word. Changes that touch are never mixed:
// a person chooses or writes anew.

#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// A place both changed, each in another way.
struct Collision {
    std::string base;   ///< what both began with
    std::string ours;   ///< as it stands
    std::string theirs; ///< as it is proposed
    bool operator==(const Collision&) const = default;
};
struct Merged {
    std::string text; ///< where they collide: as it stands
    std::vector<Collision> collisions;
    [[nodiscard]] bool is_clean() const { return collisions.empty(); }
};
/// `base`: what `theirs` was made of; `ours`: what became of it meanwhile. Two changes touch where no
/// unchanged word stands between them; the same change made twice is one. Texts as `plain_paragraph` has
/// them. Clean: the same whichever of the two is called ours.
[[nodiscard]] Merged merge_words(std::string_view base, std::string_view ours, std::string_view theirs);

} // namespace poa::decisions
