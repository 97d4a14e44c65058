// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_applications.hpp"

#include <algorithm>

namespace poa::app {

std::vector<PlayedObjection> objections_drawn(const charter::Ground& ground,
                                              const charter::AccreditationPolicy& policy,
                                              charter::Random& voices, Day circulated) {
    const std::int64_t members = ground.members();
    const std::int64_t number = voices.how_many(members, ground.conduct().objects_to_application);
    std::vector<bool> drawn(static_cast<std::size_t>(number > 0 ? members : 0));
    std::vector<PlayedObjection> made;
    for (std::int64_t last = members - number; last < members; ++last) {
        // Without repetition, each State as likely as another (Floyd).
        auto state = static_cast<std::size_t>(voices.below(last + 1));
        if (drawn[state]) state = static_cast<std::size_t>(last);
        drawn[state] = true;
        const auto after = static_cast<std::int32_t>(voices.below(policy.window_days + 1));
        made.push_back({state, Day{circulated.days + after}});
    }
    if (policy.consultation)
        for (PlayedObjection& one : made)
            one.is_withdrawn_later = voices.happens(ground.conduct().withdraws_after_consultation);
    return made;
}

} // namespace poa::app
