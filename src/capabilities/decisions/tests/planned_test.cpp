// SPDX-License-Identifier: Apache-2.0
// What is remembered of the calendar is what the calendar says, whichever day is asked about first.
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/planned.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

charter::CharterInForce in_force(const charter::Charter& charter, std::string_view text) {
    return {1, charter, std::string(text), sha256(text), Instant{}, "founding"};
}

TEST(Planned, IsWhatTheCalendarOfEveryPresetSays) {
    for (const charter::Charter* preset : charter::Presets::shipped().all()) {
        const charter::CharterInForce charter = in_force(*preset, preset->id());
        for (std::int32_t step = 0; step < 60; ++step) {
            // Back and forth, so that what is remembered is asked about before and after.
            const Day day{Day::of(2027, 1, 4)->days + (step * 37) % 60 * 15};
            for (const char* body : {"plenary", "review_conference"})
                EXPECT_EQ(planned_meeting(charter, body, day), next_meeting(*preset, body, day))
                    << preset->id() << ", " << body << ", " << day.iso();
            EXPECT_EQ(planned_end_of_accreditation(charter, day), accredited_until(*preset, day))
                << preset->id() << ", " << day.iso();
        }
    }
}

TEST(Planned, OfOneTextIsNeverAnothers) {
    const charter::Charter& agreed = charter::Presets::shipped().agreed();
    const charter::Charter& egypt = *charter::Presets::shipped().find("egypt");
    const Day day = *Day::of(2028, 3, 1);
    EXPECT_EQ(planned_meeting(in_force(agreed, "one"), "plenary", day), next_meeting(agreed, "plenary", day));
    EXPECT_EQ(planned_meeting(in_force(egypt, "two"), "plenary", day), next_meeting(egypt, "plenary", day));
}

} // namespace
} // namespace poa::decisions
